import { collector } from "./agents/collector.js";
import { cachedReadsRow } from "./api/cached-reads-row.js";
import { hotReadsRow } from "./api/hot-reads-row.js";
import { closeHourRow } from "./ingest/close-hour.js";
import { disk } from "./ingest/disk.js";
import { ingestBacklog } from "./ingest/ingest-backlog.js";
import { ingestLive } from "./ingest/ingest-live.js";
import { ingestSustained } from "./ingest/ingest-sustained.js";
import { liveCase } from "./ingest/live-case.js";
import { latency } from "./latency/latency.js";
import { overload } from "./overload/overload.js";
import { query30Days, queryYear } from "./queries/long-rows.js";
import { queryQuantiles } from "./queries/quantiles-row.js";
import { rebuildSnapshots } from "./rebuild/rebuild.js";
import type { Row } from "./row.js";
import { start } from "./start/start.js";

/** The table, in the order in which it is measured and printed. */
export const rows: readonly Row[] = [
  collector,
  latency,
  rebuildSnapshots,
  start,
  ingestSustained,
  ingestLive,
  ingestBacklog,
  liveCase,
  closeHourRow,
  disk,
  queryQuantiles,
  query30Days,
  queryYear,
  hotReadsRow,
  cachedReadsRow,
  overload,
];
