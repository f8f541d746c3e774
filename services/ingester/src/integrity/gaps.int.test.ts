import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, readRange } from "@statwire/event-log";
import {
  decodeIntegrityReported,
  droppedSubject,
  encodeEventsDropped,
  encodeFrames,
  encodeHostSampled,
  encodeInventoryObserved,
  parseIntegritySubject,
  telemetrySubject,
  walkFrames,
} from "@statwire/events";
import { connectHistory, type History } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngesterProcess, type Servers, startIngesterProcess } from "../testing/ingester-process.js";
import { hostEvent, readRows, storedPerNode, subjectOf } from "../testing/published-events.js";
import { PublishedLog } from "../testing/published-lines.js";

const patient = { timeout: 40_000, interval: 100 };
const reportedWithinMs = 60_000;

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let servers: Servers;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  servers = { bus, database };
  ingester = await startIngesterProcess(servers);
  history = connectHistory(database);
  await ingester.ready();
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "fatal" }) });
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("an acknowledged event that goes missing", () => {
  it("is reported with node and sequence within a minute, and again when it is there after all", async () => {
    await publish("web-1", 20);
    await publish("whole", 20);
    await publishWithout("full", 9);
    await expect.poll(() => storedPerNode(history), patient).toEqual({ "web-1": 20, whole: 20, full: 19 });
    expect(await ingester.end("SIGTERM")).toBe(0);
    const numbers = await publish("web-2", 20);
    // Six messages of five lines each.
    await new PublishedLog(eventLog, "web-3").publish(6);

    const tails = await publishEnds("web-4");
    const deletedAtMs = Date.now();
    for (const table of ["host_load", "host_events"]) await deleteRows(table, "web-1", 7);
    expect(await eventLog.manager.streams.deleteMessage("TELEMETRY", numbers[11] ?? 0)).toBe(true);
    expect(await eventLog.manager.streams.deleteMessage("LOGS", 3)).toBe(true);
    // The last of a run that has ended, the last of what is sent seldom, and the last lines of a log.
    for (const seq of tails) expect(await eventLog.manager.streams.deleteMessage("TELEMETRY", seq)).toBe(true);
    expect(await eventLog.manager.streams.deleteMessage("LOGS", 8)).toBe(true);
    ingester = await startIngesterProcess(servers);

    const lines = "GapDetected web-3 log/syslog 0 11-15";
    const ends = [
      "GapDetected web-4 host 1 3-3",
      "GapDetected web-4 inventory 1 2-2",
      "GapDetected web-4 log/syslog 0 6-10",
    ];
    await expect
      .poll(findings, { timeout: reportedWithinMs, interval: 200 })
      .toEqual(["GapDetected web-1 host 1 7-7", "GapDetected web-2 host 1 12-12", lines, ...ends]);
    const tookMs = Date.now() - deletedAtMs;
    process.stdout.write(`four deleted events and ten lines reported after ${(tookMs / 1000).toFixed(1)} s\n`);
    expect(tookMs).toBeLessThan(reportedWithinMs);
    await expect.poll(rows, patient).toEqual(await findings());
    const explained = "SELECT event, first_sequence, events, reason FROM v_integrity_events WHERE node = 'full'";
    expect(await readRows(history, explained)).toEqual([
      { event: "EventsDropped", first_sequence: 9, events: 1, reason: "spool-full" },
    ]);
    const { ready, text } = await ingester.readiness();
    expect([ready, JSON.parse(text).degraded]).toEqual([
      true,
      {
        completeness: expect.stringMatching(/^web-\d: \S+ \d+-\d+ of run \d missing from the history and 5 more gaps$/),
      },
    ]);
    await expect.poll(() => ingester.metrics(), patient).toMatch(/statwire_integrity_missing_events\{[^}]*\} 14\n/);

    // A restart reports nothing twice; what arrives after all is healed.
    expect(await ingester.end("SIGTERM")).toBe(0);
    const backlog = telemetrySubject({ workspace: "default", node: "web-2", lane: "backlog", family: "host" });
    await eventLog.jetstream.publish(backlog, encodeFrames([hostEvent(12)]));
    ingester = await startIngesterProcess(servers, { GAP_WATCH_INTERVAL_SECONDS: "1" });
    const healed = [
      "GapDetected web-1 host 1 7-7",
      "GapDetected web-2 host 1 12-12",
      lines,
      ...ends,
      "GapHealed web-2 host 1 12-12",
    ];
    await expect.poll(findings, patient).toEqual(healed);
    await expect.poll(rows, patient).toEqual(healed);
    await expect.poll(() => ingester.metrics(), patient).toMatch(/statwire_integrity_missing_events\{[^}]*\} 13\n/);
  }, 180_000);
});

