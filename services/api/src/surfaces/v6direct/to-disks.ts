import type { FilesystemState } from "@statwire/snapshot-store";
import type { DiskStats } from "./dto.js";
import { gigabytes, percent } from "./units.js";

/** What is mounted over the network is not this node's disk. */
const networkTypes = /^(nfs\d*|cifs|smb\d*|smbfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|glusterfs|s3fs|rclone))$/;

export function toDisks(filesystems: readonly FilesystemState[]): DiskStats[] {
  return filesystems
    .filter(({ type }) => !networkTypes.test(type))
    .map((filesystem) => ({
      mountpoint: filesystem.mountpoint,
      total_gb: gigabytes(filesystem.totalBytes),
      used_gb: gigabytes(filesystem.usedBytes),
      free_gb: gigabytes(filesystem.availableBytes),
      percent: percent(filesystem.utilization),
    }));
}
