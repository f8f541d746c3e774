import { encodeHostSampled } from "@statwire/events";
import { SimulatedHost } from "./simulated-host.js";

/**
 * Readings as hosts make them, repeatable from a seed. Where they are random, and how much, decides what they weigh when
 * they are stored, so it is stated here:
 *
 * - gauges (processor, memory, sockets, processes) follow a day's sine plus a walk whose step is drawn anew at every
 *   reading: between 4 bits a reading (processes) and 16 (pages of memory), log2(4.1 σ) for a step of σ stored units, that
 *   no codec can foresee;
 * - counters (network, disks, faults, pressure) grow by a rate that is log-normal around the node's own level (σ = 1):
 *   log2(median growth) + 2 bits, which is 3 for what is rare, 14 for packets and 23 for bytes of a network; one of four
 *   interfaces and one of three disks are idle and do not move;
 * - filesystems fill slowly: used bytes change at one reading in four, inodes at one in twenty; temperatures follow the
 *   processor, rounded to whole degrees as sensors do;
 * - sizes, names and limits are constant. Times are on the grid of the interval, without jitter.
 */
export interface HostLoadOptions {
  seed: number;
  nodes: number;
  /** Of the first reading of every node (Unix milliseconds). */
  firstAtMs: number;
  intervalMs: number;
  /** Number of the first reading of every node [1]. */
  firstSequence?: number;
  /** How the nodes' names begin [load-]. */
  prefix?: string;
}

export interface LoadEvent {
  node: string;
  observedAtMs: number;
  /** An encoded `HostSampled`. */
  bytes: Uint8Array;
}

/** Makes the readings of all nodes, tick by tick. */
export class HostLoad {
  readonly #options: HostLoadOptions;
  readonly #hosts: SimulatedHost[];
  #tick = 0;

  constructor(options: HostLoadOptions) {
    this.#options = options;
    this.#hosts = Array.from({ length: options.nodes }, (_, index) => new SimulatedHost(options.seed * 7_919 + index));
  }

  /** The next reading of every node. */
  next(): LoadEvent[] {
    const { firstAtMs, intervalMs, firstSequence = 1, prefix } = this.#options;
    const observedAtMs = firstAtMs + this.#tick * intervalMs;
    this.#tick += 1;
    const sequence = firstSequence + this.#tick - 1;
    return this.#hosts.map((host, index) => ({
      node: nodeName(index, prefix),
      observedAtMs,
      bytes: encodeHostSampled(host.read(observedAtMs, intervalMs, sequence)),
    }));
  }

  /** Numbers in one reading, each of which is stored: what is called a sample. */
  get samplesPerEvent(): number {
    return countSamples(new SimulatedHost(this.#options.seed).read(0, this.#options.intervalMs, 1));
  }
}

export function nodeName(index: number, prefix = "load-"): string {
  return `${prefix}${String(index).padStart(4, "0")}`;
}

/** Numbers of a message that are readings: not its identity, nor how often a module is read. */
export function countSamples(value: unknown, name = ""): number {
  if (typeof value === "number" || typeof value === "bigint") return identity.has(name) ? 0 : 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => sum + countSamples(item, key), 0);
}

const identity = new Set(["bootId", "sequence", "observedAtMs", "intervalMs", "number"]);
