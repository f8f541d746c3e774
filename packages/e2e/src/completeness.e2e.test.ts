import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import { jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { decodeIntegrityReported, integritySubject, walkFrames } from "@statwire/events";
import { descendant, get, historyOf, type Product, startProduct } from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The event that goes missing: of the base interval, the fifth since the collector started. */
const sequence = 5;
const node = hostname();

let product: Product;
let history: ClickHouseClient;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-completeness-"));
  const settingsFile = join(dataDir, "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ base_interval_ms: 1_000 }));
  product = await startProduct({ dataDir, env: { SETTINGS_FILE: settingsFile } });
  history = historyOf(product);
});

afterAll(async () => {
  await history?.close();
  await product?.discard();
});

describe("one acknowledged event deleted behind the product's back", () => {
  it("is reported with node and sequence within 60 s, on the bus, in the history and by the API", async () => {
    await expect.poll(newest, { timeout: 60_000 }).toBeGreaterThan(sequence + 5);
    const [event] = await rows<{ bootId: string; at: string }>(
      `SELECT toString(boot_id) AS bootId, toString(observed_at) AS at FROM host_events
       WHERE family = 'host' AND sequence = ${sequence}`,
    );
    const deletedAtMs = Date.now();
    const tables = await deleteEverywhere("host", event?.at ?? "");
    expect(tables).toContain("host_cpu");

    const gap = { bootId: event?.bootId, first: String(sequence), last: String(sequence), family: "host" };
    await expect.poll(findingsOnTheBus, { timeout: 60_000, interval: 500 }).toContainEqual(gap);
    const tookMs = Date.now() - deletedAtMs;
    process.stdout.write(`deleted event reported after ${(tookMs / 1000).toFixed(1)} s\n`);
    expect(tookMs).toBeLessThan(60_000);

    const stored = `SELECT event, node, toUInt32(first_sequence) AS first, toUInt32(last_sequence) AS last
      FROM v_integrity_events WHERE family = 'host'`;
    const detected = { event: "GapDetected", node, first: sequence, last: sequence };
    await expect.poll(() => rows(stored), { timeout: 20_000 }).toContainEqual(detected);
    const { status, body } = await get(product, `/api/v2/nodes/${encodeURIComponent(node)}/completeness`);
    expect(status).toBe(200);
    expect(body.expected).toBeGreaterThan(body.received);
    expect(body.missing).toContainEqual(
      expect.objectContaining({
        family: "host",
        first_sequence: sequence,
        last_sequence: sequence,
        outstanding: false,
      }),
    );
    const ready = await fetch(`http://127.0.0.1:${product.ports.opsBase + 3}/readyz?verbose`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      degraded: { completeness: expect.stringContaining(`${node}: host ${sequence}-${sequence} of run`) },
    });
  });
});

describe("the last events of a run that was killed, deleted", () => {
  it("are reported with node and sequence within 60 s: of the base interval, and of what is sent once an hour", async () => {
    const [killed] = await rows<{ run: string }>(runsOf("host"));
    process.kill(descendant(product, /services\/collector\/dist\/main/), "SIGKILL");
    await expect
      .poll(async () => (await rows<{ run: string }>(runsOf("host")))[0], { timeout: 60_000 })
      .not.toEqual(killed);
    const deletedAtMs = Date.now();
    const gaps: object[] = [];
    for (const family of ["host", "inventory"]) {
      const [last] = await rows<{ at: string; sequence: string }>(
        `SELECT toString(observed_at) AS at, toString(sequence) AS sequence FROM host_events
         WHERE family = '${family}' AND boot_id = ${killed?.run} ORDER BY host_events.sequence DESC LIMIT 1`,
      );
      gaps.push({ family, bootId: killed?.run, first: last?.sequence, last: last?.sequence });
      await deleteEverywhere(family, last?.at ?? "");
    }
    for (const gap of gaps) {
      await expect.poll(findingsOnTheBus, { timeout: 60_000, interval: 500 }).toContainEqual(gap);
    }
    const tookMs = Date.now() - deletedAtMs;
    process.stdout.write(`deleted ends of a run reported after ${(tookMs / 1000).toFixed(1)} s\n`);
    expect(tookMs).toBeLessThan(60_000);
  });
});

/** The latest run first. */
function runsOf(family: string): string {
  return `SELECT toString(boot_id) AS run FROM host_events WHERE family = '${family}' GROUP BY boot_id
    ORDER BY boot_id DESC LIMIT 1`;
}

async function rows<Row>(query: string): Promise<Row[]> {
  return (await history.query({ query, format: "JSONEachRow" })).json<Row>();
}

async function newest(): Promise<number> {
  const [row] = await rows<{ n: number }>("SELECT toUInt32(max(sequence)) AS n FROM host_events WHERE family = 'host'");
  return row?.n ?? 0;
}

/** Deletes the rows of the event of a family observed at a time from the table of events and from those of its readings; tells from which. */
async function deleteEverywhere(family: string, at: string): Promise<string[]> {
  const withRows: string[] = [];
  const tables = await rows<{ table: string; column: string }>(
    `SELECT table, any(name) AS column FROM system.columns
     WHERE database = currentDatabase() AND startsWith(table, 'host_')
       AND (name = 'ts' OR (table = 'host_events' AND name = 'observed_at'))
     GROUP BY table`,
  );
  for (const { table, column } of tables) {
    const condition = `${column} = '${at}' ${table === "host_events" ? `AND family = '${family}'` : ""}`;
    // A deletion looks into each part of its table, and waits for merges.
    if ((await rows(`SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`)).length === 0) continue;
    await history.command({ query: `ALTER TABLE ${table} DELETE WHERE ${condition} SETTINGS mutations_sync = 1` });
    withRows.push(table);
  }
  return withRows;
}

/** What a third party reads of the node on the bus, with the credentials of one. */
async function findingsOnTheBus(): Promise<object[]> {
  const connection = await connect({
    port: product.ports.nats,
    authenticator: credsAuthenticator(readFileSync(join(product.dataDir, "nats/credentials/consumer.creds"))),
    inboxPrefix: "_INBOX_consumer.default",
  });
  try {
    const filter = { filter_subjects: integritySubject({ workspace: "default", node }) };
    const consumer = await jetstream(connection, { checkAPI: false }).consumers.get("INTEGRITY", filter);
    const found: object[] = [];
    const { num_pending: pending } = await consumer.info();
    if (pending === 0) return found;
    for await (const message of await consumer.fetch({ max_messages: pending, expires: 2_000 })) {
      walkFrames(message.data, (start, end) => {
        const { gapDetected } = decodeIntegrityReported(message.data.subarray(start, end));
        if (gapDetected === undefined) return;
        const { family, bootId, firstSequence, lastSequence } = gapDetected;
        found.push({ family, bootId: String(bootId), first: String(firstSequence), last: String(lastSequence) });
      });
      if (message.info.pending === 0) break;
    }
    return found;
  } finally {
    await connection.close();
  }
}
