import type { Metric } from "@statwire/events";
import type { Stat } from "./parse-stats.js";

/** Which series to read, and what of them. */
export interface SeriesRequest {
  nodes: readonly string[];
  /** Every catalogue entry of one name. */
  metric: readonly [Metric, ...Metric[]];
  /** Only these attribute texts; every one when undefined. */
  attributes?: readonly string[];
  fromMs: number;
  toMs: number;
  stepMs: number;
  stats: readonly Stat[];
}

/** One series; values are in the metric's unit and in the order of the request's statistics. */
export interface SeriesData {
  node: string;
  attribute: string;
  summary: readonly (number | null)[];
  points: readonly { atMs: number; values: readonly (number | null)[] }[];
}

/** Reads series from the history. Errors: `unavailable` problem while it cannot be reached. */
export type ReadSeries = (request: SeriesRequest) => Promise<readonly SeriesData[]>;
