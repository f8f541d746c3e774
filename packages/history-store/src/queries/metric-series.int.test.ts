import { findMetric, type Metric } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDay } from "../rollups/close-day.js";
import { closeHour } from "../rollups/close-hour.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { metricSeries, type SeriesRequest } from "./metric-series.js";
import { metricSummary } from "./metric-summary.js";
import { seriesAttributes } from "./series-attributes.js";
import type { SeriesStat } from "./series-stats.js";

const start = Date.parse("2026-11-19T22:00:00Z");
const hour = 3_600_000;
const tick = 10_000;
const nowMs = start + 4 * hour;
/** So late that the readings would be gone: reads go to the rollups. */
const lateMs = start + 100 * 24 * hour;
let test: TestHistory;

/** Tick of the reading → value: utilization climbs from 0 to 9990 each 1 000 ticks, zeros among it. */
const utilizationAt = (index: number) => (index % 7 === 0 ? 0 : (index % 1000) * 10);
/** 4 000 bytes a second, and a reset to zero after 500 ticks. */
const bytesAt = (index: number) => BigInt(index < 500 ? 1_000_000 + index * 40_000 : (index - 500) * 40_000);
const count = (3 * hour) / tick;

beforeAll(async () => {
  test = await createTestHistory();
  const samples = Array.from({ length: count }, (_, index) => ({
    observedAtMs: BigInt(start + index * tick),
    cpu: { intervalMs: tick, utilizationE4: utilizationAt(index), userMs: BigInt(index) * 5000n },
    swap: { intervalMs: tick, totalBytes: 100n, usedBytes: BigInt(index - 500) },
    network: {
      intervalMs: tick,
      items: [
        { name: "lo", receiveBytes: 7n, transmitBytes: 7n },
        { name: "eth0:1", receiveBytes: bytesAt(index), transmitBytes: 5n },
      ],
    },
  }));
  const [, ...later] = samples;
  await test.landHost(samples, { node: "web-1", receivedAtMs: start + 3 * hour });
  await test.landHost(later.slice(0, 9), { node: "web-2", receivedAtMs: start + 3 * hour });
  await test.landHost(samples.slice(0, 9), { node: "web-1", workspace: "other", receivedAtMs: start + 3 * hour });
});

afterAll(() => test.close());

describe("from readings", () => {
  it("gives every statistic of a gauge by step, and of the whole range, in its unit", async () => {
    const result = await read("system.cpu.utilization", {
      stats: ["avg", "min", "max", "last", "sum", "count", 0.5, 0.95],
    });
    const [series] = result.series;
    expect(result).toMatchObject({ source: "raw", truncated: false, stepMs: hour });
    expect(result.series).toHaveLength(1);
    expect(series?.points.map(({ atMs }) => atMs)).toEqual([start, start + hour, start + 2 * hour]);
    const all = Array.from({ length: count }, (_, index) => utilizationAt(index));
    expect(series?.points[1]?.values).toEqual(expectedStats(all.slice(360, 720)));
    expect(series?.summary).toEqual(expectedStats(all));
  });

  it("starts steps at the range, leaves empty ones out and ends before its end", async () => {
    const fromMs = start - 25_000;
    const { series } = await read("system.cpu.utilization", {
      fromMs,
      toMs: start + 2 * tick,
      stepMs: 15_000,
      stats: ["count"],
    });
    expect(series[0]?.points).toEqual([
      { atMs: fromMs + 15_000, values: [1] },
      { atMs: fromMs + 30_000, values: [1] },
    ]);
    expect(series[0]?.summary).toEqual([2]);
  });

  it("gives rates and increases of a counter, through a reset and across the start of the range", async () => {
    const fromMs = start + 490 * tick;
    const toMs = start + 510 * tick;
    const { series } = await read("system.network.io", {
      attributes: ["eth0:1:receive"],
      ...{ fromMs, toMs, stepMs: toMs - fromMs },
      stats: ["rate", "increase", "avg", "max", "min", "count", "last"],
    });
    // 20 intervals, of which the one over the reset grew by nothing (it stands at 0 after it).
    const increase = 19 * 40_000;
    expect(series.map(({ attribute }) => attribute)).toEqual(["eth0:1:receive"]);
    expect(series[0]?.points).toEqual([
      { atMs: fromMs, values: [increase / 200, increase, increase / 200, 4000, 0, 20, 4000] },
    ]);
  });

  it("takes no rate over a gap of more than 300 seconds", async () => {
    const at = (ms: number) => ({ observedAtMs: BigInt(start + ms), cpu: { intervalMs: tick, userMs: BigInt(ms) } });
    await test.landHost([at(0), at(300_000), at(600_001), at(610_001)], {
      node: "gap",
      receivedAtMs: start + 3 * hour,
    });
    const { series } = await read("system.cpu.time", {
      nodes: ["gap"],
      attributes: ["user"],
      stats: ["count", "increase"],
    });
    expect(series[0]?.summary).toEqual([2, 310]);
  });

  it("gives the series of each node and attribute, of the workspace alone", async () => {
    const { series } = await read("system.network.io", { nodes: ["web-1", "web-2", "nobody"], stats: ["count"] });
    expect(series.map(({ node, attribute, summary }) => [node, attribute, summary[0]])).toEqual(
      [
        ["web-1", count - 1],
        ["web-2", 8],
      ].flatMap(([node, n]) =>
        ["eth0:1:receive", "eth0:1:transmit", "lo:receive", "lo:transmit"].map((name) => [node, name, n]),
      ),
    );
  });

  it("has no series of what was never read", async () => {
    expect((await read("system.memory.utilization", { stats: ["avg"] })).series).toEqual([]);
    expect((await read("system.cpu.utilization", { nodes: [], stats: ["avg"] })).series).toEqual([]);
    expect((await read("system.network.io", { attributes: ["nothing"], stats: ["avg"] })).series).toEqual([]);
  });

  it("summarizes and lists series", async () => {
    const range = { workspace: "default", nodes: ["web-1"], fromMs: start, toMs: start + 3 * hour };
    const metric = entries("system.paging.usage");
    expect(await metricSummary(test.history, { ...range, metric, stats: stats(["min", "max"]) }, nowMs)).toEqual([
      { node: "web-1", attribute: "free", values: [0, 0] },
      { node: "web-1", attribute: "used", values: [-500, count - 501] },
    ]);
    expect(
      await seriesAttributes(test.history, { ...range, metric: entries("system.network.packets") }, nowMs),
    ).toEqual(
      ["eth0:1:receive", "eth0:1:transmit", "lo:receive", "lo:transmit"].map((attribute) => ({
        node: "web-1",
        attribute,
      })),
    );
  });
});

