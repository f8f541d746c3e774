import { afterAll, beforeAll, expect, it } from "vitest";
import type { History } from "../connect.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { closeHour } from "./close-hour.js";
import { hoursToClose } from "./due.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.parse("2026-11-20T10:00:00Z");
const tick = 10_000;
const options = { graceMs: 5 * minute, nowMs: start + 3 * hour };
let test: TestHistory;

/** Two hours, of which the ticks in [missingFrom, missingTo) are not sent. */
const [missingFrom, missingTo] = [330, 365];

beforeAll(async () => {
  test = await createTestHistory();
  const ticks = Array.from({ length: (2 * hour) / tick }, (_, index) => index);
  const present = ticks.filter((index) => index < missingFrom || index >= missingTo);
  await test.landHost(present.map(sample), { node: "a", receivedAtMs: start + 2 * hour });
  await test.landHost(ticks.map(sample), { node: "b", receivedAtMs: start + 2 * hour });
});

afterAll(() => test.close());

it("closes no hour before the log has passed its end and the grace", async () => {
  const due = (receivedUpToMs: number) =>
    hoursToClose(test.history, { committedSeq: test.lastSeq(), receivedUpToMs }, options);
  expect(await due(start + hour + 5 * minute - 1)).toEqual([]);
  expect((await due(start + hour + 5 * minute)).map(({ hourMs }) => hourMs)).toEqual([start]);
  expect((await due(start + 3 * hour)).map(({ hourMs }) => hourMs)).toEqual([start, start + hour]);
});

it("is repeated after a close that broke off, and gives what an undisturbed one gives, again and again", async () => {
  const close = { hourMs: start, version: test.lastSeq() };
  await expect(closeHour(breakingOff(test.history, 1), close)).rejects.toThrow("broken off");
  expect(await closesOf(start)).toBe(0);
  await closeHour(test.history, close);
  const closed = await rollupRows();
  expect(closed.length).toBeGreaterThan(20);
  await closeHour(test.history, close);
  expect(await rollupRows()).toEqual(closed);
  await test.history.client.command({ query: "OPTIMIZE TABLE metric_1h FINAL" });
  expect(await rollupRows()).toEqual(closed);
  expect(await closesOf(start)).toBe(2);
});

it("restores rows that were lost: a repeat is not taken for a duplicate", async () => {
  const closed = await rollupRows();
  await test.history.client.command({
    query: "ALTER TABLE metric_1h DELETE WHERE node = 'a' SETTINGS mutations_sync = 1",
  });
  expect(await rollupRows()).not.toEqual(closed);
  await closeHour(test.history, { hourMs: start, version: test.lastSeq() });
  expect(await rollupRows()).toEqual(closed);
});

it("gives the same where there is no room for arrays", async () => {
  const closed = await rollupRows();
  await test.history.client.command({ query: "TRUNCATE TABLE metric_1h" });
  let refused = 0;
  const history = withClient(test.history, async (command) => {
    const { clickhouse_settings: settings } = command;
    if (settings?.max_memory_usage === undefined) return test.history.client.command(command);
    const narrow = { ...command, clickhouse_settings: { ...settings, max_memory_usage: "1000000" } };
    return test.history.client.command(narrow).catch((error) => {
      refused += 1;
      throw error;
    });
  });
  await closeHour(history, { hourMs: start, version: test.lastSeq() });
  expect(refused).toBeGreaterThan(0);
  expect(await rollupRows()).toEqual(closed);
});

it("closes again both hours that late readings touch, for their node alone, with all growth in them", async () => {
  const position = { committedSeq: test.lastSeq(), receivedUpToMs: start + 3 * hour };
  for (const due of await hoursToClose(test.history, position, options)) await closeHour(test.history, due);
  expect(await growth("a")).toBeLessThan(719 * 100);
  expect(await growth("b")).toBe(719 * 100);

  const late = Array.from({ length: missingTo - missingFrom }, (_, index) => sample(missingFrom + index));
  // Those of the first hour alone: the last 300 s of it count towards the first rate of the next.
  await test.landHost(late.slice(0, 360 - missingFrom), { node: "a", receivedAtMs: start + 2.5 * hour });
  const after = { ...position, committedSeq: test.lastSeq() };
  const nodes = [{ workspace: "default", node: "a" }];
  const due = await hoursToClose(test.history, after, options);
  expect(due).toEqual([start, start + hour].map((hourMs) => ({ hourMs, version: test.lastSeq(), nodes })));
  for (const close of due) await closeHour(test.history, close);
  expect(await hoursToClose(test.history, after, options)).toEqual([]);
  expect(await growth("a")).toBe(719 * 100);

  await test.landHost(late.slice(360 - missingFrom), { node: "a", receivedAtMs: start + 2.5 * hour });
  const last = { ...position, committedSeq: test.lastSeq() };
  for (const close of await hoursToClose(test.history, last, options)) await closeHour(test.history, close);
  const counted = await test.rows<{ node: string; n: number; versions: number }>(`
    SELECT node, sum(n) AS n, uniqExact(version) AS versions FROM metric_1h FINAL
    WHERE metric = 'system.cpu.utilization' GROUP BY node ORDER BY node`);
  expect(counted).toEqual([
    { node: "a", n: 720, versions: 2 },
    { node: "b", n: 720, versions: 1 },
  ]);
});

