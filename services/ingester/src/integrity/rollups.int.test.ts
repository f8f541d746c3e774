import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, openCutRecord, readRange, whileHeld } from "@statwire/event-log";
import { decodeIntegrityReported, encodeFrames, encodeHostSampled, walkFrames } from "@statwire/events";
import { connectHistory, type History, monthAfter, monthOf, suspectRollups } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger, sleep } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type IngesterProcess, startIngesterProcess } from "../testing/ingester-process.js";
import { readRows, subjectOf } from "../testing/published-events.js";

const patient = { timeout: 60_000, interval: 100 };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** An hour of yesterday, so that its day can be closed, too. */
const start = Math.floor(Date.now() / dayMs) * dayMs - dayMs + 10 * hourMs;
const readings = 60;

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  const settings = { HOUSEKEEPING_INTERVAL_SECONDS: "1", CLOSE_GRACE_SECONDS: "0", ROLLUP_CHECK_TIME_PERCENT: "100" };
  ingester = await startIngesterProcess({ bus, database }, settings);
  history = connectHistory(database);
  await ingester.ready();
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "fatal" }) });
  for (const node of ["web-1", "web-2"]) {
    const events = Array.from({ length: readings }, (_, index) => event(index));
    await eventLog.jetstream.publish(subjectOf(node), encodeFrames(events));
  }
  // A day is closed when its last hour is.
  await eventLog.jetstream.publish(subjectOf("last"), encodeFrames([event(13 * 60 + 30)]));
  await vi.waitFor(async () => expect(await rollup("1h")).toEqual(whole), patient);
  await vi.waitFor(async () => expect(await rollup("1d")).toEqual(whole), patient);
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("a closed hour that somebody changed behind the product's back", () => {
  it("is found, told of, and closed again", async () => {
    await change("metric_1h", "DELETE WHERE node = 'web-1' AND metric = 'system.cpu.load_average.1m'");
    await expect
      .poll(() => findings(), patient)
      .toEqual(["RollupMismatchFound web-1 1h system.cpu.load_average.1m 0/60", "RollupRepaired web-1 1h"]);
    expect(await rollup("1h")).toEqual(whole);
    await expect.poll(stored, patient).toEqual([
      {
        event: "RollupMismatchFound",
        node: "web-1",
        level: "1h",
        start: start / 1000,
        stored_count: 0,
        computed_count: 60,
      },
      { event: "RollupRepaired", node: "web-1", level: "1h", start: start / 1000, stored_count: 0, computed_count: 0 },
    ]);
    await expect
      .poll(() => ingester.metrics(), patient)
      .toMatch(/statwire_rollup_events_total\{[^}]*"RollupRepaired"[^}]*\} 1\n/);
    await expect.poll(() => ingester.metrics(), patient).toMatch(/statwire_rollup_unrepaired(\{[^}]*\})? 0\n/);
  });

  it("follows its raw data when that was changed, and its day follows it", async () => {
    await change("host_load", `DELETE WHERE node = 'web-2' AND ts >= toDateTime64(${start / 1000 + 1800}, 3, 'UTC')`);
    await expect
      .poll(() => findings("web-2 1h"), patient)
      .toEqual([expect.stringMatching(/^RollupMismatchFound web-2 1h \S+ 60\/30$/), "RollupRepaired web-2 1h"]);
    const half = [whole[0], { node: "web-2", n: 30 }];
    expect(await rollup("1h")).toEqual(half);
    await expect.poll(() => rollup("1d"), patient).toEqual(half);
  });

  it("is compared at once when that is asked for, and so is a day", async () => {
    await change("metric_1d", "DELETE WHERE node = 'web-1'");
    await suspectRollups(history, [{ level: "1d", startMs: Math.floor(start / dayMs) * dayMs }]);
    await expect
      .poll(() => findings("web-1 1d"), patient)
      .toEqual([expect.stringMatching(/^RollupMismatchFound web-1 1d/), "RollupRepaired web-1 1d"]);
    expect((await rollup("1d"))[0]).toEqual(whole[0]);
  });

  it("is left as it is while storing is held, and closed again afterwards", async () => {
    await whileHeld(eventLog, holdByTest(), async () => {
      await change("metric_1h", "DELETE WHERE node = 'web-1' AND metric = 'system.cpu.load_average.1m'");
      await suspectRollups(history, [{ level: "1h", startMs: start }]);
      // Three seconds of an ingester that looks every second.
      const since = await beats();
      await expect.poll(beats, patient).toBeGreaterThan(since + 8);
      expect((await rollup("1h")).length).toBe(1);
    });
    await vi.waitFor(async () => expect((await rollup("1h"))[0]).toEqual(whole[0]), patient);
  });
});

