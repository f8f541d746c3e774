import type { NodeCompleteness } from "@statwire/history-store";
import { describe, expect, it } from "vitest";
import { type CompletenessSources, seriesCompleteness, toSeriesCompleteness } from "./series-completeness.js";

const family = (name: string, expected: number, received: number) => ({
  ...{ family: name, expected, received, late: 0, doubled: 0, skewMs: null },
});
const found: NodeCompleteness = {
  families: [family("host", 100, 97), family("host.containers", 10, 10)],
  missing: [],
  truncated: false,
};

const days = 86_400_000;
const nobody: CompletenessSources = {
  readCompleteness: () => Promise.reject(new Error("away")),
  countEvents: () => Promise.reject(new Error("away")),
  past: { keptMs: 14 * days },
  now: () => 0,
};

describe("the completeness of a series", () => {
  it("is that of the family of its module", () => {
    const known = { knownFromMs: 0, families: found.families };
    const of = (own: string, more = {}) => toSeriesCompleteness(own, { ...known, ...more }, { toMs: 1_000 });
    const known_from = "1970-01-01T00:00:00.000Z";
    expect(of("host.cpu")).toEqual({ expected: 100, received: 97, ratio: 0.97, known_from });
    expect(of("host.containers")).toEqual({ expected: 10, received: 10, ratio: 1, known_from });
    expect(of("host.cpu", { families: [] })).toEqual({ expected: 0, received: 0, ratio: 1, known_from });
    expect(of("host.cpu", { families: [], knownFromMs: 1_000 })?.ratio).toBeNull();
    expect(toSeriesCompleteness("host.cpu", undefined, { toMs: 1 })).toBeUndefined();
  });

  it("is read once for the series of a node and a range, and again after ten seconds", async () => {
    let [nowMs, reads] = [0, 0];
    const read = seriesCompleteness({
      ...nobody,
      readCompleteness: async () => {
        reads += 1;
        return found;
      },
      now: () => nowMs,
    });
    const range = { fromMs: 0, toMs: 3_600_000, source: "raw" } as const;
    await Promise.all([read("a", "cpu", range), read("a", "memory", range)]);
    await read("a", "cpu", { ...range, toMs: range.toMs + 200 });
    expect(reads).toBe(1);
    await read("b", "cpu", range);
    expect(reads).toBe(2);
    nowMs = 10_000;
    await read("a", "cpu", range);
    expect(reads).toBe(3);
  });

  it("is counted where hours and days were read, over long ranges, and as of a time", async () => {
    const asked: unknown[] = [];
    const read = seriesCompleteness({
      ...nobody,
      countEvents: async (node, families, { fromMs, toMs, asOfMs }) => {
        asked.push([node, ...families, fromMs / days, toMs / days, asOfMs]);
        return { knownFromMs: 9 * days, counted: [{ family: "host", expected: 50, received: 49 }] };
      },
    });
    const range = { fromMs: 0, toMs: 10 * days, source: "hourly" } as const;
    const counted = { expected: 50, received: 49, ratio: 0.98, known_from: "1970-01-10T00:00:00.000Z" };
    expect(await read("a", "cpu", range)).toEqual(counted);
    expect(await read("a", "cpu", range)).toEqual(counted);
    await read("a", "cpu", { ...range, source: "raw" }, 7);
    expect(asked).toEqual([
      ["a", "host.cpu", "host", 0, 10, undefined],
      ["a", "host.cpu", "host", 0, 10, 7],
    ]);
  });

  it("is known only from when on events are kept where readings alone are there to be read", async () => {
    const read = seriesCompleteness({
      ...nobody,
      readCompleteness: async () => ({ families: [], missing: [], truncated: false }),
      countEvents: async (_node, _families, { toMs }) => ({ knownFromMs: toMs, counted: [] }),
      now: () => 20 * days,
    });
    const left = { fromMs: 4 * days, toMs: 5 * days, source: "raw" } as const;
    expect(await read("a", "processes", left)).toMatchObject({ ratio: null, known_from: "1970-01-06T00:00:00.000Z" });
    const kept = { ...left, fromMs: 6 * days, toMs: 7 * days };
    expect(await read("a", "processes", kept)).toMatchObject({ ratio: 1, known_from: "1970-01-07T00:00:00.000Z" });
  });

  it("is unknown when it cannot be read", async () => {
    const read = seriesCompleteness(nobody);
    expect(await read("a", "cpu", { fromMs: 0, toMs: 1_000, source: "raw" })).toBeUndefined();
    expect(await read("a", "cpu", { fromMs: 0, toMs: 1_000, source: "daily" })).toBeUndefined();
  });
});
