import { closeHour } from "@statwire/history-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleHost } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { MetricSeries, SeriesQueryResult } from "./dto-metrics.js";

const K = { "X-API-Key": testKey };
const hour = 3_600_000;
/** Two days ago. The range is long enough to be read from closed hours. */
const startMs = Math.floor(Date.now() / hour) * hour - 48 * hour;
const range = `from=${startMs - 8 * 24 * hour}&to=${startMs + hour}&step=1h&stat=count,max`;
const path = "/api/v2/nodes/web-1/metrics/system.cpu.utilization";

let api: TestApi;
let history: TestHistory;
/** When the hour was closed, and when again. */
let closedAt: [first: string, second: string];

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("web-1");
  await history.landHost("web-1", [reading(1)]);
  await closeHour(history.history, { hourMs: startMs, version: 7 });
  await history.landHost("web-1", [reading(2)]);
  await closeHour(history.history, { hourMs: startMs, version: 9, nodes: [{ workspace: "default", node: "web-1" }] });
  // Not in the closed hour, and one number before it is missing.
  await history.landHost("web-1", [reading(4)]);
  const query =
    "SELECT formatDateTime(closed_at, '%FT%T.', 'UTC') || leftPad(toString(toUnixTimestamp64Milli(closed_at) % 1000), 3, '0') || 'Z' AS at FROM rollup_closes ORDER BY closed_at";
  const rows = await (await history.history.client.query({ query, format: "JSONEachRow" })).json<{ at: string }>();
  closedAt = rows.map(({ at }) => at) as [string, string];
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("asOf", () => {
  it("answers with the version of a closed hour that was current then, and says so", async () => {
    const [first, second] = closedAt;
    const until = new Date(startMs + hour).toISOString();
    const before = await read(`asOf=${first}`);
    const old = { version: 7, closed_at: first, restated: false };
    expect(before.body).toMatchObject({ source: "hourly", as_of: first, closed: { until, ...old } });
    const known_from = before.body.from;
    expect(before.body.completeness).toEqual({ expected: 1, received: 1, ratio: 1, known_from });
    expect(before.body.series[0]?.points).toEqual([
      { time: new Date(startMs).toISOString(), values: { count: 1, max: 0.1 }, closed: old },
    ]);
    const current = { version: 9, closed_at: second, restated: true };
    const after = await read(`asOf=${second}`);
    expect(after.body).toMatchObject({ as_of: second, closed: { until, ...current } });
    expect(after.body.series[0]?.points[0]).toMatchObject({ values: { count: 2, max: 0.2 }, closed: current });
    const now = await read("");
    expect(now.body).not.toHaveProperty("as_of");
    expect(now.body.completeness).toEqual({ expected: 4, received: 3, ratio: 0.75, known_from });
    const { completeness } = after.body;
    expect(completeness).toEqual({ expected: 2, received: 2, ratio: 1, known_from });
    expect({ ...now.body, as_of: second, completeness }).toEqual(after.body);
  });

  it("has versions and completeness in header fields of CSV", async () => {
    const csv = await api.get(`${path}?${range}&asOf=${closedAt[0]}`, { ...K, Accept: "text/csv" });
    expect(csv.text.split("\r\n")[1]).toBe(`${new Date(startMs).toISOString()},web-1,system.cpu.utilization,,1,1,0.1`);
    const from = new Date(startMs - 8 * 24 * hour).toISOString();
    const until = new Date(startMs + hour).toISOString();
    expect(csv.headers.get("statwire-completeness")).toBe(`expected=1, received=1, ratio=1.000, known-from="${from}"`);
    expect(csv.headers.get("statwire-versions")).toBe(
      `version=7, closed-at="${closedAt[0]}", until="${until}", restated=?0, as-of="${closedAt[0]}"`,
    );
  });

  it("has no completeness of days whose numbers have left, and says from when on they are known", async () => {
    const old = `from=${startMs - 60 * 24 * hour}&to=${startMs - 40 * 24 * hour}`;
    const { body } = await api.get<MetricSeries>(`${path}?${old}`, K);
    expect(body.completeness).toEqual({ expected: 0, received: 0, ratio: null, known_from: body.to });
    const partly = await api.get<MetricSeries>(`${path}?from=${startMs - 60 * 24 * hour}&to=${startMs + hour}`, K);
    expect(partly.body.completeness).toMatchObject({ expected: 4, received: 3 });
    const knownFromMs = Date.parse(partly.body.completeness?.known_from ?? "");
    expect(Math.abs(Date.now() - 14 * 24 * hour - knownFromMs)).toBeLessThan(60_000);
  });

  it("is taken by a query of many metrics as well", async () => {
    const body = { nodes: ["web-1"], metrics: ["system.cpu.utilization"], stats: ["count"], step: "1h" };
    const times = { from: String(startMs - 8 * 24 * hour), to: String(startMs + hour), asOf: closedAt[0] };
    const answer = await api.post<SeriesQueryResult>("/api/v2/query", JSON.stringify({ ...body, ...times }), K);
    expect(answer.status).toBe(200);
    expect(answer.body.results[0]).toMatchObject({ as_of: closedAt[0], closed: { version: 7 } });
    expect(answer.body.results[0]?.series[0]?.summary).toEqual({ count: 1 });
  });

  it("has no versions where readings are read as of a time", async () => {
    const { body } = await api.get<MetricSeries>(`${path}?from=${startMs}&to=${startMs + hour}&asOf=now`, K);
    expect(body.source).toBe("raw");
    expect(body).not.toHaveProperty("closed");
    expect(body.completeness).toEqual({ expected: 4, received: 3, ratio: 0.75, known_from: body.from });
    expect(body.series[0]?.points[0]).not.toHaveProperty("closed");
  });

  it.each([
    ["asOf=soon", "expected RFC 3339"],
    ["asOf=2199-01-01T00:00:00Z", "must not be in the future"],
    ["asOf=-30d", "versions of closed hours and days are kept since 20"],
  ])("%s is refused by name", async (query, message) => {
    const { status, body } = await api.get<Problem>(`${path}?${range}&${query}`, K);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([400, "invalid-input", "asOf"]);
    expect(body.errors?.[0]?.message).toContain(message);
  });
});

function reading(sequence: number) {
  return sampleHost({ bootId: 1, sequence, observedAtMs: startMs + sequence * 60_000 }, sequence / 10);
}

function read(query: string) {
  return api.get<MetricSeries>(`${path}?${range}&${query}`, K);
}
