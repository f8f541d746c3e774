import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDay, dayMs } from "../rollups/close-day.js";
import { closeHour } from "../rollups/close-hour.js";
import { hoursToClose } from "../rollups/due.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { comparableRollups } from "./closed-rollups.js";
import { repairDay, repairHour } from "./repair-rollups.js";
import { suspectedRollups, suspectRollups } from "./suspects.js";
import { type Verdict, verifyDay, verifyHours } from "./verify-rollups.js";

const hour = 3_600_000;
const tick = 10_000;
const now = Math.floor(Date.now() / dayMs) * dayMs + 2 * hour;
const day = now - 2 * hour - dayMs;
const start = day + 10 * hour;
const settled = () => Promise.resolve();
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  for (const node of ["a", "b", "it's"]) {
    const samples = Array.from({ length: (2 * hour) / tick }, (_, index) => sample(index));
    await test.landHost(samples, { node, receivedAtMs: start + 2 * hour });
  }
  for (const hourMs of [start, start + hour]) await closeHour(test.history, { hourMs, version: test.lastSeq() });
  await closeDay(test.history, { dayMs: day, version: test.lastSeq() });
});
afterAll(() => test.close());

it("finds nothing in what was closed properly, and says how much it looked at", async () => {
  const { hours, days, hoursWithoutRaw } = await comparable();
  expect(hours.map(({ startMs }) => startMs)).toEqual([start, start + hour]);
  expect([days.map(({ startMs }) => startMs), hoursWithoutRaw]).toEqual([[day], 0]);
  const [{ n } = { n: 0 }] = await test.rows<{ n: number }>("SELECT count() AS n FROM metric_1h FINAL");
  expect(await verdict()).toEqual({ series: n, differences: [], waiting: 0 });
  expect(n).toBeGreaterThan(60);
  const [{ d } = { d: 0 }] = await test.rows<{ d: number }>("SELECT count() AS d FROM metric_1d FINAL");
  expect(await verifyDay(test.history, days[0] as never)).toEqual({ series: d, differences: [], waiting: 0 });
});

it("finds rows that were changed, deleted and made up, with both values, and repairs them", async () => {
  const before = await rollup();
  await insertRow({ metric: "system.cpu.utilization", node: "a", values: "7 AS n", version: "toUInt64(version)" });
  await insertRow({ metric: "system.cpu.utilization", node: "it's", values: "8 AS n", version: "9007199254740991" });
  await insertRow({ metric: "made.up", node: "b", values: "9 AS n", version: "version" });
  await del("metric_1h", `node = 'b' AND metric = 'system.cpu.time' AND attribute = 'user' AND hour = ${start / 1000}`);
  const found = await verdict();
  expect(found.differences.map(({ node, series, startMs }) => [node, series, startMs])).toEqual([
    ["a", 1, start],
    ["b", 1, start],
    ["it's", 1, start],
  ]);
  const [changed, deleted] = found.differences;
  expect(changed?.examples[0]).toMatchObject({ stored: { n: 7 }, computed: { n: 360, lo: 0, hi: 359 } });
  expect(deleted?.examples[0]).toMatchObject({ attribute: "user", stored: undefined, computed: { n: 359 } });
  await repair(found);
  expect(await verdict()).toMatchObject({ differences: [] });
  // What is of no metric of the catalogue is nothing that could be compared.
  await del("metric_1h", "metric = 'made.up'");
  expect(await rollup()).toEqual(before);
});

it("finds that raw data was changed, and follows it", async () => {
  await del("host_cpu", `node = 'a' AND ts >= '${new Date(start + hour).toISOString().slice(0, 19)}'`);
  await test.landHost([sample(5)], { node: "b", receivedAtMs: start + 10 * tick });
  const found = await verdict();
  expect(found.differences.map(({ node, startMs }) => [node, startMs])).toEqual([
    ["b", start],
    ["a", start + hour],
  ]);
  const lost = found.differences[1];
  expect(lost?.surplus.length).toBe(lost?.series);
  await repair(found);
  expect(await verdict()).toMatchObject({ differences: [] });
  const left = await test.rows<{ metric: string }>(
    `SELECT DISTINCT metric FROM metric_1h FINAL WHERE node = 'a' AND hour = ${(start + hour) / 1000} ORDER BY metric`,
  );
  expect(left.every(({ metric }) => metric.startsWith("system.disk"))).toBe(true);
});

it("finds a value that was not the last one of its hour or day", async () => {
  const [before, [hourly]] = [await rollup(), (await comparable()).hours];
  await insertRow({ metric: "system.cpu.utilization", node: "b", values: "1 AS last", version: "version" });
  const found = await verdict();
  expect(found.differences.map(({ node, series, startMs }) => [node, series, startMs])).toEqual([["b", 1, start]]);
  expect(found.differences[0]?.examples[0]).toMatchObject({ stored: { last: 1 }, computed: { last: 359 } });
  // The day is of its hours, such as they are.
  await closeDay(test.history, { dayMs: day, version: test.lastSeq() });
  const closedDay = { startMs: day, version: hourly?.version ?? 0 };
  expect(await verifyDay(test.history, closedDay)).toMatchObject({ differences: [] });
  await test.history.client.command({
    query: `INSERT INTO metric_1d SELECT * REPLACE (2 AS last) FROM metric_1d FINAL
      WHERE node = 'b' AND metric = 'system.cpu.utilization'`,
  });
  expect((await verifyDay(test.history, closedDay)).differences).toMatchObject([{ node: "b", series: 1 }]);
  await repair(found);
  expect(await verdict()).toMatchObject({ differences: [] });
  expect(await rollup()).toEqual(before);
});

