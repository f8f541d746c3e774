import type { NodeCompleteness } from "@statwire/history-store";
import { describe, expect, it } from "vitest";
import { seriesCompleteness, toSeriesCompleteness } from "./series-completeness.js";

const family = (name: string, expected: number, received: number) => ({
  ...{ family: name, expected, received, late: 0, doubled: 0, skewMs: null },
});
const found: NodeCompleteness = {
  families: [family("host", 100, 97), family("host.containers", 10, 10)],
  missing: [],
  truncated: false,
};

describe("the completeness of a series", () => {
  it("is that of the family of its module", () => {
    expect(toSeriesCompleteness("cpu", found)).toEqual({ expected: 100, received: 97, ratio: 0.97 });
    expect(toSeriesCompleteness("containers", found)).toEqual({ expected: 10, received: 10, ratio: 1 });
    expect(toSeriesCompleteness("cpu", { ...found, families: [] })).toEqual({ expected: 0, received: 0, ratio: 1 });
    expect(toSeriesCompleteness("cpu", undefined)).toBeUndefined();
  });

  it("is read once for the series of a node and a range, and again after ten seconds", async () => {
    let [nowMs, reads] = [0, 0];
    const read = seriesCompleteness(
      async () => {
        reads += 1;
        return found;
      },
      () => nowMs,
    );
    const range = { fromMs: 0, toMs: 3_600_000, source: "raw" } as const;
    await Promise.all([read("a", "cpu", range), read("a", "memory", range)]);
    await read("a", "cpu", { ...range, toMs: range.toMs + 200 });
    expect(reads).toBe(1);
    await read("b", "cpu", range);
    expect(reads).toBe(2);
    nowMs = 10_000;
    await read("a", "cpu", range);
    expect(reads).toBe(3);
    expect(await read("a", "cpu", { ...range, source: "hourly" })).toBeUndefined();
    expect(await read("a", "cpu", { ...range, toMs: 8 * 86_400_000 })).toBeUndefined();
    expect(reads).toBe(3);
  });

  it("is unknown when it cannot be read", async () => {
    const read = seriesCompleteness(
      () => Promise.reject(new Error("away")),
      () => 0,
    );
    expect(await read("a", "cpu", { fromMs: 0, toMs: 1_000, source: "raw" })).toBeUndefined();
  });
});
