import type { HostSampled, Module } from "@statwire/events";
import type { Plain } from "../plain.js";
import type { SourceName } from "../sources/source.js";
import type { Host } from "./host.js";
import type { ProcFiles } from "./proc-files.js";
import type { TaskSettings } from "./tasks/task-settings.js";

/** What one reading of a module says: its sub-message of `HostSampled` without the interval. */
export type Reading<M extends Module> = Omit<Plain<NonNullable<HostSampled[M]>>, "intervalMs">;

/**
 * An open module. `sample` throws when the source is there but cannot be read or understood, and returns undefined
 * when this host has no such source. `monotonicMs` is a clock that never steps: rates are taken over it.
 */
export interface ModuleReader<M extends Module> {
  sample(monotonicMs: number): Reading<M> | undefined | Promise<Reading<M> | undefined>;
  /** Ends what the module holds open beside `ProcFiles` (a connection, a worker). */
  close?(): void;
}

/** What the enabled modules said on one tick; a module that is absent here or failed is missing. */
export type Readings = { [M in Module]?: Reading<M> | undefined };

/** The readings of one tick and where they are from; a module without a source here was read `direct`. */
export interface HostReading {
  readings: Readings;
  sources: { [M in Module]?: SourceName };
}

export type OpenModule<M extends Module> = (context: ModuleContext) => ModuleReader<M>;

export interface ModuleContext {
  host: Host;
  files: ProcFiles;
  /** Whether the settings in force want this item (a device, a mount point, …) of a module. */
  accepts(module: Module, name: string): boolean;
  /** True when the settings name this item in an include pattern, which outweighs a module's own choice. */
  includes(module: Module, name: string): boolean;
  topProcesses(): number;
  /** Time servers that may be asked, as `host` or `host:port`. */
  clockServers(): readonly string[];
  /** Sockets of container engines. */
  containerSockets(): readonly string[];
  tasks(): TaskSettings;
  /** Unix milliseconds. */
  nowMs(): number;
  /** That many bytes that nobody can guess, for answers to be recognized by. */
  randomBytes(size: number): Uint8Array;
  /** Time zone of this process, an IANA name. */
  timezone: string;
  health(): HealthCounters;
}

/**
 * A module reports at most this many of its items, the first ones: a host with thousands of virtual interfaces must not
 * make an event that no stream takes.
 */
export const itemsMax = 1000;

/** What the collector knows of itself; counters start with the run. */
export interface HealthCounters {
  sampledEvents: number;
  publishedEvents: number;
  droppedEvents: number;
  publishFailures: number;
  corruptSpoolRecords: number;
  spoolEvents: number;
  spoolBytes: number;
  tickDelayMs: number;
  modules: Reading<"collector">["modules"];
}

/** Before anything was published. */
export const noCounters: Omit<HealthCounters, "modules"> = {
  sampledEvents: 0,
  publishedEvents: 0,
  droppedEvents: 0,
  publishFailures: 0,
  corruptSpoolRecords: 0,
  spoolEvents: 0,
  spoolBytes: 0,
  tickDelayMs: 0,
};
