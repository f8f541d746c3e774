import { encodeCollectorConfigured, encodeHostSampled, findMetric, type Metric } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latestNodeState } from "../queries/latest-node-state.js";
import { metricSeries } from "../queries/metric-series.js";
import { closeHour } from "../rollups/close-hour.js";
import { hoursToClose } from "../rollups/due.js";
import { createTestHistory, type HostSample, type TestHistory } from "../testing/test-history.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const minute = 60_000;
const node = { workspace: "default", node: "node-1" };
let test: TestHistory;
let sequence = 0;

beforeAll(async () => {
  test = await createTestHistory();
});

afterAll(() => test.close());

/** Lands one event of a survey's family, as the log would bring it. */
function survey(
  family: string,
  atMs: number,
  sample: HostSample,
  more: { receivedAtMs?: number; token?: string } = {},
) {
  sequence += 1;
  const event = encodeHostSampled({ bootId: 1n, sequence: BigInt(sequence), observedAtMs: BigInt(atMs), ...sample });
  return test.land([event], { kind: "survey", family, receivedAtMs: atMs + 50, ...more });
}

describe("surveys that land", () => {
  it("fill one row an item, absent numbers NULL and zeros zero", async () => {
    const items = [
      { id: "a", name: "web", state: "running", cpuMs: 0n, memoryBytes: 5n },
      { id: "b", restarts: 3n },
    ];
    expect(await survey("host.containers", start, { containers: { intervalMs: 10_000, items } })).toEqual({ ok: true });
    expect(
      await test.rows("SELECT id, name, state, cpu_ms, memory_bytes, restarts FROM host_containers ORDER BY id"),
    ).toEqual([
      { id: "a", name: "web", state: "running", cpu_ms: 0, memory_bytes: 5, restarts: null },
      { id: "b", name: "", state: "", cpu_ms: null, memory_bytes: null, restarts: 3 },
    ]);
    await survey("host.batteries", start, {
      batteries: { intervalMs: 1, items: [{ name: "BAT0", chargeE4: 5 }], mainsOnline: false },
    });
    expect(await test.rows("SELECT name, charge, mains_online FROM v_host_batteries")).toEqual([
      { name: "BAT0", charge: 0.0005, mains_online: false },
    ]);
  });

  it("keep lists of texts together with how many there are, none included", async () => {
    const session = { user: "me", terminal: "pts/0", sinceMs: BigInt(start), pid: 7 };
    await survey("host.users", start, { users: { intervalMs: minute, items: [session, { user: "you" }] } });
    await survey("host.users", start + minute, { users: { intervalMs: minute } });
    expect(await test.rows("SELECT sessions, items.user AS users FROM host_users ORDER BY ts")).toEqual([
      { sessions: 2, users: ["me", "you"] },
      { sessions: 0, users: [] },
    ]);
    expect(await test.rows("SELECT user, sessions, since FROM v_host_users ORDER BY user LIMIT 1")).toEqual([
      { user: "me", sessions: 2, since: "2026-11-20 10:00:00.000" },
    ]);
    const alerts = ["critical", "warning", "critical"].map((status) => ({ status, value: Number.NaN }));
    await survey("host.alerts", start, { alerts: { intervalMs: minute, hostname: "h", items: alerts } });
    expect(await test.rows("SELECT hostname, warning, critical FROM host_alerts")).toEqual([
      { hostname: "h", warning: 1, critical: 2 },
    ]);
  });

  it("leave the tables of other modules alone, and what does not land here is skipped", async () => {
    const cpu = { intervalMs: 4_000, utilizationE4: 7 };
    await survey("host.kernel", start, { kernel: { intervalMs: minute, openFiles: 9n }, cpu });
    await test.landHost([{ observedAtMs: BigInt(start), cpu, clock: { intervalMs: 1 } }], {
      node: "host-only",
      receivedAtMs: start,
    });
    expect(await test.rows("SELECT count() AS n FROM host_kernel")).toEqual([{ n: 1 }]);
    expect(await test.rows("SELECT node FROM host_cpu")).toEqual([{ node: "host-only" }]);
    expect(await test.rows("SELECT count() AS n FROM host_clock")).toEqual([{ n: 0 }]);
  });

  it("are among the events with their family and sources, or in quarantine, and count once", async () => {
    const kernel = { intervalMs: minute, oomKills: 1n };
    const sources = [{ module: "kernel", source: "netdata" }];
    await survey("host.kernel", start + minute, { kernel, sources }, { token: "S:1" });
    await survey("host.kernel", start + minute, { kernel, sources }, { token: "S:1" });
    expect(
      await test.rows("SELECT family, sources FROM host_events WHERE family = 'host.kernel' ORDER BY observed_at"),
    ).toEqual([
      { family: "host.kernel", sources: [] },
      { family: "host.kernel", sources },
    ]);
    await survey("host.kernel", start + 600_000, { kernel }, { receivedAtMs: start });
    expect(await test.rows("SELECT family, reason FROM quarantined_events")).toEqual([
      { family: "host.kernel", reason: "observed in the future" },
    ]);
    expect(await test.rows("SELECT count() AS n FROM host_kernel")).toEqual([{ n: 2 }]);
  });
});

