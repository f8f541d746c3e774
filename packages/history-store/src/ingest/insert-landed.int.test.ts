import { encodeHostSampled } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectHistory } from "../connect.js";
import { migrate } from "../schema/migrate.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { insertLanded } from "./insert-landed.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const day = 86_400_000;
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});

afterAll(() => test.close());

/** A field of wire type 0 (varint) and one of wire type 2 (length-delimited). */
const varint = (field: number, value: number | bigint) => [...digits((field << 3) | 0), ...digits(value)];
const bytes = (field: number, content: readonly number[]) => [
  ...digits((field << 3) | 2),
  ...digits(content.length),
  ...content,
];
const text = (value: string) => [...Buffer.from(value)];
const identity = [...varint(1, 5), ...varint(2, 5), ...varint(3, start)];
const good = () => sample(start, 200);

describe("a batch with one event that cannot be parsed", () => {
  const broken: Record<string, readonly number[]> = {
    "ends too early": [...good().slice(0, -3)],
    "is noise": Array.from({ length: 60 }, (_, index) => (index * 37 + 11) & 255),
    "has a scalar for a module": [...good(), ...varint(6, 5)],
    "has a number beyond 32 bits": [...identity, ...bytes(6, [...varint(1, 4000), ...varint(2, 2n ** 40n)])],
    "has an interval beyond 32 bits": [...identity, ...bytes(6, [...varint(1, 2n ** 40n), ...varint(2, 7)])],
    "has a truth beyond true": [...identity, ...bytes(10, [...varint(1, 9), ...bytes(2, varint(11, 2n ** 63n))])],
    "has a varint of twelve bytes": [0x08, ...Array<number>(11).fill(0xff), 0x01],
    "has a group": [0x0b, 0x0c],
    "has wire type 7": [0x0f],
    "has a length beyond its end": [...identity, 0x32, 0xf4, 0x03, 1, 2],
  };

  it.each(Object.entries(broken))("that %s is poison, and leaves nothing behind", async (name, event) => {
    const before = await counts("broken");
    const outcome = await test.land([good(), Uint8Array.from(event), good()], { receivedAtMs: start, node: "broken" });
    expect(outcome, name).toMatchObject({ ok: false, poison: true });
    expect(await counts("broken")).toEqual(before);
  });

  it("that stops in the middle is poison too", async () => {
    const outcome = await insertLanded(test.history, { kind: "host", body: Uint8Array.from([5, 1]), token: "cut" });
    expect(outcome).toMatchObject({ ok: false, poison: true, code: 32 });
  });
});

describe("an event that is odd but can be parsed", () => {
  it("keeps texts of any bytes, unknown fields, negative numbers and the last of two modules", async () => {
    const interfaceName = bytes(1, [0xff, 0xfe, 0x00, 0x80]);
    const odd = [
      ...[...good(), ...bytes(99, [1, 2, 3]), ...varint(98, 5)],
      ...bytes(6, [...varint(1, 4000), ...varint(2, BigInt.asUintN(64, -5n))]),
      ...bytes(11, [...varint(1, 4000), ...bytes(2, [...interfaceName, ...varint(2, 5)])]),
    ];
    expect(await test.land([Uint8Array.from(odd)], { receivedAtMs: start, node: "odd" })).toEqual({ ok: true });
    expect(await test.rows("SELECT utilization_e4 FROM host_cpu WHERE node = 'odd'")).toEqual([{ utilization_e4: -5 }]);
    expect(await test.rows("SELECT hex(device) AS device FROM host_disks WHERE node = 'odd'")).toEqual([
      { device: "FFFE0080" },
    ]);
  });

  it.each([
    ["observed in the future", { observedAtMs: start + 300_001 }],
    ["observed in the future", { observedAtMs: 9223372036854775807n }],
    ["observed before the longest retention", { observedAtMs: start - 1827 * day }],
    ["observed before the longest retention", { observedAtMs: -9223372036854775808n }],
    ["boot id out of range", { bootId: 0n }],
    ["boot id out of range", { bootId: 18446744073709551615n }],
    ["sequence out of range", { sequence: 0n }],
  ])("is quarantined as %s: %o", async (reason, fields) => {
    const event = encodeHostSampled({
      bootId: 1n,
      sequence: 1n,
      cpu: { intervalMs: 1 },
      ...wide({ observedAtMs: start, ...fields }),
    });
    expect(await test.land([event], { receivedAtMs: start, node: "liar" })).toEqual({ ok: true });
    const [row] = await test.rows(
      `SELECT reason, family, JSONExtractUInt(event, 'cpu', 'interval_ms') AS interval FROM quarantined_events
       WHERE event_seq = ${test.lastSeq()}`,
    );
    expect(row).toEqual({ reason, family: "host", interval: 1 });
    for (const table of ["host_cpu", "host_events", "late_events", "known_nodes"]) {
      expect(await test.rows(`SELECT count() AS n FROM ${table} WHERE node = 'liar'`), table).toEqual([{ n: 0 }]);
    }
  });

  it("may be of any day: 105 days in one batch", async () => {
    const events = Array.from({ length: 105 }, (_, index) => sample(start - index * day, 1));
    expect(await test.land(events, { receivedAtMs: start, node: "days" })).toEqual({ ok: true });
    expect(await test.rows("SELECT first_seen FROM known_nodes WHERE node = 'days'")).toEqual([
      { first_seen: "2026-08-08 10:00:00.000" },
    ]);
  });

  it("cannot name another node: fields of the identity inside it are not its identity", async () => {
    const forged = [...good(), ...bytes(1, text("evil")), ...bytes(2, text("evil")), ...bytes(6, varint(1, 9))];
    await test.land([Uint8Array.from(forged)], { receivedAtMs: start, node: "forger" });
    for (const table of ["host_cpu", "host_events", "quarantined_events", "known_nodes"]) {
      expect(await test.rows(`SELECT node FROM ${table} WHERE node = 'evil' OR workspace = 'evil'`)).toEqual([]);
    }
  });
});

