import type { History } from "../connect.js";
import { dayMs } from "../rollups/close-day.js";
import { hourMs } from "../rollups/close-hour.js";
import type { FreshTables } from "./fresh-tables.js";

/** How a day of a table in use differs from the fresh one. */
export interface TableDifference {
  table: string;
  /** Rows that are missing, and rows that are there too often or should not be. */
  missingRows: number;
  surplusRows: number;
}

/** A day (UTC) in the tables in use, beside the fresh ones. */
export interface DayComparison {
  dayMs: number;
  rows: number;
  freshRows: number;
  /** Tables with rows other than the fresh ones. */
  differences: TableDifference[];
  /** Events of the tables in use that the fresh ones lack: their messages are not in the log, so the day must stay. */
  eventsBeyondLog: number;
}

type Table = FreshTables["tables"][number];

/**
 * Compares a day, row by row: digests of each hour first, then the rows of hours whose digests differ.
 * @param day Unix milliseconds of its start
 */
export async function compareFreshDay(history: History, fresh: FreshTables, day: number): Promise<DayComparison> {
  const comparison: DayComparison = { dayMs: day, rows: 0, freshRows: 0, differences: [], eventsBeyondLog: 0 };
  const [allFound, allWanted] = [
    await digests(history, fresh, "", day),
    await digests(history, fresh, fresh.prefix, day),
  ];
  for (const table of fresh.tables) {
    const found = allFound.get(table.name) ?? new Map<number, HourDigest>();
    const wanted = allWanted.get(table.name) ?? new Map<number, HourDigest>();
    comparison.rows += rowsOf(found);
    comparison.freshRows += rowsOf(wanted);
    const difference: TableDifference = { table: table.name, missingRows: 0, surplusRows: 0 };
    for (const hour of new Set([...found.keys(), ...wanted.keys()])) {
      if (found.get(hour)?.digest === wanted.get(hour)?.digest) continue;
      const { missingRows, surplusRows } = await differingRows(history, fresh, table, hour);
      difference.missingRows += missingRows;
      difference.surplusRows += surplusRows;
      if (table.name === "host_events") comparison.eventsBeyondLog += await eventsBeyondLog(history, fresh, hour);
    }
    if (difference.missingRows + difference.surplusRows > 0) comparison.differences.push(difference);
  }
  return comparison;
}

/**
 * Puts the fresh rows of a day in the place of a table's own. The server swaps the whole partition at once; whoever
 * reads sees the one or the other.
 */
export async function replaceDay(history: History, fresh: FreshTables, table: string, day: number): Promise<void> {
  const partition = `PARTITION '${new Date(day).toISOString().slice(0, 10)}'`;
  const source = fresh.tables.find(({ name }) => name === table);
  if (source === undefined) throw new Error(`${table} has no fresh table`);
  const [counted] = await read<{ rows: number }>(
    history,
    `SELECT toUInt32(count()) AS rows FROM ${fresh.prefix}${table} WHERE ${within(source.timeColumn)}`,
    { fromMs: day, toMs: day + dayMs },
  );
  // The server refuses to swap for nothing, and says to drop it instead.
  const change = counted?.rows === 0 ? `DROP ${partition}` : `REPLACE ${partition} FROM ${fresh.prefix}${table}`;
  await history.client.command({ query: `ALTER TABLE ${table} ${change}` });
}

interface HourDigest {
  table: string;
  /** Start of the hour, Unix seconds. */
  hour: number;
  rows: number;
  digest: string;
}

/** Of the tables with a prefix: each hour's digest, by table and hour. One statement, as there are many tables. */
async function digests(
  history: History,
  { tables }: FreshTables,
  prefix: string,
  day: number,
): Promise<Map<string, Map<number, HourDigest>>> {
  const each = tables.map(
    ({ name, timeColumn }) => `
      SELECT '${name}' AS table, toUnixTimestamp(toStartOfHour(toDateTime(${timeColumn}, 'UTC'))) AS hour,
          toUInt32(count()) AS rows, concat(toString(rows), ' ', toString(sum(${rowHash}))) AS digest
      FROM ${prefix}${name} WHERE ${within(timeColumn)} GROUP BY hour`,
  );
  const found = await read<HourDigest>(history, each.join(" UNION ALL "), { fromMs: day, toMs: day + dayMs });
  const byTable = new Map<string, Map<number, HourDigest>>();
  for (const row of found) byTable.set(row.table, (byTable.get(row.table) ?? new Map()).set(row.hour, row));
  return byTable;
}

async function differingRows(history: History, fresh: FreshTables, { name, timeColumn }: Table, hour: number) {
  const rows = (table: string, isFresh: 0 | 1) =>
    `SELECT ${rowHash} AS hash, ${isFresh} AS isFresh FROM ${table} WHERE ${within(timeColumn)}`;
  const [row] = await read<Omit<TableDifference, "table">>(
    history,
    `SELECT
         toUInt32(sum(if(wanted > found, wanted - found, 0))) AS missingRows,
         toUInt32(sum(if(found > wanted, found - wanted, 0))) AS surplusRows
     FROM (
         SELECT hash, sum(isFresh) AS wanted, count() - wanted AS found
         FROM (${rows(name, 0)} UNION ALL ${rows(`${fresh.prefix}${name}`, 1)})
         GROUP BY hash
     )`,
    { fromMs: hour * 1000, toMs: hour * 1000 + hourMs },
  );
  return { missingRows: row?.missingRows ?? 0, surplusRows: row?.surplusRows ?? 0 };
}

async function eventsBeyondLog(history: History, { prefix }: FreshTables, hour: number): Promise<number> {
  const identity = "toString(workspace), toString(node), toString(family), boot_id, sequence";
  const [row] = await read<{ n: number }>(
    history,
    `SELECT toUInt32(count()) AS n FROM host_events
     WHERE ${within("observed_at")} AND (${identity}) NOT IN (
         SELECT ${identity} FROM ${prefix}host_events WHERE ${within("observed_at")})`,
    { fromMs: hour * 1000, toMs: hour * 1000 + hourMs },
  );
  return row?.n ?? 0;
}

/** Of the stored bytes: NULL, arrays and tuples count as they are. */
const rowHash = "sipHash64(formatRow('RowBinary', *))";

function within(column: string): string {
  return `${column} >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND ${column} < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;
}

function rowsOf(found: ReadonlyMap<number, HourDigest>): number {
  return [...found.values()].reduce((sum, { rows }) => sum + rows, 0);
}

async function read<Row>({ client }: History, query: string, query_params: Record<string, number>): Promise<Row[]> {
  const clickhouse_settings = { max_threads: 1, max_bytes_before_external_group_by: "1000000000" };
  const result = await client.query({ query, query_params, format: "JSONEachRow", clickhouse_settings });
  return result.json<Row>();
}
