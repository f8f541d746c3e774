import { words } from "./proc-text.js";

export interface Mount {
  mountpoint: string;
  device: string;
  type: string;
  readOnly: boolean;
}

/** Shares of the network and of a hypervisor. To the kernel they have no device, yet they are storage to a person. */
const networkTypes = new Set([
  "9p",
  "afs",
  "ceph",
  "cifs",
  "fuse.glusterfs",
  "fuse.sshfs",
  "nfs",
  "nfs4",
  "smb3",
  "smbfs",
  "virtiofs",
]);

/**
 * Types of filesystem that live on a device: the lines of /proc/filesystems without `nodev`, and ZFS, which has
 * devices of its own. This is what psutil's `disk_partitions(all=False)` goes by.
 */
export function parseDeviceTypes(filesystems: string): Set<string> {
  const types = new Set<string>();
  for (const line of filesystems.split("\n")) {
    const [first = "", second = ""] = line.split("\t");
    if (first === "" || second === "zfs") types.add(second.trim());
  }
  types.delete("");
  return types;
}

/** The mounts of a mountinfo text (proc(5)), in its order; of those on one mount point the last, which covers the others. */
export function parseMounts(mountinfo: string): Mount[] {
  const mounts = new Map<string, Mount>();
  for (const line of mountinfo.split("\n")) {
    const mount = parseMount(line);
    if (mount === undefined) continue;
    mounts.delete(mount.mountpoint);
    mounts.set(mount.mountpoint, mount);
  }
  return [...mounts.values()];
}

/** What people mean by disk space: devices, network shares and, in a container whose root is an overlay, `/`. */
export function isStorage(mount: Mount, deviceTypes: ReadonlySet<string>): boolean {
  if (mount.mountpoint === "/") return mount.type !== "rootfs";
  return deviceTypes.has(mount.type) || networkTypes.has(mount.type);
}

/** `36 35 98:0 /root /mount rw,noatime shared:1 - ext3 /dev/sda1 rw`: the optional fields end with the dash. */
function parseMount(line: string): Mount | undefined {
  const [left = "", right] = line.split(" - ", 2);
  if (right === undefined) return undefined;
  const [, , , , mountpoint = "", options = ""] = words(left);
  const [type = "", device = "", superOptions = ""] = words(right);
  return {
    mountpoint: unescapeOctal(mountpoint),
    device: unescapeOctal(device),
    type,
    readOnly: isReadOnly(options) || isReadOnly(superOptions),
  };
}

function isReadOnly(options: string): boolean {
  return options.split(",").includes("ro");
}

/** The kernel writes space, tab, newline and backslash as three octal digits. Its bytes are UTF-8. */
function unescapeOctal(text: string): string {
  const bytes = text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
