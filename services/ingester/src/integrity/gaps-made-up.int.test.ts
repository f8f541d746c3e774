import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, readRange } from "@statwire/event-log";
import { decodeIntegrityReported, encodeFrames, encodeHostSampled, walkFrames } from "@statwire/events";
import { connectHistory, type History } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type IngesterProcess, startIngesterProcess } from "../testing/ingester-process.js";
import { hostEvent, subjectOf } from "../testing/published-events.js";

const patient = { timeout: 60_000, interval: 200 };
/** A log may be called anything. */
const strangeLog = "log/\r\n";
const unknown = ["host.\r\nx", "unheard-of"];
const nameless = ["", "log/", `log/${"x".repeat(300)}`, "x".repeat(300)];

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  history = connectHistory(database);
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "fatal" }) });
  ingester = await startIngesterProcess({ bus, database }, { GAP_WATCH_INTERVAL_SECONDS: "1" });
  await ingester.ready();
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

it("stops no report of another node, of lines that a node has made up", async () => {
  // As the history took them before it looked at the names, …
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString().replace("T", " ").replace("Z", "");
  const row = { workspace: "default", node: "a-liar", family: "host", boot_id: 1, observed_at: at, received_at: at };
  const reached = [strangeLog, ...unknown, ...nameless].map((family) => ({
    family,
    boot_id: family.startsWith("log/") ? 0 : 1,
    sequence: 5,
    observed_at_ms: nowMs,
  }));
  await history.client.insert({
    table: "host_events",
    values: [{ ...row, event_seq: 1_000_000, event_index: 0, sequence: 1, reached }],
    format: "JSONEachRow",
  });
  // … and as it does now.
  const told = [...unknown, ...nameless].map((family) => ({ family, bootId: 0n, sequence: 6n }));
  const lines = told.map((line) => ({ ...line, observedAtMs: BigInt(nowMs) }));
  const event = encodeHostSampled({ bootId: 1n, sequence: 2n, observedAtMs: BigInt(nowMs), reached: lines });
  await eventLog.jetstream.publish(subjectOf("a-liar"), encodeFrames([event]));
  for (const sequence of [1, 3]) {
    await eventLog.jetstream.publish(subjectOf("web-1"), encodeFrames([hostEvent(sequence)]));
  }

  const ofLiar = [strangeLog, ...unknown].map((family) => `default.a-liar ${family} 5-5`);
  await expect.poll(findings, patient).toEqual([...ofLiar, "default.web-1 host 2-2"].sort());
  expect(ingester.logged()).toContain("a finding cannot be told");
  const open = new RegExp(`statwire_integrity_open_gaps\\{[^}]*\\} ${1 + reached.length}\\n`);
  await expect.poll(() => ingester.metrics(), patient).toMatch(open);
  expect(await ingester.metrics()).toMatch(/statwire_integrity_full_nodes\{[^}]*\} 0\n/);
}, 120_000);

async function findings(): Promise<string[]> {
  const range = { stream: "INTEGRITY", first: 1, last: 100, signal: AbortSignal.timeout(30_000) };
  const texts: string[] = [];
  for (const { subject, payload } of await readRange(eventLog, range)) {
    walkFrames(payload, (start, end) => {
      const { gapDetected: gap } = decodeIntegrityReported(payload.subarray(start, end));
      const node = subject.split(".").slice(-2).join(".");
      texts.push(`${node} ${gap?.family} ${gap?.firstSequence}-${gap?.lastSequence}`);
    });
  }
  return texts.sort();
}
