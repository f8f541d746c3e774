export { confirmedGaps } from "./completeness/confirmed-gaps.js";
export { type IntegrityEvent, integrityEvents } from "./completeness/integrity-events.js";
export { common, countOf, type Interval, merged, without } from "./completeness/intervals.js";
export { gapWithout } from "./completeness/narrow-gap.js";
export {
  type CompletenessRequest,
  type FamilyCompleteness,
  lateAfterMs,
  type NodeCompleteness,
  nodeCompleteness,
} from "./completeness/node-completeness.js";
export { type NodeName, nodesAfter } from "./completeness/nodes-after.js";
export { isOutstanding, outstandingMs } from "./completeness/outstanding.js";
export { presentSequences } from "./completeness/present-sequences.js";
export { type RecentReach, recentReach } from "./completeness/recent-reach.js";
export {
  type GapScope,
  gapsMax,
  type SequenceGap,
  type SequenceLine,
  sequenceGaps,
} from "./completeness/sequence-gaps.js";
export { connectHistory, type History, type HistoryOptions, type Retention } from "./connect.js";
export { type FrozenHistory, type FrozenPartition, prepareFreeze } from "./copy/freeze.js";
export { NotEmptyError, prepareToReceive, type ReceivingHistory } from "./copy/put-back.js";
export { type InsertOutcome, insertLanded, type LandedInsert } from "./ingest/insert-landed.js";
export { type RepairedTable, type SettleOutcome, settleLanded } from "./ingest/settle-landed.js";
export { eventPositions } from "./queries/event-positions.js";
export { isEmpty } from "./queries/is-empty.js";
export { latestNodeState } from "./queries/latest-node-state.js";
export type { LatestRows, StateTable } from "./queries/latest-rows.js";
export {
  type HistoricLine,
  type LogLinesRequest,
  logLines,
  logLinesMax,
  logTextCharactersMax,
  logTextsMax,
} from "./queries/log-lines.js";
export { logLinesAfter } from "./queries/log-lines-after.js";
export { type KnownLog, logs } from "./queries/logs.js";
export {
  metricSeries,
  type Point,
  type SeriesData,
  type SeriesRequest,
  type SeriesResult,
} from "./queries/metric-series.js";
export { metricSummary, type SeriesSummary } from "./queries/metric-summary.js";
export { type KnownNode, nodes } from "./queries/nodes.js";
export { planSeries, pointsMax, type SeriesPlan, type SeriesSource } from "./queries/plan-series.js";
export { type SeriesIdentity, seriesAttributes } from "./queries/series-attributes.js";
export type { SelectionRequest } from "./queries/series-selection.js";
export type { SeriesStat } from "./queries/series-stats.js";
export { startedAtMs } from "./queries/started-at.js";
export { type EventIdentity, storedEvents, storedEventsMax } from "./queries/stored-events.js";
export { type TableSize, tableSizes } from "./queries/table-sizes.js";
export { closeDay } from "./rollups/close-day.js";
export { closeHour, type HourClose, type NodeKey } from "./rollups/close-hour.js";
export { daysToClose, hoursToClose, type Position } from "./rollups/due.js";
export { checkDeduplicationWindows, DeduplicationWindowError } from "./schema/deduplication-windows.js";
export { MigrationError, migrate, migrationState, unappliedMigrations } from "./schema/migrate.js";
export { type RetentionDifference, RetentionError, retentionDifferences } from "./schema/retention.js";
export { type HistorySettings, historySettings, toHistoryOptions } from "./settings.js";
