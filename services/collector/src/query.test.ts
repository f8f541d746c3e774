import { decodeHostSampled, type Module, type QueryReply } from "@statwire/events";
import { afterEach, expect, it, vi } from "vitest";
import { openQuery } from "./query.js";
import type { Source, SourceName } from "./sources/source.js";

afterEach(() => {
  vi.useRealTimers();
});

const load = { oneMinuteE2: 12, fiveMinutesE2: 2, fifteenMinutesE2: 3, uptimeMs: 4n };

function open(read: () => unknown) {
  const closed: SourceName[] = [];
  const openSource = (name: SourceName): Source => ({
    name,
    modules: new Set<Module>(["load"]),
    read: read as Source["read"],
    close: () => closed.push(name),
  });
  const answer = openQuery({
    openSource,
    settings: (module) => ({ enabled: module !== "processes", intervalMs: 4000 }),
    nowMs: () => 1_800_000_000_000,
    monotonicMs: () => 0,
  });
  const ask = async (request: unknown): Promise<QueryReply> => {
    const payload = typeof request === "string" ? request : JSON.stringify(request);
    return JSON.parse(Buffer.from(await answer(Buffer.from(payload))).toString());
  };
  return { closed, ask };
}

it("gives the reading of that source as an event of the module alone", async () => {
  const { closed, ask } = open(() => Promise.resolve(load));
  const reply = await ask({ module: "load", source: "netdata" });
  if (!reply.ok) throw new Error(reply.error);
  expect(reply.observedAtMs).toBe(1_800_000_000_000);
  const event = decodeHostSampled(Buffer.from(reply.event, "base64"));
  expect(event).toMatchObject({
    observedAtMs: 1_800_000_000_000n,
    load: { ...load, intervalMs: 4000 },
    sources: [{ module: "load", source: "netdata" }],
  });
  expect(event.cpu).toBeUndefined();
  expect(closed).toEqual(["netdata"]);
  const direct = await ask({ module: "load", source: "direct" });
  expect(direct.ok && decodeHostSampled(Buffer.from(direct.event, "base64")).sources).toEqual([]);
});

it.each([
  [{ module: "load", source: "gossip" }, "unknown-source", 'there is no source "gossip"'],
  [{ module: "weather", source: "direct" }, "unknown-module", 'there is no module "weather"'],
  [{ module: "cpu", source: "netdata" }, "unavailable", "netdata does not tell cpu"],
  [{ module: "processes", source: "direct" }, "unavailable", "processes is switched off"],
  [{ module: "load" }, "malformed", "the request is not a JSON object of a query"],
  ["nonsense", "malformed", "the request is not a JSON object of a query"],
  [{ module: "load", source: "x".repeat(5000) }, "malformed", "the request is not a JSON object of a query"],
])("answers %j with the reason", async (request, reason, error) => {
  expect(await open(() => load).ask(request)).toEqual({ ok: false, reason, error });
});

it("says why a source cannot be read, and closes it", async () => {
  const ways: [() => unknown, string][] = [
    [() => undefined, "direct has no load on this host"],
    [() => ({ ...load, oneMinuteE2: Number.NaN }), "direct: "],
    [() => Promise.reject(new Error("connect ECONNREFUSED")), "direct: connect ECONNREFUSED"],
    [
      () => {
        throw new Error("loadavg: rubbish");
      },
      "direct: loadavg: rubbish",
    ],
  ];
  for (const [read, error] of ways) {
    const { closed, ask } = open(read);
    const reply = await ask({ module: "load", source: "direct" });
    expect(reply).toEqual({ ok: false, reason: "unavailable", error: expect.stringContaining(error) });
    expect(closed).toEqual(["direct"]);
  }
});

it("waits three seconds for each, lets four read at a time and sixteen wait", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let reading = 0;
  const { closed, ask } = open(() => {
    reading += 1;
    return new Promise(() => {});
  });
  const replies = Array.from({ length: 21 }, () => ask({ module: "load", source: "direct" }));
  expect(await replies.at(-1)).toEqual({ ok: false, reason: "unavailable", error: "too many queries at once" });
  expect(reading).toBe(4);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await replies[0]).toMatchObject({ ok: false, error: "direct: no answer within 3000 ms" });
  await vi.advanceTimersByTimeAsync(0);
  expect(reading).toBe(8);
  await vi.advanceTimersByTimeAsync(12_000);
  expect((await Promise.all(replies)).every(({ ok }) => !ok)).toBe(true);
  expect(reading).toBe(20);
  expect(closed).toEqual([]);
});
