import { describe, expect, it } from "vitest";
import { parseStat, parseStats } from "./parse-stats.js";

const gauge = { name: "system.cpu.utilization", kind: "gauge" } as const;
const counter = { name: "system.network.io", kind: "counter" } as const;

describe("statistics", () => {
  it("come by repetition and by commas, each once, in order", () => {
    expect(parseStats(["p95,avg", "max", "avg"], gauge, "stat").map(({ name }) => name)).toEqual(["p95", "avg", "max"]);
  });

  it("default to the average of a gauge and the rate of a counter", () => {
    expect(parseStats([], gauge, "stat")).toEqual([{ name: "avg", kind: "avg" }]);
    expect(parseStats([""], counter, "stat")).toEqual([{ name: "rate", kind: "rate" }]);
  });

  it.each([
    ["p50", 0.5],
    ["p99", 0.99],
    ["p99.9", 0.999],
    ["p0.1", 0.001],
  ])("%s is a quantile", (name, quantile) => {
    const stat = parseStat(name);
    expect(stat?.kind).toBe("quantile");
    expect(stat?.kind === "quantile" && stat.quantile).toBeCloseTo(quantile, 10);
  });

  it.each(["p", "p0", "p100", "p-5", "p99.", "median", "AVG", "p99.99999"])("%s is unknown", (name) => {
    expect(parseStat(name)).toBeUndefined();
    expect(() => parseStats([name], gauge, "stat")).toThrow(`stat: unknown statistic "${name}"`);
  });

  it("of counters are refused for a gauge", () => {
    expect(() => parseStats(["rate"], gauge, "stats")).toThrow(
      "stats: rate is for counters, and system.cpu.utilization is a gauge",
    );
  });

  it("are bounded", () => {
    const many = Array.from({ length: 17 }, (_, index) => `p${index + 1}`);
    expect(() => parseStats(many, gauge, "stat")).toThrow("stat: at most 16 statistics at once");
  });
});
