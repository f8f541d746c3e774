import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { findMetric, type Metric } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  closeDay,
  closeHour,
  connectHistory,
  type History,
  latestEvents,
  listKnownNodes,
  metricSeries,
  migrate,
} from "../index.js";

const hour = 3_600_000;
const start = Math.floor(Date.now() / (24 * hour)) * 24 * hour - 2 * 24 * hour; // two days ago, at midnight
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let history: History;
const seconds = Array.from({ length: 720 }, (_, index) => index * 10);

beforeAll(async () => {
  database = await createTestDatabase();
  history = connectHistory(database);
  await migrate(history);
  const key = { workspace: "default", node: "n1" };
  await insert(
    "host_cpu",
    seconds.map((at) => ({ ...key, ts: start + at * 1000, utilization_e4: at / 10 })),
  );
  await insert("host_cpu", [{ workspace: "other", node: "n1", ts: start, utilization_e4: 9999 }]);
  // Grows by 50 a second; starts again after an hour.
  await insert(
    "host_network",
    seconds.map((at) => ({
      ...key,
      interface: "eth0",
      ts: start + at * 1000,
      receive_bytes: (at < hour / 1000 ? 1e6 : 0) + at * 50,
      transmit_bytes: 7,
    })),
  );
  await insert(
    "host_network",
    seconds.map((at) => ({ ...key, interface: "lo", ts: start + at * 1000, receive_bytes: at, transmit_bytes: 0 })),
  );
});

afterAll(async () => {
  await history.close();
  await database.close();
});

describe("metricSeries from raw data", () => {
  it("bins a gauge by steps and gives exact quantiles, in its unit", async () => {
    const { source, series } = await read("system.cpu.utilization", { toMs: start + hour, stepMs: 30 * 60_000 }, [
      "avg",
      "min",
      "max",
      "last",
      "count",
      0.95,
    ]);
    expect(source).toBe("raw");
    // 180 readings a step: 0…179 and 180…359, times 1e-4.
    expect(series).toEqual([
      {
        node: "n1",
        attribute: "",
        points: [
          { atMs: start, values: [0.00895, 0, 0.0179, 0.0179, 180, 0.0171] },
          { atMs: start + hour / 2, values: [0.02695, 0.018, 0.0359, 0.0359, 180, 0.0351] },
        ],
      },
    ]);
  });

  it("gives rates of a counter over a reset, and filters by attribute", async () => {
    const attributes = ["eth0:receive"];
    const { series } = await read("system.network.io", { attributes, toMs: start + 2 * hour, stepMs: 2 * hour }, [
      "rate",
      "increase",
      "max",
      "count",
    ]);
    // The reset loses nothing: after it the counter stands at 3600 s × 50.
    const increase = 718 * 500 + 3600 * 50;
    expect(series).toEqual([
      {
        node: "n1",
        attribute: "eth0:receive",
        points: [{ atMs: start, values: [Number((increase / 7190).toPrecision(12)), increase, 18_000, 719] }],
      },
    ]);
  });

  it("gives every attribute without a filter, none for an unknown one, and nothing of another workspace", async () => {
    const all = await read("system.network.io", { toMs: start + hour, stepMs: hour }, ["rate"]);
    expect(all.series.map(({ attribute }) => attribute).sort()).toEqual([
      "eth0:receive",
      "eth0:transmit",
      "lo:receive",
      "lo:transmit",
    ]);
    expect(
      (await read("system.network.io", { attributes: ["wlan0:receive"], toMs: start + hour, stepMs: hour }, ["rate"]))
        .series,
    ).toEqual([]);
    expect(
      (await read("system.cpu.utilization", { workspace: "third", toMs: start + hour, stepMs: hour }, ["max"])).series,
    ).toEqual([]);
  });
});

