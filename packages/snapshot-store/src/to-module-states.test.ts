import { decodeHostSampled, encodeHostSampled, type HostSampled, HostSampledSchema, modules } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toModuleStates } from "./to-module-states.js";

type Init = Parameters<typeof encodeHostSampled>[0];

const sampled = (init: Init): HostSampled => decodeHostSampled(encodeHostSampled(init));

/** A message in which every number is different, so that no two fields can be mixed up unseen. */
const full = sampled({
  cpu: {
    intervalMs: 4000,
    utilizationE4: 1234,
    userMs: 1001n,
    niceMs: 1002n,
    systemMs: 1003n,
    idleMs: 1004n,
    iowaitMs: 1005n,
    interruptMs: 1006n,
    softirqMs: 1007n,
    stealMs: 1008n,
    contextSwitches: 1009n,
    interrupts: 1010n,
    frequencyHz: 2_400_000_000n,
    cores: [
      { number: 0, utilizationE4: 1 },
      { number: 1, utilizationE4: 10_000 },
    ],
  },
  load: { intervalMs: 4001, oneMinuteE2: 7, fiveMinutesE2: 115, fifteenMinutesE2: 2001, uptimeMs: 123_456n },
  sensors: {
    intervalMs: 10_000,
    temperatures: [{ sensor: "coretemp/Package id 0", celsiusE3: 48_125 }],
    fans: [{ sensor: "nct/fan1", revolutionsPerMinute: 900 }],
  },
  filesystems: {
    intervalMs: 30_000,
    items: [
      {
        mountpoint: "/",
        device: "/dev/vda1",
        type: "ext4",
        totalBytes: 1n,
        usedBytes: 2n,
        freeBytes: 3n,
        availableBytes: 4n,
        inodesTotal: 5n,
        inodesFree: 6n,
        utilizationE4: 3333,
        readOnly: true,
      },
    ],
  },
  disks: { intervalMs: 4002, items: [{ device: "vda", readTimeMs: 12n, readBytesPerSecond: 0n, writeMerged: 13n }] },
  network: { intervalMs: 4003, items: [{ name: "eth0", receiveBytes: 9_007_199_254_740_991n }] },
  pressure: { intervalMs: 4004, cpuSomeUs: 1_234_567n, cpuSomeAvg10E4: 25 },
  processes: {
    intervalMs: 10_001,
    total: 3,
    created: 99n,
    top: [
      {
        pid: 7,
        command: "node",
        user: "me",
        cpuUtilizationE4: 15_000,
        residentBytes: 8n,
        threads: 2,
        virtualBytes: 9n,
        startedAtMs: 1_700_000_000_000n,
        cpuMs: 1234n,
        pageFaults: 11n,
        majorPageFaults: 12n,
        readBytes: 13n,
        writeBytes: 0n,
        voluntaryContextSwitches: 15n,
        involuntaryContextSwitches: 16n,
        openFiles: 17,
      },
      { pid: 8 },
    ],
  },
  collector: {
    intervalMs: 10_002,
    cpuMs: 1500n,
    tickDelayMs: 3,
    modules: [{ module: "cpu", durationUs: 250, failures: 2n, failing: true, error: "no", source: "direct" }],
  },
});

