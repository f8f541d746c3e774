import type { History } from "@statwire/history-store";
import { closeDay, closeHour, closeMonth, daysToClose, hoursToClose, monthsToClose } from "@statwire/history-store";
import { sleep } from "@statwire/runtime";
import type { Readings } from "./readings.js";
import { untilQuiet } from "./settled.js";

const storedWithinMs = 900_000;
const mergedWithinMs = 600_000;
const lookMs = 500;

/** Parts and trouble of a history, as it tells them itself. */
export interface HistoryState {
  activeParts: number;
  /** Of the table that has most. */
  partsOfOneTable: number;
  /** Bytes on disk of the rollups, and of all other tables. */
  readingBytes: number;
  rollupBytes: number;
  delayedInserts: number;
  rejectedInserts: number;
}

/** Readings that were published, and how many rows each of them makes in each typed table. */
export type Published = Pick<Readings, "events" | "rows">;

/** Waits until every typed table, and the table of events, has as many rows as the readings make. */
export async function untilStored(
  history: History,
  readings: readonly Published[],
  signal: AbortSignal,
): Promise<void> {
  const expected = rowsOf(readings);
  const deadlineMs = Date.now() + storedWithinMs;
  for (;;) {
    signal.throwIfAborted();
    const found = await rowsInParts(history);
    const missing = [...expected].find(([table, rows]) => (found.get(table) ?? 0) < rows);
    if (missing === undefined) return;
    const [table, rows] = missing;
    if (Date.now() > deadlineMs) throw new Error(`${table} holds ${found.get(table) ?? 0} of ${rows} rows`);
    await sleep(lookMs, signal);
  }
}

/** @throws when a table does not hold each row of the readings, once. */
export async function requireStored(history: History, readings: readonly Published[]): Promise<void> {
  for (const [table, expected] of rowsOf(readings)) {
    const found = await countRows(history, table);
    if (found !== expected) throw new Error(`${table} holds ${found} rows, ${expected} were published`);
  }
}

function rowsOf(readings: readonly Published[]): Map<string, number> {
  const rows = new Map([["host_events", 0]]);
  for (const one of readings) {
    for (const [table, perReading] of [["host_events", 1] as const, ...one.rows])
      rows.set(table, (rows.get(table) ?? 0) + one.events * perReading);
  }
  return rows;
}

/** How many events can be counted, of those that were published one after the other: none before them is missing. */
export async function eventsStored(history: History): Promise<number> {
  return (await rowsInParts(history)).get("host_events") ?? 0;
}

/** By table, without reading any of them. */
async function rowsInParts({ client }: History): Promise<Map<string, number>> {
  const query = `
    SELECT table, toUInt32(sum(rows)) AS rows FROM system.parts
    WHERE database = currentDatabase() AND active GROUP BY table`;
  const result = await client.query({ query, format: "JSONEachRow" });
  return new Map((await result.json<{ table: string; rows: number }>()).map(({ table, rows }) => [table, rows]));
}

/**
 * Closes every hour, day and month that is over, with the functions and in the order of the ingester.
 * @param receivedUpToMs all readings before it are stored [now]
 * @returns how many hours
 */
export async function closeAll(history: History, committedSeq: number, receivedUpToMs = Date.now()): Promise<number> {
  const nowMs = Date.now();
  const hours = await hoursToClose(history, { committedSeq, receivedUpToMs }, { graceMs: 0, nowMs });
  for (const hour of hours) await closeHour(history, hour);
  for (const day of await daysToClose(history, nowMs)) await closeDay(history, day);
  for (const month of await monthsToClose(history, { nowMs, monthsMax: 12 })) await closeMonth(history, month);
  return hours.length;
}

/** Waits until no merge is under way in any database. */
export async function untilMerged(history: History, signal: AbortSignal): Promise<void> {
  const query = "SELECT toUInt32(count()) AS merges FROM system.merges";
  const isQuiet = async () => (await firstRow<{ merges: number }>(history, query)).merges === 0;
  await untilQuiet(isQuiet, { withinMs: mergedWithinMs, signal, what: "ClickHouse" });
}

/** Merges each table's partitions into one part each, and waits for it. */
export async function mergeAll(history: History, signal: AbortSignal): Promise<void> {
  const query = `
    SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND active`;
  const result = await history.client.query({ query, format: "JSONEachRow" });
  for (const { table } of await result.json<{ table: string }>()) {
    signal.throwIfAborted();
    await history.client.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
  }
  await untilMerged(history, signal);
}

export async function historyState(history: History): Promise<HistoryState> {
  const parts = await firstRow<Omit<HistoryState, "delayedInserts" | "rejectedInserts">>(history, PARTS);
  return { ...parts, ...(await firstRow<Pick<HistoryState, "delayedInserts" | "rejectedInserts">>(history, REFUSALS)) };
}

function countRows(history: History, table: string): Promise<number> {
  return firstRow<{ rows: number }>(history, `SELECT toUInt32(count()) AS rows FROM ${table}`).then(({ rows }) => rows);
}

async function firstRow<Row>({ client }: History, query: string): Promise<Row> {
  const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<Row>();
  if (row === undefined) throw new Error(`no row: ${query}`);
  return row;
}

/** Bytes are those of files: marks and primary keys, too. */
const PARTS = `
  SELECT toUInt32(sum(parts)) AS activeParts, toUInt32(max(parts)) AS partsOfOneTable,
      toFloat64(sumIf(bytes, NOT startsWith(table, 'metric_'))) AS readingBytes,
      toFloat64(sumIf(bytes, startsWith(table, 'metric_'))) AS rollupBytes
  FROM (
      SELECT table, count() AS parts, sum(bytes_on_disk) AS bytes FROM system.parts
      WHERE database = currentDatabase() AND active GROUP BY table
  )`;

const REFUSALS = `
  SELECT toUInt32(sumIf(value, event = 'DelayedInserts')) AS delayedInserts,
      toUInt32(sumIf(value, event = 'RejectedInserts')) AS rejectedInserts
  FROM system.events`;
