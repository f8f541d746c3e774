import { metrics } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleHost } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { MetricCatalogue, MetricSeries, SeriesQueryResult } from "./dto-metrics.js";

const K = { "X-API-Key": testKey };
const intervalMs = 4_000;
/** One hundred readings: utilization 0.01, 0.02 … 1.00; interface counters grow by 10 000 (lo) a reading. */
const startMs = Math.floor(Date.now() / 60_000) * 60_000 - 1_800_000;
const endMs = startMs + 100 * intervalMs;
const range = `from=${startMs}&to=${endMs}`;

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  for (const node of ["web-1", "web-2"]) {
    await api.report(node);
    const events = Array.from({ length: 100 }, (_, index) => {
      const place = { bootId: 1, sequence: index + 1, observedAtMs: startMs + index * intervalMs };
      return sampleHost(place, (index + 1) / 100);
    });
    await history.landHost(node, events);
  }
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("GET /api/v2/metrics", () => {
  it("has every name of the catalogue once", async () => {
    const { body } = await api.get<MetricCatalogue>("/api/v2/metrics", K);
    const names = body.metrics.map(({ name }) => name);
    expect(names).toEqual([...new Set(metrics.map(({ name }) => name))].sort());
    expect(body.metrics.find(({ name }) => name === "system.network.io")).toEqual({
      name: "system.network.io",
      unit: "By",
      kind: "counter",
      description: "Bytes received and transmitted.",
      module: "network",
      attributes: [{ key: "network.interface.name" }, { key: "network.io.direction", values: ["receive", "transmit"] }],
    });
  });
});