describe("metricSeries from closed hours and days", () => {
  const old = { fromMs: start - 30 * 24 * hour, toMs: start + 2 * hour };

  it("reads what is not closed yet from raw data, then the same from the closed hours and days", async () => {
    const before = await read("system.network.io", { ...old, attributes: ["lo:receive"], stepMs: hour }, [
      "rate",
      "increase",
      "count",
    ]);
    expect(before.source).toBe("1h");
    expect(before.series[0]?.points).toEqual([
      { atMs: start, values: [1, 3590, 359] },
      { atMs: start + hour, values: [1, 3600, 360] },
    ]);
    for (const hourMs of [start, start + hour]) await closeHour(history, { hourMs, version: 5 });
    await history.client.command({ query: "TRUNCATE TABLE host_network" });
    const after = await read("system.network.io", { ...old, attributes: ["lo:receive"], stepMs: hour }, [
      "rate",
      "increase",
      "count",
    ]);
    expect(after).toEqual(before);
    const gauge = await read("system.cpu.utilization", { ...old, stepMs: 2 * hour }, ["avg", "max", "count", 0.5]);
    const [point] = gauge.series[0]?.points ?? [];
    expect(point?.values.slice(0, 3)).toEqual([0.03595, 0.0719, 720]);
    expect(Math.abs(Number(point?.values[3]) / 0.036 - 1)).toBeLessThan(0.011);
    await closeDay(history, { dayMs: start, version: 5 });
    const year = { fromMs: start - 300 * 24 * hour, toMs: start + 24 * hour, stepMs: 24 * hour };
    const daily = await read("system.cpu.utilization", year, ["avg", "max", "count"]);
    expect(daily).toEqual({
      source: "1d",
      series: [{ node: "n1", attribute: "", points: [{ atMs: start, values: [0.03595, 0.0719, 720] }] }],
    });
  });
});

it("listKnownNodes and latestEvents give what the events said", async () => {
  const nowMs = start + 3 * hour;
  const at = start + 2 * hour;
  const key = { workspace: "default", node: "n2" };
  const row = { ...key, event_seq: 1, event_index: 0, boot_id: 3, received_at: at };
  await insert("host_events", [
    { ...row, family: "host", sequence: 8, observed_at: at - 4000 },
    { ...row, family: "host", sequence: 9, observed_at: at },
    { ...row, family: "host.sensors", sequence: 2, observed_at: at - 1000 },
  ]);
  await insert("host_cpu", [{ ...key, ts: at, utilization_e4: 1234 }]);
  await insert("host_cores", [{ ...key, ts: at, core: 1, utilization_e4: 77 }]);
  await insert("host_temperatures", [{ ...key, ts: at - 1000, sensor: "cpu", celsius_e3: 41_000 }]);
  await insert("known_nodes", [{ ...key, first_seen: at - 4000, last_seen: at }]);
  expect(await listKnownNodes(history, "default")).toEqual([{ node: "n2", firstSeenMs: at - 4000, lastSeenMs: at }]);
  const { host, inventory } = await latestEvents(history, { ...key, nowMs });
  expect(inventory).toBeUndefined();
  expect(host.map(({ family }) => family).sort()).toEqual(["host", "host.sensors"]);
  const base = host.find(({ family }) => family === "host")?.event;
  expect(base).toMatchObject({ bootId: 3n, sequence: 9n, observedAtMs: BigInt(at) });
  expect(base?.cpu).toMatchObject({ intervalMs: 4000, utilizationE4: 1234, cores: [{ number: 1, utilizationE4: 77 }] });
  expect(base?.memory).toBeUndefined();
  expect(host.find(({ family }) => family === "host.sensors")?.event.sensors?.temperatures).toMatchObject([
    { sensor: "cpu", celsiusE3: 41_000 },
  ]);
});

function read(
  name: string,
  request: { workspace?: string; attributes?: string[]; fromMs?: number; toMs: number; stepMs: number },
  stats: readonly ("avg" | "min" | "max" | "last" | "count" | "rate" | "increase" | number)[],
) {
  return metricSeries(history, {
    workspace: "default",
    nodes: ["n1"],
    metrics: findMetric(name) as readonly Metric[],
    fromMs: start,
    ...request,
    stats: stats.map((stat) => (typeof stat === "number" ? { kind: "quantile", quantile: stat } : { kind: stat })),
    nowMs: start + 2 * 24 * hour,
  });
}

async function insert(table: string, values: Record<string, unknown>[]): Promise<void> {
  const times = ["ts", "observed_at", "received_at", "first_seen", "last_seen"];
  const inSeconds = (name: string, value: unknown) =>
    times.includes(name) ? (Number(value) / 1000).toFixed(3) : value;
  const rows = values.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, inSeconds(name, value)])),
  );
  await history.client.insert({ table, values: rows, format: "JSONEachRow" });
}
