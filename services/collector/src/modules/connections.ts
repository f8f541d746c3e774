import { closeSync, openSync, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { ModuleContext, ModuleReader } from "./module.js";
import { isAbsent } from "./proc-files.js";

/** Counts of sockets by the kernel's number of their state. */
export type StateCounts = Uint32Array;

/** About 400 000 sockets: more are an error rather than minutes of reading. */
const bytesMax = 64 * 1024 ** 2;

/** Other work gets its turn when reading has taken this long. */
const sliceMs = 10;

/** The kernel hands out a page per call; the clock is looked at once in so many calls. */
const readsPerLook = 16;

/**
 * Sockets by transport and state, of the network namespace that `host.networkRoot` shows: the host's, also when the
 * collector runs in a container with the host's /proc mounted and may read its process 1.
 */
export function openConnections({ host }: ModuleContext): ModuleReader<"connections"> {
  return {
    async sample() {
      const tcp = await countFiles([`${host.networkRoot}/tcp`, `${host.networkRoot}/tcp6`]);
      const udp = await countFiles([`${host.networkRoot}/udp`, `${host.networkRoot}/udp6`]);
      if (tcp === undefined && udp === undefined) return undefined;
      return {
        items: [
          ...(tcp === undefined ? [] : reportStates("tcp", tcpStates, tcp)),
          ...(udp === undefined ? [] : reportStates("udp", udpStates, udp)),
        ],
      };
    },
  };
}

/** Names by number (include/net/tcp_states.h), OpenTelemetry's where it has one. */
const tcpStates: Record<number, string> = {
  1: "established",
  2: "syn_sent",
  3: "syn_received",
  4: "fin_wait_1",
  5: "fin_wait_2",
  6: "time_wait",
  7: "closed",
  8: "close_wait",
  9: "last_ack",
  10: "listen",
  11: "closing",
  // Half-open ones, which the kernel shows with a number of their own.
  12: "syn_received",
};

/** A UDP socket either has a peer or has none. */
const udpStates: Record<number, string> = { 1: "established", 7: "unconnected" };

/** A count for every state, zeros too, so that a series does not end when the last socket leaves a state. */
export function reportStates(transport: string, names: Record<number, string>, counts: StateCounts) {
  const byName = new Map<string, number>();
  for (const [number, name] of Object.entries(names)) {
    byName.set(name, (byName.get(name) ?? 0) + (counts[Number(number)] ?? 0));
  }
  return Array.from(byName, ([state, count]) => ({ transport, state, count }));
}

async function countFiles(paths: readonly string[]): Promise<StateCounts | undefined> {
  let counts: StateCounts | undefined;
  for (const path of paths) {
    const file = open(path);
    if (file === undefined) continue;
    counts ??= new Uint32Array(256);
    try {
      await countFile(file, path, counts);
    } finally {
      closeSync(file);
    }
  }
  return counts;
}

/** Reads on in one buffer; a line that is cut by its end is moved to the front. */
async function countFile(file: number, path: string, counts: StateCounts): Promise<void> {
  const buffer = Buffer.allocUnsafe(65_536);
  let filled = 0;
  let total = 0;
  let heading = true;
  let sliceEndMs = performance.now() + sliceMs;
  for (let reads = 1; ; reads += 1) {
    const count = readSync(file, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
    total += count;
    if (total > bytesMax) throw new Error(`${path}: more than ${bytesMax / 1024 ** 2} MiB of sockets`);
    if (filled < buffer.length / 2) continue;
    const used = countStates(buffer.subarray(0, filled), heading, counts, path);
    heading &&= used === 0;
    buffer.copyWithin(0, used, filled);
    filled -= used;
    if (reads % readsPerLook === 0 && performance.now() > sliceEndMs) {
      await setImmediate();
      sliceEndMs = performance.now() + sliceMs;
    }
  }
  const used = countStates(buffer.subarray(0, filled), heading, counts, path);
  if (used < filled) throw new Error(`${path}: ends within a line`);
}

const newline = 0x0a;
const colon = 0x3a;
const space = 0x20;

/**
 * Counts the states of all whole lines and returns how many bytes those took. The first line is a heading when
 * `heading`. A line is `<n>: <address>:<port> <address>:<port> <state> …` (proc_pid_net(5)), addresses of 8 or of 32
 * hexadecimal digits, ports of 4, the state of 2. Nothing is allocated for a line: a busy host has 200 000 of them.
 * @throws Error naming `path` on a line that is not like that.
 */
export function countStates(bytes: Buffer, heading: boolean, counts: StateCounts, path: string): number {
  let start = 0;
  if (heading) {
    start = bytes.indexOf(newline) + 1;
    if (start === 0) return 0;
  }
  for (let end = bytes.indexOf(newline, start); end >= 0; end = bytes.indexOf(newline, start)) {
    const state = stateOfLine(bytes, start, end);
    if (state === undefined) {
      throw new Error(`${path}: cannot read "${bytes.toString("latin1", start, Math.min(end, start + 60))}"`);
    }
    counts[state] = (counts[state] ?? 0) + 1;
    start = end + 1;
  }
  return start;
}

function stateOfLine(bytes: Buffer, start: number, end: number): number | undefined {
  let at = start;
  while (at < end && bytes[at] !== colon) at += 1;
  const address = at + 2;
  for (const digits of [8, 32]) {
    if (bytes[address + digits] !== colon) continue;
    const state = address + 2 * (digits + 6);
    if (state + 2 > end || bytes[state - 1] !== space || bytes[state + 2] !== space) return undefined;
    const number = hexDigit(bytes[state]) * 16 + hexDigit(bytes[state + 1]);
    return Number.isNaN(number) ? undefined : number;
  }
  return undefined;
}

function hexDigit(character: number | undefined): number {
  if (character === undefined) return Number.NaN;
  if (character >= 0x30 && character <= 0x39) return character - 0x30;
  // Capitals, as the kernel writes them.
  return character >= 0x41 && character <= 0x46 ? character - 0x37 : Number.NaN;
}

/** Undefined where this kernel has no such transport (IPv6 switched off). */
function open(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
