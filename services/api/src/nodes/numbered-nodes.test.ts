import type { KnownNode, NodeDirectory } from "@statwire/event-log";
import type { NodeSnapshot } from "@statwire/snapshot-store";
import { expect, it } from "vitest";
import { NumberedNodes } from "./numbered-nodes.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A log, a snapshot store and a history, each a turn of the event loop away, and what was asked of them. */
function createWorld() {
  const world = {
    reporting: new Map<string, number>(),
    /** Nodes by number, as the log has them. */
    stored: [] as string[],
    /** `reads` is how many more of them fail. */
    fails: { refresh: false, list: false, reads: 0 },
    asked: [] as string[],
    failures: 0,
    isLatestAway: false,
  };
  let known: KnownNode[] = [];
  const readLog = () => {
    known = world.stored.map((node, index) => ({ id: index + 1, node, firstSeenAtMs: 1 }));
  };
  const ask = async <Result>(question: string, fails: boolean, answer: () => Result): Promise<Result> => {
    world.asked.push(question);
    await turn();
    if (fails) throw new Error(question);
    return answer();
  };
  const directory: NodeDirectory = {
    find: (node) => known.find((one) => one.node === node),
    findDevice: () => undefined,
    list: () => known,
    refresh: () => ask("refresh", world.fails.refresh, readLog),
    add: (entries) =>
      ask("add", false, () => {
        for (const entry of entries) {
          if ("node" in entry && !world.stored.includes(entry.node)) world.stored.push(entry.node);
        }
        readLog();
      }),
  };
  const toSnapshot = (node: string): NodeSnapshot => {
    const seenAtMs = world.reporting.get(node) ?? 0;
    return { workspace: "default", node, version: String(seenAtMs), seenAtMs, modules: {}, families: {} };
  };
  const numbered = new NumberedNodes({
    nodes: {
      listReporting: () =>
        ask("list", world.fails.list, () => [...world.reporting].map(([node, seenAtMs]) => ({ node, seenAtMs }))),
      read: (node) => ask(`read ${node}`, world.fails.reads-- > 0, () => toSnapshot(node)),
      readLatest: (node) =>
        ask(`latest ${node}`, false, () =>
          world.isLatestAway || !world.reporting.has(node) ? undefined : toSnapshot(node),
        ),
    },
    expected: [],
    devices: () => [],
    directory: () => directory,
    now: () => 0,
    onFailure: () => {
      world.failures += 1;
    },
  });
  const list = async () => {
    world.asked = [];
    return (await numbered.list()).map(({ id, node, snapshot }) => `${id} ${node} ${snapshot?.seenAtMs}`);
  };
  return { world, list, numbered };
}

it("asks for the list, the directory and the nodes that reported last time at once", async () => {
  const { world, list, numbered } = createWorld();
  world.reporting.set("a", 1);
  expect(await list()).toEqual(["1 a 1"]);
  expect(world.asked).toEqual(["list", "refresh", "add", "read a"]);
  world.reporting.set("a", 2);
  world.asked = [];
  const listing = numbered.list();
  expect(world.asked.toSorted()).toEqual(["latest a", "list", "refresh"]);
  expect((await listing).map(({ snapshot }) => snapshot?.seenAtMs)).toEqual([2]);
  expect(world.asked).toHaveLength(3);
});

it("shows what has appeared since, here or by another's hand", async () => {
  const { world, list } = createWorld();
  world.reporting.set("a", 1);
  await list();
  world.reporting.set("c", 3);
  world.stored.push("b");
  expect(await list()).toEqual(["1 a 1", "2 b 0", "3 c 3"]);
});

it("reads a node that reports no more once, and not each time", async () => {
  const { world, list } = createWorld();
  world.reporting.set("a", 1).set("b", 1);
  await list();
  world.reporting.delete("b");
  expect(await list()).toEqual(["1 a 1", "2 b 0"]);
  expect(await list()).toEqual(["1 a 1", "2 b 0"]);
  expect(world.asked.toSorted()).toEqual(["latest a", "list", "refresh"]);
});

it("lists while the log is away, and tells of it", async () => {
  const { world, list } = createWorld();
  world.reporting.set("a", 1);
  await list();
  world.fails.refresh = true;
  world.reporting.set("a", 2).set("b", 2);
  expect([await list(), world.failures]).toEqual([["1 a 2"], 1]);
  world.fails.refresh = false;
  expect(await list()).toEqual(["1 a 2", "2 b 2"]);
});

it("reads elsewhere what the snapshot store does not have, and rejects when that fails", async () => {
  const { world, list } = createWorld();
  world.reporting.set("a", 1);
  await list();
  world.isLatestAway = true;
  expect(await list()).toEqual(["1 a 1"]);
  expect(world.asked).toEqual(["list", "refresh", "latest a", "read a"]);
  world.fails.reads = 1;
  await expect(list()).rejects.toThrow("read a");
  expect(await list()).toEqual(["1 a 1"]);
});

it("rejects when it cannot be told which nodes report", async () => {
  const { world, list } = createWorld();
  world.reporting.set("a", 1);
  await list();
  Object.assign(world.fails, { list: true, refresh: true });
  await expect(list()).rejects.toThrow("list");
});