it("closes an hour again up to the very hour before its readings, or those before them, may leave, and never after", async () => {
  const lastMs = start + 14 * day - 2 * hour;
  await test.landHost([{ ...sample(1), requested: true }], { node: "b", receivedAtMs: lastMs });
  const position = { committedSeq: test.lastSeq(), receivedUpToMs: start + 3 * hour };
  const dueAt = async (nowMs: number) => await hoursToClose(test.history, position, { ...options, nowMs });
  expect((await dueAt(lastMs)).map(({ hourMs }) => hourMs)).toEqual([start]);
  expect(await dueAt(lastMs + 1)).toEqual([]);
  // The longest retention is behind it as well: such an event is in quarantine, and marks no hour.
  const [before] = await test.rows("SELECT count() AS marks FROM late_events FINAL");
  await test.landHost([{ ...sample(2), requested: true }], { node: "b", receivedAtMs: start + 1827 * day });
  const [after] = await test.rows("SELECT count() AS marks FROM late_events FINAL");
  expect(after).toEqual(before);
  expect(await test.rows("SELECT reason FROM quarantined_events")).toEqual([
    { reason: "observed before the longest retention" },
  ]);
});

it("never closes an hour again whose readings had left before the retention was made longer", async () => {
  const position = { committedSeq: test.lastSeq(), receivedUpToMs: start + 3 * hour };
  const nowMs = start + 2 * hour;
  expect((await hoursToClose(test.history, position, { ...options, nowMs })).map(({ hourMs }) => hourMs)).toEqual([
    start,
  ]);
  const lengthened = (changedAtMs: number) =>
    test.history.client.insert({
      table: "retention_changes",
      values: [
        { level: "rawDays", days_before: 7, days: 14, changed_at: new Date(changedAtMs).toISOString().slice(0, -1) },
      ],
      format: "JSONEachRow",
    });
  await lengthened(start - 2 * hour + 7 * day);
  expect((await hoursToClose(test.history, position, { ...options, nowMs })).map(({ hourMs }) => hourMs)).toEqual([
    start,
  ]);
  await lengthened(start - 2 * hour + 7 * day + 1);
  expect(await hoursToClose(test.history, position, { ...options, nowMs })).toEqual([]);
});

function sample(index: number) {
  return {
    observedAtMs: BigInt(start + index * tick),
    cpu: { intervalMs: tick, utilizationE4: index, userMs: BigInt(index) * 100n },
    disks: { intervalMs: tick, items: [{ device: "sda", readBytes: BigInt(index) * 7n, operationsInProgress: -3 }] },
  };
}

/** The same history, whose statements fail from the given one on. */
function breakingOff(history: History, statements: number): History {
  let left = statements;
  return withClient(history, (command) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error("broken off")) : history.client.command(command);
  });
}

function withClient(history: History, command: History["client"]["command"]): History {
  const client = Object.create(history.client);
  client.command = command;
  return { ...history, client };
}

function rollupRows(): Promise<unknown[]> {
  return test.rows(`SELECT * FROM metric_1h FINAL ORDER BY metric, node, attribute, hour`);
}

async function closesOf(hourMs: number): Promise<number | undefined> {
  const query = `SELECT count() AS n FROM rollup_closes WHERE level = '1h' AND start = ${hourMs / 1000}`;
  return (await test.rows<{ n: number }>(query))[0]?.n;
}

async function growth(node: string): Promise<number | undefined> {
  const [row] = await test.rows<{ grown: number }>(`
    SELECT sum(increase) AS grown FROM metric_1h FINAL
    WHERE node = '${node}' AND metric = 'system.cpu.time' AND attribute = 'user'`);
  return row?.grown;
}
