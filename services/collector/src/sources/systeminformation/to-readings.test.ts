import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toBatteries } from "./to-batteries.js";
import { toContainers } from "./to-containers.js";
import { toCpu } from "./to-cpu.js";
import { toFilesystems } from "./to-filesystems.js";
import { toLoad } from "./to-load.js";
import { toMemory, toSwap } from "./to-memory.js";
import { toNetwork } from "./to-network.js";
import { toSensors } from "./to-sensors.js";
import { toUsers } from "./to-users.js";

/** What the library's process really answered; on hosts made up of fixtures where this one has no such hardware. */
function recorded(name: string) {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/systeminformation/${name}.json`, import.meta.url), "utf8"));
}

const all = () => true;
const none = () => false;

describe("systeminformation's cpu", () => {
  it("is utilization, and times that are added up while the process is the same", () => {
    const first = toCpu(recorded("cpu"), 1, undefined);
    expect(first.reading).toEqual({
      utilizationE4: 9596,
      userMs: 900n,
      niceMs: 0n,
      systemMs: 50n,
      idleMs: 40n,
      iowaitMs: 0n,
      interruptMs: 0n,
      softirqMs: 0n,
      stealMs: 0n,
      contextSwitches: 0n,
      interrupts: 0n,
      cores: [
        { number: 0, utilizationE4: 9388 },
        { number: 1, utilizationE4: 9800 },
      ],
    });
    const second = toCpu(recorded("cpu"), 1, first.totals);
    expect(second.reading).toMatchObject({ userMs: 1800n, systemMs: 100n, idleMs: 80n });
    expect(toCpu(recorded("cpu"), 2, second.totals).reading.userMs).toBe(900n);
  });

  it("takes steal for hundredths of a second, and no time back", () => {
    const answer = recorded("cpu");
    const load = { ...answer.load, rawCurrentLoadSteal: 7, rawCurrentLoadIdle: -20 };
    expect(toCpu({ ...answer, load }, 1, undefined).reading).toMatchObject({ stealMs: 70n, idleMs: 0n });
    expect(toCpu({ ...answer, speed: { avg: 2.5 } }, 1, undefined).reading.frequencyHz).toBe(2_500_000_000n);
  });
});

describe("systeminformation's memory, load and network", () => {
  it("are in bytes, hundredths and milliseconds", () => {
    expect(toMemory(recorded("memory"))).toEqual({
      totalBytes: 25_276_514_304n,
      availableBytes: 24_024_670_208n,
      usedBytes: 1_251_844_096n,
      freeBytes: 21_800_337_408n,
      buffersBytes: 141_529_088n,
      cachedBytes: 2_403_594_240n,
      slabReclaimableBytes: 785_293_312n,
      slabUnreclaimableBytes: 60_534_784n,
      sharedBytes: 0n,
      dirtyBytes: 15_376_384n,
      committedBytes: 0n,
      utilizationE4: 495,
      pageFaults: 0n,
      majorPageFaults: 0n,
    });
    expect(toSwap({ swaptotal: 1000, swapused: 250, swapfree: 750 })).toMatchObject({
      totalBytes: 1000n,
      usedBytes: 250n,
      utilizationE4: 2500,
    });
    expect(toLoad(recorded("load"))).toEqual({
      oneMinuteE2: 442,
      fiveMinutesE2: 435,
      fifteenMinutesE2: 296,
      uptimeMs: 2_151_850n,
    });
  });

  it("have interfaces with the library's rates, which may be missing", () => {
    const [lo, eth0] = toNetwork(recorded("network"), all)?.items ?? [];
    expect(lo).toEqual({
      name: "lo",
      receiveBytes: 1_825_448_584n,
      transmitBytes: 1_825_448_584n,
      receivePackets: 0n,
      transmitPackets: 0n,
      receiveErrors: 0n,
      transmitErrors: 0n,
      receiveDropped: 0n,
      transmitDropped: 0n,
    });
    expect(eth0?.name).toBe("eth0");
    const [one] = recorded("network");
    const [rated] = toNetwork([{ ...one, rx_sec: 12.6, tx_sec: -4 }], all)?.items ?? [];
    expect(rated?.receiveBytesPerSecond).toBe(13n);
    expect(rated).not.toHaveProperty("transmitBytesPerSecond");
  });
});

describe("systeminformation's filesystems, sensors and users", () => {
  it("are what df shows", () => {
    expect(toFilesystems(recorded("filesystems"), all)?.items).toEqual([
      {
        mountpoint: "/",
        device: "/dev/vda",
        type: "ext4",
        totalBytes: 270_553_174_016n,
        usedBytes: 25_852_329_984n,
        freeBytes: 244_700_844_032n,
        availableBytes: 83_091_963_904n,
        inodesTotal: 0n,
        inodesFree: 0n,
        utilizationE4: 2373,
        readOnly: false,
      },
    ]);
    expect(toFilesystems([], all)).toBeUndefined();
    expect(toFilesystems(recorded("filesystems"), none)).toEqual({ items: [] });
  });

  it("are the processors' temperatures", () => {
    expect(toSensors(recorded("sensors"), all)).toEqual({
      temperatures: [
        { sensor: "cpu/main", celsiusE3: 52_000 },
        { sensor: "cpu/core 0", celsiusE3: 49_500 },
        { sensor: "cpu/core 1", celsiusE3: 51_000 },
      ],
      fans: [],
    });
    expect(toSensors(recorded("sensors-none"), all)).toBeUndefined();
  });

  it("are sessions with the minute of their start", () => {
    const remote = { user: "ada", tty: "pts/0", date: "2026-11-26", time: "11:22", ip: "192.0.2.55" };
    expect(toUsers([...recorded("users"), remote], all)?.items).toEqual([
      { user: "root", terminal: "tty1", remoteHost: "", sinceMs: BigInt(Date.UTC(2026, 10, 25, 8, 15)), pid: 0 },
      {
        user: "ada",
        terminal: "pts/0",
        remoteHost: "192.0.2.55",
        sinceMs: BigInt(Date.UTC(2026, 10, 26, 11, 22)),
        pid: 0,
      },
    ]);
    expect(toUsers([{ ...remote, date: "", time: "" }], all)?.items[0]?.sinceMs).toBe(0n);
    expect(toUsers([], all)).toBeUndefined();
  });
});

describe("systeminformation's batteries", () => {
  it("are one without a name, on its way down", () => {
    expect(toBatteries(recorded("batteries"), all)).toEqual({
      items: [
        {
          name: "battery",
          status: "discharging",
          chargeE4: 7500,
          voltsE3: 15_834,
          cycles: 212n,
          timeLeftMs: 16_560_000n,
          model: "SMP 5B10W13975",
        },
      ],
    });
  });

  it("say no more than they know", () => {
    const charging = { ...recorded("batteries"), isCharging: true, acConnected: true };
    expect(toBatteries(charging, all)).toMatchObject({ items: [{ status: "charging" }], mainsOnline: true });
    expect(toBatteries(charging, all)?.items[0]).not.toHaveProperty("timeLeftMs");
    const idle = {
      ...recorded("batteries"),
      timeRemaining: null,
      cycleCount: 0,
      voltage: 0,
      model: "",
      manufacturer: "",
    };
    expect(toBatteries(idle, all)?.items).toEqual([{ name: "battery", status: "unknown", chargeE4: 7500, model: "" }]);
    expect(toBatteries(recorded("batteries-none"), all)).toBeUndefined();
  });
});

describe("systeminformation's containers", () => {
  it("are what Docker said, with its own numbers", () => {
    expect(toContainers(recorded("containers"), all)?.items).toEqual([
      {
        id: "4f6f1c8bb1b5a3c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6",
        name: "web",
        image: "nginx:1.27",
        runtime: "docker",
        state: "running",
        health: "healthy",
        createdAtMs: 1_795_600_000_000n,
        startedAtMs: 1_795_687_200_000n,
        restarts: 3n,
        cpuMs: 5300n,
        cpuUtilizationE4: 10_000,
        memoryBytes: 52_428_800n,
        workingSetBytes: 41_943_040n,
        memoryLimitBytes: 268_435_456n,
        diskReadBytes: 8_192_000n,
        diskWriteBytes: 4096n,
        // Of both its networks.
        receiveBytes: 1024n,
        transmitBytes: 512n,
        processes: 5,
      },
      {
        id: "aa6f1c8bb1b5a3c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6",
        name: "old-job",
        image: "busybox",
        runtime: "docker",
        state: "exited",
        health: "",
        createdAtMs: 1_795_500_000_000n,
        startedAtMs: 1_795_500_001_000n,
        restarts: 0n,
      },
    ]);
  });

  it("may be without numbers, and are absent without Docker", () => {
    const { list } = recorded("containers");
    expect(toContainers({ list, stats: [] }, (name) => name === "web")?.items).toHaveLength(1);
    expect(toContainers(recorded("containers-none"), all)).toBeUndefined();
  });
});

describe("an answer that is not as expected", () => {
  it.each([
    ["cpu.load", () => toCpu({}, 1, undefined)],
    ["memory", () => toMemory(null)],
    ["memory.total", () => toMemory({ ...recorded("memory"), total: null })],
    ["memory.swaptotal", () => toSwap({ swaptotal: "much" })],
    ["load.averages", () => toLoad({ averages: [1, 2], uptime: 5 })],
    ["filesystems.0.fs", () => toFilesystems([{}], all)],
    ["network.0.rx_bytes", () => toNetwork([{ ...recorded("network")[0], rx_bytes: null }], all)],
    ["sensors.cores", () => toSensors({ main: 5 }, all)],
    ["users.0.user", () => toUsers([{}], all)],
    ["batteries.percent", () => toBatteries({ ...recorded("batteries"), percent: null }, all)],
    ["containers.list", () => toContainers({}, all)],
  ])("fails with its place: %s", (field, map) => {
    expect(map).toThrow(`systeminformation: ${field}: `);
  });
});
