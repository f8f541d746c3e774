import type { NodeConfiguration, NodeInventory } from "./dto-identity.js";
import type { ModuleReading, NodeModules } from "./dto-modules.js";

export interface NodeList {
  /** By name. */
  nodes: NodeSummary[];
  /** Pass it as `cursor` for the next page; null on the last. */
  next_cursor: string | null;
  /** With `at` alone. */
  past?: PastMoment;
}

/**
 * When it was like this, out of what is kept of the readings by now: also those that arrived later, and without those that have left,
 * so that a node or a module that had reported long before may be missing, or have no time.
 */
export interface PastMoment {
  at: string;
  readings_kept_since: string;
}

export interface NodeSummary {
  node: string;
  /** `up`: reported on time; `stale`: silent for more than three intervals; `never`: no reading is known. */
  status: "up" | "stale" | "never";
  /** When the newest reading was taken. */
  seen_at: string | null;
  /** Its shortest interval between readings. */
  interval_seconds: number | null;
  hostname: string | null;
  os: string | null;
  cpu_utilization: number | null;
  memory_utilization: number | null;
}

/** Everything that is known of a node, now or with `at` then. */
export interface NodeDetail {
  node: string;
  status: "up" | "stale" | "never";
  seen_at: string;
  modules: NodeModules;
  inventory?: ModuleReading<NodeInventory>;
  configuration?: ModuleReading<NodeConfiguration>;
  /** With `at` alone. */
  past?: PastMoment;
}
