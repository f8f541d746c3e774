import type { Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import { createLogger } from "@statwire/runtime";
import { Registry } from "prom-client";
import { afterEach, describe, expect, it } from "vitest";
import { listenHttp, portOf } from "../listeners.js";
import { Admission } from "./admission.js";
import { countDroppedConnections, exposeAdmission } from "./metrics.js";
import { createRefuser } from "./refuser.js";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const limits = { runningMax: 1, waitingMax: 0, openMax: 100 };
const never = 1_000_000;

interface Options {
  waitingMax?: number;
  dashPadIsOpen?: boolean;
  draining?: boolean;
  lookEveryMs?: number;
}

/** A server whose answers come when they are asked for. */
async function serve({ dashPadIsOpen = true, draining = false, lookEveryMs = never, waitingMax = 0 }: Options = {}) {
  const lines: { msg: string }[] = [];
  const held: ServerResponse[] = [];
  const metrics = new Registry();
  const log = createLogger({ service: "api", level: "info" }, { write: (line) => void lines.push(JSON.parse(line)) });
  const refuse = createRefuser({ dashPadIsOpen, createId: () => "id-1", draining: () => draining });
  const admission = new Admission({
    limits: { ...limits, waitingMax },
    historyReadsMax: 2,
    refuse,
    lookEveryMs,
    nowMs: () => performance.now(),
    idleShare: () => 1,
    log,
  });
  exposeAdmission(metrics, () => admission.counts());
  const handle = admission.inFrontOf((_request, response) => held.push(response));
  const server = await listenHttp({ handle }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  servers.push(server);
  countDroppedConnections(metrics, [server]);
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${portOf(server)}${path}`, init);
  return { ask, held, lines, metrics, server };
}

/** As {@link serve}, with its one place taken. */
async function serveFull(options: Options = {}) {
  const served = await serve(options);
  const running = served.ask("/api/v2/nodes");
  // Most tests end before it does.
  running.catch(() => undefined);
  await expect.poll(() => served.held.length).toBe(1);
  return { ...served, running };
}

const detail = "More is asked for than can be answered now. Try again later.";

describe("a request beyond what can be done", () => {
  it.each([
    ["/stats/cpu?node=a", { detail }],
    ["/metrics", { detail }],
    ["/api/projects", { error: detail }],
    ["/api/v1/tags", { message: detail, data: null }],
    ["/api/v1/server/list", { code: 503, message: detail }],
    [
      "/api/v2/nodes?limit=1",
      {
        ...{
          type: "urn:statwire:problem:overloaded",
          title: "More is asked for than can be answered",
          status: 503,
          detail,
        },
        ...{ instance: "/api/v2/nodes", code: "overloaded", request_id: "id-1" },
      },
    ],
  ])("is refused at %s in the shape of its surface, and told when to come back", async (path, body) => {
    const { ask } = await serveFull();
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("x-request-id")]).toEqual([
      503,
      "1",
      "id-1",
    ]);
    expect(answer.headers.get("content-type")).toMatch(
      path.startsWith("/api/v2") ? "problem+json" : "application/json",
    );
    expect([answer.headers.get("cache-control"), answer.headers.get("access-control-allow-origin")]).toEqual([
      "no-store",
      "*",
    ]);
    expect(await answer.json()).toEqual(body);
  });

  it("keeps the client's own id, and its connection", async () => {
    const { ask } = await serveFull();
    const answer = await ask('/api/v2/no"des%22', { headers: { "X-Request-Id": "mine" } });
    expect([answer.headers.get("x-request-id"), answer.headers.get("connection")]).toEqual(["mine", "keep-alive"]);
    expect(await answer.json()).toMatchObject({ request_id: "mine", instance: "/api/v2/no%22des%22" });
  });

  it("is refused without its body being read by anybody", async () => {
    const { ask, held } = await serveFull();
    const answer = await ask("/api/v2/tags", { method: "POST", body: "x".repeat(300_000) });
    expect([answer.status, held.length]).toEqual([503, 1]);
  });

  it("tells no page of a foreign origin where DashPad's paths are for some, and ends the connection while stopping", async () => {
    const { ask } = await serveFull({ dashPadIsOpen: false, draining: true });
    const [dashPad, native] = [await ask("/metrics"), await ask("/api/v2/nodes")];
    expect(dashPad.headers.get("access-control-allow-origin")).toBeNull();
    expect([native.headers.get("access-control-allow-origin"), native.headers.get("connection")]).toEqual([
      "*",
      "close",
    ]);
  });

  it("is counted and told of once", async () => {
    const { ask, lines, metrics } = await serveFull();
    await ask("/stats");
    await ask("/stats");
    expect(lines.map(({ msg }) => msg)).toEqual(["overloaded: requests are refused"]);
    const text = await metrics.metrics();
    expect(text).toContain('statwire_api_requests_refused_total{reason="too-many-waiting"} 2');
    expect(text).toContain("statwire_api_requests_started_total 1");
    expect(text).toContain('statwire_api_requests{state="running"} 1');
  });
});

it("a place is free again when the answer is sent, and when the client has gone", async () => {
  const { ask, held, running } = await serveFull();
  held[0]?.end("first");
  expect(await (await running).text()).toBe("first");
  const client = new AbortController();
  const gone = ask("/stats", { signal: client.signal }).catch(() => "gone");
  await expect.poll(() => held.length).toBe(2);
  client.abort();
  expect(await gone).toBe("gone");
  await expect.poll(() => held[1]?.closed).toBe(true);
  const last = ask("/stats");
  await expect.poll(() => held.length).toBe(3);
  held[2]?.end("last");
  expect(await (await last).text()).toBe("last");
});

it("what waits for something else than this process frees its place", async () => {
  const { ask, held } = await serveFull({ lookEveryMs: 1 });
  const heldAfterAsking = () => {
    ask("/stats").catch(() => undefined);
    return held.length;
  };
  await expect.poll(heldAfterAsking).toBeGreaterThan(1);
  expect(held[0]?.writableEnded).toBe(false);
});

describe("reads of the history", () => {
  const read = "/api/v2/nodes/web-1/metrics/system.cpu.utilization?stat=p95";

  it("of a dashboard that asks for sixty at once are all answered, a few at a time", async () => {
    const { ask, held } = await serve({ waitingMax: 100 });
    const panels = Array.from({ length: 60 }, () => ask(read));
    for (let answered = 0; answered < 60; answered += 1) {
      await expect.poll(() => held.length).toBeGreaterThan(answered);
      expect(held.length - answered).toBeLessThanOrEqual(2);
      held[answered]?.end("series");
    }
    const statuses = (await Promise.all(panels)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 60 }, () => 200));
  });

  it("keep no place from what this process answers, nor that from them; each is refused beyond its own bound", async () => {
    const { ask, held, metrics } = await serve();
    const reads = [ask(read), ask(read)];
    await expect.poll(() => held.length).toBe(2);
    expect((await ask(read)).status).toBe(503);
    const other = ask("/stats");
    await expect.poll(() => held.length).toBe(3);
    expect((await ask("/stats")).status).toBe(503);
    expect(await metrics.metrics()).toContain('statwire_api_requests{state="running"} 3');
    held[0]?.end("series");
    await expect.poll(() => held[0]?.closed).toBe(true);
    reads.push(ask(read));
    await expect.poll(() => held.length).toBe(4);
    for (const response of held) response.end();
    for (const answer of await Promise.all([...reads, other])) expect(answer.status).toBe(200);
  });
});

it("is asked for its health meanwhile, by a few at once", async () => {
  const { ask, held } = await serveFull();
  const asked = Array.from({ length: 4 }, () => ask("/livez?now"));
  await expect.poll(() => held.length).toBe(5);
  expect((await ask("/livez")).status).toBe(503);
  for (const response of held.slice(1)) response.end("ok");
  for (const answer of await Promise.all(asked)) expect(await answer.text()).toBe("ok");
});

it("connections beyond what a listener may have are counted", async () => {
  const { ask, server, metrics } = await serveFull();
  server.maxConnections = 1;
  await expect(ask("/stats", { headers: { Connection: "close" } })).rejects.toThrow("fetch failed");
  expect(await metrics.metrics()).toContain("statwire_api_connections_dropped_total 1");
});

describe("a client that sends requests without waiting for their answers", () => {
  it("leaves none open that wait when it goes, and none is begun for it", async () => {
    const { held, metrics, server } = await serve({ waitingMax: 1 });
    for (let client = 1; client <= 3; client += 1) {
      const socket = connect({ port: portOf(server), host: "127.0.0.1" });
      socket.write(asked("/api/v2/nodes").repeat(2));
      await expect.poll(() => openNow(metrics)).toEqual(["running 1", "waiting 1"]);
      socket.destroy();
      await expect.poll(() => openNow(metrics)).toEqual([]);
      expect(held).toHaveLength(client);
    }
  });

  it("leaves none open whose answers wait for the one before them", async () => {
    const { held, server, ask } = await serve();
    // As many as are let through beside the others.
    const socket = connect({ port: portOf(server), host: "127.0.0.1" });
    socket.write(asked("/livez").repeat(4));
    await expect.poll(() => held.length).toBe(4);
    for (const response of held.slice(1)) response.end("answered");
    socket.destroy();
    await expect.poll(() => held.filter(({ destroyed }) => destroyed).length).toBe(4);
    const again = [ask("/livez"), ask("/livez"), ask("/livez"), ask("/livez")];
    await expect.poll(() => held.length).toBe(8);
    for (const response of held.slice(4)) response.end("answered");
    expect((await Promise.all(again)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});

function asked(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
}

/** How many requests are in which state, but for those that are none. */
async function openNow(metrics: Registry): Promise<string[]> {
  const states = (await metrics.metrics()).matchAll(/^statwire_api_requests\{state="(\w+)"\} (\d+)$/gm);
  return [...states].filter(([, , count]) => count !== "0").map(([, state, count]) => `${state} ${count}`);
}
