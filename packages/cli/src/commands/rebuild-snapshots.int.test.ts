import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { connectSnapshotStore, markWhole, readReadiness, type SnapshotStore } from "@statwire/snapshot-store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call } from "../testing/call.js";

let store: SnapshotStore;
let environment: Record<string, string>;
let ops: Server;
const name = { workspace: "default", node: "node-1" };

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  store = connectSnapshotStore({ url, keyPrefix, name: "test" });
  await store.connected(AbortSignal.timeout(30_000));
  // Says that a projector lives; what it does, the test does itself.
  ops = createServer((_request, response) => response.end("ok"));
  await new Promise<void>((resolve) => ops.listen(0, "127.0.0.1", resolve));
  const portBase = (ops.address() as AddressInfo).port - 4;
  environment = { REDIS_URL: url, REDIS_KEY_PREFIX: keyPrefix, OPS_PORT_BASE: String(portBase) };
});

afterAll(async () => {
  ops.close();
  await store.close();
});

const rebuild = (...words: string[]) => call(["rebuild", "snapshots", ...words], environment);

async function fill(sequence: number): Promise<void> {
  const cpu = JSON.stringify({ bootId: 1, sequence, state: {} });
  await store.run((client) => client.hSet(store.keys.node(name), { version: "1", cpu }));
  await markWhole(store);
}

/** Fills again as soon as the store is seen flushed. */
async function fillWhenFlushed(sequence: number): Promise<void> {
  await expect.poll(() => readReadiness(store), { timeout: 10_000, interval: 20 }).toBe("absent");
  await fill(sequence);
}

it("compares what is filled again with what was there", async () => {
  await fill(5);
  const [same] = await Promise.all([rebuild("--json"), fillWhenFlushed(5)]);
  expect(same.code).toBe(0);
  expect(JSON.parse(same.printed)).toMatchObject({ keysDeleted: 3, nodesBefore: 1, nodesAfter: 1, partsEqual: 1 });
  const [newer] = await Promise.all([rebuild(), fillWhenFlushed(6)]);
  expect(newer).toMatchObject({ code: 0, printed: expect.stringMatching(/^parts newer +1$/m) });
  const [older] = await Promise.all([rebuild("--json"), fillWhenFlushed(2)]);
  expect(older).toMatchObject({ code: 1, told: expect.stringContaining("the snapshots are not what they were") });
  expect(JSON.parse(older.printed)).toMatchObject({ partsOlder: 1, nodesMissing: [] });
});

it("gives up when nobody fills them", async () => {
  expect(await rebuild("--timeout", "1")).toMatchObject({
    code: 1,
    told: expect.stringContaining("not filled again after 1 s"),
  });
});

it("deletes nothing while no projector answers, unless told so", async () => {
  await fill(1);
  const refused = await call(["rebuild", "snapshots"], { ...environment, OPS_PORT_BASE: "1" });
  expect(refused).toMatchObject({ code: 2, told: expect.stringContaining("the projector does not answer") });
  expect(await readReadiness(store)).toBe("whole");
});
