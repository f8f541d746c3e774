import type { Module } from "@statwire/events";
import type { Reading } from "../modules/module.js";

/** Where a module can be read from. `direct` is the host's own files and sockets. */
export const sourceNames = ["direct", "systeminformation", "netdata"] as const;

export type SourceName = (typeof sourceNames)[number];

/** One place that modules are read from. */
export interface Source {
  readonly name: SourceName;
  /** Modules it can serve. */
  readonly modules: ReadonlySet<Module>;
  /** Undefined: this host has no such thing there. Throws: cannot be read now. `monotonicMs` as in `ModuleReader`. */
  read<M extends Module>(module: M, monotonicMs: number): Reading<M> | undefined | Promise<Reading<M> | undefined>;
  /**
   * Another source is read from now on: what was kept of a module to compare the next reading with is forgotten, so that
   * a rate is never taken over the time in between.
   */
  forget?(module: Module): void;
  close(): void;
}
