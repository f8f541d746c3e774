import type { SeriesRequest as HistoryRequest, SeriesResult } from "@statwire/history-store";
import type { Stat } from "./parse-stats.js";

/** Which series to read, and what of them. */
export type SeriesRequest = Omit<HistoryRequest, "workspace" | "stats"> & { stats: readonly Stat[] };

/** Reads series from the history. Errors: `unavailable` problem while it cannot be reached. */
export type ReadSeries = (request: SeriesRequest) => Promise<SeriesResult>;
