import { encodeInventoryObserved } from "@statwire/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { eventPositions } from "./event-positions.js";
import { latestNodeState } from "./latest-node-state.js";
import { latestOfNodes } from "./latest-of-nodes.js";
import { nodes } from "./nodes.js";
import { tableSizes } from "./table-sizes.js";

const start = Date.parse("2026-11-20T10:00:00Z");
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  const at = (offsetMs: number, fields: object) => ({ observedAtMs: BigInt(start + offsetMs), ...fields });
  const disks = (...names: string[]) => ({
    disks: { intervalMs: 4000, items: names.map((device) => ({ device, readBytes: 5n })) },
  });
  const cpu = (utilizationE4: number) => ({ cpu: { intervalMs: 4000, utilizationE4 } });
  const host = [at(0, { ...cpu(1), ...disks("sda", "gone") }), at(4000, { ...cpu(2), ...disks("sda", "sdb") })];
  await test.landHost(host, { receivedAtMs: start + 4100, firstSeq: 10 });
  const filesystems = { intervalMs: 30_000, items: [{ mountpoint: "/", usedBytes: 9n, readOnly: true }] };
  const slow = at(4000, { bootId: 1n, sequence: 77n, filesystems });
  await test.landHost([slow], { receivedAtMs: start + 4100, family: "host.filesystems", firstSeq: 20 });
  await test.landHost([at(-3 * 3_600_000, { load: { intervalMs: 4000, oneMinuteE2: 5 } })], {
    receivedAtMs: start,
    firstSeq: 30,
  });
  const inventory = { bootId: 1n, sequence: 3n, observedAtMs: BigInt(start - 5 * 86_400_000), hostname: "web-1" };
  await test.land([encodeInventoryObserved(inventory)], { kind: "inventory", receivedAtMs: start, firstSeq: 31 });
  await test.landHost([at(9 * 3_600_000, cpu(5))], { receivedAtMs: start, node: "node-2", firstSeq: 40 });
  await test.landHost([at(8000, cpu(5))], {
    receivedAtMs: start + 9000,
    workspace: "other",
    node: "node-9",
    firstSeq: 41,
  });
});

afterAll(() => test.close());

it("lists the nodes of a workspace with their first and last reading", async () => {
  expect(await nodes(test.history, "default")).toEqual([
    { node: "node-1", firstSeenMs: start - 5 * 86_400_000, lastSeenMs: start + 4000 },
  ]);
  expect(await nodes(test.history, "nobody")).toEqual([]);
});

it("gives the latest reading of each module with the identity of its event", async () => {
  const node = { workspace: "default", node: "node-1" };
  const latest = await latestNodeState(test.history, node, { sinceMs: start - 60_000 });
  expect(latest.map(({ table }) => table).sort()).toEqual([
    "host_cpu",
    "host_disks",
    "host_filesystems",
    "host_inventory",
  ]);
  const of = (table: string) => latest.find((rows) => rows.table === table);
  expect(of("host_cpu")).toMatchObject({
    module: "cpu",
    observedAtMs: start + 4000,
    intervalMs: 4000,
    bootId: 1,
    sequence: 2,
    rows: [{ utilization_e4: 2, frequency_hz: null }],
  });
  expect(of("host_disks")?.rows.map(({ device }) => device)).toEqual(["sda", "sdb"]);
  const filesystems = of("host_filesystems");
  expect(filesystems).toMatchObject({ sequence: 77, rows: [{ mountpoint: "/", used_bytes: 9, read_only: true }] });
  expect(filesystems).not.toHaveProperty("intervalMs");
  expect(of("host_inventory")).toMatchObject({ module: "inventory", sequence: 3, rows: [{ hostname: "web-1" }] });
  expect(await latestNodeState(test.history, { workspace: "other", node: "node-1" }, { sinceMs: 0 })).toEqual([]);
});

it("tells which positions of the log are stored, quarantined ones too", async () => {
  expect(await eventPositions(test.history, { firstSeq: 11, lastSeq: 40 })).toEqual([11, 20, 30, 31, 40]);
  expect(await eventPositions(test.history, { firstSeq: 42, lastSeq: 90 })).toEqual([]);
});

it("tells the size of each table", async () => {
  const sizes = await tableSizes(test.history);
  expect(sizes.find(({ table }) => table === "host_events")).toMatchObject({ rows: 6 });
  expect(sizes.every(({ bytes, parts }) => bytes > 0 && parts > 0)).toBe(true);
});

