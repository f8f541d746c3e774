import { Baseline, type Kept, perSecond } from "./baseline.js";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { int64, words } from "./proc-text.js";

/** Counters of one interface since it appeared. */
export interface InterfaceCounters {
  receiveBytes: number;
  receivePackets: number;
  receiveErrors: number;
  receiveDropped: number;
  transmitBytes: number;
  transmitPackets: number;
  transmitErrors: number;
  transmitDropped: number;
}

/** Network interfaces, the loopback included, from /proc/net/dev. */
export function openNetwork({ host, files, accepts }: ModuleContext): ModuleReader<"network"> {
  const baseline = new Baseline<Map<string, InterfaceCounters>>();
  return {
    sample(nowMs) {
      const text = files.text(`${host.networkRoot}/dev`);
      if (text === undefined) return undefined;
      const interfaces = parseNetwork(text, (name) => accepts("network", name));
      const before = baseline.before(nowMs);
      baseline.keep(nowMs, interfaces);
      return { items: Array.from(interfaces, ([name, now]) => reportInterface(name, now, before, nowMs)) };
    },
  };
}

/** Interfaces by name, below the two heading lines. @throws Error on a line with fewer than sixteen counters. */
export function parseNetwork(text: string, wanted: (name: string) => boolean): Map<string, InterfaceCounters> {
  const interfaces = new Map<string, InterfaceCounters>();
  for (const line of text.split("\n").slice(2)) {
    // The last colon: an alias has one in its name (eth0:1), and no counter has any.
    const colon = line.lastIndexOf(":");
    const name = line.slice(0, colon).trim();
    if (colon < 0 || !wanted(name) || interfaces.size === itemsMax) continue;
    const counters = words(line.slice(colon + 1)).map(Number);
    if (counters.length < 16 || counters.some(Number.isNaN)) throw new Error(`net/dev: ${name} has too few counters`);
    interfaces.set(name, toCounters(counters));
  }
  return interfaces;
}

function toCounters(counters: readonly number[]): InterfaceCounters {
  const at = (index: number) => counters[index] ?? 0;
  return {
    receiveBytes: at(0),
    receivePackets: at(1),
    receiveErrors: at(2),
    receiveDropped: at(3),
    transmitBytes: at(8),
    transmitPackets: at(9),
    transmitErrors: at(10),
    transmitDropped: at(11),
  };
}

export function reportInterface(
  name: string,
  now: InterfaceCounters,
  before: Kept<Map<string, InterfaceCounters>> | undefined,
  nowMs: number,
) {
  const earlier = before?.reading.get(name);
  const elapsedMs = nowMs - (before?.atMs ?? nowMs);
  // One counter that went back means a new interface under the old name: none of its differences counts.
  const reset =
    earlier !== undefined && (now.receiveBytes < earlier.receiveBytes || now.transmitBytes < earlier.transmitBytes);
  const receive = reset ? undefined : perSecond(now.receiveBytes, earlier?.receiveBytes, elapsedMs);
  const transmit = reset ? undefined : perSecond(now.transmitBytes, earlier?.transmitBytes, elapsedMs);
  return {
    name,
    receiveBytes: int64(now.receiveBytes),
    transmitBytes: int64(now.transmitBytes),
    receivePackets: int64(now.receivePackets),
    transmitPackets: int64(now.transmitPackets),
    receiveErrors: int64(now.receiveErrors),
    transmitErrors: int64(now.transmitErrors),
    receiveDropped: int64(now.receiveDropped),
    transmitDropped: int64(now.transmitDropped),
    ...(receive === undefined ? {} : { receiveBytesPerSecond: int64(receive) }),
    ...(transmit === undefined ? {} : { transmitBytesPerSecond: int64(transmit) }),
  };
}
