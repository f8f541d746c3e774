import { openCutRecord } from "@statwire/event-log";
import { escapeToken, metrics } from "@statwire/events";
import { hasRollup } from "@statwire/history-store";
import { snapshotParts } from "@statwire/snapshot-store";
import type { Workload } from "../load/workload.js";
import type { Counted, Snapshots, StreamLook } from "./invariants.js";
import { type Truth, type TruthStream, truthStreams } from "./truth.js";

/** What a stream's record says is committed, and which version of the record that is. */
export interface Committed {
  committed: number;
  revision: number;
}

/** Reads the records of every stream. */
export async function committedOf({ log }: Pick<Workload, "log">): Promise<Record<TruthStream, Committed>> {
  const records = await Promise.all(truthStreams.map((stream) => openCutRecord(log, stream).load()));
  return Object.fromEntries(
    records.map(({ record, revision }, index) => [truthStreams[index], { committed: record.committed, revision }]),
  ) as Record<TruthStream, Committed>;
}

/** Raw rows that the messages of a stream up to `committed` have to have. */
export function rowsUpTo({ rowsAt }: Truth, stream: TruthStream, committed: number): Counted {
  const counted = { rows: 0, sequences: 0n };
  for (const [sequence, rows] of rowsAt[stream]) {
    if (sequence > committed) continue;
    counted.rows += rows;
    counted.sequences += BigInt(sequence) * BigInt(rows);
  }
  return counted;
}

/** Reads what the history holds of a stream up to a position. */
export async function storedUpTo(
  { history }: Pick<Workload, "history">,
  stream: TruthStream,
  committed: number,
): Promise<StreamLook["history"]> {
  const query = `SELECT toString(count()) AS rows, toString(sum(event_seq)) AS sequences, toString(uniqExact(place)) AS places,
    toString(uniqExact(identity)) AS identities FROM (${STORED[stream]})`;
  const answer = await history.query({ query, query_params: { committed }, format: "JSONEachRow" });
  const [row] = await answer.json<Record<"rows" | "sequences" | "identities" | "places", string>>();
  const { rows = 0, sequences = 0, identities = 0, places = 0 } = row ?? {};
  return {
    rows: Number(rows),
    sequences: BigInt(sequences),
    identities: Number(identities),
    places: Number(places),
  };
}

/** Of closed hours the highest count of a series, and the rows of the tables, both by `table node hour`. */
export async function hoursOf({ history }: Pick<Workload, "history">): Promise<{
  closed: Map<string, number>;
  raw: Map<string, number>;
}> {
  const counts = async (query: string, query_params: Record<string, unknown> = {}) => {
    const answer = await history.query({ query, query_params, format: "JSONEachRow" });
    return new Map((await answer.json<{ key: string; n: string }>()).map(({ key, n }) => [key, Number(n)]));
  };
  const names = [...tableOfMetric.keys()];
  const closed = await counts(CLOSED, { names, tables: [...tableOfMetric.values()] });
  const tables = new Set([...closed.keys()].map((key) => key.slice(0, key.indexOf(" "))));
  const raw = tables.size === 0 ? new Map() : await counts([...tables].map(rawQuery).join(" UNION ALL "));
  return { closed, raw };
}

/** Every part of every snapshot, by `node part`, names escaped. */
export async function snapshotsOf({ snapshots }: Pick<Workload, "snapshots">): Promise<Snapshots> {
  const nodes = await snapshotParts(snapshots);
  return new Map(
    [...nodes].flatMap(([key, parts]) =>
      [...parts].map(([part, at]) => [`${key.slice(key.lastIndexOf(":") + 1)} ${part}`, at] as const),
    ),
  );
}

/** Where each part of each snapshot may be at most. */
export function latestOf({ latest }: Truth): Snapshots {
  return new Map(
    [...latest].map(([key, part]) => {
      const at = key.lastIndexOf(" ");
      return [`${escapeToken(key.slice(0, at))} ${key.slice(at + 1)}`, part];
    }),
  );
}

/** Positions of the other streams' events are among those of readings, and only the family tells. */
const ofReadings = "family != 'dropped' AND NOT startsWith(family, 'log/')";

/** Rows of each stream, with where they come from and which event they are. */
const STORED: Record<TruthStream, string> = {
  TELEMETRY: `
    SELECT event_seq, (event_seq, event_index) AS place,
      (node, family, boot_id, sequence, toUnixTimestamp64Milli(observed_at)) AS identity
    FROM host_events WHERE workspace = 'default' AND event_seq <= {committed:UInt64}
    UNION ALL
    SELECT event_seq, (event_seq, event_index), (node, family, boot_id, sequence, observed_at_ms)
    FROM quarantined_events WHERE workspace = 'default' AND event_seq <= {committed:UInt64} AND ${ofReadings}`,
  LOGS: `
    SELECT event_seq, (event_seq, line) AS place, (node, log, line) AS identity
    FROM log_lines WHERE workspace = 'default' AND event_seq <= {committed:UInt64}`,
  INTEGRITY: `
    SELECT event_seq, (event_seq, event_index) AS place, place AS identity
    FROM integrity_events WHERE workspace = 'default' AND event_seq <= {committed:UInt64}
    UNION ALL
    SELECT event_seq, (event_seq, event_index) AS place, place AS identity
    FROM rollup_findings WHERE workspace = 'default' AND event_seq <= {committed:UInt64}`,
  KV_config: `
    SELECT revision AS event_seq, revision AS place, revision AS identity
    FROM config_revisions WHERE revision <= {committed:UInt64}`,
  AUDIT: `
    SELECT event_seq, (event_seq, event_index) AS place, place AS identity
    FROM sign_ins WHERE event_seq <= {committed:UInt64}`,
};

const tableOfMetric = new Map(metrics.filter(({ table }) => hasRollup(table)).map(({ name, table }) => [name, table]));

const CLOSED = `
  SELECT concat(transform(metric, {names:Array(String)}, {tables:Array(String)}, ''), ' ', node, ' ',
    toString(toUnixTimestamp(hour))) AS key, toString(max(newest)) AS n
  FROM (
    SELECT node, metric, attribute, hour, argMax(n, version) AS newest
    FROM metric_1h WHERE workspace = 'default' GROUP BY node, metric, attribute, hour)
  GROUP BY key`;

function rawQuery(table: string): string {
  return `SELECT concat('${table} ', node, ' ', toString(toUnixTimestamp(toStartOfHour(ts)))) AS key, toString(count()) AS n
    FROM ${table} WHERE workspace = 'default' GROUP BY key`;
}