/** Publishes events 1 to `count` of a node and answers their sequences in the stream. */
async function publish(node: string, count: number): Promise<number[]> {
  const sequences: number[] = [];
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const { seq } = await eventLog.jetstream.publish(subjectOf(node), encodeFrames([hostEvent(sequence)]));
    sequences.push(seq);
  }
  return sequences;
}

/**
 * Publishes a run of three events, two of its inventories and two messages of a log, and the first event of the next run,
 * which tells of them, and of what was given up. Answers the sequences of the last event and the last inventory.
 */
async function publishEnds(node: string): Promise<number[]> {
  const inventories = telemetrySubject({ workspace: "default", node, lane: "live", family: "inventory" });
  const last = (await publish(node, 3)).at(-1) ?? 0;
  const observedAtMs = BigInt(Date.now());
  let lastInventory = 0;
  for (const sequence of [1n, 2n]) {
    const event = encodeInventoryObserved({ bootId: 1n, sequence, observedAtMs: observedAtMs + sequence });
    lastInventory = (await eventLog.jetstream.publish(inventories, encodeFrames([event]))).seq;
  }
  await new PublishedLog(eventLog, node).publish(2);
  const dropped = { family: "host.power", bootId: 1n, firstSequence: 1n, lastSequence: 4n, count: 4n };
  const told = encodeEventsDropped({ ...dropped, reason: "spool-full" });
  await eventLog.jetstream.publish(droppedSubject({ workspace: "default", node }), encodeFrames([told]));
  const reached = [
    { family: "host", bootId: 1n, sequence: 3n, observedAtMs },
    { family: "inventory", bootId: 1n, sequence: 2n, observedAtMs: observedAtMs + 2n },
    { family: "host.power", bootId: 1n, sequence: 4n, observedAtMs },
    { family: "log/syslog", bootId: 0n, sequence: 10n, observedAtMs },
  ];
  const event = encodeHostSampled({ bootId: 2n, sequence: 1n, observedAtMs: observedAtMs + 10n, reached });
  await eventLog.jetstream.publish(subjectOf(node), encodeFrames([event]));
  return [last, lastInventory];
}

/** Publishes events 1 to 20 of a node but for one, of which the node says that it gave it up. */
async function publishWithout(node: string, dropped: number): Promise<void> {
  for (let sequence = 1; sequence <= 20; sequence += 1) {
    if (sequence !== dropped) await eventLog.jetstream.publish(subjectOf(node), encodeFrames([hostEvent(sequence)]));
  }
  const numbers = { firstSequence: BigInt(dropped), lastSequence: BigInt(dropped), count: 1n };
  const told = encodeEventsDropped({ family: "host", bootId: 1n, ...numbers, reason: "spool-full" });
  await eventLog.jetstream.publish(droppedSubject({ workspace: "default", node }), encodeFrames([told]));
}

/** Deletes the rows of one event behind everybody's back. */
async function deleteRows(table: string, node: string, sequence: number): Promise<void> {
  const found = await readRows(
    history,
    `SELECT toString(observed_at) AS at FROM host_events WHERE node = '${node}' AND sequence = ${sequence}`,
  );
  const where = table === "host_events" ? `sequence = ${sequence}` : `ts = '${found[0]?.at}'`;
  await history.client.command({
    query: `ALTER TABLE ${table} DELETE WHERE node = '${node}' AND ${where} SETTINGS mutations_sync = 1`,
  });
}

/** What the log holds of findings, in their order. */
async function findings(): Promise<string[]> {
  const signal = AbortSignal.timeout(30_000);
  const messages = await readRange(eventLog, { stream: "INTEGRITY", first: 1, last: 100, signal });
  const texts: string[] = [];
  for (const { subject, payload } of messages) {
    if (parseIntegritySubject(subject) === undefined) continue;
    walkFrames(payload, (start, end) => {
      const { gapDetected, gapHealed } = decodeIntegrityReported(payload.subarray(start, end));
      const gap = gapDetected ?? gapHealed;
      const name = gapDetected === undefined ? "GapHealed" : "GapDetected";
      const numbers = `${gap?.family} ${gap?.bootId} ${gap?.firstSequence}-${gap?.lastSequence}`;
      texts.push(`${name} ${subject.split(".").at(-1)} ${numbers}`);
    });
  }
  return texts.sort();
}

/** The same as the history's view has them. */
async function rows(): Promise<unknown[]> {
  const found = await readRows(
    history,
    `SELECT concat(event, ' ', node, ' ', family, ' ', toString(boot_id), ' ', toString(first_sequence), '-',
        toString(last_sequence)) AS text
     FROM v_integrity_events WHERE event != 'EventsDropped' ORDER BY text`,
  );
  return found.map(({ text }) => text);
}
