import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const inserts = 80;
const partsMax = 28;
const patience = { timeout: 60_000, interval: 200 };
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});
afterAll(() => test.close());

const parts = () =>
  test.rows<{ level: number; rows: number }>(
    "SELECT level, toUInt32(rows) AS rows FROM system.parts WHERE active AND database = currentDatabase() AND table = 'host_cpu'",
  );

it("merges a day's parts twenty or more at a time, and into one when nothing has come for a while", async () => {
  const begunAtMs = performance.now();
  for (let sequence = 1; sequence <= inserts; sequence += 1) {
    const observedAtMs = BigInt(start + sequence * 1_000);
    const cpu = { intervalMs: 1_000, utilizationE4: sequence };
    await test.landHost([{ sequence: BigInt(sequence), observedAtMs, cpu }], { receivedAtMs: start + 60_000 });
  }
  await expect.poll(async () => (await parts()).length, patience).toBeLessThan(partsMax);
  const levels = (await parts()).map(({ level }) => level);
  const partsMin = fewestMerged((performance.now() - begunAtMs) / 1000);
  expect(Math.max(...levels)).toBeLessThanOrEqual(Math.floor((inserts - 1) / (partsMin - 1)));

  await test.history.client.command({
    query: "ALTER TABLE host_cpu MODIFY SETTING min_age_to_force_merge_seconds = 1",
  });
  await expect.poll(async () => (await parts()).length, patience).toBe(1);
  expect(await parts()).toMatchObject([{ rows: inserts }]);
  expect(await test.rows("SELECT toUInt32(sum(utilization_e4)) AS sum FROM host_cpu")).toEqual([
    { sum: (inserts * (inserts + 1)) / 2 },
  ]);
}, 180_000);

it("has every table of readings merge like that", async () => {
  const others = await test.rows(
    `SELECT name FROM system.tables
     WHERE database = currentDatabase() AND match(engine_full, '^MergeTree PARTITION BY toDate\\\\((ts|observed_at)\\\\)')
       AND NOT (engine_full LIKE '%min_parts_to_merge_at_once = 16%'
            AND engine_full LIKE '%min_age_to_force_merge_seconds = 21600%'
            AND engine_full LIKE '%merge_selector_base = 28%')
       AND name != 'host_cpu'`,
  );
  expect(others).toEqual([]);
});

/**
 * The fewest small parts that the server merges at once when none is older than that: as many as make 28 times the heaviest
 * of them, less what their number takes off that, and their age, which is something only on a very slow machine. 21 at first.
 */
function fewestMerged(ageSeconds: number): number {
  for (let parts = 16; ; parts += 1) {
    const lowered = Math.min(1, (parts - 10) / 40 + Math.max(0, ageSeconds - 10) / 3_590);
    if (parts >= 28 - (28 - 2) * lowered) return parts;
  }
}
