import { SimulatedHost } from "../../load/simulated-host.js";

export type Reading = ReturnType<SimulatedHost["read"]>;

/** The part of a reading that makes a snapshot of 59 stored numbers: processor with 4 cores, load, memory, and one each of filesystems, disks and interfaces. */
export function toSnapshot({ bootId, sequence, observedAtMs, ...modules }: Reading) {
  const { cpu, load, memory, filesystems, disks, network } = modules;
  return {
    ...{ bootId, sequence, observedAtMs, cpu, load, memory },
    filesystems: { ...filesystems, items: filesystems.items.slice(0, 1) },
    disks: { ...disks, items: disks.items.slice(0, 1) },
    // The first interface is the loopback one.
    network: { ...network, items: network.items.slice(1, 2) },
  };
}

export interface FleetOptions {
  nodes: number;
  seed: number;
  intervalMs: number;
  /** What of a whole reading is sent. */
  shape(reading: Reading): object;
}

/** Simulated hosts that are read together; what is random in their readings says `HostLoad`. */
export class ReadingFleet {
  readonly options: FleetOptions;
  readonly #hosts: SimulatedHost[];
  #sequence = 0;

  constructor(options: FleetOptions) {
    this.options = options;
    this.#hosts = Array.from({ length: options.nodes }, (_, index) => new SimulatedHost(options.seed * 7_919 + index));
  }

  /** Of the latest readings; the first are number 1. */
  get sequence(): number {
    return this.#sequence;
  }

  /** A reading of each host, in their order. */
  *read(observedAtMs: number): Generator<object> {
    this.#sequence += 1;
    const { intervalMs, shape } = this.options;
    for (const host of this.#hosts) yield shape(host.read(observedAtMs, intervalMs, this.#sequence));
  }
}
