import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Fixture, fixtureContext, fixturePath } from "../testing/fixture-host.js";
import { openFilesystems, reportFilesystem } from "./filesystems.js";
import { isStorage, parseDeviceTypes, parseMounts } from "./mounts.js";

function storage(name: Fixture) {
  const read = (path: string) => readFileSync(`${fixturePath(name)}/proc/${path}`, "utf8");
  const types = parseDeviceTypes(read("filesystems"));
  return parseMounts(read("self/mountinfo")).filter((mount) => isStorage(mount, types));
}

describe("filesystems", () => {
  it("are devices and network shares, with the kernel's escapes undone", () => {
    expect(storage("raspberry-pi-4")).toEqual([
      { mountpoint: "/", device: "/dev/mmcblk0p2", type: "ext4", readOnly: false },
      { mountpoint: "/boot/firmware", device: "/dev/mmcblk0p1", type: "vfat", readOnly: false },
      { mountpoint: "/media/pi/My Disk", device: "/dev/sda1", type: "ext4", readOnly: true },
      { mountpoint: "/mnt/nas", device: "nas.lan:/volume1/share", type: "nfs4", readOnly: false },
    ]);
  });

  it("include the root of a container", () => {
    expect(storage("container")[0]).toEqual({ mountpoint: "/", device: "overlay", type: "overlay", readOnly: false });
  });

  it("of several on one mount point are the last", () => {
    const line = (device: string) => `1 1 8:1 / /data rw - ext4 ${device} rw`;
    expect(parseMounts(`${line("/dev/sda1")}\n${line("/dev/sdb1")}\n`).map(({ device }) => device)).toEqual([
      "/dev/sdb1",
    ]);
  });

  it("leave out single files and what is not there", async () => {
    // Under the fixture as root only /etc exists, and /etc/hosts and the like do not.
    const filesystems = await openFilesystems(fixtureContext("container")).sample(0);
    expect(filesystems?.items.map(({ mountpoint }) => mountpoint)).toEqual(["/"]);
    expect(filesystems?.items[0]?.totalBytes).toBeGreaterThan(0n);
  });

  it("show used and free as df does", () => {
    const space = { type: 0, bsize: 4096, blocks: 1000, bfree: 400, bavail: 300, files: 50, ffree: 20 };
    const mount = { mountpoint: "/", device: "/dev/sda1", type: "ext4", readOnly: false };
    expect(reportFilesystem(mount, space)).toMatchObject({
      totalBytes: 4_096_000n,
      usedBytes: 2_457_600n,
      freeBytes: 1_638_400n,
      availableBytes: 1_228_800n,
      utilizationE4: 6667,
      inodesTotal: 50n,
      inodesFree: 20n,
    });
  });
});