describe("from rollups", () => {
  const everyStat: (SeriesStat["kind"] | number)[] = [
    "avg",
    "min",
    "max",
    "last",
    "sum",
    "count",
    0.01,
    0.5,
    0.95,
    0.999,
  ];

  it("gives what the readings give, before anything is closed, and with hours and days closed", async () => {
    const wanted = {
      utilization: await read("system.cpu.utilization", { stats: everyStat }),
      swap: await read("system.paging.usage", { stats: everyStat }),
      network: await read("system.network.io", { stats: [...everyStat, "rate", "increase"] }),
    };
    const compare = async (stepMs: number) => {
      for (const [name, exact] of [
        ["system.cpu.utilization", wanted.utilization],
        ["system.paging.usage", wanted.swap],
        ["system.network.io", wanted.network],
      ] as const) {
        const extra = name === "system.network.io" ? (["rate", "increase"] as const) : [];
        const found = await read(name, { stats: [...everyStat, ...extra], stepMs, at: lateMs });
        expect(found.source).toBe("hourly");
        expectWithinOnePercent(found.series, exact.series);
      }
    };
    await compare(hour);
    await closeHour(test.history, { hourMs: start, version: 1 });
    await compare(hour);
    await closeHour(test.history, { hourMs: start + hour, version: 2 });
    await compare(hour);
    await closeDay(test.history, { dayMs: Date.parse("2026-11-19T00:00:00Z"), version: 2 });
    const dailyMs = start + 500 * 24 * hour;
    const daily = await read("system.paging.usage", { stats: everyStat, stepMs: 24 * hour, at: dailyMs });
    expect(daily).toMatchObject({ source: "daily", fromMs: Date.parse("2026-11-19T00:00:00Z") });
    expectWithinOnePercent(
      daily.series.map((series) => ({ ...series, points: [] })),
      wanted.swap.series.map((series) => ({ ...series, points: [] })),
    );
  });

  it("has no quantile of a metric without bucket counts", async () => {
    const { source, series } = await read("system.paging.limit", { stats: ["max", 0.5], at: lateMs });
    expect(source).toBe("hourly");
    expect(series[0]?.summary).toEqual([100, null]);
  });
});

interface ReadOptions extends Partial<Omit<SeriesRequest, "stats">> {
  stats: readonly (SeriesStat["kind"] | number)[];
  at?: number;
}

function read(name: string, { stats: wanted, at = nowMs, ...rest }: ReadOptions) {
  const range = { fromMs: start, toMs: start + 3 * hour, stepMs: hour };
  const request = { workspace: "default", nodes: ["web-1"], metric: entries(name), ...range, ...rest };
  return metricSeries(test.history, { ...request, stats: stats(wanted) }, at);
}

function stats(wanted: ReadOptions["stats"]): SeriesStat[] {
  return wanted.map((stat) => {
    if (typeof stat === "number") return { kind: "quantile", quantile: stat };
    return { kind: stat as Exclude<SeriesStat["kind"], "quantile"> };
  });
}

function entries(name: string): [Metric, ...Metric[]] {
  const [first, ...others] = findMetric(name) ?? [];
  if (first === undefined) throw new Error(`no metric ${name}`);
  return [first, ...others];
}

function expectedStats(stored: number[]): number[] {
  const sorted = [...stored].sort((one, other) => one - other);
  const sum = stored.reduce((total, value) => total + value, 0);
  const rank = (quantile: number) => sorted[Math.ceil(quantile * sorted.length) - 1] ?? Number.NaN;
  const inUnit = [sum / stored.length, sorted[0], sorted.at(-1), stored.at(-1), sum].map((v) => Number(v) / 10_000);
  return [...inUnit, stored.length, rank(0.5) / 10_000, rank(0.95) / 10_000];
}

type SeriesList = Awaited<ReturnType<typeof read>>["series"];

function expectWithinOnePercent(found: SeriesList, exact: SeriesList): void {
  expect(shapeOf(found)).toEqual(shapeOf(exact));
  const values = (list: SeriesList) => list.flatMap(({ summary, points }) => [summary, ...points.map((p) => p.values)]);
  const exactValues = values(exact);
  values(found).forEach((row, at) => {
    row.forEach((value, index) => {
      const wanted = Number(exactValues[at]?.[index]);
      const tolerance = index >= 6 && index <= 9 ? 0.01 : 1e-9;
      expect(Math.abs(Number(value) - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * tolerance * (1 + 1e-9));
    });
  });
}

function shapeOf(list: SeriesList): unknown {
  return list.map(({ node, attribute, points }) => [node, attribute, points.map(({ atMs }) => atMs)]);
}
