import { type EventKind, encodeHostSampled, encodeLogLinesRead, LandedBatch } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { insertLanded } from "./insert-landed.js";
import { settleLanded } from "./settle-landed.js";

const nowMs = Date.UTC(2026, 10, 20, 10, 0, 0);
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});
afterAll(() => test?.close());

describe("an insert in doubt", () => {
  const tables = ["host_events", "host_load", "host_cpu", "host_cores", "quarantined_events"];

  beforeAll(async () => {
    // The server drops a part that has lost all of its rows within a minute, and its memory of tokens with it: on a busy machine the
    // repeat of an insert would have put the rows back before they are compared.
    for (const table of tables) {
      await test.history.client.command({ query: `ALTER TABLE ${table} MODIFY SETTING remove_empty_parts = 0` });
    }
  });

  it("is left as it is when it is whole, and made when it is not there", async () => {
    expect(await settleLanded(test.history, hostInsert("whole"))).toEqual({ ok: true, repaired: [] });
    expect(await settleLanded(test.history, hostInsert("whole"))).toEqual({ ok: true, repaired: [] });
    expect(await counts("whole")).toEqual([20, 20, 20, 40, 1]);
  });

  it("is exact again when it was stored under three tokens", async () => {
    for (const token of ["first", "second"]) {
      await insertLanded(test.history, { ...hostInsert("doubled"), token: `doubled ${token}` });
    }
    expect(await counts("doubled")).toEqual([40, 40, 40, 80, 2]);
    const outcome = await settleLanded(test.history, hostInsert("doubled"));
    expect(outcome.ok && outcome.repaired.map(({ table, surplusRows }) => [table, surplusRows])).toEqual(
      expect.arrayContaining([
        ["host_events", 40],
        ["host_cores", 80],
        ["quarantined_events", 2],
      ]),
    );
    expect(await counts("doubled")).toEqual([20, 20, 20, 40, 1]);
    expect(await settleLanded(test.history, hostInsert("doubled"))).toEqual({ ok: true, repaired: [] });
  });

  it("is exact again when tables lost rows behind its back, though its token is remembered", async () => {
    const insert = hostInsert("partial");
    await insertLanded(test.history, insert);
    // Twice: what a repair writes must not be taken for a repetition of an earlier one.
    for (let round = 1; round <= 2; round += 1) {
      await remove("host_load WHERE node = 'partial'");
      await remove("host_cores WHERE node = 'partial' AND core = 1");
      await remove("host_events WHERE node = 'partial' AND sequence > 10");
      const outcome = await settleLanded(test.history, insert);
      expect(outcome.ok && outcome.repaired).toEqual(
        expect.arrayContaining([
          { table: "host_load", missingRows: 20, surplusRows: 0 },
          { table: "host_cores", missingRows: 20, surplusRows: 0 },
          { table: "host_events", missingRows: 10, surplusRows: 0 },
        ]),
      );
      expect(await counts("partial")).toEqual([20, 20, 20, 40, 1]);
    }
  });

  it("leaves other rows of the same node and time alone", async () => {
    // Another event of the same moment, in another insert.
    const other = hostInsert("shared", { firstSeq: 900, load: 777 });
    await insertLanded(test.history, other);
    for (const token of ["first", "second"]) await insertLanded(test.history, { ...hostInsert("shared"), token });
    await settleLanded(test.history, hostInsert("shared"));
    expect(await counts("shared")).toEqual([40, 40, 21, 42, 2]);
    const loads = "SELECT toUInt32(count()) AS n FROM host_load WHERE node = 'shared' AND one_minute_e2 = 777";
    expect(await test.rows(loads)).toEqual([{ n: 20 }]);
  });

  it("is exact again with the lines of a log and their sum", async () => {
    const insert = logInsert("lines");
    for (const token of ["first", "second"]) await insertLanded(test.history, { ...insert, token: `lines ${token}` });
    await settleLanded(test.history, insert);
    expect(await lines("lines")).toEqual({ n: 15, known: 15, last: 15 });
    expect(await settleLanded(test.history, insert)).toEqual({ ok: true, repaired: [] });
    expect(await lines("lines")).toEqual({ n: 15, known: 15, last: 15 });
  });

  it("leaves nothing of its own behind", async () => {
    expect(await test.rows("SELECT name FROM system.tables WHERE name LIKE 'in_doubt%'")).toEqual([]);
  });

  async function counts(node: string): Promise<number[]> {
    const found = tables.map(async (table) => {
      const [row] = await test.rows<{ n: number }>(
        `SELECT toUInt32(count()) AS n FROM ${table} WHERE node = '${node}'`,
      );
      return row?.n ?? 0;
    });
    return Promise.all(found);
  }
});

/** Twenty readings of a host with two cores, and one with a time that cannot be true. */
function hostInsert(node: string, { firstSeq = 100, load = 100 } = {}) {
  const samples = Array.from({ length: 20 }, (_, index) => ({
    observedAtMs: BigInt(nowMs + index * 4_000),
    load: { intervalMs: 4_000, oneMinuteE2: load },
    ...(load === 100 || index === 0
      ? {
          cpu: {
            intervalMs: 4_000,
            utilizationE4: load,
            cores: [
              { number: 0, utilizationE4: load },
              { number: 1, utilizationE4: load },
            ],
          },
        }
      : {}),
  }));
  const events = [...samples, { observedAtMs: BigInt(nowMs + 86_400_000 * 30) }].map((sample, index) =>
    encodeHostSampled({ bootId: BigInt(firstSeq), sequence: BigInt(index + 1), ...sample }),
  );
  return insertOf("host", node, "host", events, firstSeq);
}

function logInsert(node: string) {
  const events = [1, 6, 11].map((firstLine, index) =>
    encodeLogLinesRead({
      bootId: 1n,
      sequence: BigInt(index + 1),
      observedAtMs: BigInt(nowMs),
      firstLine: BigInt(firstLine),
      lines: Array.from({ length: 5 }, (_, line) => ({ text: `line ${firstLine + line}`, atMs: BigInt(nowMs) })),
    }),
  );
  return insertOf("log", node, "syslog", events, 1);
}

function insertOf(kind: EventKind, node: string, family: string, events: readonly Uint8Array[], firstSeq: number) {
  const batch = new LandedBatch();
  events.forEach((event, index) => {
    const identity = { workspace: "default", node, family, eventSeq: firstSeq + index, eventIndex: 0 };
    batch.append({ ...identity, receivedAtMs: nowMs + 100_000 }, event, 0, event.length);
  });
  return { kind, body: batch.bytes(), token: `${node}:${firstSeq}:${kind}` };
}

async function lines(node: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await test.rows(
    `SELECT (SELECT toUInt32(count()) FROM log_lines WHERE node = '${node}') AS n,
       toUInt32(sum(lines)) AS known, toUInt32(max(last_line)) AS last FROM known_logs WHERE node = '${node}'`,
  );
  return row;
}

async function remove(what: string): Promise<void> {
  await test.history.client.command({
    query: `ALTER TABLE ${what.replace(" WHERE", " DELETE WHERE")}`,
    clickhouse_settings: { mutations_sync: "2" },
  });
}
