import { createTestBus, startPrivateClickhouse } from "@statwire/embedded-stack/testing";
import { connectEventLog, openCutRecord } from "@statwire/event-log";
import { connectHistory } from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { expect, it, onTestFinished } from "vitest";
import { startIngesterProcess } from "./testing/ingester-process.js";
import { loadsPerNode, PublishedEvents, storedPerNode } from "./testing/published-events.js";

const patient = { timeout: 80_000, interval: 50 };

it("makes a cut exact that was open when the store lost some of it and its memory", async () => {
  const [bus, clickhouse] = await Promise.all([createTestBus(), startPrivateClickhouse()]);
  const { url, username, password } = clickhouse.server;
  const database = { url, username, password, database: "statwire" };
  const log = createLogger({ service: "test", level: "silent" });
  const eventLog = await connectEventLog({ ...bus, name: "test", log });
  const history = connectHistory(database);
  const servers = { bus, database };
  let ingester = await startIngesterProcess(servers);
  onTestFinished(async () => {
    await ingester.end("SIGKILL");
    await Promise.all([eventLog.close(), history.close()]);
    await Promise.all([clickhouse.discard(), bus.close()]);
  });
  await ingester.ready();
  const published = new PublishedEvents(eventLog);
  await published.publish("node-1", 100);
  await published.publish("node-2", 100);
  await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
  expect(await ingester.end("SIGTERM")).toBe(0);

  // As a power cut may leave it: the cut is recorded, one table has its rows twice, another one has lost a part.
  const command = (query: string) =>
    history.client.command({ query, clickhouse_settings: { mutations_sync: "2", insert_deduplicate: 0 } });
  await command("INSERT INTO host_events SELECT * FROM host_events WHERE event_seq > 50");
  await command("ALTER TABLE host_load DELETE WHERE node = 'node-2'");
  const store = openCutRecord(eventLog, "TELEMETRY");
  const { record } = await store.load();
  const cuts = [
    { first: 1, last: 120 },
    { first: 121, last: 200 },
  ];
  await store.replace({ ...record, committed: 0, cuts }, AbortSignal.timeout(30_000));
  expect(await storedPerNode(history)).toEqual({ "node-1": 150, "node-2": 200 });
  expect(await loadsPerNode(history)).toEqual({ "node-1": 100 });

  await clickhouse.stop("SIGKILL");
  await clickhouse.restart();
  ingester = await startIngesterProcess(servers);
  await published.publish("node-3", 1);
  await expect.poll(() => storedPerNode(history), patient).toEqual({ "node-1": 100, "node-2": 100, "node-3": 1 });
  await expect.poll(() => loadsPerNode(history), patient).toEqual(published.perNode);
  await expect.poll(() => ingester.metric("statwire_ingest_open_cuts"), patient).toBe(0);
}, 240_000);
