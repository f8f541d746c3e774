import { type NodeSnapshot, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { expect, it } from "vitest";
import { NodeReader } from "./node-reader.js";

const names = Array.from({ length: 100 }, (_, index) => `node-${index}`);

function snapshot(node: string, seenAtMs: number): NodeSnapshot {
  return { workspace: "default", node, version: "1.1", seenAtMs, modules: {}, families: {} };
}

/** A reader whose snapshot store has some of the nodes; counts what is asked of the history. */
function readerWith(latestOf: (nodes: readonly string[]) => Promise<(NodeSnapshot | undefined)[]>) {
  const asked = { atOnce: 0, atOnceMax: 0, nodes: [] as string[] };
  const reader = new NodeReader({
    latest: async (node) => (await latestOf([node]))[0],
    latestOf,
    latestList: async () => [],
    latestFirst: async () => undefined,
    stored: async (node) => {
      asked.nodes.push(node);
      asked.atOnce += 1;
      asked.atOnceMax = Math.max(asked.atOnceMax, asked.atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      asked.atOnce -= 1;
      return node === "node-99" ? undefined : snapshot(node, 1);
    },
    storedList: async () => [],
    expected: [],
  });
  return { reader, asked };
}

it("reads many nodes in one go, and from the history only those that the snapshot store lacks", async () => {
  const { reader, asked } = readerWith(async (nodes) =>
    nodes.map((node) => (node === "node-7" ? undefined : snapshot(node, 2))),
  );
  const read = await reader.readEach(names);
  expect(read.map((one) => one?.node)).toEqual(names);
  expect(read[7]?.seenAtMs).toBe(1);
  expect(asked.nodes).toEqual(["node-7"]);
});

it("asks the history for a few at a time while the snapshot store is away", async () => {
  const { reader, asked } = readerWith(() => Promise.reject(new SnapshotStoreUnavailableError("rebuilding")));
  const read = await reader.readEach(names);
  expect(read.map((one) => one?.node)).toEqual([...names.slice(0, 99), undefined]);
  expect(asked.nodes).toHaveLength(100);
  expect(asked.atOnceMax).toBeLessThanOrEqual(8);
});

it("reads what the snapshot store has, and never the history, when only that is asked for", async () => {
  const { reader, asked } = readerWith(async ([node = ""]) => [node === "node-7" ? undefined : snapshot(node, 2)]);
  expect([await reader.readLatest("node-1"), await reader.readLatest("node-7")]).toEqual([
    snapshot("node-1", 2),
    undefined,
  ]);
  const { reader: without, asked: askedWithout } = readerWith(() =>
    Promise.reject(new SnapshotStoreUnavailableError("timeout")),
  );
  expect(await without.readLatest("node-1")).toBeUndefined();
  expect([asked.nodes, askedWithout.nodes]).toEqual([[], []]);
});