it("stores how a collector works", async () => {
  const event = encodeCollectorConfigured({
    bootId: 1n,
    sequence: 4n,
    observedAtMs: BigInt(start),
    sampling: true,
    baseIntervalMs: 4_000,
    modules: [{ module: "cpu", enabled: true, intervalMs: 4_000, sources: ["direct", "netdata"] }],
    thresholds: [{ metric: "cpu_usage", warning: 0.8, critical: 95 }],
    netdataUrl: "http://127.0.0.1:19999",
  });
  await test.land([event], { kind: "configuration", receivedAtMs: start });
  expect(await test.rows("SELECT * EXCEPT (workspace, node, time) FROM v_collector_configurations")).toEqual([
    {
      sampling: true,
      base_interval_seconds: 4,
      modules: [{ module: "cpu", enabled: true, interval_ms: 4_000, sources: ["direct", "netdata"] }],
      thresholds: [{ metric: "cpu_usage", warning: 0.8, critical: 95, below: false }],
      logs: [],
      log_interval_seconds: 0,
      netdata_enabled: false,
      netdata_url: "http://127.0.0.1:19999",
    },
  ]);
});

it("gives the latest reading of each survey, also one that found nothing", async () => {
  const latest = await latestNodeState(test.history, node, { sinceMs: start + 3_600_000 });
  const of = (table: string) => latest.find((rows) => rows.table === table);
  expect(latest.map(({ table }) => table).sort()).toEqual([
    "collector_configurations",
    "host_alerts",
    "host_batteries",
    "host_containers",
    "host_kernel",
    "host_users",
  ]);
  expect(of("host_users")).toMatchObject({ observedAtMs: start + minute, intervalMs: minute, source: "direct" });
  expect(of("host_users")?.rows).toEqual([{ sessions: 0, items: [] }]);
  expect(of("host_containers")?.rows.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(of("host_kernel")).toMatchObject({ source: "netdata", rows: [{ oom_kills: "1", conntrack_max: null }] });
  expect(of("collector_configurations")).toMatchObject({ module: "configuration", sequence: 4 });

  await survey("host.containers", start + minute, { containers: { intervalMs: minute } });
  const after = await latestNodeState(test.history, node, { sinceMs: start });
  expect(after.find(({ table }) => table === "host_containers")).toMatchObject({
    observedAtMs: start + minute,
    rows: [],
  });
});

describe("counters of surveys", () => {
  const disk = (writtenBytes: bigint | undefined) => ({
    physicalDisks: {
      intervalMs: 30 * minute,
      items: [{ device: "sda", healthy: true, ...(writtenBytes !== undefined && { writtenBytes }) }],
    },
  });
  const at = (minutes: number) => start + minutes * minute;
  const summary = async (name: string, attribute: string) => {
    const metric = findMetric(name) as [Metric, ...Metric[]];
    const range = { fromMs: start, toMs: start + 5 * 3_600_000, stepMs: 5 * 3_600_000 };
    const stats = [{ kind: "increase" }, { kind: "count" }] as const;
    const request = { workspace: "default", nodes: ["disks"], metric, attributes: [attribute], ...range, stats };
    return (await metricSeries(test.history, request, at(300))).series[0]?.summary;
  };

  it("grow over up to an hour, and not across a reading that lacks them", async () => {
    const written: [number, bigint | undefined][] = [
      [0, 100n],
      [30, 160n],
      [60, undefined],
      [90, 900n],
      [120, 1_000n],
      // More than an hour later: nothing is known of the rate in between.
      [200, 5_000n],
      [230, 5_007n],
    ];
    for (const [minutes, value] of written) {
      await test.land(
        [encodeHostSampled({ bootId: 1n, sequence: 1n, observedAtMs: BigInt(at(minutes)), ...disk(value) })],
        { kind: "survey", family: "host.physicalDisks", node: "disks", receivedAtMs: at(minutes) + 50 },
      );
    }
    expect(await summary("hw.physical_disk.io", "sda:write")).toEqual([60 + 100 + 7, 3]);
  });

  it("have rollups that say the same, and truths that are metrics", async () => {
    for (const hourMs of [at(0), at(120)]) await closeHour(test.history, { hourMs, version: test.lastSeq() });
    const [row] = await test.rows(`SELECT sum(increase) AS grown, sum(n) AS n FROM metric_1h FINAL
      WHERE metric = 'hw.physical_disk.io' AND attribute = 'sda:write'`);
    expect(row).toEqual({ grown: 60 + 100, n: 2 });
    expect(
      await test.rows(`SELECT DISTINCT average, unit FROM v_metric_1h WHERE metric = 'hw.status' AND node = 'disks'`),
    ).toEqual([{ average: 1, unit: "1" }]);
    expect(await test.rows("SELECT DISTINCT metric FROM metric_1h WHERE metric LIKE 'systemd.unit.cpu%'")).toEqual([]);
  });

  it("open the next hour again when a reading comes late", async () => {
    await test.land([encodeHostSampled({ bootId: 1n, sequence: 1n, observedAtMs: BigInt(at(5)), ...disk(110n) })], {
      kind: "survey",
      family: "host.physicalDisks",
      node: "disks",
      receivedAtMs: at(320),
    });
    const position = { committedSeq: test.lastSeq(), receivedUpToMs: at(320) };
    const due = await hoursToClose(test.history, position, { graceMs: 0, nowMs: at(320) });
    const again = due.filter(({ nodes }) => nodes?.some((touched) => touched.node === "disks"));
    expect(again.map(({ hourMs }) => hourMs)).toEqual([start, start + 3_600_000]);
  });
});
