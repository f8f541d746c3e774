import { create } from "@bufbuild/protobuf";
import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { encodeHostSampled, encodeInventoryObserved, HostSampledSchema, LandedBatch } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkDeduplicationWindows,
  closeDay,
  closeHour,
  connectHistory,
  daysToClose,
  type History,
  hoursToClose,
  insertLanded,
  migrate,
} from "./index.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let history: History;
let sequence = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  history = connectHistory(database);
  await migrate(history);
});

afterAll(async () => {
  await history.close();
  await database.close();
});

describe("migrate", () => {
  it("applies once, sets the retention and leaves every window long enough", async () => {
    expect(await migrate(history)).toEqual([]);
    await checkDeduplicationWindows(history);
    const longer = connectHistory({
      ...database,
      retention: { rawDays: 20, hourlyDays: 500, dailyDays: 2000, logsDays: 3, versionsDays: 30 },
    });
    await migrate(longer);
    const [row] = await rows(
      "SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = 'host_cpu'",
    );
    expect(String(row?.engine_full)).toContain("toIntervalDay(20)");
    const [logs] = await rows(
      "SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = 'log_lines'",
    );
    expect(String(logs?.engine_full)).toContain("toDateTime(received_at, 'UTC') + toIntervalDay(3)");
    await migrate(history);
    await longer.close();
  });

  it("is refused by the start check when one table forgets inserts", async () => {
    await history.client.command({
      query: "ALTER TABLE host_fans MODIFY SETTING non_replicated_deduplication_window = 0",
    });
    await expect(checkDeduplicationWindows(history)).rejects.toThrow(/host_fans/);
    await history.client.command({
      query: "ALTER TABLE host_fans MODIFY SETTING non_replicated_deduplication_window = 10000",
    });
  });
});

describe("checkDeduplicationWindows", () => {
  it("misses a table that a migration creates only after the migrations", async () => {
    const own = await createTestDatabase();
    const older = connectHistory(own);
    await migrate(older);
    await older.client.command({ query: "DROP TABLE landing_log" });
    await expect(checkDeduplicationWindows(older)).rejects.toThrow(/landing_log is missing/);
    await checkDeduplicationWindows(older, { migrated: false });
    await older.close();
    await own.close();
  });
});

