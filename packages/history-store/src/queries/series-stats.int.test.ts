import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { readingStats, rollupStats } from "./series-stats.js";

let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});

afterAll(() => test.close());

it("takes the smallest value that at least the share of values does not exceed, of any number of values", async () => {
  const millionths = [1, 1_000, 123_456, 250_000, 500_000, 900_000, 950_000, 990_000, 999_000, 999_999];
  const sizes = [...Array.from({ length: 400 }, (_, index) => index + 1), 1_000, 60_480, 1_000_000];
  const [values] = readingStats(millionths.map((level) => ({ kind: "quantile", quantile: level / 1e6 })));
  const rows = await test.rows<{ n: number; found: number[] }>(`
    SELECT n, ${values} AS found
    FROM (SELECT n, arrayJoin(range(n)) AS ranked FROM (SELECT arrayJoin([${sizes}]) AS n))
    GROUP BY n ORDER BY n`);
  expect(rows.map(({ n }) => n)).toEqual(sizes);
  for (const { n, found } of rows) {
    expect({ n, found }).toEqual({ n, found: millionths.map((level) => Math.ceil((level * n) / 1e6) - 1) });
  }
}, 30_000);

it("takes the same of bucket counts", async () => {
  const thousandths = [1, 7, 35, 70, 140, 272, 275, 280, 550, 570, 830, 950, 990, 999];
  const sizes = [...Array.from({ length: 400 }, (_, index) => index + 1), 1_000, 3_000, 8_640, 30_000];
  const [values] = rollupStats(thousandths.map((level) => ({ kind: "quantile", quantile: level / 1e3 })));
  const rows = await test.rows<{ n: number; found: number[] }>(`
    SELECT n, ${values} AS found
    FROM (
        SELECT n, CAST(range(n), 'Array(Int16)') AS buckets, CAST(replicate(1, buckets), 'Array(UInt32)') AS counts
        FROM (SELECT arrayJoin([${sizes}]) AS n))
    GROUP BY n ORDER BY n`);
  expect(rows.map(({ n }) => n)).toEqual(sizes);
  for (const { n, found } of rows) {
    expect({ n, found }).toEqual({ n, found: thousandths.map((level) => Math.ceil((level * n) / 1e3) - 1) });
  }
});
