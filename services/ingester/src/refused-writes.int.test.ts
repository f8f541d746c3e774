import { execFileSync } from "node:child_process";
import { startPrivateClickhouse } from "@statwire/embedded-stack/testing";
import { encodeHostSampled, LandedBatch } from "@statwire/events";
import {
  brokenParts,
  connectHistory,
  insertLanded,
  isReachable,
  migrate,
  refusedWrites,
  setBrokenAside,
  settleLanded,
  startedAtMs,
} from "@statwire/history-store";
import { expect, it, onTestFinished } from "vitest";
import { CarefulInserts } from "./careful-inserts.js";

const rowsOfBatch = 20;

it("an insert that was acknowledged while the disk refused every byte of it is there in the end, once", async () => {
  const clickhouse = await startPrivateClickhouse();
  onTestFinished(() => clickhouse.discard());
  const { url, username, password, process: running } = clickhouse.server;
  const system = connectHistory({ url, username, password, database: "default" });
  await system.client.command({ query: "CREATE DATABASE statwire" });
  await system.close();
  const history = connectHistory({ url, username, password, database: "statwire" });
  onTestFinished(() => history.close());
  await migrate(history);
  const failures: string[] = [];
  const inserts = new CarefulInserts({
    insert: (insert, signal) => insertLanded(history, insert, signal),
    settle: (insert) => settleLanded(history, insert),
    isReachable: () => isReachable(history, 2_000),
    storeStartedAtMs: () => startedAtMs(history),
    refusedWrites: () => refusedWrites(history),
    setBrokenAside: async () => void (await setBrokenAside(history)),
    now: Date.now,
    signal: new AbortController().signal,
    onFailure: (error) => void failures.push((error as Error).message),
  });
  // Files may not grow any more, which a process meets as it does the end of a disk.
  const mayGrow = (may: boolean) => {
    execFileSync("prlimit", ["--pid", String(running.pid), `--fsize=${may ? "unlimited" : 1}:`]);
  };
  const insert = (number: number) => inserts.insert(batch(number), false);
  expect(await insert(1)).toEqual({ ok: true });
  expect([await refusedWrites(history), failures]).toEqual([0, []]);

  mayGrow(false);
  const inserting = insert(2);
  await expect.poll(() => failures.length, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(failures[0]).toContain("the disk of the store refused");
  mayGrow(true);
  expect(await inserting).toMatchObject({ ok: true });
  expect(await insert(3)).toEqual({ ok: true });
  const query = `
    SELECT count() AS n, uniqExact(sequence) AS different, max(sequence) AS highest FROM host_events
    UNION ALL SELECT count(), uniqExact(ts), 0 FROM host_cpu`;
  const counts = await (await history.client.query({ query, format: "JSONCompactEachRow" })).json<string[]>();
  const all = String(3 * rowsOfBatch);
  expect(counts.map((row) => row.map(String)).sort()).toEqual([
    [all, all, "0"],
    [all, all, all],
  ]);
  expect((await brokenParts(history)).filter(({ isSetAside }) => !isSetAside)).toEqual([]);
}, 90_000);

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
