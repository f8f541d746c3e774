import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { DeliverPolicy, type JsMsg, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { decodeHostSampled, parseTelemetrySubject, walkFrames } from "@statwire/events";
import type { Product } from "./product.js";

/** What identifies one event of a node for ever. */
export interface EventIdentity {
  node: string;
  family: string;
  bootId: string;
  sequence: string;
  observedAtMs: number;
}

/** Reads the whole TELEMETRY stream and answers every host event that it acknowledged. */
export async function eventsInLog(product: Pick<Product, "natsUrl" | "dataDir">): Promise<EventIdentity[]> {
  const events: EventIdentity[] = [];
  await readStream(product, { stream: "TELEMETRY", filter: "telemetry.v1.default.>" }, (message) => {
    const subject = parseTelemetrySubject(message.subject);
    if (!subject?.family.startsWith("host")) return;
    walkFrames(message.data, (start, end) => {
      const event = decodeHostSampled(message.data.subarray(start, end));
      events.push({
        node: subject.node,
        family: subject.family,
        bootId: String(event.bootId),
        sequence: String(event.sequence),
        observedAtMs: Number(event.observedAtMs),
      });
    });
  });
  return events;
}

/**
 * Reads a stream from sequence `from` (default: its first) to its end, as a third party that is none of the product's
 * services. The credential is for one workspace, which the filter has to name.
 */
export async function readStream(
  product: Pick<Product, "natsUrl" | "dataDir">,
  {
    stream,
    filter,
    from,
    to = Number.POSITIVE_INFINITY,
  }: { stream: string; filter: string; from?: number; to?: number },
  onMessage: (message: JsMsg) => void,
): Promise<void> {
  const connection = await connect({
    servers: product.natsUrl.split(","),
    authenticator: credsAuthenticator(readFileSync(join(product.dataDir, "nats/credentials/consumer.creds"))),
    inboxPrefix: "_INBOX_consumer.default",
  });
  try {
    const start = from === undefined ? {} : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: from };
    const options = { filter_subjects: filter, ...start };
    const consumer = await jetstream(connection, { checkAPI: false }).consumers.get(stream, options);
    const { num_pending: pending } = await consumer.info();
    if (pending === 0) return;
    for await (const message of await consumer.consume()) {
      onMessage(message);
      // A server that was just started may count messages that are not to come.
      if (message.info.pending === 0 || message.seq >= to) break;
    }
  } finally {
    await connection.close();
  }
}

/** A client of the history, with the rights of the services. */
export function historyOf({ ports, dataDir }: Pick<Product, "ports" | "dataDir">): ClickHouseClient {
  return createClient({
    url: `http://127.0.0.1:${ports.clickhouseHttp}`,
    username: "statwire",
    password: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
    database: "statwire",
    // Whoever asks while the server is being killed is told by the rejection.
    log: { level: ClickHouseLogLevel.OFF },
  });
}

/** Reads what the history holds of the same events, in any order, with the number of rows of each. */
export async function eventsInHistory(product: Pick<Product, "ports" | "dataDir">): Promise<EventIdentity[]> {
  const history = historyOf(product);
  const result = await history.query({
    query: `SELECT node, family, toString(boot_id) AS bootId, toString(sequence) AS sequence,
        toUnixTimestamp64Milli(observed_at) AS observedAtMs
      FROM host_events WHERE startsWith(family, 'host')`,
    format: "JSONEachRow",
  });
  const rows = await result.json<EventIdentity>();
  await history.close();
  return rows.map((row) => ({ ...row, observedAtMs: Number(row.observedAtMs) }));
}

/** Sorted text of each identity, so that two sets compare with a readable difference. */
export function inOrder(events: readonly EventIdentity[]): string[] {
  return events
    .map(
      ({ node, family, bootId, sequence, observedAtMs }) =>
        `${node} ${family} ${bootId} ${sequence.padStart(8, "0")} ${observedAtMs}`,
    )
    .sort();
}

/** Sequence numbers that are absent or repeated within their node, family and boot. */
export function faultsInNumbering(events: readonly EventIdentity[]): { missing: string[]; doubled: string[] } {
  const seen = new Map<string, Set<number>>();
  const doubled: string[] = [];
  for (const { node, family, bootId, sequence } of events) {
    const line = `${node} ${family} ${bootId}`;
    const numbers = seen.get(line) ?? new Set<number>();
    if (numbers.has(Number(sequence))) doubled.push(`${line} ${sequence}`);
    seen.set(line, numbers.add(Number(sequence)));
  }
  const missing = [...seen].flatMap(([line, numbers]) =>
    Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1)
      .filter((number) => !numbers.has(number))
      .map((number) => `${line} ${number}`),
  );
  return { missing, doubled };
}
