import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ClickHouseClient, createClient } from "@clickhouse/client";
import { jetstream } from "@nats-io/jetstream";
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
export async function eventsInLog(product: Pick<Product, "ports" | "dataDir">): Promise<EventIdentity[]> {
  const connection = await connect({
    port: product.ports.nats,
    authenticator: credsAuthenticator(readFileSync(join(product.dataDir, "nats/credentials/consumer.creds"))),
    inboxPrefix: "_INBOX_consumer.default",
  });
  // The credential is for one workspace, and says so with every consumer it makes.
  const filter = { filter_subjects: "telemetry.v1.default.>" };
  const consumer = await jetstream(connection, { checkAPI: false }).consumers.get("TELEMETRY", filter);
  const events: EventIdentity[] = [];
  const { num_pending: pending } = await consumer.info();
  if (pending > 0) {
    for await (const message of await consumer.consume()) {
      const subject = parseTelemetrySubject(message.subject);
      if (subject?.family.startsWith("host")) {
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
      }
      if (message.info.pending === 0) break;
    }
  }
  await connection.close();
  return events;
}

/** A client of the history, with the rights of the services. */
export function historyOf({ ports, dataDir }: Pick<Product, "ports" | "dataDir">): ClickHouseClient {
  return createClient({
    url: `http://127.0.0.1:${ports.clickhouseHttp}`,
    username: "statwire",
    password: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
    database: "statwire",
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