describe("insertLanded", () => {
  it("fans an event out into the typed tables; an absent module makes no row", async () => {
    await insert("n1", [sample(start, { utilization: 2500, received: 1000n })], "t-1");
    expect(
      await rows("SELECT utilization_e4, toUnixTimestamp64Milli(ts) AS at FROM host_cpu WHERE node = 'n1'"),
    ).toEqual([{ utilization_e4: 2500, at: start }]);
    expect(await rows("SELECT core, utilization_e4 FROM host_cores WHERE node = 'n1' ORDER BY core")).toEqual([
      { core: 0, utilization_e4: 2000 },
      { core: 1, utilization_e4: 3000 },
    ]);
    expect(await rows("SELECT interface, receive_bytes FROM host_network WHERE node = 'n1'")).toEqual([
      { interface: "eth0", receive_bytes: 1000 },
    ]);
    expect(await rows("SELECT count() AS n FROM host_memory WHERE node = 'n1'")).toEqual([{ n: 0 }]);
    expect(await rows("SELECT family, event_seq, toUInt32(sequence) AS s FROM host_events WHERE node = 'n1'")).toEqual([
      { family: "host", event_seq: sequence, s: 1 },
    ]);
  });

  it("counts the same token once in every table", async () => {
    const events = [
      sample(start, { utilization: 1, received: 5n }),
      sample(start + 4000, { utilization: 2, received: 9n }),
    ];
    const seqBefore = sequence;
    await insert("n2", events, "t-2");
    sequence = seqBefore;
    await insert("n2", events, "t-2");
    for (const table of ["host_cpu", "host_network", "host_events"]) {
      expect(await rows(`SELECT count() AS n FROM ${table} WHERE node = 'n2'`)).toEqual([{ n: 2 }]);
    }
  });

  it("refuses a batch with a broken event as poison and stores nothing of it", async () => {
    const batch = new LandedBatch();
    const good = sample(start, { utilization: 1, received: 1n });
    append(batch, "n3", good);
    append(batch, "n3", good.slice(0, good.length - 3));
    const outcome = await insertLanded(history, { kind: "host", body: batch.bytes(), token: "t-3" });
    expect(outcome).toMatchObject({ ok: false, poison: true });
    expect(await rows("SELECT count() AS n FROM host_cpu WHERE node = 'n3'")).toEqual([{ n: 0 }]);
  });

  it("puts times that cannot be true into quarantine and nowhere else", async () => {
    await insert("n4", [sample(start + 10 * hour, { utilization: 1, received: 1n })], "t-4", start);
    expect(await rows("SELECT reason FROM quarantined_events WHERE node = 'n4'")).toEqual([
      { reason: "observed in the future" },
    ]);
    expect(await rows("SELECT count() AS n FROM host_events WHERE node = 'n4'")).toEqual([{ n: 0 }]);
  });

  it("keeps a forged identity inside the event, under the true node", async () => {
    const forged = Buffer.concat([
      sample(start, { utilization: 7, received: 1n }),
      Buffer.from([0xfa, 0x07, 0x02, 0x78, 0x78]),
    ]);
    const names = Buffer.concat([forged, Buffer.from([0xda, 0x06, 5, ...Buffer.from("other")])]);
    await insert("n5", [names], "t-5");
    expect(await rows("SELECT node FROM host_cpu WHERE utilization_e4 = 7")).toEqual([{ node: "n5" }]);
  });

  it("stores an inventory with its interfaces", async () => {
    const batch = new LandedBatch();
    const event = encodeInventoryObserved({
      bootId: 1n,
      sequence: 1n,
      observedAtMs: BigInt(start),
      hostname: "web-1",
      interfaces: [{ name: "eth0", macAddress: "aa:bb", ipv4Addresses: ["10.0.0.1"], ipv6Addresses: [], up: true }],
    });
    append(batch, "n6", event, "inventory");
    expect(await insertLanded(history, { kind: "inventory", body: batch.bytes(), token: "t-6" })).toEqual({ ok: true });
    expect(await rows("SELECT hostname, interfaces.ipv4_addresses AS a FROM host_inventory WHERE node = 'n6'")).toEqual(
      [{ hostname: "web-1", a: [["10.0.0.1"]] }],
    );
  });
});

