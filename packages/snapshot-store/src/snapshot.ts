import type { Family, Module } from "@statwire/events";
import type { ModuleStates } from "./state.js";
import type { ConfigurationState, InventoryState } from "./state-node.js";

export interface NodeName {
  workspace: string;
  node: string;
}

/**
 * Where an event stands among those of its family: later is a higher `bootId`, or the same and a higher `sequence`.
 * Both are at most `positionMax`.
 */
export interface Position {
  bootId: number;
  sequence: number;
}

/** One module as it was last read. */
export interface Reading<State> extends Position {
  observedAtMs: number;
  /** How often the module is read. */
  intervalMs: number;
  /** Where it was read: `direct` (the host itself), `systeminformation`, `netdata`, or what a later collector says. */
  source: string;
  state: State;
}

export type ModuleReadings = { [M in Module]?: Reading<ModuleStates[M]> };

export interface NodeSnapshot extends NodeName {
  /** Grows whenever a part of the snapshot is replaced; compare two of one node with `<` and `===` (see `versionOf`). */
  version: string;
  /** When the newest part was observed. */
  seenAtMs: number;
  modules: ModuleReadings;
  /** As the event has it: `intervalMs` is 0, because inventory has no cadence. */
  inventory?: Reading<InventoryState>;
  /** How the collector works; `intervalMs` is 0 here, too. */
  configuration?: Reading<ConfigurationState>;
  /** The last event of each family that is folded in, so that a reader can wait for one. */
  families: Record<Family, Position>;
}

/** One sample of the short history; a value is absent when its module was not read with the others. */
export interface Headline {
  observedAtMs: number;
  cpuUtilization?: number;
  memoryUtilization?: number;
  swapUtilization?: number;
}

/** What the store folds: one event of one node, already in base units. */
export interface NodeEvent extends NodeName, Position {
  family: Family;
  observedAtMs: number;
  requested: boolean;
  clearsHistory: boolean;
  modules: { [M in Module]?: { intervalMs: number; source: string; state: ModuleStates[M] } };
  inventory?: InventoryState;
  configuration?: ConfigurationState;
}

/**
 * The highest boot id and sequence that are folded: 2^48. Sums over a node's parts then stay below 2^53, up to which
 * Lua's and JavaScript's doubles hold every integer, as long as there are fewer than 32 parts: today 26 modules, the
 * inventory and the configuration. As milliseconds it is the year 10889.
 */
export const positionMax = 2 ** 48;
