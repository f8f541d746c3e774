import type { ClickHouseSettings } from "@clickhouse/client";
import { dayMs } from "../rollups/close-day.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { type ClosedTable, closedRowsQuery, rollupColumns, type Span } from "./closed-rows.js";
import { type ClosedTile, closedTiles } from "./closed-tiles.js";
import type { ClosedUntil } from "./closed-until.js";
import type { SeriesPlan } from "./plan-series.js";
import { grouping, instant, ORDER, pointColumns, stepColumn } from "./series-points.js";
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

/** A year has days at both ends: one query for both is planned once. */
function spansByTable(tiles: readonly ClosedTile[]): [ClosedTable, [Span, ...Span[]]][] {
  const byTable = new Map<ClosedTable, [Span, ...Span[]]>();
  for (const { table, ...span } of tiles) {
    const spans = byTable.get(table);
    if (spans === undefined) byTable.set(table, [span]);
    else spans.push(span);
  }
  return [...byTable];
}

/** Closed months, days and hours, and readings of hours that are not closed. */
function rollupRows(
  plan: SeriesPlan,
  selection: SeriesSelection,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): string[] {
  const { attributeScope: scope } = selection;
  const tiles = closedTiles(plan, { closed, asOfMs });
  const closedEndMs = tiles.at(-1)?.toMs ?? plan.fromMs;
  const rows = spansByTable(tiles).map(([table, spans]) =>
    closedRowsQuery(table, { spans, asOfMs, recorded: closed.recorded, scope }),
  );
  if (closedEndMs >= plan.toMs) return rows;
  const bounds = { from: instant(String(closedEndMs)), to: instant(String(plan.toMs)) };
  const open = hourlyRowsQuery(firstOf(selection).table, selection.metrics, rawRange(selection, bounds, asOfMs));
  return [
    ...rows,
    `SELECT hour AS at, ${rollupColumns}, 0 AS version, 0 AS closed_ms, 0 AS restated FROM (${open}) WHERE 1 ${scope}`,
  ];
}
