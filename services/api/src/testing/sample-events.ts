import {
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  encodeHostSampled,
  encodeInventoryObserved,
  encodeLogLinesRead,
  type HostSampled,
  type InventoryObserved,
  type LogLinesRead,
} from "@statwire/events";

/** Where and when a sample event stands. */
export interface SamplePlace {
  bootId: number;
  sequence: number;
  observedAtMs: number;
  requested?: boolean;
  clearsHistory?: boolean;
}

const intervalMs = 4_000;
const gibibyte = 1024n ** 3n;

/** An event of the family `host` with every module, as a small two-core router would publish it. */
export function sampleHost(place: SamplePlace, cpuUtilization = 0.25): HostSampled {
  return decodeHostSampled(
    encodeHostSampled({
      ...placeOf(place),
      requested: place.requested ?? false,
      clearsHistory: place.clearsHistory ?? false,
      cpu: {
        intervalMs,
        utilizationE4: Math.round(cpuUtilization * 1e4),
        userMs: 1_000n * BigInt(place.sequence),
        systemMs: 500n * BigInt(place.sequence),
        idleMs: 8_000n * BigInt(place.sequence),
        frequencyHz: 1_800_123_456n,
        cores: [
          { number: 1, utilizationE4: 3_000 },
          { number: 0, utilizationE4: 2_000 },
        ],
      },
      load: { intervalMs, oneMinuteE2: 52, fiveMinutesE2: 41, fifteenMinutesE2: 30, uptimeMs: 86_400_500n },
      memory: {
        intervalMs,
        totalBytes: 8n * gibibyte,
        availableBytes: 6n * gibibyte,
        usedBytes: 2n * gibibyte,
        freeBytes: 4n * gibibyte,
        utilizationE4: 2_500,
      },
      swap: { intervalMs, totalBytes: gibibyte, usedBytes: gibibyte / 4n, freeBytes: gibibyte, utilizationE4: 2_500 },
      ...samplePeripherals(place.sequence),
    }),
  );
}

/** An inventory to go with it. */
export function sampleInventory(place: SamplePlace, hostname: string): InventoryObserved {
  return decodeInventoryObserved(
    encodeInventoryObserved({
      ...placeOf(place),
      hostname,
      osType: "linux",
      osName: "Debian GNU/Linux",
      osVersion: "12",
      kernelRelease: "6.1.0-18-arm64",
      architecture: "aarch64",
      cpuModel: "Cortex-A72",
      cpuLogicalCount: 2,
      cpuPhysicalCount: 2,
      memoryBytes: 8n * gibibyte,
      bootedAtMs: 1_795_000_000_123n,
      timezone: "UTC",
      collectorVersion: "0.1.0",
      runtime: "Node.js 20.20.2",
      nodeTags: ["edge", "arm"],
      nodeCountry: "DE",
      hardwareVendor: "Raspberry Pi Ltd",
      hardwareModel: "Raspberry Pi 4 Model B",
      interfaces: [
        { name: "lo", ipv4Addresses: ["127.0.0.1"], ipv6Addresses: ["::1"], up: true },
        {
          name: "eth0",
          macAddress: "dc:a6:32:00:00:01",
          ipv4Addresses: ["192.0.2.7"],
          ipv6Addresses: ["2001:db8::7", "fe80::1"],
          up: true,
        },
      ],
    }),
  );
}

/** Lines of a log from `firstLine` on, a millisecond apart. */
export function sampleLines(
  place: SamplePlace,
  firstLine: number,
  texts: readonly string[],
  more: { severity?: number; origin?: string; droppedLines?: bigint } = {},
): LogLinesRead {
  const { droppedLines = 0n, ...ofLines } = more;
  const lines = texts.map((text, index) => ({ text, atMs: BigInt(place.observedAtMs + index), ...ofLines }));
  return decodeLogLinesRead(
    encodeLogLinesRead({ ...placeOf(place), firstLine: BigInt(firstLine), droppedLines, lines }),
  );
}

/** The fields of an event that say where and when it stands. */
export function placeOf({ bootId, sequence, observedAtMs }: SamplePlace) {
  return { bootId: BigInt(bootId), sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
}

function samplePeripherals(sequence: number) {
  const traffic = 10_000n * BigInt(sequence);
  return {
    filesystems: {
      intervalMs: 30_000,
      items: [
        {
          mountpoint: "/",
          device: "/dev/mmcblk0p2",
          type: "ext4",
          totalBytes: 32_000_000_000n,
          usedBytes: 12_345_678_901n,
          freeBytes: 19_654_321_099n,
          availableBytes: 18_000_000_000n,
          utilizationE4: 4_069,
        },
        { mountpoint: "/mnt/share", device: "nas:/share", type: "nfs4", totalBytes: 1_000_000_000n },
      ],
    },
    disks: {
      intervalMs,
      items: [{ device: "mmcblk0", readBytes: traffic, writeBytes: 2n * traffic, readMerged: 7n, writeMerged: 8n }],
    },
    network: {
      intervalMs,
      items: [
        { name: "lo", receiveBytes: traffic, transmitBytes: traffic, receivePackets: 100n, transmitPackets: 100n },
        {
          name: "eth0",
          receiveBytes: 5n * traffic,
          transmitBytes: 3n * traffic,
          receivePackets: 4_000n,
          transmitPackets: 3_000n,
          receiveErrors: 1n,
          transmitErrors: 2n,
          receiveDropped: 3n,
          transmitDropped: 4n,
        },
      ],
    },
    sensors: {
      intervalMs: 10_000,
      temperatures: [
        { sensor: "nvme/Composite", celsiusE3: 30_000 },
        { sensor: "cpu_thermal/temp1", celsiusE3: 48_312 },
      ],
      fans: [],
    },
  };
}
