import { findMetric, type Metric } from "@statwire/events";
import {
  closeDay,
  closeHour,
  closeMonth,
  type History,
  hourlyRowsQuery,
  monthAfter,
  monthOf,
} from "@statwire/history-store";
import { dayMs, hourMs, type Subject, workspace } from "./readings.js";

/** Of every close that is made here; a position of the log in the product. */
export const version = 1;

/** The metric of a subject that is asked for. */
export const asked = {
  cpu: { name: "system.cpu.utilization", table: "host_cpu" },
  network: { name: "system.network.io", table: "host_network", attribute: "eth0:receive" },
} as const;

export function metricOf(subject: Subject): readonly [Metric, ...Metric[]] {
  const [first, ...others] = findMetric(asked[subject].name) ?? [];
  if (first === undefined) throw new Error(`${asked[subject].name} is not in the catalogue`);
  return [first, ...others];
}

/** Closes every hour of a day and then the day, as the product does. */
export async function closeWholeDay(history: History, startMs: number): Promise<void> {
  for (let at = startMs; at < startMs + dayMs; at += hourMs) await closeHour(history, { hourMs: at, version });
  await closeDay(history, { dayMs: startMs, version });
}

/**
 * The same of the asked metrics alone, with the product's query for hourly rows over 24 hours at once; the day is closed by
 * the product's own function.
 */
export async function closeDayOf(history: History, subjects: readonly Subject[], startMs: number): Promise<void> {
  for (const subject of subjects) {
    await history.client.command({
      query: `
        INSERT INTO metric_1h (${rowColumns}, version)
        SELECT ${rowColumns}, ${version} FROM (${hourlyRowsOf(subject, startMs)})`,
      clickhouse_settings: { async_insert: 0, deduplicate_insert_select: "disable", max_threads: 1 },
    });
  }
  await history.client.command({ query: RECORD_HOURS, query_params: { start: startMs / 1000 } });
  await closeDay(history, { dayMs: startMs, version });
}

const rowColumns =
  "workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts";

const RECORD_HOURS = `
  INSERT INTO rollup_closes (level, start, version, nodes)
  SELECT '1h', toDateTime({start:UInt32} + number * 3600, 'UTC'), ${version}, 0 FROM numbers(24)`;

function hourlyRowsOf(subject: Subject, startMs: number): string {
  const at = (ms: number) => `fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')`;
  return hourlyRowsQuery(asked[subject].table, metricOf(subject), {
    from: at(startMs),
    to: at(startMs + dayMs),
    scope: `AND workspace = '${workspace}'`,
  });
}

/**
 * Compares what the product has closed of a day with what `closeDayOf` would write of it.
 * @throws when a row differs, or when there are none
 */
export async function requireSameRows(history: History, subject: Subject, startMs: number): Promise<void> {
  // The last digits of a sum of fractions depend on the order in which they were added.
  const compared = rowColumns
    .replace("total", "toFloat32(total)")
    .replace("buckets, counts", "arraySort(arrayZip(buckets, counts))");
  const digest = (rows: string) =>
    `SELECT count() AS series, toString(sum(cityHash64(${compared}))) AS digest FROM (${rows})`;
  const closed = `
    SELECT * FROM metric_1h FINAL
    WHERE metric = '${asked[subject].name}' AND hour >= toDateTime(${startMs / 1000}, 'UTC')
        AND hour < toDateTime(${(startMs + dayMs) / 1000}, 'UTC')`;
  const query = `SELECT * FROM (${digest(closed)}) UNION ALL SELECT * FROM (${digest(hourlyRowsOf(subject, startMs))})`;
  const result = await history.client.query({ query, format: "JSONCompactEachRow" });
  const [one, other] = await result.json<[number, string]>();
  if (one === undefined || one[0] === 0 || String(one) !== String(other)) {
    throw new Error(`hours closed by the product (${one}) are not those closed at once (${other})`);
  }
}

