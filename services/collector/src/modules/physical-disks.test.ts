import { readdirSync, utimesSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { type FixtureCopy, fixtureCopies } from "../testing/fixture-copies.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { openPhysicalDisks } from "./physical-disks.js";

const copyOf = fixtureCopies();
const smartd = "var/lib/smartmontools";
/** By the fixture's clock. */
const nowSeconds = 1_795_000_000 + 86_400;

let server: FixtureCopy;
beforeEach(() => {
  server = copyOf("storage-server");
  writeLast(1800);
});

/** Sets when smartd wrote its files, in seconds before now. */
function writeLast(ageSeconds: number): void {
  for (const name of readdirSync(`${server.folder}/${smartd}`)) {
    utimesSync(`${server.folder}/${smartd}/${name}`, nowSeconds, nowSeconds - ageSeconds);
  }
}

async function disks() {
  const reading = await openPhysicalDisks(server.context()).sample(0);
  return new Map(reading?.items.map((disk) => [disk.device, disk]));
}

describe("physicalDisks", () => {
  it("joins what the kernel, udev and smartd know of a SATA drive", async () => {
    const said = await disks();
    expect([...said.keys()]).toEqual(["mmcblk0", "nvme0n1", "sda", "sdc", "sdg", "vda"]);
    expect(said.get("sda")).toEqual({
      device: "sda",
      model: "Samsung SSD 860 EVO 500GB",
      serial: "S3Z2NB0K123456A",
      firmware: "RVT04B6Q",
      type: "ssd",
      sizeBytes: 500_107_862_016n,
      // Its own sensor's, which is fresher than what smartd wrote.
      celsiusE3: 29_000,
      powerOnHours: 31_011n,
      powerCycles: 78n,
      reallocatedSectors: 2n,
      enduranceUsedE4: 600,
    });
  });

  it("reports a drive unhealthy that smartd has warned of", async () => {
    expect((await disks()).get("sdc")).toEqual({
      device: "sdc",
      model: "WDC WD30EFRX-68EUZN0",
      serial: "WD-WCC4N1234567",
      firmware: "82.00A82",
      type: "hdd",
      sizeBytes: 3_000_592_982_016n,
      healthy: false,
      celsiusE3: 35_000,
      powerOnHours: 48_610n,
      powerCycles: 87n,
      reallocatedSectors: 19n,
      pendingSectors: 8n,
      uncorrectableErrors: 3n,
    });
  });

  it("reads the logs of SCSI and NVMe drives", async () => {
    const said = await disks();
    expect(said.get("sdg")).toMatchObject({
      model: "SEAGATE ST1000NM0023",
      firmware: "0004",
      celsiusE3: 31_000,
      uncorrectableErrors: 3n,
      readBytes: 1_234_567_000_000n,
      writtenBytes: 987_654_000_000n,
    });
    expect(said.get("nvme0n1")).toEqual({
      device: "nvme0n1",
      model: "INTEL SSDPE2KX040T8",
      serial: "PHLJ123400AB4P0DGN",
      firmware: "VDV10131",
      type: "nvme",
      sizeBytes: 4_000_787_030_016n,
      healthy: true,
      celsiusE3: 33_850,
      powerOnHours: 18_211n,
      powerCycles: 42n,
      uncorrectableErrors: 0n,
      enduranceUsedE4: 300,
      writtenBytes: 734_000_456n * 512_000n,
      readBytes: 512_000_123n * 512_000n,
    });
  });

  it("reads the wear of an eMMC, and of a virtual disk no more than its size", async () => {
    const said = await disks();
    expect(said.get("mmcblk0")).toMatchObject({ model: "BJTD4R", type: "", healthy: true, enduranceUsedE4: 3000 });
    expect(said.get("vda")).toEqual({
      device: "vda",
      model: "",
      serial: "disk-1",
      firmware: "",
      type: "",
      sizeBytes: 21_474_836_480n,
    });
  });

  it("does not repeat what smartd wrote days ago, but for its warning", async () => {
    writeLast(2 * 86_400);
    const said = await disks();
    expect(said.get("sda")).not.toHaveProperty("powerOnHours");
    expect(said.get("sda")?.celsiusE3).toBe(29_000);
    expect(said.get("nvme0n1")).not.toHaveProperty("healthy");
    expect(said.get("sdc")?.healthy).toBe(false);
    expect(said.get("sdc")).not.toHaveProperty("celsiusE3");
  });

  it("goes without smartd, udev and sensors", async () => {
    server.remove("var");
    server.remove("run");
    server.remove("sys/block/sda/device/hwmon");
    expect((await disks()).get("sda")).toEqual({
      device: "sda",
      model: "Samsung SSD 860",
      serial: "S3Z2NB0K123456A",
      firmware: "4B6Q",
      type: "ssd",
      sizeBytes: 500_107_862_016n,
    });
  });

  it("waits for the end of a line that is being written", async () => {
    const log = `${smartd}/attrlog.INTEL_SSDPE2KX040T8-PHLJ123400AB4P0DGN-n1.nvme.csv`;
    const line = "2026-11-25 10:41:13;\tcritical-warning;4;\tpower-cycles;42;\n";
    server.write(log, `${line}2026-11-25 11:11:13;\tcritical-war`);
    writeLast(0);
    expect((await disks()).get("nvme0n1")).toMatchObject({ healthy: false, powerCycles: 42n });
    server.write(log, "2026-11-25 11:1");
    writeLast(0);
    expect((await disks()).get("nvme0n1")).not.toHaveProperty("healthy");
  });

  it("bears that smartd is just writing its state anew", async () => {
    const state = `${smartd}/smartd.WDC_WD30EFRX_68EUZN0-WD_WCC4N1234567.ata.state`;
    server.write(state, "");
    expect((await disks()).get("sdc")).not.toHaveProperty("healthy");
    server.remove(state);
    expect((await disks()).get("sdc")?.powerOnHours).toBe(48_610n);
    server.write(state, "rubbish");
    await expect(disks()).rejects.toThrow('smartd state: got "rubbish"');
  });

  it("is absent without drives", async () => {
    expect(await openPhysicalDisks(fixtureContext("container")).sample(0)).toBeUndefined();
  });

  it("fails with the name of what it cannot understand", async () => {
    const log = `${smartd}/attrlog.INTEL_SSDPE2KX040T8-PHLJ123400AB4P0DGN-n1.nvme.csv`;
    server.write(log, "<html>\n");
    writeLast(0);
    await expect(disks()).rejects.toThrow('attrlog: expected a line that starts with a time, got "<html>"');
    server.write(log, "2026-11-25 10:41:13;\tpower-cycles;many;\n");
    writeLast(0);
    await expect(disks()).rejects.toThrow("attrlog: power-cycles is no number");
    server.write("sys/block/sda/size", "\u0000\n");
    await expect(disks()).rejects.toThrow("sda/size: expected a whole number");
  });
});
