import { createTestBus } from "@statwire/embedded-stack/testing";
import { createLogger } from "@statwire/runtime";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectEventLog, type EventLog } from "./connect.js";
import { openNodeDirectory, pageNodesMax } from "./node-directory.js";
import { ensureStreams } from "./streams.js";

const limit = { bytesMax: 16 * 1024 ** 2, ageMaxMs: 3_600_000 };
const log = createLogger({ service: "test", level: "silent" });
const connections: EventLog[] = [];
let bus: Awaited<ReturnType<typeof createTestBus>>;

beforeAll(async () => {
  bus = await createTestBus();
  await ensureStreams(await connect(), {
    telemetry: limit,
    logs: limit,
    deadLetters: limit,
    integrity: limit,
    replicas: 1,
  });
});

afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await bus.close();
});

describe("the directory of nodes", () => {
  it("numbers nodes from 1 in the order in which they were added, for good", async () => {
    const directory = openNodeDirectory(await connect(), "order");
    await directory.add([seen("web-2", 5), seen("web-1", 7)]);
    await directory.add([seen("web-1", 9), seen("db 1", 9)]);
    const again = openNodeDirectory(await connect(), "order");
    await again.refresh();
    expect(again.list()).toEqual([
      { id: 1, node: "web-2", firstSeenAtMs: 5 },
      { id: 2, node: "web-1", firstSeenAtMs: 7 },
      { id: 3, node: "db 1", firstSeenAtMs: 9 },
    ]);
    expect(again.find("web-1")).toEqual(directory.find("web-1"));
    expect(again.find("web-3")).toBeUndefined();
  });

  it("numbers devices out of the same row, also one that is called like a node", async () => {
    const directory = openNodeDirectory(await connect(), "devices");
    await directory.add([seen("a"), { device: "a", firstSeenAtMs: 2 }, seen("b", 3)]);
    await directory.add([
      { device: "a", firstSeenAtMs: 9 },
      { device: "b", firstSeenAtMs: 9 },
    ]);
    const again = openNodeDirectory(await connect(), "devices");
    await again.refresh();
    expect(again.list()).toEqual([
      { id: 1, node: "a", firstSeenAtMs: 1 },
      { id: 3, node: "b", firstSeenAtMs: 3 },
    ]);
    expect([again.findDevice("a"), again.findDevice("b"), again.findDevice("c")]).toEqual([
      { id: 2, device: "a", firstSeenAtMs: 2 },
      { id: 4, device: "b", firstSeenAtMs: 9 },
      undefined,
    ]);
  });

  it("is read once for all who ask before that has begun, and again for who asks later", async () => {
    const [directory, other] = [
      openNodeDirectory(await connect(), "shared"),
      openNodeDirectory(await connect(), "shared"),
    ];
    const first = directory.refresh();
    expect(directory.refresh()).toBe(first);
    await new Promise((resolve) => setImmediate(resolve));
    await other.add([seen("late")]);
    const later = directory.refresh();
    expect(later).not.toBe(first);
    await Promise.all([first, later]);
    expect(directory.find("late")).toEqual({ id: 1, node: "late", firstSeenAtMs: 1 });
  });

  it("learns what another has added however often it was read before", async () => {
    const [one, other] = [openNodeDirectory(await connect(), "again"), openNodeDirectory(await connect(), "again")];
    const names = ["a", "b", "c"];
    for (const [index, name] of names.entries()) {
      await other.add([seen(name)]);
      for (let time = 0; time < 3; time += 1) {
        await one.refresh();
        expect(one.list().map(({ node }) => node)).toEqual(names.slice(0, index + 1));
      }
    }
    await one.add([seen("d")]);
    await other.refresh();
    expect(other.list()).toEqual(one.list());
    expect(one.find("d")?.id).toBe(4);
  });

  it("keeps workspaces apart", async () => {
    const one = openNodeDirectory(await connect(), "apart-1");
    const other = openNodeDirectory(await connect(), "apart-2");
    await one.add([seen("a"), seen("b")]);
    await other.add([seen("b")]);
    expect(other.list()).toEqual([{ id: 1, node: "b", firstSeenAtMs: 1 }]);
  });

  it("goes on over pages", async () => {
    const nodes = Array.from({ length: 2 * pageNodesMax + 3 }, (_, index) => seen(`node-${index}`));
    const directory = openNodeDirectory(await connect(), "pages");
    await directory.add(nodes);
    const again = openNodeDirectory(await connect(), "pages");
    await again.refresh();
    expect(again.list().map(({ id }) => id)).toEqual(nodes.map((_, index) => index + 1));
    expect(again.list().map(({ node }) => node)).toEqual(nodes.map(({ node }) => node));
  });

  it("gives each node one id and each id to one node, whoever adds them at once", async () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8, unit: "grapheme-ascii" }), { maxLength: 12 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(names, { minLength: 2, maxLength: 5 }), async (writers) => {
        run += 1;
        const workspace = `race-${run}`;
        const directories = await Promise.all(writers.map(async () => openNodeDirectory(await shared(), workspace)));
        await Promise.all(
          directories.map((directory, index) => directory.add((writers[index] ?? []).map((n) => seen(n)))),
        );
        await Promise.all(directories.map((directory) => directory.refresh()));
        const [first] = directories;
        const list = first?.list() ?? [];
        expect(list.map(({ id }) => id)).toEqual(list.map((_, index) => index + 1));
        expect(new Set(list.map(({ node }) => node))).toEqual(new Set(writers.flat()));
        expect(list).toHaveLength(new Set(writers.flat()).size);
        for (const directory of directories) expect(directory.list()).toEqual(list);
      }),
      { numRuns: 25 },
    );
  });
});

function seen(node: string, firstSeenAtMs = 1) {
  return { node, firstSeenAtMs };
}

async function connect(): Promise<EventLog> {
  const connection = await connectEventLog({ ...bus, name: "test", log });
  connections.push(connection);
  return connection;
}

/** Two connections, so that writers really meet in the server. */
async function shared(): Promise<EventLog> {
  return connections.length < 6 ? connect() : (connections[connections.length % 2 === 0 ? 0 : 1] as EventLog);
}
