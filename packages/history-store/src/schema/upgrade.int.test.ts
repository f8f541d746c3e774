import { encodeHostSampled, encodeInventoryObserved } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeMonth, monthAfter, monthOf } from "../rollups/close-month.js";
import { monthsToClose } from "../rollups/due.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { checkDeduplicationWindows } from "./deduplication-windows.js";
import { migrate } from "./migrate.js";

const start = Date.parse("2026-11-20T10:00:00Z");
let test: TestHistory;

const sample = (sequence: number, disk: object, process: object) =>
  encodeHostSampled({
    bootId: 1n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(start + sequence * 4_000),
    cpu: { intervalMs: 4_000, utilizationE4: sequence },
    disks: { intervalMs: 4_000, items: [{ device: "sda", readBytes: 5n, ...disk }] },
    processes: { intervalMs: 4_000, total: 1, top: [{ pid: 7, command: "node", residentBytes: 9n, ...process }] },
    sources: [{ module: "cpu", source: "netdata" }],
  });
const inventory = (sequence: number, nodeTags: string[]) =>
  encodeInventoryObserved({
    bootId: 1n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(start + sequence),
    hostname: "web",
    nodeTags,
    interfaces: [{ name: "eth0", ipv4Addresses: ["10.0.0.1"] }],
  });

describe("a database at migration 6 that holds data", () => {
  beforeAll(async () => {
    test = await createTestHistory(6);
    const place = { receivedAtMs: start + 20_000 };
    await test.land([sample(1, {}, {})], place);
    await test.land([inventory(1, ["lost"])], { ...place, kind: "inventory" });
    await test.land([encodeHostSampled({ bootId: 0n, observedAtMs: BigInt(start) })], place);

    expect(await migrate(test.history)).toEqual(expect.arrayContaining(["landing_surveys", "survey_tables"]));
    expect(await migrate(test.history)).toEqual([]);
    await checkDeduplicationWindows(test.history);

    await test.land([sample(2, { readMerged: 3n }, { cpuMs: 40n, startedAtMs: 50n, openFiles: 0 })], place);
    await test.land([inventory(2, ["edge", "arm"])], { ...place, kind: "inventory" });
  });

  afterAll(() => test.close());

  it("keeps its rows, without a value in the columns that they did not have", async () => {
    expect(await test.rows("SELECT read_bytes, read_merged, write_merged FROM host_disks ORDER BY ts")).toEqual([
      { read_bytes: 5, read_merged: null, write_merged: null },
      { read_bytes: 5, read_merged: 3, write_merged: null },
    ]);
    expect(
      await test.rows("SELECT resident_bytes, cpu_ms, started_at_ms, open_files FROM host_top_processes ORDER BY ts"),
    ).toEqual([
      { resident_bytes: 9, cpu_ms: null, started_at_ms: null, open_files: null },
      { resident_bytes: 9, cpu_ms: 40, started_at_ms: 50, open_files: 0 },
    ]);
    expect(await test.rows("SELECT utilization_e4 FROM host_cpu ORDER BY ts")).toEqual([
      { utilization_e4: 1 },
      { utilization_e4: 2 },
    ]);
    expect(await test.rows("SELECT count() AS n FROM quarantined_events")).toEqual([{ n: 1 }]);
  });

  it("takes the new fields of inventories, and where modules were read from", async () => {
    expect(
      await test.rows("SELECT hostname, node_tags, interfaces.name AS names FROM host_inventory ORDER BY ts"),
    ).toEqual([
      { hostname: "web", node_tags: [], names: ["eth0"] },
      { hostname: "web", node_tags: ["edge", "arm"], names: ["eth0"] },
    ]);
    expect(await test.rows("SELECT sources FROM host_events WHERE family = 'host' ORDER BY event_seq")).toEqual([
      { sources: [] },
      { sources: [{ module: "cpu", source: "netdata" }] },
    ]);
  });

  it("shows old and new rows through the stable views", async () => {
    expect(await test.rows("SELECT read_bytes, read_merged FROM v_host_disks ORDER BY time")).toEqual([
      { read_bytes: 5, read_merged: null },
      { read_bytes: 5, read_merged: 3 },
    ]);
    expect(await test.rows("SELECT started_at FROM v_host_top_processes ORDER BY time")).toEqual([
      { started_at: null },
      { started_at: "1970-01-01 00:00:00.050" },
    ]);
    expect(await test.rows("SELECT node_tags FROM v_host_inventory ORDER BY time")).toEqual([
      { node_tags: [] },
      { node_tags: ["edge", "arm"] },
    ]);
  });
});

describe("a database at migration 22 that holds closed days", () => {
  const dayMs = 86_400_000;
  const nowMs = Date.now();
  const month = monthOf(nowMs - 100 * dayMs);
  const days = 65;

  beforeAll(async () => {
    test = await createTestHistory(22);
    const run = (query: string) => test.history.client.command({ query, clickhouse_settings: { async_insert: 0 } });
    const day = `toDateTime(${month / 1000} + number * 86400, 'UTC')`;
    await run(`
      INSERT INTO metric_1d (workspace, metric, node, attribute, day, n, total, version)
      SELECT 'default', 'system.cpu.utilization', 'web-1', '', ${day}, 8640, number, 7 FROM numbers(${days})`);
    await run(`
      INSERT INTO rollup_closes (level, start, version, nodes)
      SELECT arrayJoin(['1h', '1d']), ${day}, 7, 0 FROM numbers(${days})`);
    expect(await migrate(test.history)).toContain("months");
    await checkDeduplicationWindows(test.history);
  });

  afterAll(() => test.close());

  it("has the months that have passed to be closed, and closes them of its days", async () => {
    const due = await monthsToClose(test.history, { nowMs, monthsMax: 12 });
    expect(due.map(({ monthMs, version }) => [monthMs, version])).toEqual([
      [month, 7],
      [monthAfter(month), 7],
    ]);
    for (const close of due) await closeMonth(test.history, close);
    const ofFirst = (monthAfter(month) - month) / dayMs;
    expect(await test.rows("SELECT n, total, version FROM metric_1mo ORDER BY month LIMIT 1")).toEqual([
      { n: 8_640 * ofFirst, total: (ofFirst * (ofFirst - 1)) / 2, version: 7 },
    ]);
    expect(await monthsToClose(test.history, { nowMs, monthsMax: 12 })).toEqual([]);
  });
});
