import type { MetricTable, Module } from "@statwire/events";

/** The typed tables that hold states: some hold no metric. */
export type StateTable = MetricTable | "host_tasks" | "collector_configurations";

/** What a table's rows come from: a module, or an event that is about the node as a whole. */
export type Part = Module | "inventory" | "configuration";

/** What one typed table holds of a node's latest reading. */
export interface LatestRows {
  table: StateTable;
  /** The module of the event that it was read from. */
  module: Part;
  observedAtMs: number;
  /** Since the reading before; absent for the first one. */
  intervalMs?: number;
  /** Columns by name, as stored: integers before `scale`, 64-bit ones of surveys as texts. One row for each core, device, … */
  rows: Record<string, unknown>[];
  /** Identity of the event and the module's source, absent when it has left the history. */
  bootId?: number;
  sequence?: number;
  source?: string;
}

/**
 * What `SELECT *` of a typed table is to be, with the setting that belongs to it: numbers that are computed on reading are
 * told, too, and what is stored in their place is not (migration `0020_smaller_parts.sql`).
 */
export const allColumns = "* EXCEPT ('_rest$')";
export const allColumnsSettings = { asterisk_include_alias_columns: 1 } as const;