describe("the same token", () => {
  const events = () => [sample(start, 1), sample(start + 4000, 2)];

  it("counts once in every table, whatever it is sent with", async () => {
    await test.land(events(), { receivedAtMs: start, node: "twice", token: "T:1" });
    const before = await counts("twice");
    await test.land(events(), { receivedAtMs: start, node: "twice", token: "T:1" });
    await test.land([good()], { receivedAtMs: start, node: "twice", token: "T:1" });
    expect(await counts("twice")).toEqual(before);
  });

  it("fills what a crash left out: a table that has not seen it takes it, the others do not", async () => {
    const insert = () => test.land(events(), { receivedAtMs: start, node: "half", token: "T:2", firstSeq: 5000 });
    await test.history.client.command({ query: "DETACH TABLE mv_host_cpu SYNC" });
    await insert();
    await test.history.client.command({ query: "ATTACH TABLE mv_host_cpu" });
    const count = (table: string) => test.rows(`SELECT count() AS n FROM ${table} WHERE node = 'half'`);
    expect([await count("host_cpu"), await count("host_cores")]).toEqual([[{ n: 0 }], [{ n: 4 }]]);
    await insert();
    expect([await count("host_cpu"), await count("host_cores")]).toEqual([[{ n: 2 }], [{ n: 4 }]]);
    expect(await count("host_events")).toEqual([{ n: 2 }]);
  });

  it("fills what a crash left out behind a table that hands rows on", async () => {
    const insert = () => test.land(events(), { receivedAtMs: start, node: "behind", token: "T:5", firstSeq: 6000 });
    const rows = () => Promise.all(["host_cpu", "host_cores", "host_events"].map((table) => count(table)));
    const count = async (table: string) =>
      (await test.rows<{ n: number }>(`SELECT toUInt32(count()) AS n FROM ${table} WHERE node = 'behind'`))[0]?.n;
    await test.history.client.command({ query: "DETACH TABLE mv_landing_host_numbers SYNC" });
    await insert();
    await test.history.client.command({ query: "ATTACH TABLE mv_landing_host_numbers" });
    expect(await rows()).toEqual([0, 0, 2]);
    await insert();
    expect(await rows()).toEqual([2, 4, 2]);
    await insert();
    expect(await rows()).toEqual([2, 4, 2]);
  });

  it("counts another batch of the same readings again", async () => {
    const options = { receivedAtMs: start, node: "again" };
    await test.land(events(), { ...options, token: "T:3" });
    await test.land(events(), { ...options, token: "T:4" });
    expect(await test.rows("SELECT count() AS n FROM host_cpu WHERE node = 'again'")).toEqual([{ n: 4 }]);
  });
});

it("throws what may heal: no server, no right, no table", async () => {
  const insert = (options: Partial<typeof test.options>) => {
    const history = connectHistory({ ...test.options, ...options });
    return insertLanded(history, { kind: "host", body: new Uint8Array(), token: "x" }).finally(() => history.close());
  };
  await expect(insert({ url: "http://127.0.0.1:1" })).rejects.toThrow("ECONNREFUSED");
  await expect(insert({ password: "wrong" })).rejects.toThrow(/HTTP (401|403|516)|code 516/);
  await expect(insert({ database: "nowhere" })).rejects.toThrow("code 81");
});

it("stores durably when told to, and not any more when not", async () => {
  const tables = async (condition: string) => {
    const query = `SELECT count() AS n FROM system.tables WHERE database = currentDatabase() AND ${condition}`;
    return (await test.rows<{ n: number }>(query))[0]?.n;
  };
  const durableTables = () => tables("engine_full LIKE '%fsync_part_directory = 1%'");
  const durable = connectHistory({ ...test.options, durableInserts: true });
  await migrate(durable);
  expect(await durableTables()).toBe(await tables("engine LIKE '%MergeTree'"));
  expect(await test.land([good()], { receivedAtMs: start, node: "durable" })).toEqual({ ok: true });
  await durable.close();
  await migrate(test.history);
  expect(await durableTables()).toBe(0);
});

function sample(atMs: number, utilizationE4: number): Uint8Array {
  const cores = [0, 1].map((number) => ({ number, utilizationE4 }));
  return encodeHostSampled({
    bootId: 1n,
    sequence: 1n,
    observedAtMs: BigInt(atMs),
    cpu: { intervalMs: 4000, utilizationE4, cores },
  });
}

function wide(fields: Record<string, number | bigint>): Record<string, bigint> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, BigInt(value)]));
}

function digits(value: number | bigint): number[] {
  const result: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    if (rest < 128n) return [...result, Number(rest)];
    result.push(Number(rest & 127n) | 128);
  }
}

async function counts(node: string): Promise<unknown> {
  const tables = ["host_cpu", "host_cores", "host_events", "quarantined_events", "known_nodes"];
  const columns = tables.map((table) => `(SELECT count() FROM ${table} WHERE node = '${node}') AS ${table}`);
  return test.rows(`SELECT ${columns.join(", ")}`);
}
