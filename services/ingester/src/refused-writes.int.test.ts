import { execFileSync } from "node:child_process";
import { startPrivateClickhouse } from "@statwire/embedded-stack/testing";
import { encodeHostSampled, encodeSignInRecorded, LandedBatch } from "@statwire/events";
import {
  brokenParts,
  connectHistory,
  type History,
  insertLanded,
  isReachable,
  migrate,
  refusedWrites,
  setBrokenAside,
  settleLanded,
  startedAtMs,
} from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CarefulInserts } from "./careful-inserts.js";
import { storeDisk } from "./store-disk.js";

const rowsOfBatch = 20;

let clickhouse: Awaited<ReturnType<typeof startPrivateClickhouse>>;
let history: History;

beforeAll(async () => {
  clickhouse = await startPrivateClickhouse();
  const { url, username, password } = clickhouse.server;
  const system = connectHistory({ url, username, password, database: "default" });
  await system.client.command({ query: "CREATE DATABASE statwire" });
  await system.close();
  history = connectHistory({ url, username, password, database: "statwire" });
  await migrate(history);
});

afterAll(async () => {
  await history?.close();
  await clickhouse?.discard();
});

it("an insert that was acknowledged while the disk refused every byte of it is there in the end, once", async () => {
  const { inserts, failures } = startInserts();
  const insert = (number: number) => inserts.insert(batch(number));
  expect(await insert(1)).toEqual({ ok: true });
  expect([await refusedWrites(history), failures]).toEqual([0, []]);

  mayGrow(false);
  const inserting = insert(2);
  await expect.poll(() => failures.length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(failures[0]).toContain("the disk of the store refused");
  mayGrow(true);
  expect(await inserting).toMatchObject({ ok: true });
  expect(await insert(3)).toEqual({ ok: true });
  await expectStored(3);
}, 90_000);

it("so is one that a process had acknowledged and did not live to look after", async () => {
  mayGrow(false);
  expect(await insertLanded(history, batch(4))).toEqual({ ok: true });
  mayGrow(true);
  const { inserts, failures } = startInserts();
  // What it had recorded is finished first, each under its token; the one before was whole.
  for (const number of [3, 4]) {
    expect(await inserts.insert(batch(number), { isStoreNewer: false })).toMatchObject({ ok: true });
  }
  expect(await inserts.insert(batch(5))).toEqual({ ok: true });
  await expectStored(5);
  // The first of them learnt of the refused writes; the other one knew.
  expect(failures).toEqual([expect.stringContaining("the disk of the store refused")]);
}, 90_000);

it("what first comes while the disk refuses everything is stored when there is room again", async () => {
  const { inserts, failures } = startInserts();
  mayGrow(false);
  const inserting = inserts.insert(signIn());
  await expect.poll(() => failures.length, { timeout: 30_000 }).toBeGreaterThan(0);
  mayGrow(true);
  expect(await inserting).toMatchObject({ ok: true });
  const result = await history.client.query({ query: "SELECT user_name FROM sign_ins", format: "JSONEachRow" });
  expect(await result.json()).toEqual([{ user_name: "Ada" }]);
}, 90_000);

it("parts for which there is no time are left out and named", async () => {
  const { tables, notCompared } = await setBrokenAside(history, { sinceMs: 0, withinMs: 0 });
  expect(tables).toEqual([]);
  expect(notCompared.length).toBeGreaterThan(1);
  expect(notCompared.at(-1)).toMatch(/^\w+ \w+_\d+_\d+_\d+$/);
});

/** As a process of the ingester begins. */
function startInserts() {
  const failures: string[] = [];
  const inserts = new CarefulInserts({
    insert: (insert, signal) => insertLanded(history, insert, signal),
    settle: (insert) => settleLanded(history, insert),
    isReachable: () => isReachable(history, 2_000),
    storeStartedAtMs: () => startedAtMs(history),
    disk: storeDisk(history, {
      around: (_point, act) => act(),
      log: createLogger({ service: "test", level: "silent" }),
    }),
    now: Date.now,
    signal: new AbortController().signal,
    onFailure: (error) => void failures.push((error as Error).message),
  });
  return { inserts, failures };
}

/** Files may not grow any more, which a process meets as it does the end of a disk. */
function mayGrow(may: boolean): void {
  const { pid } = clickhouse.server.process;
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${may ? "unlimited" : 1}:`]);
}

async function expectStored(batches: number): Promise<void> {
  const query = `
    SELECT count() AS n, uniqExact(sequence) AS different, max(sequence) AS highest FROM host_events
    UNION ALL SELECT count(), uniqExact(ts), 0 FROM host_cpu`;
  const counts = await (await history.client.query({ query, format: "JSONCompactEachRow" })).json<string[]>();
  const all = String(batches * rowsOfBatch);
  expect(counts.map((row) => row.map(String)).sort()).toEqual([
    [all, all, "0"],
    [all, all, all],
  ]);
  expect((await brokenParts(history)).filter(({ isSetAside }) => !isSetAside)).toEqual([]);
}

function batch(number: number) {
  const landed = new LandedBatch();
  for (let index = 0; index < rowsOfBatch; index += 1) {
    const sequence = (number - 1) * rowsOfBatch + index + 1;
    const observedAtMs = Date.UTC(2026, 10, 20, 10) + sequence * 4_000;
    const event = encodeHostSampled({
      bootId: 1n,
      sequence: BigInt(sequence),
      observedAtMs: BigInt(observedAtMs),
      cpu: { intervalMs: 4_000, utilizationE4: sequence },
    });
    const identity = { workspace: "default", node: "node-1", family: "host", eventSeq: sequence, eventIndex: 0 };
    landed.append({ ...identity, receivedAtMs: observedAtMs }, event, 0, event.length);
  }
  return { kind: "host" as const, body: landed.bytes(), token: `batch ${number}` };
}

/** Of a kind of which the server has had none yet. */
function signIn() {
  const landed = new LandedBatch();
  const receivedAtMs = Date.UTC(2026, 10, 20, 10);
  const event = encodeSignInRecorded({
    id: "event-1",
    userName: "Ada",
    atMs: BigInt(receivedAtMs),
    action: "signed-in",
  });
  const identity = { workspace: "default", node: "", family: "sign-in", eventSeq: 1, eventIndex: 0 };
  landed.append({ ...identity, receivedAtMs }, event, 0, event.length);
  return { kind: "signin" as const, body: landed.bytes(), token: "sign-ins" };
}
