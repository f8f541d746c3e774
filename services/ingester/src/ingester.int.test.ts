import { createTestBus, createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, openCutRecord, openLane, readRange } from "@statwire/event-log";
import { connectHistory, type History } from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngesterProcess, type Servers, startIngesterProcess } from "./testing/ingester-process.js";
import {
  hostEvent,
  loadsPerNode,
  PublishedEvents,
  readRows,
  storedPerNode,
  subjectOf,
} from "./testing/published-events.js";

const patient = { timeout: 40_000, interval: 50 };

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let servers: Servers;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;
let published: PublishedEvents;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createTestDatabase()]);
  servers = { bus, database };
  ingester = await startIngesterProcess(servers);
  history = connectHistory(database);
  await ingester.ready();
  const log = createLogger({ service: "test", level: "fatal" });
  eventLog = await connectEventLog({ ...bus, name: "test", log });
  published = new PublishedEvents(eventLog);
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("the ingester process", () => {
  it("stores what is published, once, and gives the stream back when it is stopped", async () => {
    await published.publish("first", 200);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    expect(await ingester.end("SIGTERM")).toBe(0);
    // Nobody has to wait for its silence.
    expect((await openCutRecord(eventLog, "TELEMETRY").load()).record.holder).toBeUndefined();
    ingester = await startIngesterProcess(servers);
    await ingester.ready();
  });

  it("ends in production when its servers may lose what they acknowledged, and takes nothing of the stream", async () => {
    const before = (await openCutRecord(eventLog, "TELEMETRY").load()).record.holder;
    const careful = await startIngesterProcess(servers, { UNSAFE_SERVERS_ALLOWED: "false" });
    expect(await careful.exited).toBe(78);
    expect(careful.logged()).toMatch(/nats-server \d+\.\d+\.\d+: acknowledges what is not on disk yet/);
    expect(careful.logged()).toContain("CLICKHOUSE_DURABLE_INSERTS: an insert counts before it is on disk");
    expect((await openCutRecord(eventLog, "TELEMETRY").load()).record.holder).toBe(before);
  });

  it("stores every event once while it is killed again and again under load", async () => {
    for (let kill = 0; kill < 4; kill += 1) {
      const publishing = published.publish(`killed-${kill}`, 400);
      await expect
        .poll(async () => (await storedPerNode(history))[`killed-${kill}`] ?? 0, { timeout: 30_000, interval: 5 })
        .toBeGreaterThan(0);
      await ingester.end("SIGKILL");
      ingester = await startIngesterProcess(servers);
      await publishing;
    }
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    await expect.poll(() => loadsPerNode(history), patient).toEqual(published.perNode);
    const doubled = "SELECT node, sequence FROM host_events GROUP BY node, sequence HAVING count() > 1";
    expect(await readRows(history, doubled)).toEqual([]);
  }, 120_000);

  it("isolates a malformed event among good ones and keeps it with the reason", async () => {
    await published.publish("poison", 250);
    const good = hostEvent(1);
    await published.send("poison", good.slice(0, good.length - 3));
    await eventLog.jetstream.publish(subjectOf("poison"), "\x05ab");
    await published.publish("poison", 250, 251);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    await expect
      .poll(deadLetters, patient)
      .toEqual([
        "telemetry.v1.default.poison.live.host: event of 5 bytes with 2 left at byte 0",
        expect.stringMatching(/^telemetry\.v1\.default\.poison\.live\.host: refused with code \d+/),
      ]);
    await expect.poll(() => ingester.metric("statwire_ingest_open_cuts"), patient).toBe(0);
  });

  it("lands a forged event under the node of its subject, or not at all", async () => {
    // Behind the event, or with a length beyond its end, what would be field 1 to 6 of the landed message around it.
    const field = (number: number, text: string) =>
      Buffer.concat([Buffer.from([(number << 3) | 2, text.length]), Buffer.from(text)]);
    const forgeries = [1, 2, 3, 4, 5, 6].flatMap((number) => [
      Buffer.concat([hostEvent(number, 4242), field(number, "victim")]),
      Buffer.concat([hostEvent(number, 4242), Buffer.from([(number << 3) | 2, 100]), Buffer.from("victim")]),
    ]);
    for (const forged of forgeries) await published.send("forger", forged);
    await published.publish("honest", 20);
    const outcome = async () => {
      // A forged time is kept apart, a forged length refuses the event.
      const kept = ["host_events", "quarantined_events"].map(async (table) => {
        const rows = await readRows(history, `SELECT toUInt32(count()) AS n FROM ${table} WHERE node = 'forger'`);
        return Number(rows[0]?.n);
      });
      const setAside = (await deadLetters()).filter((text) => text.includes(".forger."));
      return (await Promise.all(kept)).reduce((sum, count) => sum + count, setAside.length);
    };
    await expect.poll(outcome, patient).toBe(forgeries.length);
    const elsewhere = "SELECT DISTINCT node FROM host_load WHERE one_minute_e2 = 4242 AND node != 'forger'";
    expect(await readRows(history, elsewhere)).toEqual([]);
    expect(await readRows(history, "SELECT node FROM host_events WHERE node LIKE '%victim%'")).toEqual([]);
    await expect.poll(async () => (await storedPerNode(history)).honest, patient).toBe(20);
  });

  it("keeps what the log was made to send in another node's name out of its tables", async () => {
    await published.publish("sender", 1);
    // Reading one's own last message, with the victim's subject for the reply.
    const reply = subjectOf("robbed");
    eventLog.connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${subjectOf("sender")}`, undefined, { reply });
    const aboutVictim = async () => (await deadLetters()).filter((text) => text.includes(".robbed."));
    await expect
      .poll(aboutVictim, { timeout: 20_000 })
      .toEqual([expect.stringContaining("sent by the log in answer to a request")]);
    await expect.poll(() => storedPerNode(history), patient).toMatchObject({ sender: 1 });
    expect(await storedPerNode(history)).not.toHaveProperty("robbed");
    // The node whose name it had finds its lane as it left it.
    const lane = openLane(eventLog, { stream: "TELEMETRY", subject: subjectOf("robbed") });
    await expect.poll(() => lane.last().catch(String), patient).toBeUndefined();
  });
});

async function deadLetters(): Promise<string[]> {
  const signal = AbortSignal.timeout(30_000);
  const letters = await readRange(eventLog, { stream: "DEAD_LETTERS", first: 1, last: 1_000, signal });
  const header = (headers: (typeof letters)[number]["headers"], name: string) => headers?.get(name) ?? "";
  return letters
    .map(({ headers }) => `${header(headers, "statwire-original-subject")}: ${header(headers, "statwire-reason")}`)
    .sort();
}
