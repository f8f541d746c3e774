import { encodeHostSampled } from "@statwire/events";

/** What the readings of one simulated node differ in. */
export interface ReadingPlace {
  bootId: number;
  sequence: number;
  observedAtMs: number;
}

const intervalMs = 10_000;
const variants = Array.from({ length: 16 }, (_, index) => encodeModules(index * 600));

/**
 * Bytes of a `HostSampled` with about eighty numbers, as a server of four cores sends it. Protobuf takes fields in any
 * order, so what changes with each reading is encoded and the modules are appended.
 */
export function encodeReading({ bootId, sequence, observedAtMs }: ReadingPlace): Uint8Array {
  const place = encodeHostSampled({
    bootId: BigInt(bootId),
    sequence: BigInt(sequence),
    observedAtMs: BigInt(observedAtMs),
  });
  return Buffer.concat([place, variants[sequence % variants.length] ?? new Uint8Array()]);
}

function encodeModules(level: number): Uint8Array {
  const gibibyte = 1024n ** 3n;
  return encodeHostSampled({
    cpu: {
      intervalMs,
      utilizationE4: level,
      userMs: 1_000_000n,
      systemMs: 500_000n,
      idleMs: 8_000_000n,
      frequencyHz: 2_400_000_000n,
      cores: [0, 1, 2, 3].map((number) => ({ number, utilizationE4: level })),
    },
    load: { intervalMs, oneMinuteE2: level, fiveMinutesE2: 41, fifteenMinutesE2: 30, uptimeMs: 86_400_500n },
    memory: {
      intervalMs,
      totalBytes: 8n * gibibyte,
      availableBytes: 6n * gibibyte,
      usedBytes: 2n * gibibyte,
      freeBytes: 4n * gibibyte,
      utilizationE4: level,
    },
    swap: { intervalMs, totalBytes: gibibyte, usedBytes: gibibyte / 4n, freeBytes: gibibyte, utilizationE4: 2_500 },
    disks: {
      intervalMs,
      items: ["vda", "vdb"].map((device) => ({ device, readBytes: 123_456_789n, writeBytes: 987_654_321n })),
    },
    network: {
      intervalMs,
      items: ["lo", "eth0"].map((name) => ({
        name,
        receiveBytes: 7_777_777n,
        transmitBytes: 8_888_888n,
        receiveBytesPerSecond: 3_000n,
        transmitBytesPerSecond: 4_000n,
      })),
    },
    pressure: { intervalMs, cpuSomeUs: 5_000n, memorySomeUs: 6_000n, ioSomeUs: 7_000n },
    sockets: { intervalMs, used: 100, tcpEstablished: 10 },
  });
}