it("loses no late event of one node when another one's rows are repaired", async () => {
  const early = { ...sample(4), observedAtMs: BigInt(start + 4 * tick + 2) };
  await test.landHost([early], { node: "b", receivedAtMs: now });
  await insertRow({ metric: "system.cpu.utilization", node: "a", values: "7 AS n", version: "version" });
  const found = await verdict();
  expect([found.differences.map(({ node }) => node), found.waiting]).toEqual([["a"], 1]);
  await repair(found);
  const position = { committedSeq: test.lastSeq(), receivedUpToMs: now };
  for (const due of await hoursToClose(test.history, position, { graceMs: 0, nowMs: now })) {
    await closeHour(test.history, due);
  }
  expect(await verdict()).toMatchObject({ differences: [], waiting: 0 });
});

it("finds a day that is not the sum of its hours", async () => {
  // Its hours were closed again above, so that it waits for its turn.
  expect((await comparable()).days).toEqual([]);
  await closeDay(test.history, { dayMs: day, version: test.lastSeq() });
  const [first] = (await comparable()).days;
  if (first === undefined) throw new Error("no day");
  expect(await verifyDay(test.history, first)).toMatchObject({ differences: [] });
  await del("metric_1d", "node = 'b'");
  const { differences } = await verifyDay(test.history, first);
  expect(differences.map(({ node }) => node)).toEqual(["b"]);
  await repairDay(test.history, first, { differences, committedSeq: test.lastSeq() });
  expect(await verifyDay(test.history, first)).toMatchObject({ differences: [] });
});

it("takes no late event for a fault, and compares nothing whose raw data has left", async () => {
  await test.landHost([sample(1000)], { node: "a", receivedAtMs: now });
  await test.landHost([{ ...sample(3), observedAtMs: BigInt(start + 3 * tick + 1) }], { node: "b", receivedAtMs: now });
  const found = await verdict();
  expect([found.differences, found.waiting]).toEqual([[], 1]);
  const { rawDays } = test.history.options.retention;
  const later = await comparableRollups(test.history, { fromMs: day, toMs: now }, start + (rawDays - 1) * dayMs + 1);
  expect([later.hours.length, later.hoursWithoutRaw]).toEqual([1, 1]);
  await test.history.client.command({
    query: `ALTER TABLE host_events DROP PARTITION '${new Date(day).toISOString().slice(0, 10)}'`,
  });
  expect(await comparable()).toMatchObject({ hours: [], hoursWithoutRaw: 2 });
});

it("remembers what is suspected, each once", async () => {
  await suspectRollups(test.history, [
    { level: "1h", startMs: start },
    { level: "1d", startMs: day },
    { level: "1h", startMs: start },
  ]);
  const suspected = await suspectedRollups(test.history, 0);
  expect(suspected.map(({ level, startMs }) => [level, startMs]).sort()).toEqual([
    ["1d", day],
    ["1h", start],
  ]);
  expect(await suspectedRollups(test.history, (suspected[0]?.suspectedAtMs ?? 0) + 1)).toEqual([]);
});

const comparable = () => comparableRollups(test.history, { fromMs: day, toMs: now }, now);

async function verdict(): Promise<Verdict> {
  return verifyHours(test.history, (await comparable()).hours, { settled });
}

async function repair({ differences }: Verdict): Promise<void> {
  for (const hourly of (await comparable()).hours) {
    const ofHour = differences.filter(({ startMs }) => startMs === hourly.startMs);
    if (ofHour.length > 0)
      await repairHour(test.history, hourly, { differences: ofHour, committedSeq: test.lastSeq() });
  }
}

function sample(index: number) {
  return {
    observedAtMs: BigInt(start + index * tick),
    cpu: { intervalMs: tick, utilizationE4: index, userMs: BigInt(index) * 100n },
    disks: { intervalMs: tick, items: [{ device: "sda", readBytes: BigInt(index) * 7n, operationsInProgress: -3 }] },
  };
}

function rollup(): Promise<unknown[]> {
  return test.rows(`SELECT * EXCEPT (version) FROM metric_1h FINAL ORDER BY metric, node, attribute, hour`);
}

/** A row like one that is there, but for some columns. */
async function insertRow(row: { metric: string; node: string; values: string; version: string }): Promise<void> {
  await test.history.client.command({
    query: `
      INSERT INTO metric_1h SELECT * REPLACE ('${row.metric}' AS metric, ${row.values}, ${row.version} AS version)
      FROM (
          SELECT * FROM metric_1h FINAL
          WHERE node = '${row.node.replace("'", "\\'")}' AND metric = 'system.cpu.utilization' AND hour = ${start / 1000}
      )`,
  });
}

async function del(table: string, where: string): Promise<void> {
  await test.history.client.command({
    query: `ALTER TABLE ${table} DELETE WHERE ${where} SETTINGS mutations_sync = 2`,
  });
}
