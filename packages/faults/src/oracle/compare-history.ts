import type { ClickHouseClient } from "@clickhouse/client";
import type { Findings } from "./findings.js";
import { typedTables } from "./table-rows.js";
import { identityText, type Truth } from "./truth.js";

/** What of the history has to follow from the log. */
export interface StoredHistory {
  /** `stream sequence/index` of each row by the identity of its event. */
  events: Map<string, string[]>;
  quarantined: Map<string, string[]>;
  rows: Map<string, { rows: number; timesMs: bigint }>;
  /** Per node and log: rows, different line numbers, and the sum of the numbers. */
  logs: Map<string, { rows: number; lines: number; sum: bigint }>;
  /** Of the other streams, raw rows by the sequence of their message. */
  rowsAt: Record<OtherStream, Map<number, number>>;
}

const otherStreams = ["LOGS", "INTEGRITY", "KV_config", "AUDIT"] as const;
type OtherStream = (typeof otherStreams)[number];

/** Reads it, of one workspace. */
export async function readHistory(history: ClickHouseClient): Promise<StoredHistory> {
  const tables = await rowsOf<{ key: string; rows: number; times: string }>(history, TABLES);
  const logs = await rowsOf<{ key: string; rows: number; lines: number; sum: string }>(history, LOGS);
  const messages = await rowsOf<{ stream: OtherStream; sequence: string; rows: string }>(history, MESSAGES);
  const rowsAt = Object.fromEntries(
    otherStreams.map((name) => [
      name,
      new Map(
        messages.filter(({ stream }) => stream === name).map(({ sequence, rows }) => [Number(sequence), Number(rows)]),
      ),
    ]),
  ) as StoredHistory["rowsAt"];
  return {
    events: await eventsOf(history, HOST_EVENTS),
    quarantined: await eventsOf(history, QUARANTINED),
    rows: new Map(tables.map(({ key, rows, times }) => [key, { rows: Number(rows), timesMs: BigInt(times) }])),
    logs: new Map(
      logs.map(({ key, rows, lines, sum }) => [key, { rows: Number(rows), lines: Number(lines), sum: BigInt(sum) }]),
    ),
    rowsAt,
  };
}

/** Every event, row and line that is too few or too many. */
export function compareHistory(truth: Truth, stored: StoredHistory): Pick<Findings, "lost" | "doubled"> {
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const [kind, expected, actual] of [
    ["event", truth.events, stored.events],
    ["quarantined event", truth.quarantined, stored.quarantined],
  ] as const) {
    for (const [event, places] of expected) {
      const rows = actual.get(event) ?? [];
      const missing = places.filter((place) => !rows.includes(place));
      if (missing.length > 0) lost.push(`${kind} ${event} at ${missing.join(", ")} has no row`);
      if (rows.length > places.length) doubled.push(`${kind} ${event} has ${rows.length} rows: ${rows.join(", ")}`);
    }
    for (const [event, rows] of actual) {
      if (!expected.has(event)) doubled.push(`${kind} ${event} at ${rows.join(", ")} is not in the log`);
    }
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
  for (const stream of otherStreams) {
    const [expected, actual] = [truth.rowsAt[stream], stored.rowsAt[stream]];
    for (const [sequence, wanted] of expected) {
      const rows = actual.get(sequence) ?? 0;
      if (rows !== wanted)
        (rows < wanted ? lost : doubled).push(`${stream} ${sequence}: ${rows} rows instead of ${wanted}`);
    }
    for (const [sequence, rows] of actual) {
      // A bucket keeps the last revisions alone, and the history all of them.
      if (!expected.has(sequence) && stream !== "KV_config")
        doubled.push(`${stream} ${sequence}: ${rows} rows, and it is not in the log`);
    }
  }
  return { lost, doubled };
}

async function rowsOf<Row>(history: ClickHouseClient, query: string): Promise<Row[]> {
  return (await history.query({ query, format: "JSONEachRow" })).json<Row>();
}

type EventRow = Record<"node" | "family" | "bootId" | "sequence" | "observedAtMs" | "place", string>;

async function eventsOf(history: ClickHouseClient, query: string): Promise<Map<string, string[]>> {
  const events = new Map<string, string[]>();
  for (const row of await rowsOf<EventRow>(history, query)) {
    const key = identityText(row);
    events.set(key, [...(events.get(key) ?? []), row.place]);
  }
  return events;
}

const COLUMNS = `node, family, toString(boot_id) AS bootId, toString(sequence) AS sequence,
  concat(toString(event_seq), '/', toString(event_index)) AS place`;

const HOST_EVENTS = `
  SELECT ${COLUMNS}, toString(toUnixTimestamp64Milli(observed_at)) AS observedAtMs
  FROM host_events WHERE workspace = 'default'`;

const QUARANTINED = `
  SELECT ${COLUMNS}, toString(observed_at_ms) AS observedAtMs FROM quarantined_events WHERE workspace = 'default'`;

const TABLES = typedTables
  .map(
    (table) => `
  SELECT concat('${table} ', node) AS key, toUInt32(count()) AS rows, toString(sum(toUnixTimestamp64Milli(ts))) AS times
  FROM ${table} WHERE workspace = 'default' GROUP BY node`,
  )
  .join(" UNION ALL ");

const MESSAGES = `
  SELECT 'LOGS' AS stream, toString(event_seq) AS sequence, toString(count()) AS rows
  FROM log_lines WHERE workspace = 'default' GROUP BY event_seq
  UNION ALL
  SELECT 'INTEGRITY', toString(event_seq), toString(count())
  FROM (SELECT workspace, event_seq FROM integrity_events UNION ALL SELECT workspace, event_seq FROM rollup_findings)
  WHERE workspace = 'default' GROUP BY event_seq
  UNION ALL
  SELECT 'KV_config', toString(revision), toString(count()) FROM config_revisions GROUP BY revision
  UNION ALL
  SELECT 'AUDIT', toString(event_seq), toString(count()) FROM sign_ins GROUP BY event_seq`;

const LOGS = `
  SELECT concat(node, ' ', log) AS key, toUInt32(count()) AS rows, toUInt32(uniqExact(line)) AS lines, toString(sum(line)) AS sum
  FROM log_lines WHERE workspace = 'default' GROUP BY node, log`;
