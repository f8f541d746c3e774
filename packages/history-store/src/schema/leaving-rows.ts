import type { History } from "../connect.js";

/** A table that is to keep its rows for a shorter time. */
export interface ShortenedTable {
  table: string;
  /** The column that a row's age is counted from, or an expression of it. */
  column: string;
  /** Undefined: for ever. */
  daysBefore: number | undefined;
  days: number;
}

/** What a shorter retention deletes. */
export interface LeavingRows {
  table: string;
  daysBefore: number | undefined;
  days: number;
  rows: number;
  /** Time of the oldest of them, Unix milliseconds. */
  oldestMs: number;
}

/** Counts the rows that are older than a shortened retention, by table; tables without such rows are left out. */
export async function leavingRows(history: History, shortened: readonly ShortenedTable[]): Promise<LeavingRows[]> {
  const filled = new Set((await read<{ table: string }>(history, FILLED)).map(({ table }) => table));
  const tables = shortened.filter(({ table }) => filled.has(table));
  if (tables.length === 0) return [];
  const counted = await read<{ table: string; rows: number; oldestMs: number }>(
    history,
    tables.map(countQuery).join(" UNION ALL "),
  );
  const found = new Map(counted.map((row) => [row.table, row]));
  return tables.flatMap(({ table, daysBefore, days }) => {
    const { rows = 0, oldestMs = 0 } = found.get(table) ?? {};
    return rows === 0 ? [] : [{ table, daysBefore, days, rows, oldestMs }];
  });
}

async function read<Row>({ client }: History, query: string): Promise<Row[]> {
  return (await client.query({ query, format: "JSONEachRow" })).json<Row>();
}

function countQuery({ table, column, days }: ShortenedTable): string {
  return `
    SELECT '${table}' AS table, count() AS rows, toUnixTimestamp(min(toDateTime(${column}, 'UTC'))) * 1000 AS oldestMs
    FROM ${table} WHERE ${column} <= now() - toIntervalDay(${days})`;
}

const FILLED = `
  SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND active AND rows > 0`;
