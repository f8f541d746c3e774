import { describe, expect, it } from "vitest";
import { fixtureCopies } from "../testing/fixture-copies.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { openGpus } from "./gpus.js";
import { parseNvidiaModel } from "./nvidia.js";
import { findPciName } from "./pci-names.js";

const copyOf = fixtureCopies();

const amdgpu = "sys/devices/pci0000:00/0000:00:01.0/0000:03:00.0";
const xe = "sys/devices/pci0000:00/0000:00:06.0/0000:04:00.0";

describe("gpus", () => {
  it("reads what amdgpu and xe tell, and no frame buffer of the firmware", async () => {
    const gpus = await openGpus(fixtureContext("workstation")).sample(0);
    expect(gpus?.items).toEqual([
      {
        id: "0000:03:00.0",
        name: "AMD/ATI Navi 10 [Radeon RX 5600 OEM/5600 XT / 5700/5700 XT]",
        driver: "amdgpu",
        utilizationE4: 3700,
        memoryTotalBytes: 8_573_157_376n,
        memoryUsedBytes: 1_284_505_600n,
        celsiusE3: 54_000,
        wattsE3: 41_000,
        limitWattsE3: 180_000,
        fanUtilizationE4: 2588,
        clockHz: 1_340_000_000n,
        memoryClockHz: 875_000_000n,
      },
      {
        id: "0000:04:00.0",
        // The list of devices does not have it.
        name: "Intel 8086:e20b",
        driver: "xe",
        celsiusE3: 47_000,
        limitWattsE3: 190_000,
        clockHz: 1_100_000_000n,
      },
    ]);
  });

  it("takes watts from the growth of the energy, and none after a reset", async () => {
    const copy = copyOf("workstation");
    const gpus = openGpus(copy.context());
    const wattsAt = async (nowMs: number, microjoules: number) => {
      copy.write(`${xe}/hwmon/hwmon5/energy1_input`, `${microjoules}\n`);
      return (await gpus.sample(nowMs))?.items[1]?.wattsE3;
    };
    expect(await wattsAt(0, 81_250_000_000)).toBeUndefined();
    expect(await wattsAt(10_000, 81_550_000_000)).toBe(30_000);
    expect(await wattsAt(20_000, 1_000_000)).toBeUndefined();
    expect(await wattsAt(30_000, 101_000_000)).toBe(10_000);
  });

  it("leaves a card asleep that its driver has switched off, and names NVIDIA's by its driver", async () => {
    const gpus = await openGpus(fixtureContext("laptop")).sample(0);
    expect(gpus?.items).toEqual([
      { id: "0000:00:02.0", name: "Intel 8086:9a49", driver: "i915", clockHz: 350_000_000n },
      { id: "0000:01:00.0", name: "NVIDIA GeForce GTX 1650 with Max-Q Design", driver: "nvidia" },
    ]);
  });

  it("leaves a host that has NVIDIA's cards alone to who can ask nvidia-smi", async () => {
    const copy = copyOf("laptop");
    copy.remove("sys/class/drm");
    const names = async () => (await openGpus(copy.context()).sample(0))?.items.map(({ name }) => name);
    expect(await names()).toEqual(["NVIDIA GeForce GTX 1650 with Max-Q Design"]);
    copy.write("usr/bin/nvidia-smi", "");
    expect(await names()).toBeUndefined();
  });

  it("takes on an ARM board the core that renders, and not the one that shows", async () => {
    const gpus = await openGpus(fixtureContext("raspberry-pi-4")).sample(0);
    expect(gpus?.items).toEqual([{ id: "gpu0", name: "", driver: "v3d" }]);
  });

  it("goes without what does not answer", async () => {
    const copy = copyOf("workstation");
    copy.remove(`${amdgpu}/hwmon`);
    copy.remove(`${amdgpu}/mem_info_vram_used`);
    copy.remove("usr");
    const [gpu] = (await openGpus(copy.context()).sample(0))?.items ?? [];
    expect(gpu).toEqual({
      id: "0000:03:00.0",
      name: "AMD 1002:731f",
      driver: "amdgpu",
      utilizationE4: 3700,
      memoryTotalBytes: 8_573_157_376n,
    });
  });

  it("is absent without cards, and left out where the settings say so", async () => {
    expect(await openGpus(fixtureContext("container")).sample(0)).toBeUndefined();
    const context = fixtureContext("workstation", { accepts: (_, id) => id !== "0000:03:00.0" });
    expect((await openGpus(context).sample(0))?.items.map(({ id }) => id)).toEqual(["0000:04:00.0"]);
  });

  it("fails with the name of a file that holds rubbish", async () => {
    const copy = copyOf("workstation");
    copy.write(`${amdgpu}/gpu_busy_percent`, "rubbish\n");
    await expect(openGpus(copy.context()).sample(0)).rejects.toThrow(
      'card1/device/gpu_busy_percent: expected a whole number, got "rubbish"',
    );
  });
});

describe("names", () => {
  const list = "# head\n10de  NVIDIA Corporation\n\t2206  GA102\n8086  Intel Corporation\n\t9a49  TigerLake\n";

  it("of PCI devices are looked for below their own maker", () => {
    expect(findPciName(list, "8086", "9a49")).toBe("Intel TigerLake");
    expect(findPciName(list, "10de", "9a49")).toBeUndefined();
    expect(findPciName(list, "1af4", "1050")).toBeUndefined();
    expect(findPciName("", "8086", "9a49")).toBeUndefined();
  });

  it("of NVIDIA's cards may be missing", () => {
    expect(parseNvidiaModel("Model: \t\t Tesla T4\nIRQ: 5\n")).toBe("Tesla T4");
    expect(parseNvidiaModel("IRQ: 5\n")).toBe("");
  });
});
