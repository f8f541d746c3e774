import { expect, it } from "vitest";
import type { RedisClient, SnapshotStore } from "./connect.js";
import { snapshotKeys } from "./keys.js";
import { KnownSnapshots } from "./known-snapshots.js";

/** How many turns of the event loop a trip to the store takes, so that those of later turns are under way beside it. */
const tripTurns = 5;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A store of one node, which the test changes; tells how often all of the node was read. */
function openSlowStore() {
  const node = { version: "1", seenAtMs: "5", "family:host": "1 1" };
  const reads = { whole: 0 };
  const multi = () => {
    const queued: (() => unknown)[] = [];
    const queue = (reply: () => unknown) => {
      queued.push(reply);
      return pipeline;
    };
    const pipeline = {
      hmGet: () => queue(() => [node.version, node.seenAtMs]),
      hGetAll() {
        reads.whole += 1;
        return queue(() => ({ ...node }));
      },
      get: () => queue(() => "whole"),
      async execAsPipeline() {
        const replies = queued.map((reply) => reply());
        for (let turns = 0; turns < tripTurns; turns += 1) await turn();
        return replies;
      },
    };
    return pipeline;
  };
  const client = { multi } as unknown as RedisClient;
  const run: SnapshotStore["run"] = (commands) => commands(client);
  const known = new KnownSnapshots(
    { keys: snapshotKeys("test:"), run, problem: () => undefined } as unknown as SnapshotStore,
    "default",
  );
  return { node, reads, known };
}

it("reads a node anew once in a while after a change, and not for each reader who overtakes another", async () => {
  const { node, reads, known } = openSlowStore();
  await known.read("web-1");
  Object.assign(node, { version: "2" });
  reads.whole = 0;
  const reading = [];
  for (let reader = 0; reader < 200; reader += 1) {
    reading.push(known.read("web-1"));
    await turn();
  }
  const read = new Set(await Promise.all(reading));
  expect([...read].map((snapshot) => snapshot?.version)).toEqual(["2"]);
  // Those who asked before the first of them had read it.
  expect(reads.whole).toBeLessThanOrEqual(3 * tripTurns);
});

it("gives whoever asks no older state than the store had then, however often it changes", async () => {
  const { node, known } = openSlowStore();
  const reading = [];
  for (let version = 1; version <= 200; version += 1) {
    Object.assign(node, { version: String(version) });
    reading.push(known.read("web-1").then((read) => ({ asked: version, told: Number(read?.version) })));
    if (version % 3 === 0) await turn();
  }
  for (const { asked, told } of await Promise.all(reading)) expect(told).toBeGreaterThanOrEqual(asked);
});

it("gives what was read anew when it tells more of families, though the version is the same", async () => {
  const { node, known } = openSlowStore();
  const before = await known.read("web-1");
  known.forget("web-1");
  expect(await known.read("web-1")).not.toBe(before);
  const kept = await known.read("web-1");
  Object.assign(node, { "family:host": "1 2" });
  expect(await known.read("web-1")).toBe(kept);
  const [each] = await Promise.all([known.read("web-1"), known.forget("web-1")]);
  expect(each?.families).toEqual({ host: { bootId: 1, sequence: 2 } });
});