it("shows readings in base units through the stable views", async () => {
  expect(
    await test.rows("SELECT time, utilization, user_seconds FROM v_host_cpu WHERE workspace = 'default' ORDER BY time"),
  ).toEqual([
    { time: "2026-11-20 10:00:00.000", utilization: 0.0001, user_seconds: 0 },
    { time: "2026-11-20 10:00:04.000", utilization: 0.0002, user_seconds: 0 },
  ]);
  expect(await test.rows("SELECT workspace, node FROM v_nodes ORDER BY workspace")).toEqual([
    { workspace: "default", node: "node-1" },
    { workspace: "other", node: "node-9" },
  ]);
  const views = await test.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'v\\_%'",
  );
  expect(views.length).toBeGreaterThanOrEqual(40);
  for (const { name } of views)
    expect(Array.isArray(await test.rows(`SELECT * FROM ${name} LIMIT 1`)), name).toBe(true);
});

// Last, because it brings nodes of its own.
it("gives the same of many nodes with one statement for each table, each from its own time on", async () => {
  const { history } = test;
  const hour = 3_600_000;
  const cpu = (utilizationE4: number) => ({ cpu: { intervalMs: 4000, utilizationE4 } });
  const land = (node: string, fromMs: number) =>
    test.landHost(
      [
        { observedAtMs: BigInt(fromMs - 2 * hour), load: { intervalMs: 4000, oneMinuteE2: 5 } },
        { observedAtMs: BigInt(fromMs), ...cpu(1) },
        { observedAtMs: BigInt(fromMs + 4000), ...cpu(2), disks: { intervalMs: 4000, items: [{ device: "sda" }] } },
      ],
      { workspace: "fleet", node, receivedAtMs: fromMs + 4100 },
    );
  await land("there", start);
  await land("gone", start - 5 * hour);
  const inventory = { bootId: 1n, sequence: 3n, observedAtMs: BigInt(start - 5 * 86_400_000), hostname: "web-1" };
  const landed = { kind: "inventory", workspace: "fleet", node: "there", receivedAtMs: start } as const;
  await test.land([encodeInventoryObserved(inventory)], landed);

  const asked: string[] = [];
  const query: typeof history.client.query = (options) => {
    asked.push(options.query);
    return history.client.query(options);
  };
  const nodes = [
    { node: "there", sinceMs: start - 60_000 },
    { node: "gone", sinceMs: start - 5 * hour - 60_000 },
    { node: "nobody", sinceMs: start - 60_000 },
  ];
  const parts = ["cpu", "load", "disks", "inventory"] as const;
  const range = { workspace: "fleet", untilMs: start + hour, parts, signal: AbortSignal.timeout(20_000) };
  const client = { query } as typeof history.client;
  const latest = await latestOfNodes({ ...history, client }, { ...range, nodes });
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.filter((statement) => statement.includes("FROM host_cpu\n"))).toHaveLength(1);
  // The load is older than what is looked at; the inventory may be.
  const tables = [...latest].map(([node, rows]) => [node, rows.map(({ table }) => table).sort()]);
  expect(Object.fromEntries(tables)).toEqual({
    there: ["host_cpu", "host_disks", "host_inventory"],
    gone: ["host_cpu", "host_disks"],
  });
  for (const { node, sinceMs } of nodes) {
    const alone = await latestNodeState(history, { workspace: "fleet", node }, { sinceMs, parts });
    const anonymous = alone.map(({ bootId: _boot, sequence: _sequence, source: _source, ...rows }) => rows);
    expect(latest.get(node) ?? []).toEqual(anonymous);
  }
  const before = await latestOfNodes(history, { ...range, nodes, untilMs: start - hour });
  expect([...before.keys()]).toContain("gone");
  expect(before.get("there")?.map(({ table }) => table)).toEqual(["host_inventory"]);
});

it("ends what it reads of many nodes when it is told to", async () => {
  const nodes = [{ node: "node-1", sinceMs: start }];
  const signal = AbortSignal.abort(new Error("too late"));
  const asked = { workspace: "default", nodes, untilMs: start, parts: ["cpu"] as const, signal };
  await expect(latestOfNodes(test.history, asked)).rejects.toThrow("too late");
});
