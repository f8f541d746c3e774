import type { ClickHouseSettings } from "@clickhouse/client";
import { dayMs } from "../rollups/close-day.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { type ClosedTable, closedDays, closedHours, closedRowsQuery, rollupColumns } from "./closed-rows.js";
import type { ClosedUntil, ClosesRange } from "./closed-until.js";
import type { SeriesPlan } from "./plan-series.js";
import { grouping, instant, isOnePoint, ORDER, pointColumns, stepColumn } from "./series-points.js";
import { firstOf, rawRange, type SeriesSelection } from "./series-selection.js";
import { rollupStats, type SeriesStat } from "./series-stats.js";

interface Asked {
  stats: readonly SeriesStat[];
  asOfMs?: number | undefined;
  closed: ClosedUntil;
}

/**
 * Settings for reading so much. Little is shared out over all threads by 512 rows: two hundred buckets in each make a row as
 * much work as the thousands that the server would not share out by itself. A rate over 30 days of 100 nodes takes 24 ms for
 * 29, and no more of the processor. Much is read in blocks of 4 MB, not 1 MB: a year of 1 000 nodes takes 854 ms of the
 * processor for 919, but that rate would take 5 % more.
 */
export function rollupReads({ fromMs, toMs }: SeriesPlan, nodes: number): ClickHouseSettings {
  return (nodes * (toMs - fromMs)) / dayMs < muchNodeDays ? readBySeveral : readInLargeBlocks;
}

const muchNodeDays = 100_000;
const readBySeveral = { merge_tree_min_rows_for_concurrent_read: "512", merge_tree_min_bytes_for_concurrent_read: "1" };
const readInLargeBlocks = { preferred_block_size_bytes: "4000000" };

/** A query for the statistics of closed rollups, and of readings that are not closed; range and step as in `rawStatement`. */
export function rollupStatement(plan: SeriesPlan, selection: SeriesSelection, asked: Asked): string {
  return `
    SELECT
        node, attribute, ${pointColumns(plan)}, max(version), max(closed_ms), max(restated),
        ${rollupStats(asked.stats).join(", ")}
    FROM (
        SELECT *${stepColumn(plan, "toInt64(toUInt32(at)) * 1000")}
        FROM (${rollupRows(plan, selection, asked).join(" UNION ALL ")})
    )
    ${grouping(plan, "node, attribute")}
    ${ORDER}`;
}

/** Closed days, hours that are in no closed day that is read, and readings of hours that are not closed. */
function rollupRows(
  plan: SeriesPlan,
  selection: SeriesSelection,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): string[] {
  const { fromMs, toMs } = plan;
  const clamp = (ms: number) => Math.min(Math.max(ms, fromMs), toMs);
  const days = daysWithin(plan, { closed, asOfMs });
  const hoursEnd = Math.max(days.toMs, clamp(closed.hoursMs));
  const bounds = { from: instant(String(hoursEnd)), to: instant(String(toMs)) };
  const open = hourlyRowsQuery(firstOf(selection).table, selection.metrics, rawRange(selection, bounds, asOfMs));
  const closedRows = (table: ClosedTable, from: number, to: number) =>
    to > from
      ? [
          closedRowsQuery(table, {
            fromMs: from,
            toMs: to,
            asOfMs,
            recorded: closed.recorded,
            scope: selection.attributeScope,
          }),
        ]
      : [];
  return [
    ...closedRows(closedHours, fromMs, days.fromMs),
    ...closedRows(closedDays, days.fromMs, days.toMs),
    ...closedRows(closedHours, days.toMs, hoursEnd),
    ...(toMs > hoursEnd
      ? [
          `SELECT hour AS at, ${rollupColumns}, 0 AS version, 0 AS closed_ms, 0 AS restated FROM (${open}) WHERE 1 ${selection.attributeScope}`,
        ]
      : []),
  ];
}

/**
 * The closed days that are read, whose sums are those of their hours: all of a plan of days; and of one point over weeks
 * those that lie within it, a twenty-fourth of the rows. What was known at a time is read from the hours of then.
 */
function daysWithin(
  plan: SeriesPlan,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): { fromMs: number; toMs: number } {
  const { source, fromMs, toMs } = plan;
  if (source === "daily") return { fromMs, toMs: Math.min(Math.max(closed.daysMs, fromMs), toMs) };
  const fromDayMs = Math.ceil(fromMs / dayMs) * dayMs;
  const toDayMs = Math.min(Math.floor(toMs / dayMs) * dayMs, closed.daysMs);
  const insteadOfHours = isOnePoint(plan) && asOfMs === undefined && toDayMs - fromDayMs >= daysOfOnePointMs;
  return insteadOfHours ? { fromMs: fromDayMs, toMs: toDayMs } : { fromMs, toMs: fromMs };
}

/** The closes that a plan reads: none of hours whose days are read, but for the last days, which may not be closed yet. */
export function closesRange(plan: SeriesPlan): ClosesRange {
  const { fromMs, toMs } = plan;
  const days = daysWithin(plan, { closed: { hoursMs: toMs, daysMs: toMs } });
  return { fromMs, toMs, hoursLeftOut: { fromMs: days.fromMs, toMs: Math.max(days.fromMs, days.toMs - lateDaysMs) } };
}

/** So long ago a day has been closed, as a rule. */
const lateDaysMs = 3 * dayMs;

/** Below it an answer comes from hours soon enough, and says by itself which of them were closed again. */
const daysOfOnePointMs = 7 * dayMs;
