export { confirmedGaps } from "./completeness/confirmed-gaps.js";
export { type CountedEvents, countedEvents } from "./completeness/counted-events.js";
export { type DroppedEvents, droppedEvents, explainGap } from "./completeness/dropped-events.js";
export { type IntegrityEvent, integrityEvents } from "./completeness/integrity-events.js";
export { common, countOf, type Interval, merged, without } from "./completeness/intervals.js";
export { lineGaps, logFamilyPrefix } from "./completeness/line-gaps.js";
export { type LogCompleteness, logCompleteness, type NodeLogs } from "./completeness/log-completeness.js";
export { acknowledgedApart, gapWithout } from "./completeness/narrow-gap.js";
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
export { reachedGaps, reachedLineGaps } from "./completeness/reached-gaps.js";
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
export { isReachable } from "./ingest/is-reachable.js";
export { reachedTableNames } from "./ingest/reached-tables.js";
export { type RepairedTable, restoreLanded, type SettleOutcome, settleLanded } from "./ingest/settle-landed.js";
export {
  attachAll,
  type BrokenPart,
  brokenParts,
  dropPartSetAside,
  endFormerRepairs,
  loadPartsAnew,
  partsSetAside,
  rowsOfPartitions,
  setBrokenAside,
} from "./parts/broken-parts.js";
export { refusedWrites } from "./parts/refused-writes.js";
export type { AsOfRefusal } from "./queries/as-of.js";
export { type AuditPlace, type AuditRequest, type AuditRow, auditRowsMax, readAudit } from "./queries/audit.js";
export { type DocumentRevision, documentRevisionsMax, readDocumentRevisions } from "./queries/document-revisions.js";
export { type DocumentsAtRequest, type DocumentThen, documentsAt, newestRevision } from "./queries/documents-at.js";
export { eventPositions } from "./queries/event-positions.js";
export { isEmpty } from "./queries/is-empty.js";
export { latestNodeState, type StateRange } from "./queries/latest-node-state.js";
export { latestOfNodes, type NodesThen } from "./queries/latest-of-nodes.js";
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
  type ClosedVersion,
  metricSeries,
  type Point,
  type SeriesData,
  type SeriesRequest,
  type SeriesResult,
} from "./queries/metric-series.js";
export { metricSummary, type SeriesSummary } from "./queries/metric-summary.js";
export { type KnownNode, knownNode, nodes } from "./queries/nodes.js";
export { lastSeenAt, type NodeThen, nodesKnownAt } from "./queries/nodes-at.js";
export { planSeries, pointsMax, type SeriesPlan, type SeriesSource } from "./queries/plan-series.js";
export { type SeriesIdentity, seriesAttributes } from "./queries/series-attributes.js";
export type { SelectionRequest } from "./queries/series-selection.js";
export type { SeriesStat } from "./queries/series-stats.js";
export { startedAtMs } from "./queries/started-at.js";
export { type EventIdentity, type Finding, storedEvents, storedEventsMax } from "./queries/stored-events.js";
export { type TableSize, tableSizes } from "./queries/table-sizes.js";
export {
  compareFreshDay,
  type DayComparison,
  replaceDay,
  type TableDifference,
} from "./rebuild/fresh-days.js";
export {
  createFreshTables,
  dropFreshTables,
  type FreshTables,
  freshEvents,
  insertFresh,
  rebuiltKinds,
} from "./rebuild/fresh-tables.js";
export { closeDay, type DayClose } from "./rollups/close-day.js";
export { closeHour, type HourClose, hasRollup, type NodeKey } from "./rollups/close-hour.js";
export { closeMonth, type MonthClose, monthAfter, monthOf } from "./rollups/close-month.js";
export { daysToClose, hoursToClose, monthsToClose, type Position } from "./rollups/due.js";
export { hourlyRowsQuery } from "./rollups/hourly-rows.js";
export { checkDeduplicationWindows, DeduplicationWindowError } from "./schema/deduplication-windows.js";
export type { LeavingRows } from "./schema/leaving-rows.js";
export { MigrationError, migrate, migrationState, unappliedMigrations } from "./schema/migrate.js";
export {
  type OnShortened,
  type RetentionDifference,
  RetentionError,
  retentionDifferences,
} from "./schema/retention.js";
export { keptSince } from "./schema/retention-changes.js";
export { type HistorySettings, historySettings, toHistoryOptions, unsafeHistorySettings } from "./settings.js";
export type { EventName } from "./trace/event-name.js";
export { type ReportOfEvent, reportOfEvent } from "./trace/reported-missing.js";
export { type RollupOfEvent, type RollupRequest, rollupOfEvent } from "./trace/rollup-of-event.js";
export { type StoredEvent, storedEvent } from "./trace/stored-event.js";
export { type GivenUpLines, type LineName, type StoredLogLine, storedLine } from "./trace/stored-line.js";
export { type TypedRows, typedRows } from "./trace/typed-rows.js";
export { type ClosedRollup, type Comparable, comparableRollups } from "./verify/closed-rollups.js";
export type { NodeDifference, SeriesDifference, SeriesNumbers } from "./verify/difference.js";
export { repairDay, repairHour, repairMonth } from "./verify/repair-rollups.js";
export { type Suspect, suspectedRollups, suspectRollups } from "./verify/suspects.js";
export { type EventFault, type EventFinding, type EventsVerdict, verifyEvents } from "./verify/verify-events.js";
export { runsOfHours, type Verdict, verifyDay, verifyHours, verifyMonth } from "./verify/verify-rollups.js";