describe("toModuleStates", () => {
  it("gives ratios, seconds, hertz and plain numbers", () => {
    expect(toModuleStates(full).cpu).toEqual({
      intervalMs: 4000,
      source: "direct",
      state: {
        utilization: 0.1234,
        userSeconds: 1.001,
        niceSeconds: 1.002,
        systemSeconds: 1.003,
        idleSeconds: 1.004,
        iowaitSeconds: 1.005,
        interruptSeconds: 1.006,
        softirqSeconds: 1.007,
        stealSeconds: 1.008,
        contextSwitches: 1009,
        interrupts: 1010,
        frequencyHertz: 2_400_000_000,
        cores: [
          { number: 0, utilization: 0.0001 },
          { number: 1, utilization: 1 },
        ],
      },
    });
    expect(toModuleStates(full).load).toEqual({
      intervalMs: 4001,
      source: "direct",
      state: { oneMinute: 0.07, fiveMinutes: 1.15, fifteenMinutes: 20.01, uptimeSeconds: 123.456 },
    });
  });

  it("keeps lists of entities in their order", () => {
    const states = toModuleStates(full);
    expect(states.filesystems?.state).toEqual([
      {
        mountpoint: "/",
        device: "/dev/vda1",
        type: "ext4",
        totalBytes: 1,
        usedBytes: 2,
        freeBytes: 3,
        availableBytes: 4,
        inodesTotal: 5,
        inodesFree: 6,
        utilization: 0.3333,
        readOnly: true,
      },
    ]);
    expect(states.sensors?.state).toEqual({
      temperatures: [{ sensor: "coretemp/Package id 0", celsius: 48.125 }],
      fans: [{ sensor: "nct/fan1", revolutionsPerMinute: 900 }],
    });
    expect(states.processes?.state.top).toEqual([
      {
        pid: 7,
        command: "node",
        user: "me",
        cpuUtilization: 1.5,
        residentBytes: 8,
        threads: 2,
        virtualBytes: 9,
        startedAtMs: 1_700_000_000_000,
        cpuSeconds: 1.234,
        pageFaults: 11,
        majorPageFaults: 12,
        readBytes: 13,
        writeBytes: 0,
        voluntaryContextSwitches: 15,
        involuntaryContextSwitches: 16,
        openFiles: 17,
      },
      expect.objectContaining({ pid: 8, pageFaults: 0 }),
    ]);
    expect(states.collector?.state).toMatchObject({
      cpuSeconds: 1.5,
      tickDelaySeconds: 0.003,
      modules: [{ module: "cpu", durationSeconds: 0.00025, failures: 2, failing: true, error: "no", source: "direct" }],
    });
    expect(states.pressure?.state).toMatchObject({ cpuSomeSeconds: 1.234567, cpuSomeAverage10s: 0.0025 });
  });

  it("leaves out what the event leaves out, and tells an absent rate from one of zero", () => {
    const states = toModuleStates(full);
    expect(states).not.toHaveProperty("memory");
    expect(states.disks?.state[0]).toMatchObject({ readBytesPerSecond: 0, readMerged: 0, writeMerged: 13 });
    expect(states.disks?.state[0]).not.toHaveProperty("writeBytesPerSecond");
    expect(states.network?.state[0]?.receiveBytes).toBe(Number.MAX_SAFE_INTEGER);
    expect(states.network?.state[0]).not.toHaveProperty("receiveBytesPerSecond");
    expect(toModuleStates(sampled({ cpu: {} })).cpu?.state).not.toHaveProperty("frequencyHertz");
    expect(states.processes?.state.top[1]).not.toHaveProperty("openFiles");
  });

  it("names the source of each module, the host itself where the event names none", () => {
    const states = toModuleStates(
      sampled({
        cpu: {},
        load: {},
        physicalDisks: {},
        sources: [
          { module: "load", source: "netdata" },
          { module: "physicalDisks", source: "systeminformation" },
          { module: "novelty", source: "netdata" },
        ],
      }),
    );
    expect(states.cpu?.source).toBe("direct");
    expect(states.load?.source).toBe("netdata");
    expect(states.physicalDisks?.source).toBe("systeminformation");
    expect(Object.keys(states)).toHaveLength(3);
  });

  it.each(modules)("maps every field of %s but the interval", (module) => {
    const fields = HostSampledSchema.fields.find((field) => field.localName === module)?.message?.fields ?? [];
    const state = toModuleStates(sampled({ [module]: {} }))[module]?.state;
    // Modules that are one list are that list; in the others each field of the message has its own.
    const listed = fields.filter((field) => field.name !== "interval_ms" && field.proto.proto3Optional !== true);
    const expected = Array.isArray(state) ? ["items"] : Object.keys(state ?? {});
    expect(listed).toHaveLength(expected.length);
  });

  it("scales without leaving traces of binary fractions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (stored) => {
        const { cpu, sensors } = toModuleStates(
          sampled({ cpu: { utilizationE4: stored }, sensors: { temperatures: [{ sensor: "a", celsiusE3: -stored }] } }),
        );
        expect(cpu?.state.utilization).toBe(Number(decimal(stored, 4)));
        expect(sensors?.state.temperatures[0]?.celsius).toBe(0 - Number(decimal(stored, 3)));
      }),
    );
  });
});

/** The decimal that a fixed-point integer stands for, written without arithmetic. */
function decimal(stored: number, places: number): string {
  const digits = String(stored).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
