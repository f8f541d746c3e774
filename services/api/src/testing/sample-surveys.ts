import {
  type CollectorConfigured,
  decodeCollectorConfigured,
  decodeHostSampled,
  encodeCollectorConfigured,
  encodeHostSampled,
  type HostSampled,
  modules,
  type surveyModules,
} from "@statwire/events";
import { placeOf, type SamplePlace } from "./sample-events.js";

export type Survey = (typeof surveyModules)[number];

type Samples = { [S in Survey]: NonNullable<NonNullable<Parameters<typeof encodeHostSampled>[0]>[S]> };

const minuteMs = 60_000;
const atMs = 1_795_000_000_000n;

const hardware = {
  gpus: {
    intervalMs: minuteMs,
    items: [
      {
        id: "0000:01:00.0",
        name: "NVIDIA RTX A2000",
        driver: "550.54",
        utilizationE4: 4_250,
        memoryTotalBytes: 12_884_901_888n,
        memoryUsedBytes: 3_221_225_472n,
        celsiusE3: 61_500,
        wattsE3: 48_250,
        limitWattsE3: 70_000,
        fanUtilizationE4: 3_300,
        clockHz: 1_200_000_000n,
        memoryClockHz: 6_000_000_000n,
      },
    ],
  },
  batteries: {
    intervalMs: minuteMs,
    mainsOnline: false,
    items: [
      {
        name: "BAT0",
        status: "discharging",
        chargeE4: 8_850,
        healthE4: 9_120,
        wattsE3: 8_750,
        voltsE3: 12_345,
        cycles: 217n,
        timeLeftMs: 14_400_000n,
        model: "45N1773",
      },
    ],
  },
  raids: {
    intervalMs: minuteMs,
    items: [
      {
        name: "md0",
        level: "raid1",
        state: "recovering",
        sizeBytes: 1_000_000_000_000n,
        devicesTotal: 2,
        devicesActive: 1,
        devicesFailed: 1,
        devicesSpare: 0,
        progressE4: 1_260,
        members: ["sda1", "sdb1"],
      },
    ],
  },
  physicalDisks: {
    intervalMs: 10 * minuteMs,
    items: [
      {
        device: "nvme0n1",
        model: "Samsung SSD 980",
        serial: "S64DNF0R123456",
        firmware: "3B4QFXO7",
        type: "nvme",
        sizeBytes: 500_107_862_016n,
        healthy: true,
        celsiusE3: 38_000,
        powerOnHours: 12_345n,
        powerCycles: 99n,
        reallocatedSectors: 1n,
        pendingSectors: 2n,
        uncorrectableErrors: 3n,
        enduranceUsedE4: 700,
        writtenBytes: 51_200_000_000n,
        readBytes: 102_400_000_000n,
      },
    ],
  },
  power: {
    intervalMs: minuteMs,
    voltages: [{ sensor: "nct6775/in0", voltsE3: 1_056 }],
    currents: [{ sensor: "psu/iout1", amperesE3: 8_100 }],
    draws: [{ sensor: "psu/pin", wattsE3: 96_500n }],
    energies: [{ sensor: "package-0", joulesE3: 1_234_567_890n }],
  },
} satisfies Partial<Samples>;

const system = {
  kernel: {
    intervalMs: minuteMs,
    openFiles: 3_040n,
    openFilesMax: 9_223_372_036_854_775_807n,
    conntrackEntries: 211n,
    conntrackMax: 262_144n,
    oomKills: 1n,
    threadsMax: 63_000n,
    pidsMax: 4_194_304n,
    entropyBits: 256,
    inodesAllocated: 54_321n,
  },
  connections: {
    intervalMs: minuteMs,
    items: [
      { transport: "tcp", state: "established", count: 12 },
      { transport: "tcp", state: "listen", count: 9 },
    ],
  },
  clock: {
    intervalMs: minuteMs,
    synchronized: true,
    offsetUs: -1_250n,
    rootDelayUs: 15_300n,
    rootDispersionUs: 2_100n,
    stratum: 3,
    frequencyErrorPpb: 12_345n,
    service: "chrony",
    reference: "ntp1.example.net",
  },
  users: {
    intervalMs: minuteMs,
    items: [{ user: "admin", terminal: "pts/0", remoteHost: "192.0.2.9", sinceMs: atMs, pid: 4_711 }],
  },
  updates: {
    intervalMs: 60 * minuteMs,
    manager: "apt",
    pending: 2,
    security: 1,
    rebootRequired: true,
    refreshedAtMs: atMs - 3_600_000n,
    items: [
      { package: "openssl", installedVersion: "3.0.14-1", candidateVersion: "3.0.15-1", security: true },
      { package: "vim", installedVersion: "9.0-1", candidateVersion: "9.0-2", security: false },
    ],
  },
} satisfies Partial<Samples>;

