import { rmSync, writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openDisks, parseDisks } from "./disks.js";

const copies: { remove: () => void }[] = [];
afterEach(() => {
  for (const copy of copies.splice(0)) copy.remove();
});

function copyOf(name: "raspberry-pi-4" | "container") {
  const copy = copyFixture(name);
  copies.push(copy);
  return copy;
}

describe("disks", () => {
  it("reads whole devices, neither partitions nor RAM disks, and no rates at first", async () => {
    const disks = await openDisks(fixtureContext("raspberry-pi-4")).sample(0);
    expect(disks?.items).toEqual([
      {
        device: "mmcblk0",
        readBytes: 2_804_224n * 512n,
        writeBytes: 4_421_974n * 512n,
        readOperations: 48_211n,
        writeOperations: 120_874n,
        readMerged: 12_870n,
        writeMerged: 98_110n,
        readTimeMs: 201_145n,
        writeTimeMs: 1_822_041n,
        ioTimeMs: 602_140n,
        weightedIoTimeMs: 2_031_240n,
        operationsInProgress: 0,
      },
    ]);
  });

  it("reads a partition that an include pattern names", async () => {
    const context = fixtureContext("raspberry-pi-4", { includes: (_, device) => device === "mmcblk0p2" });
    const disks = await openDisks(context).sample(0);
    expect(disks?.items.map(({ device }) => device)).toEqual(["mmcblk0", "mmcblk0p2"]);
  });

  it("tells partitions by their names where /sys is hidden", async () => {
    const { folder } = copyOf("container");
    rmSync(`${folder}/sys/block`, { recursive: true });
    const disks = await openDisks(fixtureContext("container", { folder })).sample(0);
    expect(disks?.items.map(({ device }) => device)).toEqual(["sda"]);
  });

  it("gives rates over the time between readings, and none after a reset", async () => {
    const { folder } = copyOf("container");
    const context = fixtureContext("container", { folder });
    const disks = openDisks(context);
    const read = async (nowMs: number, readSectors: number, writeSectors: number) => {
      writeFileSync(`${folder}/proc/diskstats`, `8 0 sda 1 0 ${readSectors} 1 1 0 ${writeSectors} 1 0 1 1\n`);
      context.files.beginTick();
      return (await disks.sample(nowMs))?.items[0];
    };
    expect(await read(1000, 100, 50)).not.toHaveProperty("readBytesPerSecond");
    expect(await read(3000, 300, 50)).toMatchObject({ readBytesPerSecond: 51_200n, writeBytesPerSecond: 0n });
    const reset = await read(5000, 10, 60);
    expect(reset).not.toHaveProperty("readBytesPerSecond");
    expect(reset).not.toHaveProperty("writeBytesPerSecond");
    expect(await read(6000, 20, 60)).toMatchObject({ readBytesPerSecond: 5_120n, writeBytesPerSecond: 0n });
  });

  it("refuses a line that is cut off", () => {
    expect(() => parseDisks("8 0 sda 1 2 3\n", () => true)).toThrow("diskstats: sda has too few counters");
  });
});
