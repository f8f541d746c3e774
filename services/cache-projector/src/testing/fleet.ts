import type { EventLog } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled, encodeInventoryObserved, telemetrySubject } from "@statwire/events";

type HostInit = Parameters<typeof encodeHostSampled>[0];

/** A collector as the log sees it: numbers its events and publishes them on its live lanes. */
export interface TestNode {
  readonly node: string;
  /** Publishes one event of a family with these modules; returns its sequence. */
  host(family: string, observedAtMs: number, init: HostInit): Promise<number>;
  inventory(observedAtMs: number): Promise<number>;
  /** Publishes the last event of a family once more, as a collector does that lost the answer. */
  again(family: string): Promise<void>;
  /** Publishes bytes as they are. */
  raw(family: string, payload: Uint8Array): Promise<void>;
}

export const workspace = "default";

export function createTestNode(eventLog: EventLog, node: string, bootId = 1_700_000_000_000n): TestNode {
  const sequences = new Map<string, number>();
  const last = new Map<string, Uint8Array>();
  const next = (family: string) => {
    const sequence = (sequences.get(family) ?? 0) + 1;
    sequences.set(family, sequence);
    return sequence;
  };
  async function publish(family: string, payload: Uint8Array): Promise<void> {
    last.set(family, payload);
    await eventLog.jetstream.publish(telemetrySubject({ workspace, node, lane: "live", family }), payload);
  }
  return {
    node,
    async host(family, observedAtMs, init) {
      const sequence = next(family);
      const event = { ...init, bootId, sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
      await publish(family, encodeFrames([encodeHostSampled(event)]));
      return sequence;
    },
    async inventory(observedAtMs) {
      const sequence = next("inventory");
      const place = { bootId, sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
      const interfaces = [{ name: "eth0", ipv4Addresses: ["10.0.0.1"], up: true }];
      await publish("inventory", encodeFrames([encodeInventoryObserved({ ...place, hostname: node, interfaces })]));
      return sequence;
    },
    again: (family) => publish(family, last.get(family) ?? new Uint8Array()),
    raw: (family, payload) => publish(family, payload),
  };
}

/** Every module of the base interval, the size of a small server's. */
export function baseModules(level: number): HostInit {
  const intervalMs = 4_000;
  return {
    cpu: {
      intervalMs,
      utilizationE4: level,
      userMs: 1_000n,
      idleMs: 5_000n,
      cores: Array.from({ length: 8 }, (_, number) => ({ number, utilizationE4: level })),
    },
    load: { intervalMs, oneMinuteE2: level, fiveMinutesE2: 50, fifteenMinutesE2: 25, uptimeMs: 123_456n },
    memory: { intervalMs, totalBytes: 8_000_000_000n, usedBytes: 4_000_000_000n, utilizationE4: 5_000 },
    swap: { intervalMs, totalBytes: 1_000_000n, utilizationE4: 100 },
    disks: { intervalMs, items: [{ device: "vda", readBytes: 1n, writeBytes: 2n }, { device: "vdb" }] },
    network: { intervalMs, items: [{ name: "lo" }, { name: "eth0", receiveBytes: 7n, receiveBytesPerSecond: 3n }] },
    pressure: { intervalMs, cpuSomeUs: 5n },
    sockets: { intervalMs, used: 100, tcpEstablished: 10 },
  };
}
