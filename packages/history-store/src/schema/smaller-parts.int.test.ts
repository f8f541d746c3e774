import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { latestNodeState } from "../queries/latest-node-state.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { migrate } from "./migrate.js";
import { readMigrations } from "./migration-files.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const receivedAtMs = start + 60_000;
const most = 2n ** 63n - 1n;
const least = -(2n ** 63n);

interface Numbers {
  total: bigint;
  used: bigint;
  free: bigint;
  available: bigint;
  utilizationE4: number;
}

/** The first are as collectors send them; the others add up to nothing. */
const sent: Numbers[] = [
  { total: 16_000n, used: 5_001n, free: 10_999n, available: 10_999n, utilizationE4: 3_126 },
  { total: 16_000n, used: 5_002n, free: 10_998n, available: 10_998n, utilizationE4: 3_126 },
  { total: 0n, used: 7n, free: 8n, available: 9n, utilizationE4: 10 },
  { total: most, used: least, free: most, available: least, utilizationE4: 2 ** 31 - 1 },
  { total: least, used: most, free: least, available: most, utilizationE4: -(2 ** 31) },
  { total: -1n, used: 2n ** 62n, free: 1n, available: -3n, utilizationE4: -5 },
];

const samples = sent.map(({ total, used, free, available, utilizationE4 }, index) => {
  const sizes = { totalBytes: total, usedBytes: used, freeBytes: free, availableBytes: available, utilizationE4 };
  return {
    observedAtMs: BigInt(start + index * 4_000),
    memory: { intervalMs: 4_000, ...sizes },
    filesystems: { intervalMs: 4_000, items: [{ mountpoint: "/", ...sizes }] },
  };
});

const stored = sent.map(({ total, used, free, available, utilizationE4 }) =>
  [total, used, free, available, utilizationE4].map(String),
);

function numbers(test: TestHistory, table: string, node: string): Promise<unknown[]> {
  return test
    .rows<{ values: string[] }>(
      `SELECT arrayMap(value -> toString(value),
           [toInt64(total_bytes), used_bytes, free_bytes, available_bytes, utilization_e4]) AS values
       FROM ${table} WHERE node = '${node}' ORDER BY ts`,
    )
    .then((rows) => rows.map(({ values }) => values));
}

/** Has the server write no part anew, or go on with it. */
function holdRewriting({ history: { client } }: TestHistory, verb: "STOP" | "START") {
  return client.command({ query: `SYSTEM ${verb} MERGES host_filesystems` });
}

describe("a database from before numbers were stored as what their rows do not foretell", () => {
  let test: TestHistory;
  const told: { table: string; partsLeft: number }[] = [];

  beforeAll(async () => {
    test = await createTestHistory(19);
    await test.landHost(samples, { receivedAtMs, node: "before" });
    const migration = (await readMigrations()).find(({ name }) => name === "smaller_parts");
    const statements = migration?.statements.filter((text) => /host_(memory|filesystems)\s/.test(text)) ?? [];
    expect(statements).toHaveLength(12);
    for (let interruptedAfter = 1; interruptedAfter < statements.length; interruptedAfter += 1) {
      for (const query of statements.slice(0, interruptedAfter)) {
        await test.history.client.command({ query, clickhouse_settings: { mutations_sync: "2" } });
      }
    }
    await holdRewriting(test, "STOP");
    let goesOn: Promise<unknown> | undefined;
    const onRewriting = (table: string, partsLeft: number) => {
      told.push({ table, partsLeft });
      goesOn ??= holdRewriting(test, "START");
    };
    expect(await migrate(test.history, { onRewriting })).toContain("smaller_parts");
    await goesOn;
    await test.landHost(samples, { receivedAtMs, node: "since" });
  });

  afterAll(() => test.close());

  it.each(["host_memory", "host_filesystems"])("keeps every number of %s, after any interruption", async (table) => {
    expect(await numbers(test, table, "before")).toEqual(stored);
    await test.history.client.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
    expect(await numbers(test, table, "before")).toEqual(stored);
    expect(await numbers(test, table, "since")).toEqual(stored);
  });

  it("waits while the server writes a table anew, and tells of it", () => {
    expect(told[0]).toEqual({ table: "host_filesystems", partsLeft: 1 });
  });

  it("stores nothing of numbers that add up", async () => {
    const memory = await test.rows(
      "SELECT DISTINCT used_bytes_rest, utilization_e4_rest FROM host_memory WHERE total_bytes = 16000",
    );
    expect(memory).toEqual([{ used_bytes_rest: 0, utilization_e4_rest: 0 }]);
    const filesystems = await test.rows(
      "SELECT DISTINCT free_bytes_rest, available_bytes_rest FROM host_filesystems WHERE total_bytes = 16000",
    );
    expect(filesystems).toEqual([{ free_bytes_rest: 0, available_bytes_rest: 0 }]);
  });

  it("tells computed numbers with the latest state, and not what is stored of them", async () => {
    const [first] = samples;
    if (first === undefined) throw new Error("no sample");
    await test.landHost([first], { receivedAtMs, node: "latest" });
    const latest = await latestNodeState(test.history, { workspace: "default", node: "latest" }, { sinceMs: start });
    const memory = latest.find(({ table }) => table === "host_memory")?.rows[0];
    expect(memory).toMatchObject({ used_bytes: 5_001, utilization_e4: 3_126 });
    const filesystem = latest.find(({ table }) => table === "host_filesystems")?.rows[0];
    expect(filesystem).toMatchObject({ used_bytes: 5_001, free_bytes: 10_999, available_bytes: 10_999 });
    const names = [...Object.keys(memory ?? {}), ...Object.keys(filesystem ?? {})];
    expect(names.filter((name) => name.endsWith("_rest"))).toEqual([]);
  });
});