describe("months that passed before there were any", () => {
  const first = monthOf(start - 70 * dayMs);
  const hours = Array.from({ length: 40 }, (_, index) => first + index * dayMs);
  const months = [
    { at: first / 1000, n: 60 * ((monthAfter(first) - first) / dayMs) },
    { at: monthAfter(first) / 1000, n: 60 * (hours.length - (monthAfter(first) - first) / dayMs) },
  ];

  it("are closed, as soon as their days are", async () => {
    const columns = "workspace, metric, node, attribute, hour, n, total, lo, hi, last, buckets, counts, version";
    const starts = `arrayJoin([${hours.map((at) => at / 1000)}])`;
    await history.client.command({
      query: `INSERT INTO metric_1h (${columns})
        SELECT 'default', 'system.cpu.load_average.1m', 'old', '', toDateTime(${starts}, 'UTC'), 60, 60, 1, 1, 1, [700], [60], 1`,
    });
    await history.client.command({
      query: `INSERT INTO rollup_closes (level, start, version, nodes) SELECT '1h', toDateTime(${starts}, 'UTC'), 1, 0`,
    });
    await expect.poll(old, patient).toEqual(months);
  });

  it("are compared with their days at once when that is asked for, and made right", async () => {
    await change("metric_1mo", `DELETE WHERE month = toDateTime(${first / 1000}, 'UTC')`);
    await suspectRollups(history, [{ level: "1mo", startMs: first }]);
    await expect
      .poll(() => findings("old 1mo"), patient)
      .toEqual([
        expect.stringMatching(/^RollupMismatchFound old 1mo system.cpu.load_average.1m 0\//),
        "RollupRepaired old 1mo",
      ]);
    expect(await old()).toEqual(months);
  });

  function old(): Promise<unknown[]> {
    return readRows(
      history,
      "SELECT toUnixTimestamp(month) AS at, n FROM metric_1mo FINAL WHERE node = 'old' ORDER BY month",
    );
  }
});

function holdByTest() {
  const { signal } = new AbortController();
  const pause = (ms: number) => sleep(ms, signal);
  return { streams: ["TELEMETRY", "LOGS", "INTEGRITY"], by: "test", now: Date.now, sleep: pause, signal };
}

/** How often the holder of the stream has shown that it is alive: about each 375 ms. */
async function beats(): Promise<number> {
  return (await openCutRecord(eventLog, "TELEMETRY").load()).record.beat;
}

function event(index: number): Uint8Array {
  return encodeHostSampled({
    bootId: 1n,
    sequence: BigInt(index + 1),
    observedAtMs: BigInt(start + index * 60_000),
    load: { intervalMs: 60_000, oneMinuteE2: index },
  });
}

async function change(table: string, how: string): Promise<void> {
  await history.client.command({ query: `ALTER TABLE ${table} ${how} SETTINGS mutations_sync = 2` });
}

const whole = ["web-1", "web-2"].map((node) => ({ node, n: readings }));

function rollup(level: "1h" | "1d"): Promise<unknown[]> {
  return readRows(
    history,
    `SELECT node, toUInt32(n) AS n FROM metric_${level} FINAL WHERE metric = 'system.cpu.load_average.1m' AND node != 'last' ORDER BY node`,
  );
}

/** What the log holds of findings about closed hours and days, in their order. */
async function findings(about = ""): Promise<string[]> {
  const signal = AbortSignal.timeout(30_000);
  const messages = await readRange(eventLog, { stream: "INTEGRITY", first: 1, last: 100, signal });
  const texts: string[] = [];
  for (const { subject, payload } of messages) {
    const node = subject.split(".").at(-1);
    walkFrames(payload, (from, to) => {
      const { rollupMismatchFound: found, rollupRepaired } = decodeIntegrityReported(payload.subarray(from, to));
      if (rollupRepaired !== undefined) texts.push(`RollupRepaired ${node} ${rollupRepaired.level}`);
      if (found === undefined) return;
      const counts = `${found.storedCount}/${found.computedCount}`;
      texts.push(`RollupMismatchFound ${node} ${found.level} ${found.metric} ${counts}`);
    });
  }
  return texts.filter((text) => text.includes(about));
}

/** The same as the history's view has them. */
function stored(): Promise<unknown[]> {
  return readRows(
    history,
    `SELECT event, node, level, toUnixTimestamp(start) AS start, toUInt32(stored_count) AS stored_count,
         toUInt32(computed_count) AS computed_count
     FROM v_rollup_findings ORDER BY time, event`,
  );
}
