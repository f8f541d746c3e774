import { readFileSync } from "node:fs";
import { DeliverPolicy, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { attributeText, decodeHostSampled, parseTelemetrySubject, streams, walkFrames } from "@statwire/events";
import { connectHistory, type HistoryOptions } from "@statwire/history-store";
import { eachSample } from "../samples.js";

/** What the process is told as its argument, as JSON. */
export interface PlainTask {
  nats: { url: string; credentialsFile: string };
  history: HistoryOptions;
  table: string;
  /** Messages of the TELEMETRY stream. */
  firstSequence: number;
  messages: number;
}

interface Row {
  time: string;
  workspace: string;
  node: string;
  metric: string;
  attribute: string;
  value: number;
}

/** One insert: larger ones are no faster per row. */
const batchRows = 50_000;

/**
 * The baseline: an ingester as it is usually written. Each message is decoded, each of its numbers becomes a row of JSON,
 * and the rows go into one narrow table. A process of its own; it says `ready` to its parent, begins when that answers,
 * says how many rows it has inserted, and ends.
 */
async function ingestPlainly(task: PlainTask, begin: Promise<void>): Promise<number> {
  const authenticator = credsAuthenticator(readFileSync(task.nats.credentialsFile));
  const connection = await connect({ servers: task.nats.url, authenticator });
  const history = connectHistory(task.history);
  const consumer = await jetstream(connection).consumers.get(streams.TELEMETRY.name, {
    deliver_policy: DeliverPolicy.StartSequence,
    opt_start_seq: task.firstSequence,
  });
  process.send?.("ready");
  await begin;
  let rows: Row[] = [];
  let inserted = 0;
  const insert = async () => {
    const clickhouse_settings = { date_time_input_format: "best_effort", async_insert: 0 } as const;
    await history.client.insert({ table: task.table, values: rows, format: "JSONEachRow", clickhouse_settings });
    inserted += rows.length;
    rows = [];
  };
  const last = task.firstSequence + task.messages - 1;
  for await (const message of await consumer.consume()) {
    for (const row of toRows(message.subject, message.data)) rows.push(row);
    if (rows.length >= batchRows) await insert();
    if (message.seq >= last) break;
  }
  if (rows.length > 0) await insert();
  await history.close();
  await connection.close();
  return inserted;
}

function toRows(subject: string, payload: Uint8Array): Row[] {
  const rows: Row[] = [];
  const place = parseTelemetrySubject(subject);
  if (place === undefined) return rows;
  const { workspace, node } = place;
  walkFrames(payload, (start, end) => {
    const event = decodeHostSampled(payload.subarray(start, end));
    const time = new Date(Number(event.observedAtMs)).toISOString();
    eachSample(event, (metric, entity, value) => {
      const attribute = attributeText({ metric, ...(entity === undefined ? {} : { entity }) });
      rows.push({ time, workspace, node, metric: metric.name, attribute, value });
    });
  });
  return rows;
}

const begin = new Promise<void>((resolve) => process.once("message", () => resolve()));
process.send?.(await ingestPlainly(JSON.parse(process.argv[2] ?? "{}"), begin));
process.disconnect?.();
