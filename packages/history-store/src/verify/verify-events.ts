import type { History } from "../connect.js";
import { retainedTables } from "../schema/retention.js";

/** What is wrong between the events and the rows that they made. */
export type EventFault =
  /** The same number of the same run is stored more than once. */
  | "event doubled"
  /** Every row of a reading is stored more than once. */
  | "reading doubled"
  /** An event of the base interval has no row in any table. */
  | "event without rows"
  /** Rows that no event accounts for. */
  | "rows without event"
  /**
   * The events before and after have a row of a module, this one has not. A module that could not be read once looks
   * the same, so that this is no proof.
   */
  | "reading missing, perhaps";

export interface EventFinding {
  fault: EventFault;
  table: string;
  count: number;
  examples: { workspace: string; node: string; timeMs: number }[];
}

export interface EventsVerdict {
  /** Events that were looked at. */
  events: number;
  findings: EventFinding[];
}

export interface EventsRequest {
  /** Unix milliseconds, half-open. */
  fromMs: number;
  toMs: number;
  node?: string | undefined;
}

const examplesMax = 5;
/** The typed tables of readings. Other tables name their event, or are not of every event. */
const tables = Object.entries(retainedTables)
  .filter(([, { column, days }]) => column === "ts" && days === "rawDays")
  .map(([table]) => table);
/** Those with one row an event, whatever is found. */
const singleRowTables = [
  ...["host_cpu", "host_load", "host_memory", "host_swap"],
  ...["host_processes", "host_pressure", "host_sockets", "host_collector"],
];

/**
 * Compares the table of events with the typed tables, as far as these can tell: their rows name node and time of the
 * event, and not which modules it had. Changes nothing; a range that is being inserted into shows faults for a moment.
 */
export async function verifyEvents(history: History, request: EventsRequest): Promise<EventsVerdict> {
  const { node } = request;
  const parameters = { fromMs: request.fromMs, toMs: request.toMs, node: node ?? "" };
  const findings: EventFinding[] = [];
  for (const { fault, table, query } of checks(node)) {
    const [row] = await read<{ count: number; examples: [string, string, number][] }>(history, query, parameters);
    if (row === undefined || row.count === 0) continue;
    const examples = row.examples.map(([workspace, name, timeMs]) => ({ workspace, node: name, timeMs }));
    findings.push({ fault, table, count: row.count, examples });
  }
  const counted = `SELECT toUInt32(count()) AS events FROM host_events WHERE ${within("observed_at", node)}`;
  const [row] = await read<{ events: number }>(history, counted, parameters);
  return { events: row?.events ?? 0, findings };
}

interface Check {
  fault: EventFault;
  table: string;
  query: string;
}

function checks(node: string | undefined): Check[] {
  const events = "host_events";
  return [
    { fault: "event doubled", table: events, query: summary("observed_at", doubledEvents(node)) },
    { fault: "event without rows", table: events, query: summary("observed_at", eventsWithoutRows(node)) },
    { fault: "rows without event", table: events, query: summary("ts", rowsWithoutEvent(node)) },
    ...tables.map(
      (table): Check => ({ fault: "reading doubled", table, query: summary("ts", doubledReadings(table, node)) }),
    ),
    ...singleRowTables.map(
      (table): Check => ({
        fault: "reading missing, perhaps",
        table,
        query: summary("observed_at", missingReadings(table, node)),
      }),
    ),
  ];
}

function summary(time: string, found: string): string {
  return `
    SELECT toUInt32(count()) AS count,
        groupArray(${examplesMax})((toString(workspace), toString(node), toUnixTimestamp64Milli(${time}))) AS examples
    FROM (${found})`;
}

function doubledEvents(node: string | undefined): string {
  return `
    SELECT workspace, node, min(host_events.observed_at) AS observed_at FROM host_events
    WHERE ${within("host_events.observed_at", node)}
    GROUP BY workspace, node, family, boot_id, sequence HAVING count() > 1`;
}

/** Some tables may have two equal rows of one event; that all rows of a reading are there twice is the insert's doing. */
function doubledReadings(table: string, node: string | undefined): string {
  return `
    SELECT workspace, node, ts FROM (
        SELECT workspace, node, ts, count() AS rows FROM ${table}
        WHERE ${within("ts", node)}
        GROUP BY workspace, node, ts, sipHash64(formatRow('RowBinary', *))
    )
    GROUP BY workspace, node, ts HAVING min(rows) > 1`;
}

function eventsWithoutRows(node: string | undefined): string {
  return `
    SELECT workspace, node, observed_at FROM host_events
    WHERE ${within("observed_at", node)} AND family = 'host'
      AND (toString(workspace), toString(node), observed_at) NOT IN (${readingTimes(node)})`;
}

function rowsWithoutEvent(node: string | undefined): string {
  return `
    SELECT workspace, node, ts FROM (${readingTimes(node)})
    WHERE (workspace, node, ts) NOT IN (
        SELECT toString(workspace), toString(node), observed_at FROM host_events WHERE ${within("observed_at", node)})`;
}

function readingTimes(node: string | undefined): string {
  const each = tables.map(
    (table) =>
      `SELECT DISTINCT toString(${table}.workspace) AS workspace, toString(${table}.node) AS node, ts FROM ${table}
       WHERE ${within("ts", node)}`,
  );
  return each.join(" UNION DISTINCT ");
}

function missingReadings(table: string, node: string | undefined): string {
  const neighbours = ["isThere", "sequence"].flatMap((column) => [
    `lagInFrame(${column}) OVER w AS ${column}Before`,
    `leadInFrame(${column}) OVER w AS ${column}After`,
  ]);
  return `
    SELECT workspace, node, observed_at FROM (
        SELECT workspace, node, observed_at, isThere, sequence, ${neighbours.join(", ")}
        FROM (
            SELECT workspace, node, family, boot_id, sequence, observed_at,
                (workspace, node, observed_at) IN (SELECT workspace, node, ts FROM ${table} WHERE ${within("ts", node)})
                AS isThere
            FROM host_events WHERE ${within("observed_at", node)} AND startsWith(family, 'host')
        )
        WINDOW w AS (
            PARTITION BY workspace, node, family, boot_id ORDER BY sequence ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)
    )
    WHERE NOT isThere AND isThereBefore AND isThereAfter
      AND sequenceBefore + 1 = sequence AND sequenceAfter = sequence + 1`;
}

function within(column: string, node: string | undefined): string {
  const range = `${column} >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND ${column} < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;
  return node === undefined ? range : `${range} AND node = {node:String}`;
}

async function read<Row>({ client }: History, query: string, query_params: Record<string, unknown>): Promise<Row[]> {
  const result = await client.query({
    query,
    query_params,
    format: "JSONEachRow",
    clickhouse_settings: { max_threads: 1 },
  });
  return result.json<Row>();
}
