import { createTestBus, createTestDatabase, createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { connectEventLog, ensureStreams } from "@statwire/event-log";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { killPoints } from "./kill-points.js";
import { type ApiProcess, type ApiServers, startApiProcess } from "./testing/api-process.js";

const limit = { bytesMax: 16 * 1024 ** 2, ageMaxMs: 3_600_000 };
/** A claim without its document is another's for so long. */
const patient = { timeout: 30_000, interval: 500 };

type Served = Record<string, unknown> & { id: string; revision: number };
interface List {
  items: Served[];
}
interface History {
  revisions: { revision: number; action: string; document: Record<string, unknown> }[];
}

let servers: ApiServers;
let other: ApiProcess;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const [bus, database] = await Promise.all([createTestBus(), createTestDatabase()]);
  closers.push(bus.close, database.close);
  servers = { bus, database, redis: createTestKeyPrefix() };
  const log = createLogger({ service: "test", level: "fatal" });
  const eventLog = await connectEventLog({ ...bus, name: "test", log });
  await ensureStreams(eventLog, { telemetry: limit, logs: limit, deadLetters: limit, integrity: limit, replicas: 1 });
  await eventLog.close();
  other = await startApiProcess(servers);
});

afterAll(async () => {
  await other?.end();
  for (const close of closers.reverse()) await close();
});

/** What one of the two reads of a kind. */
async function named(kind: string, field: string, value: string): Promise<Served[]> {
  const { body } = await other.send<List>("GET", `/api/v2/${kind}?filter=${field}=${value}`);
  return body.items;
}

async function historyOf(kind: string, id: string): Promise<History["revisions"]> {
  return (await other.send<History>("GET", `/api/v2/${kind}/${id}/history`)).body.revisions;
}

describe("a write at one of two replicas", () => {
  it("is read at the other soon after its answer", async () => {
    const one = await startApiProcess(servers);
    const times: number[] = [];
    for (let number = 0; number < 200; number += 1) {
      const { status, body } = await one.send<Served>("POST", "/api/v2/tags", { name: `soon-${number}` });
      expect(status).toBe(201);
      const answeredAt = performance.now();
      while ((await other.send("GET", `/api/v2/tags/${body.id}`)).status !== 200) {
        if (performance.now() - answeredAt > patient.timeout) throw new Error(`write ${number} is not read in time`);
      }
      times.push(performance.now() - answeredAt);
    }
    await one.end();
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
    console.log(`200 writes, read at the other replica: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`);
    expect(at(0.5)).toBeLessThan(100);
  });
});

/** Has a replica make a change that kills it; its client hears nothing. */
async function killed(
  point: (typeof killPoints)[number],
  change: (one: ApiProcess) => Promise<unknown>,
): Promise<void> {
  const one = await startApiProcess(servers, { CONFIG_KILLED_AFTER: point });
  await expect(change(one)).rejects.toThrow("fetch failed");
  expect(await one.exited).toBe("SIGKILL");
}

describe("a replica that is killed in the middle of a write", () => {
  it.each(["request", "claim", "document"] as const)(
    "after the %s of a creation makes one document when it is tried again",
    async (point) => {
      const name = `created-${point}`;
      const create = (at: ApiProcess) => at.send<Served>("POST", "/api/v2/tags", { name }, { "Idempotency-Key": name });
      await killed(point, create);
      const first = await create(other);
      expect([first.status, first.body.name]).toEqual([201, name]);
      const again = await create(other);
      expect([again.status, again.body.id]).toEqual([201, first.body.id]);
      expect((await named("tags", "name", name)).map(({ id }) => id)).toEqual([first.body.id]);
      expect((await historyOf("tags", first.body.id)).map(({ action }) => action)).toEqual(["created"]);
      // The name is the document's, and free with its end.
      expect((await other.send("POST", "/api/v2/tags", { name })).status).toBe(409);
      await other.send("DELETE", `/api/v2/tags/${first.body.id}`, undefined, { "If-Match": "*" });
      expect((await other.send("POST", "/api/v2/tags", { name })).status).toBe(201);
      expect((await create(other)).status).toBe(422);
    },
  );

  it.each(["claim", "document", "release"] as const)(
    "after the %s of a new name leaves the document whole, with one of the two",
    async (point) => {
      const before = (await other.send<Served>("POST", "/api/v2/tags", { name: `old-${point}` })).body;
      const rename = (at: ApiProcess) =>
        at.send<Served>(
          "PATCH",
          `/api/v2/tags/${before.id}`,
          { name: `new-${point}` },
          { "If-Match": `"${before.revision}"` },
        );
      await killed(point, rename);
      const isWritten = point !== "claim";
      await expect
        .poll(async () => (await other.send<Served>("GET", `/api/v2/tags/${before.id}`)).body.name)
        .toBe(isWritten ? `new-${point}` : `old-${point}`);
      // What was made is not made twice.
      expect((await rename(other)).status).toBe(isWritten ? 412 : 200);
      const past = await historyOf("tags", before.id);
      expect(past.map(({ action, document }) => [action, document.name])).toEqual([
        ["patched", `new-${point}`],
        ["created", `old-${point}`],
      ]);
      expect((await other.send("POST", "/api/v2/tags", { name: `new-${point}` })).status).toBe(409);
      const free = async () => (await other.send("POST", "/api/v2/tags", { name: `old-${point}` })).status;
      await expect.poll(free, patient).toBe(201);
    },
  );

  it.each(["secret", "document", "forgotten"] as const)(
    "after the %s of a new secret leaves the document with one of the two",
    async (point) => {
      const input = { protocol: "http", host: `host-${point}`, port: 1, secret: { password: "first" } };
      const key = { "Idempotency-Key": `proxy-${point}` };
      const create = (at: ApiProcess) => at.send<Served>("POST", "/api/v2/proxies", input, key);
      if (point === "secret") await killed(point, create);
      const before = (await create(other)).body;
      expect(before.secret_set).toBe(true);
      const change = (at: ApiProcess) =>
        at.send<Served>(
          "PATCH",
          `/api/v2/proxies/${before.id}`,
          { port: 2, secret: { password: "second" } },
          { "If-Match": `"${before.revision}"` },
        );
      await killed(point, change);
      const isWritten = point !== "secret";
      await expect
        .poll(async () => (await other.send<Served>("GET", `/api/v2/proxies/${before.id}`)).body.port)
        .toBe(isWritten ? 2 : 1);
      expect((await change(other)).status).toBe(isWritten ? 412 : 200);
      expect(await named("proxies", "host", `host-${point}`)).toMatchObject([{ port: 2, secret_set: true }]);
      expect((await historyOf("proxies", before.id)).map(({ action, document }) => [action, document.port])).toEqual([
        ["patched", 2],
        ["created", 1],
      ]);
    },
  );
});