describe("GET /api/v2/nodes/{node}/metrics/{metric}", () => {
  it("gives percentiles and other statistics of the whole range and of each step", async () => {
    const stats = "stat=avg,min,max&stat=last&stat=count&stat=p50&stat=p95&stat=p99.9";
    const { status, body } = await series(`system.cpu.utilization?${range}&step=200s&${stats}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      node: "web-1",
      metric: "system.cpu.utilization",
      unit: "1",
      kind: "gauge",
      from: new Date(startMs).toISOString(),
      to: new Date(endMs).toISOString(),
      step_seconds: 200,
      source: "raw",
      completeness: { expected: 100, received: 100, ratio: 1, known_from: new Date(startMs).toISOString() },
      stats: ["avg", "min", "max", "last", "count", "p50", "p95", "p99.9"],
    });
    expect(body.series).toHaveLength(1);
    const [only] = body.series;
    expect(only?.attribute).toBe("");
    expect(only?.summary.avg).toBeCloseTo(0.505, 10);
    expect(only?.summary).toMatchObject({ min: 0.01, max: 1, last: 1, count: 100, p50: 0.5, p95: 0.95, "p99.9": 1 });
    expect(only?.points.map(({ time }) => time)).toEqual([
      new Date(startMs).toISOString(),
      new Date(startMs + 200_000).toISOString(),
    ]);
    expect(only?.points[0]?.values).toMatchObject({ min: 0.01, max: 0.5, count: 50, p50: 0.25 });
    expect(only?.points[1]?.values).toMatchObject({ min: 0.51, max: 1, count: 50 });
  });

  it("gives counters as rates by attribute, and their increase", async () => {
    const { body } = await series(`system.network.io?${range}&step=range&stat=rate,increase`);
    expect(body.series.map(({ attribute }) => attribute)).toEqual([
      "eth0:receive",
      "eth0:transmit",
      "lo:receive",
      "lo:transmit",
    ]);
    const lo = body.series[2];
    expect(lo?.attributes).toEqual({ "network.interface.name": "lo", "network.io.direction": "receive" });
    expect(lo?.summary.rate).toBeCloseTo(2_500, 6);
    expect(lo?.summary.increase).toBe(990_000);
    expect(lo?.points).toHaveLength(1);
  });

  it("narrows to the attributes asked for", async () => {
    const { body } = await series(`system.network.io?${range}&attribute=lo:receive&attribute=eth0:transmit`);
    expect(body.series.map(({ attribute }) => attribute)).toEqual(["eth0:transmit", "lo:receive"]);
    expect(body.stats).toEqual(["rate"]);
    const both = await series(`system.network.io?${range}&attribute=lo`);
    expect(both.body.series.map(({ attribute }) => attribute)).toEqual(["lo:receive", "lo:transmit"]);
  });

  it("is the average of the last hour, in steps that suit, when nothing is said", async () => {
    const { body } = await series("system.cpu.utilization");
    expect(body.stats).toEqual(["avg"]);
    expect(body.step_seconds).toBe(12);
    expect(Date.parse(body.to) - Date.parse(body.from)).toBe(3_600_000);
    expect(body.series[0]?.summary.avg).toBeCloseTo(0.505, 10);
  });

  it("is empty where nothing was read", async () => {
    const { status, body } = await series(`system.cpu.utilization?from=-3d&to=-2d`);
    expect([status, body.series]).toEqual([200, []]);
  });

  it("is CSV when that is preferred", async () => {
    const path = `/api/v2/nodes/web-1/metrics/system.network.io?${range}&step=range&stat=increase,p95&attribute=lo:receive`;
    const { headers, text } = await api.get(path, { ...K, Accept: "text/csv" });
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("vary")).toContain("Accept");
    const knownFrom = new Date(startMs).toISOString();
    expect(headers.get("statwire-completeness")).toBe(
      `expected=100, received=100, ratio=1.000, known-from="${knownFrom}"`,
    );
    expect(headers.get("statwire-versions")).toBeNull();
    expect(text.split("\r\n")).toEqual([
      "time,node,metric,attribute,unit,increase,p95",
      `${new Date(startMs).toISOString()},web-1,system.network.io,lo:receive,By,990000,2500`,
      "",
    ]);
    const json = await api.get(path, { ...K, Accept: "text/csv;q=0.5, application/json" });
    expect(json.headers.get("content-type")).toContain("application/json");
    expect((await api.get<Problem>(path, { ...K, Accept: "image/png" })).status).toBe(406);
  });

  it.each([
    ["nope", "?", 404, "unknown-metric", "metric", "is not in the catalogue"],
    ["system.cpu.utilization", "?stat=median", 400, "invalid-input", "stat", 'unknown statistic "median"'],
    ["system.cpu.utilization", "?stat=rate", 400, "invalid-input", "stat", "is a gauge"],
    ["system.cpu.utilization", "?attribute=x", 400, "invalid-input", "attribute", "expected no attribute"],
    ["system.network.io", "?attribute=eth0:up", 400, "invalid-input", "attribute", ":receive|transmit"],
    ["system.cpu.utilization", "?from=now&to=-1h", 400, "invalid-input", "from", "must be before to"],
    ["system.cpu.utilization", "?from=-20y", 400, "invalid-input", "from", "expected RFC 3339"],
    ["system.cpu.utilization", "?from=-4000d", 400, "invalid-input", "from", "up to 3660 days"],
    ["system.cpu.utilization", "?step=0", 400, "invalid-input", "step", "expected a duration"],
    ["system.cpu.utilization", "?from=-1d&step=1s", 400, "too-many-points", "step", "gives 86400 points"],
    ["system.cpu.utilization", "?stats=p95", 400, "invalid-input", "stats", "unknown parameter; known are from"],
    ["system.cpu.utilization", "?step=1m&step=2m", 400, "invalid-input", "step", "may be given once"],
  ])("%s%s is refused by name", async (metric, query, status, code, field, message) => {
    const answer = await api.get<Problem>(`/api/v2/nodes/web-1/metrics/${metric}${query}`, K);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([status, code, field]);
    expect(answer.body.errors?.[0]?.message).toContain(message);
    expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  });

  it("an unknown node is 404 by name", async () => {
    const { status, body } = await api.get<Problem>("/api/v2/nodes/nope/metrics/system.cpu.utilization", K);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([404, "unknown-node", "node"]);
  });

  function series(path: string) {
    return api.get<MetricSeries>(`/api/v2/nodes/web-1/metrics/${path}`, K);
  }
});

describe("POST /api/v2/query", () => {
  const from = String(startMs);
  const to = String(endMs);

  it("answers every pair of node and metric, nodes first", async () => {
    const metricNames = ["system.cpu.utilization", "system.network.io"];
    const { status, body } = await query<SeriesQueryResult>({
      nodes: ["web-2", "web-1"],
      metrics: metricNames,
      from,
      to,
      step: "range",
    });
    expect(status).toBe(200);
    expect(body.results.map(({ node, metric }) => [node, metric])).toEqual([
      ["web-2", "system.cpu.utilization"],
      ["web-2", "system.network.io"],
      ["web-1", "system.cpu.utilization"],
      ["web-1", "system.network.io"],
    ]);
    expect(body.results[2]?.series[0]?.summary.avg).toBeCloseTo(0.505, 10);
    expect(body.results[1]?.stats).toEqual(["rate"]);
    expect(body.results[1]?.series).toHaveLength(4);
  });

  it("is CSV when that is preferred", async () => {
    const body = {
      nodes: ["web-1", "web-2"],
      metrics: ["system.cpu.utilization"],
      from,
      to,
      step: "range",
      stats: ["max"],
    };
    const { text, headers } = await api.post("/api/v2/query", JSON.stringify(body), { ...K, Accept: "text/csv" });
    expect(headers.get("statwire-completeness")).toMatch(/^expected=200, received=200, ratio=1\.000, known-from="20/);
    expect(text.split("\r\n").slice(1)).toEqual([
      `${new Date(startMs).toISOString()},web-1,system.cpu.utilization,,1,1`,
      `${new Date(startMs).toISOString()},web-2,system.cpu.utilization,,1,1`,
      "",
    ]);
  });

  const good = { nodes: ["web-1"], metrics: ["system.cpu.utilization"] };

  it.each([
    [{ ...good, nodes: [] }, "nodes", "at least 1"],
    [{ ...good, nodes: undefined }, "nodes", "is required"],
    [{ ...good, nodes: "web-1" }, "nodes", "expected a list"],
    [{ ...good, nodes: [5] }, "nodes.0", "expected a text"],
    [{ ...good, metrics: Array(21).fill("system.cpu.utilization") }, "metrics", "at most 20"],
    [{ ...good, stats: ["rate"] }, "stats", "is a gauge"],
    [{ ...good, stat: ["p95"] }, "stat", "unknown field"],
    [{ ...good, step: 5 }, "step", "expected a text"],
    [{ ...good, from: "soon" }, "from", "expected RFC 3339"],
    [[], "body", "expected an object"],
  ])("%j is refused by name", async (body, field, message) => {
    const answer = await query<Problem>(body);
    expect([answer.status, answer.body.code]).toEqual([400, "invalid-input"]);
    expect(answer.body.errors?.[0]?.field).toBe(field);
    expect(answer.body.errors?.[0]?.message).toContain(message);
  });

  it("unknown nodes and metrics are 404 by name", async () => {
    expect((await query<Problem>({ ...good, nodes: ["web-1", "nope"] })).body.code).toBe("unknown-node");
    expect((await query<Problem>({ ...good, metrics: ["nope"] })).body.code).toBe("unknown-metric");
  });

  it("more points than an answer may have are refused before anything is read", async () => {
    const body = {
      nodes: ["web-1", "web-2"],
      metrics: metrics.slice(0, 20).map(({ name }) => name),
      from: "-3h",
      step: "1s",
    };
    const answer = await query<Problem>({ ...body, metrics: [...new Set(body.metrics)] });
    expect([answer.status, answer.body.code]).toEqual([400, "too-many-points"]);
  });

  function query<Body>(body: unknown) {
    return api.post<Body>("/api/v2/query", JSON.stringify(body), K);
  }
});
