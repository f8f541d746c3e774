import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { bucketExpression, bucketOf, bucketRepresentative, representativeOf } from "./buckets.js";

let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});

afterAll(() => test.close());

it("is the same formula in SQL", async () => {
  const magnitudes = Array.from({ length: 3000 }, (_, index) => 1e-7 * 1.0237 ** index).filter((value) => value < 9e18);
  const wholes = Array.from({ length: 2000 }, (_, index) => index - 1000);
  const values = [0, 8.4e-7, 8.6e-7, ...wholes, ...magnitudes, ...magnitudes.map((value) => -value)];
  const rows = await test.rows<{ bucket: number; representative: number }>(`
    SELECT ${bucketExpression("v")} AS bucket, ${bucketRepresentative("bucket")} AS representative
    FROM (SELECT arrayJoin([${values.map((value) => `toFloat64(${value})`).join(", ")}]) AS v)`);
  expect(rows.map(({ bucket }) => bucket)).toEqual(values.map((value) => bucketOf(value) + 0));
  rows.forEach(({ bucket, representative }) => {
    expect(Math.abs(representative - representativeOf(bucket))).toBeLessThanOrEqual(Math.abs(representative) * 1e-12);
  });
});
