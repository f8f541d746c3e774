import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toGpus } from "./to-gpus.js";
import { toPhysicalDisks } from "./to-physical-disks.js";

/**
 * What the library's process really answered, where `lspci`, `nvidia-smi`, `lsblk` and `smartctl` were scripts that print
 * what those programs print: no machine at hand has such hardware.
 */
function recorded(name: string) {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/systeminformation/${name}.json`, import.meta.url), "utf8"));
}

const all = () => true;

describe("systeminformation's gpus", () => {
  it("are named by their bus address, with what nvidia-smi tells of NVIDIA's", () => {
    expect(toGpus(recorded("gpus"), all)?.items).toEqual([
      { id: "0000:00:02.0", name: "Intel Corporation UHD Graphics 630", driver: "" },
      {
        id: "0000:01:00.0",
        name: "NVIDIA GeForce RTX 3080",
        driver: "nvidia",
        utilizationE4: 8300,
        memoryTotalBytes: 10_240n * 1_048_576n,
        memoryUsedBytes: 3345n * 1_048_576n,
        celsiusE3: 67_000,
        wattsE3: 248_120,
        limitWattsE3: 320_000,
        fanUtilizationE4: 4100,
        clockHz: 1_860_000_000n,
        memoryClockHz: 9_501_000_000n,
      },
      {
        id: "0000:02:00.0",
        name: "Tesla T4",
        driver: "nvidia",
        // The library leaves out a zero. This card has no fan.
        utilizationE4: 0,
        memoryTotalBytes: 15_360n * 1_048_576n,
        memoryUsedBytes: 2n * 1_048_576n,
        celsiusE3: 38_000,
        wattsE3: 9310,
        limitWattsE3: 70_000,
        clockHz: 300_000_000n,
        memoryClockHz: 405_000_000n,
      },
    ]);
  });

  it("are absent where there are none, and may say next to nothing", () => {
    expect(toGpus([], all)).toBeUndefined();
    expect(toGpus([{ vendor: "Broadcom", model: "VideoCore VI", busAddress: null }], all)?.items).toEqual([
      { id: "gpu0", name: "Broadcom VideoCore VI", driver: "" },
    ]);
    expect(() => toGpus({}, all)).toThrow("systeminformation: gpus: ");
    expect(() => toGpus([{ powerDraw: "a lot" }], all)).toThrow("systeminformation: gpus.0.powerDraw: ");
  });
});

describe("systeminformation's physicalDisks", () => {
  it("have what smartctl says of ATA, SCSI and NVMe drives", () => {
    expect(toPhysicalDisks(recorded("physicalDisks"), all)?.items).toEqual([
      {
        device: "sda",
        model: "Samsung SSD 860 EVO 500GB",
        serial: "S3Z2NB0K123456A",
        firmware: "RVT04B6Q",
        type: "ssd",
        sizeBytes: 500_107_862_016n,
        healthy: true,
        celsiusE3: 29_000,
        powerOnHours: 31_011n,
        powerCycles: 78n,
        reallocatedSectors: 2n,
        enduranceUsedE4: 600,
      },
      {
        device: "sdb",
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
      },
      {
        device: "sdc",
        model: "ST1000NM0023",
        serial: "Z1W0ABCD0000C4350987",
        firmware: "0004",
        type: "hdd",
        sizeBytes: 1_000_204_886_016n,
        healthy: true,
        celsiusE3: 31_000,
        powerOnHours: 20_111n,
        uncorrectableErrors: 3n,
        writtenBytes: 987_654_000_000n,
        readBytes: 1_234_567_000_000n,
      },
      {
        device: "nvme0n1",
        model: "INTEL SSDPE2KX040T8",
        serial: "PHLJ123400AB4P0DGN",
        firmware: "",
        type: "nvme",
        sizeBytes: 4_000_787_030_016n,
        healthy: true,
        celsiusE3: 34_000,
        powerOnHours: 18_211n,
        powerCycles: 42n,
        uncorrectableErrors: 0n,
        enduranceUsedE4: 300,
        writtenBytes: 734_000_456n * 512_000n,
        readBytes: 512_000_123n * 512_000n,
      },
    ]);
  });

  it("are without health where smartctl may not be run, and absent without drives", () => {
    const [disk] = recorded("physicalDisks");
    const bare = { ...disk, smartStatus: "unknown", temperature: null, smartData: undefined };
    expect(toPhysicalDisks([bare], all)?.items).toEqual([
      {
        device: "sda",
        model: "Samsung SSD 860 EVO 500GB",
        serial: "S3Z2NB0K123456A",
        firmware: "RVT04B6Q",
        type: "ssd",
        sizeBytes: 500_107_862_016n,
      },
    ]);
    expect(toPhysicalDisks([], all)).toBeUndefined();
    expect(() => toPhysicalDisks([{ ...disk, size: null }], all)).toThrow("systeminformation: physicalDisks.0.size: ");
  });
});
