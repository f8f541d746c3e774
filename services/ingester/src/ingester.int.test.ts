import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { anyFreePort, createTestBus, createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, readRange } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled, telemetrySubject } from "@statwire/events";
import { connectHistory, type History } from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: ChildProcess;
let opsPort: number;
const published = new Map<string, number>();

beforeAll(async () => {
  bus = await createTestBus();
  database = await createTestDatabase();
  opsPort = await anyFreePort();
  ingester = startIngester();
  history = connectHistory(database);
  await vi.waitUntil(ready, { timeout: 30_000 });
  const log = createLogger({ service: "test", level: "fatal" });
  eventLog = await connectEventLog({ url: bus.url, credentialsFile: bus.credentialsFile, name: "test", log });
});

afterAll(async () => {
  ingester?.kill("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("the ingester process", () => {
  it("stores what is published, once, and gives the stream back when it is stopped", async () => {
    await publish("first", 200);
    await expect.poll(stored, { timeout: 20_000 }).toEqual(expected());
    const exit = exited(ingester);
    ingester.kill("SIGTERM");
    expect(await exit).toBe(0);
    ingester = startIngester();
    const startedAt = Date.now();
    await expect.poll(ready, { timeout: 20_000 }).toBe(true);
    expect(Date.now() - startedAt).toBeLessThan(5_500); // less than the silence of a holder that was killed
  });

  it("stores every event once while it is killed again and again under load", async () => {
    for (let kill = 0; kill < 4; kill += 1) {
      const publishing = publish(`killed-${kill}`, 400);
      await expect
        .poll(async () => (await stored())[`killed-${kill}`] ?? 0, { timeout: 30_000, interval: 5 })
        .toBeGreaterThan(0);
      const exit = exited(ingester);
      ingester.kill("SIGKILL");
      await exit;
      ingester = startIngester();
      await publishing;
    }
    await expect.poll(stored, { timeout: 40_000 }).toEqual(expected());
    expect(await doubled()).toEqual([]);
  }, 120_000);

  it("isolates a malformed event among good ones and keeps it with the reason", async () => {
    await publish("poison", 60);
    const good = event(1);
    await send("poison", good.slice(0, good.length - 3));
    await eventLog.jetstream.publish(
      telemetrySubject({ workspace: "default", node: "poison", lane: "live", family: "host" }),
      "\x05ab",
    );
    await publish("poison", 60, 61);
    await expect.poll(stored, { timeout: 20_000 }).toEqual(expected());
    await expect
      .poll(deadLetters, { timeout: 20_000 })
      .toEqual([
        expect.stringMatching(/^telemetry\.v1\.default\.poison\.live\.host: .*(bytes|length|event of)/i),
        expect.stringMatching(/^telemetry\.v1\.default\.poison\.live\.host: refused with code \d+/),
      ]);
  });

  it("lands a forged event under the node of its subject", async () => {
    // A trailing length-delimited field behind the event, as if it were the node of the landed message.
    await send("honest", Buffer.concat([event(1, 4242), Buffer.from([0x12, 6]), Buffer.from("victim")]));
    published.set("honest", 1);
    const rows = async () => read("SELECT node FROM host_load WHERE one_minute_e2 = 4242");
    const outcome = async () => {
      const landed = await rows();
      return landed.length > 0 ? landed : (await deadLetters()).filter((text) => text.includes("honest"));
    };
    await expect.poll(async () => (await outcome()).length, { timeout: 20_000 }).toBe(1);
    expect(JSON.stringify(await outcome())).toContain("honest");
    expect(JSON.stringify(await read("SELECT DISTINCT node FROM host_events"))).not.toContain("victim");
  });

  it("keeps what the log was made to send in another node's name out of its tables", async () => {
    await publish("sender", 1);
    // Reading one's own last message, with the victim's subject for the reply.
    const own = telemetrySubject({ workspace: "default", node: "sender", lane: "live", family: "host" });
    const reply = telemetrySubject({ workspace: "default", node: "victim", lane: "live", family: "host" });
    eventLog.connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${own}`, undefined, { reply });
    const aboutVictim = async () => (await deadLetters()).filter((text) => text.includes("victim"));
    await expect
      .poll(aboutVictim, { timeout: 20_000 })
      .toEqual([expect.stringContaining("sent by the log in answer to a request")]);
    await expect.poll(stored, { timeout: 20_000 }).toMatchObject({ sender: 1 });
    expect(await stored()).not.toHaveProperty("victim");
  });
});

function startIngester(): ChildProcess {
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: "fatal",
      NATS_URL: bus.url,
      NATS_CREDS_FILE: bus.credentialsFile,
      CLICKHOUSE_URL: database.url,
      CLICKHOUSE_DATABASE: database.database,
      CLICKHOUSE_USER: database.username,
      CLICKHOUSE_PASSWORD: database.password,
      OPS_PORT_BASE: String(opsPort - 3),
      INGEST_FLUSH_INTERVAL_MS: "100",
      INGEST_TAKEOVER_MS: "1500",
    },
  });
  return child;
}

async function ready(): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${opsPort}/readyz`).catch(() => undefined))?.status === 200;
}

function exited(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

function event(sequence: number, load = 100): Uint8Array {
  return encodeHostSampled({
    bootId: 1n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(Date.now()),
    load: { intervalMs: 4000, oneMinuteE2: load },
  });
}

async function publish(node: string, count: number, from = 1): Promise<void> {
  for (let sequence = from; sequence < from + count; sequence += 1) {
    await send(node, event(sequence));
    published.set(node, (published.get(node) ?? 0) + 1);
  }
}

async function send(node: string, bytes: Uint8Array): Promise<void> {
  const family = "host";
  const subject = telemetrySubject({ workspace: "default", node, lane: "live", family });
  await eventLog.jetstream.publish(subject, encodeFrames([bytes]));
}

function expected(): Record<string, number> {
  return Object.fromEntries([...published].sort());
}

async function stored(): Promise<Record<string, number>> {
  const rows = await read(
    "SELECT node, toUInt32(count()) AS n FROM host_events WHERE node != 'honest' OR sequence = 1 GROUP BY node ORDER BY node",
  );
  return Object.fromEntries(rows.map(({ node, n }) => [node, n]));
}

function doubled(): Promise<Record<string, unknown>[]> {
  return read("SELECT node, sequence FROM host_events GROUP BY node, sequence HAVING count() > 1");
}

async function deadLetters(): Promise<string[]> {
  const letters = await readRange(eventLog, {
    stream: "DEAD_LETTERS",
    first: 1,
    last: 1_000,
    signal: AbortSignal.timeout(5_000),
  });
  return letters
    .map(({ headers }) => `${headers?.get("statwire-original-subject")}: ${headers?.get("statwire-reason")}`)
    .sort();
}

async function read(query: string): Promise<Record<string, unknown>[]> {
  return (await history.client.query({ query, format: "JSONEachRow" })).json();
}
