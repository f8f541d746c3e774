import type { ClickHouseClient } from "@clickhouse/client";
import type { Findings } from "./findings.js";
import { typedTables } from "./table-rows.js";
import { identityText, type Truth } from "./truth.js";

/** What of the history has to follow from the log. */
export interface StoredHistory {
  /** `stream sequence/index` of each row by the identity of its event. */
  events: Map<string, string[]>;
  rows: Map<string, { rows: number; timesMs: bigint }>;
  /** Per node and log: rows, different line numbers, and the sum of the numbers. */
  logs: Map<string, { rows: number; lines: number; sum: bigint }>;
}

/** Reads it, of one workspace. */
export async function readHistory(history: ClickHouseClient): Promise<StoredHistory> {
  const events = new Map<string, string[]>();
  for (const row of await rowsOf<Record<"node" | "family" | "bootId" | "sequence" | "observedAtMs" | "place", string>>(
    history,
    EVENTS,
  )) {
    const key = identityText(row);
    events.set(key, [...(events.get(key) ?? []), row.place]);
  }
  const tables = await rowsOf<{ key: string; rows: number; times: string }>(history, TABLES);
  const logs = await rowsOf<{ key: string; rows: number; lines: number; sum: string }>(history, LOGS);
  return {
    events,
    rows: new Map(tables.map(({ key, rows, times }) => [key, { rows: Number(rows), timesMs: BigInt(times) }])),
    logs: new Map(
      logs.map(({ key, rows, lines, sum }) => [key, { rows: Number(rows), lines: Number(lines), sum: BigInt(sum) }]),
    ),
  };
}

/** Every event, row and line that is too few or too many. */
export function compareHistory(truth: Truth, stored: StoredHistory): Pick<Findings, "lost" | "doubled"> {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const [event, places] of truth.events) {
    const rows = stored.events.get(event) ?? [];
    const missing = places.filter((place) => !rows.includes(place));
    if (missing.length > 0) lost.push(`event ${event} at ${missing.join(", ")} has no row`);
    if (rows.length > places.length) doubled.push(`event ${event} has ${rows.length} rows: ${rows.join(", ")}`);
  }
  for (const [event, rows] of stored.events) {
    if (!truth.events.has(event)) doubled.push(`event ${event} at ${rows.join(", ")} is not in the log`);
  }
  for (const key of new Set([...truth.rows.keys(), ...stored.rows.keys()])) {
    const expected = truth.rows.get(key) ?? { rows: 0, timesMs: 0n };
    const actual = stored.rows.get(key) ?? { rows: 0, timesMs: 0n };
    if (actual.rows < expected.rows) lost.push(`${key}: ${actual.rows} rows instead of ${expected.rows}`);
    else if (actual.rows > expected.rows) doubled.push(`${key}: ${actual.rows} rows instead of ${expected.rows}`);
    else if (actual.timesMs !== expected.timesMs) lost.push(`${key}: as many rows as expected, of other times`);
  }
  for (const key of new Set([...truth.lines.keys(), ...stored.logs.keys()])) {
    const expected = truth.lines.get(key) ?? [];
    const { rows, lines, sum } = stored.logs.get(key) ?? { rows: 0, lines: 0, sum: 0n };
    if (rows > lines) doubled.push(`log ${key}: ${rows} rows of ${lines} lines`);
    if (rows < expected.length) lost.push(`log ${key}: ${rows} rows of ${expected.length} lines`);
    else if (rows > expected.length) doubled.push(`log ${key}: ${rows} rows of ${expected.length} lines`);
    else if (sum !== expected.reduce((total, { line }) => total + BigInt(line), 0n))
      lost.push(`log ${key}: as many rows as expected, of other lines`);
  }
  return { lost, doubled };
}

async function rowsOf<Row>(history: ClickHouseClient, query: string): Promise<Row[]> {
  return (await history.query({ query, format: "JSONEachRow" })).json<Row>();
}

const EVENTS = `
  SELECT node, family, toString(boot_id) AS bootId, toString(sequence) AS sequence,
    toString(toUnixTimestamp64Milli(observed_at)) AS observedAtMs, concat(toString(event_seq), '/', toString(event_index)) AS place
  FROM host_events WHERE workspace = 'default'`;

const TABLES = typedTables
  .map(
    (table) => `
  SELECT concat('${table} ', node) AS key, toUInt32(count()) AS rows, toString(sum(toUnixTimestamp64Milli(ts))) AS times
  FROM ${table} WHERE workspace = 'default' GROUP BY node`,
  )
  .join(" UNION ALL ");

const LOGS = `
  SELECT concat(node, ' ', log) AS key, toUInt32(count()) AS rows, toUInt32(uniqExact(line)) AS lines, toString(sum(line)) AS sum
  FROM log_lines WHERE workspace = 'default' GROUP BY node, log`;
