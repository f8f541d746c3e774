import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleLines } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";

const K = { "X-API-Key": testKey };
const patience = { timeout: 15_000, interval: 20 };
const tailsMax = 4;

let history: TestHistory;
let api: TestApi;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, logTailsMax: tailsMax });
});

afterAll(async () => {
  await api.close();
  await history.close();
});

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A log whose lines say their numbers. */
class TestLog {
  #sequence = 0;
  total = 0;
  constructor(readonly node: string) {}

  /** The next lines, for the stores and the bus that the test names. */
  async write(count: number, where: { kept?: boolean; landed?: boolean; published?: boolean }): Promise<void> {
    const place = { bootId: 1, sequence: ++this.#sequence, observedAtMs: Date.now() };
    const texts = range(this.total + 1, this.total + count).map(String);
    const event = sampleLines(place, this.total + 1, texts);
    this.total += count;
    if (where.published) await api.publishLines(this.node, "syslog", event);
    if (where.kept) await api.keepLines(this.node, "syslog", event);
    if (where.landed) await history.landLog(this.node, "syslog", [event]);
  }
}

interface Received {
  id: string;
  event: string;
  data: { line?: number; text?: string; [more: string]: unknown };
}

/** A client of the tail, which reads as browsers do. */
async function tail(node: string, query = "", headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const url = `${api.url}/api/v2/nodes/${node}/logs/syslog/tail${query}`;
  const response = await fetch(url, { headers: { ...K, ...headers }, signal: leave.signal });
  const received: Received[] = [];
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split("\n")
            .map((field) => field.split(/: (.*)/s)),
        );
        text = text.slice(end + 2);
        if (fields.data !== undefined)
          received.push({ id: fields.id, event: fields.event, data: JSON.parse(fields.data) });
      }
    }
  })().catch(() => undefined);
  return {
    response,
    received,
    lines: () => received.flatMap(({ data }) => data.line ?? []),
    leave: async () => {
      leave.abort();
      await ended;
    },
    ended,
  };
}

/** A client that gets an answer and does not read it. */
async function pausedRequest(url: string): Promise<{ readToEnd(): Promise<string> }> {
  const asked = request(url, { headers: K }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  response.pause();
  return {
    async readToEnd() {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk;
      });
      const ended = new Promise((resolve) => response.on("close", resolve).on("error", resolve));
      response.resume();
      await ended;
      return text;
    },
  };
}

const follow = (client: { lines(): number[] }) => expect.poll(() => client.lines(), patience);

describe("GET /api/v2/nodes/{node}/logs/{log}/tail", () => {
  it("sends lines as they are published, each with its number for an id", async () => {
    const log = new TestLog("live");
    await log.write(3, { kept: true });
    const client = await tail("live");
    expect(client.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(client.response.headers.get("cache-control")).toBe("no-store");
    await expect
      .poll(() => client.received, patience)
      .toEqual([{ id: "3", event: "start", data: { node: "live", log: "syslog", since_line: 3 } }]);
    await log.write(2, { published: true });
    await follow(client).toEqual([4, 5]);
    expect(client.received.at(-1)).toEqual({
      id: "5",
      event: undefined,
      data: { line: 5, at: expect.any(String), text: "5", severity: null, origin: null, truncated: false },
    });
    await client.leave();
  });

  it("goes on where the client was, from both stores and the bus, without a gap or a double", async () => {
    const log = new TestLog("resume");
    await log.write(1_500, { landed: true, kept: true });
    await log.write(20, { kept: true });
    const first = await tail("resume", "?since_line=100");
    await follow(first).toEqual(range(101, 1_520));
    await log.write(5, { published: true, kept: true });
    await follow(first).toEqual(range(101, 1_525));
    await first.leave();
    await log.write(10, { published: true, kept: true });
    // As a browser comes back: to the same address, with the id of what it had.
    const second = await tail("resume", "?since_line=100", { "Last-Event-ID": String(first.received.at(-1)?.id) });
    await log.write(5, { published: true, kept: true });
    await follow(second).toEqual(range(1_526, 1_540));
    await second.leave();
  });

  it("finds lines that the bus did not bring", async () => {
    const log = new TestLog("missed");
    await log.write(1, { kept: true });
    const client = await tail("missed");
    await log.write(4, { kept: true });
    await follow(client).toEqual([2, 3, 4, 5]);
    await client.leave();
  });

  it("ends after the seconds that were asked for, and answers HEAD without a stream", async () => {
    const log = new TestLog("short");
    await log.write(1, { kept: true });
    const client = await tail("short", "?seconds=1&since_line=0");
    await client.ended;
    expect(client.lines()).toEqual([1]);
    const head = await fetch(`${api.url}/api/v2/nodes/short/logs/syslog/tail`, { method: "HEAD", headers: K });
    expect([head.status, head.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  });

  it.each([
    ["since_line", "?since_line=-1", {}],
    ["since_line", "?since_line=x", {}],
    ["seconds", "?seconds=0", {}],
    ["Last-Event-ID", "", { "Last-Event-ID": "abc" }],
  ])("names %s when it is wrong", async (field, query, headers: Record<string, string>) => {
    await new TestLog("wrong").write(1, { kept: true });
    const path = `/api/v2/nodes/wrong/logs/syslog/tail${query}`;
    const { status, body } = await api.get<Problem>(path, { ...K, ...headers });
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it("cuts a client that does not read, and goes on for the others", async () => {
    const log = new TestLog("flood");
    await log.write(1, { kept: true });
    const slow = await pausedRequest(`${api.url}/api/v2/nodes/flood/logs/syslog/tail`);
    const client = await tail("flood");
    await expect.poll(() => client.received.length, patience).toBe(1);
    const wide = "x".repeat(10_000);
    let sequence = 1;
    let total = 1;
    for (let batch = 0; batch < 80; batch += 1) {
      sequence += 1;
      const place = { bootId: 1, sequence, observedAtMs: Date.now() };
      await api.publishLines("flood", "syslog", sampleLines(place, total + 1, Array<string>(50).fill(wide)));
      total += 50;
      await expect.poll(() => client.received.at(-1)?.data.line, patience).toBe(total);
    }
    expect(client.lines()).toEqual(range(2, total));
    // What was under way to it is still read, and then it is over.
    const last = (await slow.readToEnd()).match(/^id: \d+$/gm)?.at(-1) ?? "id: none";
    expect(Number(last.slice(4))).toBeLessThan(total);
    await client.leave();
  }, 60_000);

  it("opens so many at once, and none while the server stops", async () => {
    const log = new TestLog("many");
    await log.write(1, { kept: true });
    const clients = [];
    for (let count = 0; count < tailsMax; count += 1) clients.push(await tail("many"));
    const path = "/api/v2/nodes/many/logs/syslog/tail";
    const refused = await api.get<Problem>(path, K);
    expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([
      503,
      "too-many-tails",
      "5",
    ]);
    await clients[0]?.leave();
    await expect
      .poll(async () => (await fetch(`${api.url}${path}?seconds=1`, { headers: K })).status, patience)
      .toBe(200);
    api.endTails();
    await Promise.all(clients.map(({ ended }) => ended));
    expect((await api.get<Problem>(path, K)).body).toMatchObject({
      code: "too-many-tails",
      detail: "This server is stopping.",
    });
  });
});