describe("closing", () => {
  const values = Array.from({ length: 900 }, (_, index) =>
    index % 10 === 0 ? 0 : Math.round(100 + 40 * Math.sin(index / 20)),
  );

  it("closes an hour to what its raw data says, quantiles within one percent", async () => {
    // A counter that grows by 400 bytes in each 4 s, and starts again in the middle.
    const events = values.map((utilization, index) =>
      sample(start + index * 4000, {
        utilization,
        received: BigInt(index < 450 ? 1_000_000 + index * 400 : (index - 449) * 400),
      }),
    );
    await insert("c1", events, "t-7", start + hour);
    const due = await hoursToClose(
      history,
      { committedSeq: sequence, receivedUpToMs: start + hour + 10 * minute },
      { graceMs: 5 * minute, nowMs: start + 2 * hour },
    );
    expect(due).toEqual([{ hourMs: start, version: sequence }]);
    for (const close of due) await closeHour(history, close);
    const [cpu] = await rows(
      "SELECT n, total, lo, hi, last, arraySum(counts) AS counted FROM metric_1h FINAL WHERE node = 'c1' AND metric = 'system.cpu.utilization'",
    );
    const sum = values.reduce((total, value) => total + value, 0);
    expect(cpu).toEqual({ n: 900, total: sum, lo: 0, hi: Math.max(...values), last: values.at(-1), counted: 900 });
    const [network] = await rows(
      "SELECT n, lo, hi, increase, seconds FROM metric_1h FINAL WHERE node = 'c1' AND metric = 'system.network.io' AND attribute = 'eth0:receive'",
    );
    expect(network).toEqual({ n: 899, lo: 100, hi: 100, increase: 899 * 400, seconds: 899 * 4 });
    const [view] = await rows(
      "SELECT p50, p95, average FROM v_metric_1h WHERE node = 'c1' AND metric = 'system.cpu.utilization'",
    );
    const sorted = [...values].sort((one, other) => one - other);
    expect(Number(view?.p50) / ((sorted[449] ?? 0) / 10_000)).toBeCloseTo(1, 1);
    expect(Math.abs(Number(view?.p95) / ((sorted[854] ?? 0) / 10_000) - 1)).toBeLessThan(0.0101);
    expect(Number(view?.average)).toBeCloseTo(sum / 900 / 10_000, 9);
  });

  it("is idempotent, and late data closes the hour of its node again with a higher version", async () => {
    const position = { committedSeq: sequence, receivedUpToMs: start + hour + 10 * minute };
    const options = { graceMs: 5 * minute, nowMs: start + 2 * hour };
    expect(await hoursToClose(history, position, options)).toEqual([]);
    await insert("c1", [sample(start + 3_598_000, { utilization: 9999, received: 1n })], "t-8", start + 2 * hour);
    expect(await hoursToClose(history, position, options)).toEqual([]);
    const due = await hoursToClose(history, { ...position, committedSeq: sequence }, options);
    expect(due).toEqual([{ hourMs: start, version: sequence, nodes: [{ workspace: "default", node: "c1" }] }]);
    for (const close of due) await closeHour(history, close);
    expect(
      await rows("SELECT n, hi FROM metric_1h FINAL WHERE node = 'c1' AND metric = 'system.cpu.utilization'"),
    ).toEqual([{ n: 901, hi: 9999 }]);
    expect(await hoursToClose(history, { ...position, committedSeq: sequence }, options)).toEqual([]);
  });

  it("closes a day from its hours once all have passed, and again when one was restated", async () => {
    expect(await daysToClose(history, start + 2 * hour)).toEqual([]);
    const next = Date.parse("2026-11-20T23:30:00Z");
    await insert("c1", [sample(next, { utilization: 50, received: 1n })], "t-9", next);
    const position = { committedSeq: sequence, receivedUpToMs: next + 2 * hour };
    for (const close of await hoursToClose(history, position, { graceMs: 0, nowMs: next + 2 * hour }))
      await closeHour(history, close);
    const due = await daysToClose(history, next + 2 * hour);
    expect(due).toEqual([{ dayMs: Date.parse("2026-11-20T00:00:00Z"), version: sequence, sinceVersion: 0 }]);
    for (const close of due) await closeDay(history, close);
    expect(
      await rows(
        "SELECT n, arraySum(counts) AS counted, hi, last FROM metric_1d FINAL WHERE node = 'c1' AND metric = 'system.cpu.utilization'",
      ),
    ).toEqual([{ n: 902, counted: 902, hi: 9999, last: 50 }]);
    expect(await daysToClose(history, next + 2 * hour)).toEqual([]);
  });
});

function sample(atMs: number, values: { utilization: number; received: bigint }): Uint8Array {
  const event = create(HostSampledSchema, {
    bootId: 1n,
    sequence: 1n,
    observedAtMs: BigInt(atMs),
    cpu: {
      intervalMs: 4000,
      utilizationE4: values.utilization,
      cores: [
        { number: 0, utilizationE4: 2000 },
        { number: 1, utilizationE4: 3000 },
      ],
    },
    network: { intervalMs: 4000, items: [{ name: "eth0", receiveBytes: values.received }] },
  });
  return encodeHostSampled(event);
}

function append(batch: LandedBatch, node: string, event: Uint8Array, family = "host", receivedAtMs = start): void {
  sequence += 1;
  batch.append(
    { workspace: "default", node, family, eventSeq: sequence, eventIndex: 0, receivedAtMs },
    event,
    0,
    event.length,
  );
}

async function insert(node: string, events: readonly Uint8Array[], token: string, receivedAtMs = start): Promise<void> {
  const batch = new LandedBatch();
  for (const event of events) append(batch, node, event, "host", receivedAtMs);
  expect(await insertLanded(history, { kind: "host", body: batch.bytes(), token })).toEqual({ ok: true });
}

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await history.client.query({ query, format: "JSONEachRow" })).json();
}