export interface Year {
  /** Beginning of its first day (UTC), Unix milliseconds. */
  fromMs: number;
  days: number;
  nodes: number;
  /** The day that was closed, and of how many nodes. */
  ofDayMs: number;
  ofNodes: number;
}

/**
 * A year of closed days of many nodes, out of those of one day of some: each day and node takes one of them, all its values
 * times a factor of its own (its buckets shifted by up to ten, that is by 0.8 to 1.2), so that no two rows are the same. And
 * the hours of the first and the last week: between them a range of a year reads months and days alone. Months are closed by the
 * product.
 */
export async function spreadOverYear(history: History, year: Year): Promise<void> {
  for (let first = 0; first < year.days; first += daysPerInsert) {
    const parameters = {
      day: year.ofDayMs / 1000,
      from: year.fromMs / 1000 + first * 86_400,
      days: Math.min(daysPerInsert, year.days - first),
      nodes: year.nodes,
      ofNodes: year.ofNodes,
      metric: asked.cpu.name,
    };
    const run = (query: string) =>
      history.client.command({
        query,
        query_params: parameters,
        clickhouse_settings: { async_insert: 0, deduplicate_insert_select: "disable" },
      });
    await run(spreadStatement("metric_1d", "day"));
    const isEdge = first === 0 || first + daysPerInsert >= year.days;
    if (isEdge) await run(spreadStatement("metric_1h", "hour"));
    await run(RECORD_DAYS);
  }
  await closeMonthsOf(history, year);
}

/** Closes the whole months of a year, as the product does. */
async function closeMonthsOf(history: History, { fromMs, days }: Year): Promise<void> {
  const toMs = fromMs + days * dayMs;
  for (let startMs = monthOf(fromMs); monthAfter(startMs) <= toMs; startMs = monthAfter(startMs)) {
    if (startMs >= fromMs) await closeMonth(history, { monthMs: startMs, version });
  }
}

const daysPerInsert = 7;

/** How far apart two neighbouring buckets are (packages/history-store/src/rollups/buckets.ts). */
const gamma = 1.01 / 0.99;

function spreadStatement(table: string, column: "day" | "hour"): string {
  return `
    INSERT INTO ${table} (${rowColumns.replace("hour", column)}, version)
    SELECT workspace, metric, concat('load-', leftPad(toString(target.node_number), 4, '0')), attribute,
        ${column} + target.day_number * 86400 + (toInt64({from:UInt32}) - {day:UInt32}), n,
        total * factor, lo * factor, hi * factor, last * factor, increase * factor, seconds,
        arrayMap(b -> toInt16(if(b = 0, 0, b + shift)), buckets), counts, ${version}
    FROM (
        SELECT number % {nodes:UInt32} AS node_number, intDiv(number, {nodes:UInt32}) AS day_number,
            toUInt16((node_number + day_number * 7) % {ofNodes:UInt32}) AS number_of_base,
            toInt16(cityHash64(node_number, day_number, {from:UInt32}) % 21) - 10 AS shift, pow(${gamma}, shift) AS factor
        FROM numbers({nodes:UInt64} * {days:UInt64})
    ) AS target
    INNER JOIN (
        SELECT *, toUInt16(substring(node, 6)) AS number_of_base FROM ${table} FINAL
        WHERE workspace = '${workspace}' AND metric = {metric:String} AND number_of_base < {ofNodes:UInt32}
            AND ${column} >= toDateTime({day:UInt32}, 'UTC') AND ${column} < toDateTime({day:UInt32} + 86400, 'UTC')
    ) AS base USING (number_of_base)`;
}

const RECORD_DAYS = `
  INSERT INTO rollup_closes (level, start, version, nodes)
  SELECT '1h', toDateTime({from:UInt32} + number * 3600, 'UTC'), ${version}, 0 FROM numbers({days:UInt32} * 24)
  UNION ALL SELECT '1d', toDateTime({from:UInt32} + number * 86400, 'UTC'), ${version}, 0 FROM numbers({days:UInt32})`;
