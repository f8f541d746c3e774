import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connectHistory, type History, type Retention } from "../connect.js";
import { closeHour } from "../rollups/close-hour.js";
import { hoursToClose } from "../rollups/due.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { migrate } from "./migrate.js";
import { type OnShortened, retentionDifferences } from "./retention.js";

const hour = 3_600_000;
const day = 24 * hour;
const patient = { timeout: 60_000, interval: 200 };
const nowMs = Date.now();
const hourOf = (daysAgo: number) => Math.floor((nowMs - daysAgo * day) / hour) * hour;
/** Inside of 7 days; between 7 and 14. */
const [young, old] = [hourOf(5), hourOf(9)];
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  for (const startMs of [young, old]) {
    await test.landHost([sample(startMs), sample(startMs + 60_000)], { node: "a", receivedAtMs: startMs + hour });
    await closeHour(test.history, { hourMs: startMs, version: test.lastSeq() });
  }
});

afterAll(() => test.close());

describe("retention", () => {
  it("made shorter tells what it deletes before it does, lets readings go and leaves the rollups", async () => {
    const shorter = keeping({ rawDays: 7 });
    const onShortened = vi.fn<OnShortened>();
    expect(await retentionDifferences(shorter)).toContainEqual({ table: "host_cpu", setDays: 7, effectiveDays: 14 });
    await migrate(shorter, { onShortened });
    expect(onShortened).toHaveBeenCalledOnce();
    const [told = []] = onShortened.mock.calls[0] ?? [];
    expect(told.find(({ table }) => table === "host_cpu")).toMatchObject({
      daysBefore: 14,
      days: 7,
      rows: 2,
      oldestMs: old,
    });
    expect(told.map(({ table }) => table)).toContain("host_events");
    expect(told.map(({ table }) => table)).not.toContain("metric_1h");
    expect(await retentionDifferences(shorter)).toEqual([]);
    await expect.poll(() => readings("host_cpu"), patient).toEqual([young, young + 60_000]);
    await expect.poll(() => readings("host_events", "observed_at"), patient).toEqual([young, young + 60_000]);
    expect(await closedHours()).toEqual([
      { startMs: old, n: 2 },
      { startMs: young, n: 2 },
    ]);
    await shorter.close();
  });

  it("made longer again brings nothing back, and opens no hour of which readings have left", async () => {
    const onShortened = vi.fn();
    await migrate(test.history, { onShortened });
    expect(onShortened).not.toHaveBeenCalled();
    expect(await retentionDifferences(test.history)).toEqual([]);
    for (const startMs of [young, old]) {
      await test.landHost([sample(startMs + 30_000)], { node: "a", receivedAtMs: nowMs });
    }
    const position = { committedSeq: test.lastSeq(), receivedUpToMs: hourOf(4) };
    const due = await hoursToClose(test.history, position, { graceMs: 0, nowMs });
    expect(due.map(({ hourMs }) => hourMs)).toEqual([young]);
    for (const close of due) await closeHour(test.history, close);
    expect(await closedHours()).toEqual([
      { startMs: old, n: 2 },
      { startMs: young, n: 3 },
    ]);
  });

  it("lets readings go when they expire, and not before", async () => {
    const expiresAtMs = Math.ceil(Date.now() / 1000) * 1000 + 8_000;
    const edge = expiresAtMs - 14 * day;
    await test.landHost([sample(edge)], { node: "edge", receivedAtMs: nowMs });
    const edges = async () => (await readings("host_cpu")).filter((atMs) => atMs === edge);
    await test.history.client.command({ query: "OPTIMIZE TABLE host_cpu FINAL" });
    const [found, seenAtMs] = [await edges(), Date.now()];
    if (seenAtMs < expiresAtMs) expect(found).toEqual([edge]);
    const gone = async () => {
      await test.history.client.command({ query: "OPTIMIZE TABLE host_cpu FINAL" });
      return (await edges()).length === 0;
    };
    await expect.poll(gone, patient).toBe(true);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAtMs - 1_000);
  });

  it("that somebody else has changed is seen, and set again", async () => {
    await test.history.client.command({
      query: "ALTER TABLE host_load MODIFY TTL toDateTime(ts, 'UTC') + toIntervalDay(3)",
    });
    expect(await retentionDifferences(test.history)).toEqual([{ table: "host_load", setDays: 14, effectiveDays: 3 }]);
    await migrate(test.history);
    expect(await retentionDifferences(test.history)).toEqual([]);
  });
});

function keeping(retention: Partial<Retention>): History {
  return connectHistory({ ...test.options, retention: { ...test.history.options.retention, ...retention } });
}

function sample(atMs: number) {
  return { observedAtMs: BigInt(atMs), cpu: { intervalMs: 60_000, utilizationE4: 1 } };
}

async function readings(table: string, column = "ts"): Promise<number[]> {
  const rows = await test.rows<{ atMs: number }>(
    `SELECT toUnixTimestamp64Milli(${column}) AS atMs FROM ${table} ORDER BY atMs`,
  );
  return rows.map(({ atMs }) => atMs);
}

function closedHours(): Promise<unknown[]> {
  return test.rows(`
    SELECT toUnixTimestamp(hour) * 1000 AS startMs, n FROM metric_1h FINAL
    WHERE metric = 'system.cpu.utilization' ORDER BY hour`);
}