const workloads = {
  containers: {
    intervalMs: minuteMs,
    items: [
      {
        id: "3f4e8b1c9d2a",
        name: "web",
        image: "nginx:1.27",
        runtime: "docker",
        state: "running",
        health: "healthy",
        createdAtMs: atMs - 86_400_000n,
        startedAtMs: atMs - 80_000_000n,
        cpuMs: 123_456n,
        cpuUtilizationE4: 1_250,
        memoryBytes: 52_428_800n,
        workingSetBytes: 41_943_040n,
        memoryLimitBytes: 268_435_456n,
        pageFaults: 1_001n,
        diskReadBytes: 2_002n,
        diskWriteBytes: 3_003n,
        receiveBytes: 4_004n,
        transmitBytes: 5_005n,
        processes: 5,
        restarts: 1n,
      },
    ],
  },
  units: {
    intervalMs: minuteMs,
    systemState: "degraded",
    total: 180,
    active: 120,
    failed: 1,
    items: [
      {
        name: "backup.service",
        loadState: "loaded",
        activeState: "failed",
        subState: "failed",
        description: "Nightly backup",
        sinceMs: atMs - 7_200_000n,
        restarts: 3n,
      },
      {
        name: "apt.service",
        loadState: "loaded",
        activeState: "active",
        subState: "running",
        description: "Packages",
        sinceMs: atMs - 80_000_000n,
        restarts: 0n,
        cpuMs: 4_500n,
        memoryBytes: 8_388_608n,
        tasks: 1n,
      },
    ],
  },
  tasks: {
    intervalMs: minuteMs,
    items: [
      {
        name: "backup",
        kind: "cron",
        origin: "/etc/cron.d/backup",
        schedule: "0 3 * * *",
        user: "root",
        timezone: "Europe/Berlin",
        nextRunAtMs: atMs + 27_780_000n,
        lastRunAtMs: atMs - 58_620_000n,
      },
      {
        name: "broken",
        kind: "cron",
        origin: "/etc/crontab",
        schedule: "99 * * * *",
        user: "root",
        error: "no minute 99",
      },
    ],
  },
  alerts: {
    intervalMs: minuteMs,
    hostname: "router",
    items: [
      {
        id: "1712345678",
        name: "ram_in_use",
        status: "warning",
        value: 91.25,
        units: "%",
        info: "System memory utilization",
        chart: "system.ram",
        lastStatusChangeAtMs: atMs - 600_000n,
      },
    ],
  },
} satisfies Partial<Samples>;

/** Every survey, each of its fields with a value of its own. */
export const surveySamples: Samples = { ...hardware, ...system, ...workloads };

/**
 * The event of a survey's own family, as a small server would publish it.
 * @param more instead of the sample's own fields
 */
export function sampleSurvey(survey: Survey, place: SamplePlace, more: object = {}, source = "direct"): HostSampled {
  return decodeHostSampled(
    encodeHostSampled({
      ...placeOf(place),
      [survey]: { ...surveySamples[survey], ...more },
      sources: source === "direct" ? [] : [{ module: survey, source }],
    }),
  );
}

/** How the collector of the samples works. */
export function sampleConfiguration(place: SamplePlace, more: { sampling?: boolean } = {}): CollectorConfigured {
  return decodeCollectorConfigured(
    encodeCollectorConfigured({
      ...placeOf(place),
      sampling: more.sampling ?? true,
      baseIntervalMs: 4_000,
      modules: modules.map((module) => ({
        module,
        enabled: true,
        intervalMs: 4_000,
        sources: ["direct", "systeminformation", "netdata"],
      })),
      thresholds: [
        { metric: "cpu_usage", warning: 80, critical: 95 },
        { metric: "ram_usage", warning: 75, critical: 90 },
        { metric: "system_uptime", warning: 600, critical: 60, below: true },
      ],
      logs: [
        { name: "syslog", displayName: "System log", enabled: true, lineLimit: 100, redacts: true, kind: "file" },
        { name: "ssh.service", displayName: "SSH", enabled: false, lineLimit: 50, redacts: true, kind: "journald" },
      ],
      logIntervalMs: 30_000,
      netdataEnabled: true,
      netdataUrl: "http://127.0.0.1:19999",
    }),
  );
}
