import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleLines } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { LogList, LogPage } from "./dto-logs.js";

const K = { "X-API-Key": testKey };
const nowMs = Date.now();
const startMs = nowMs - 3_600_000;

let history: TestHistory;
let api: TestApi;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const place = (sequence: number, observedAtMs: number) => ({ bootId: 1, sequence, observedAtMs });
/** Lines 1 to 300 a second apart in three events; the last is in the snapshot store alone. */
const events = [0, 1, 2].map((index) => {
  const first = 1 + index * 100;
  const texts = range(first, first + 99).map((line) => (line % 50 === 0 ? `Error in line ${line}` : `line ${line}`));
  return sampleLines(place(index + 1, startMs + index * 100_000), first, texts, { severity: 4, origin: "sshd" });
});

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("web-1");
  await api.report("bare");
  await history.landLog("web-1", "syslog", events.slice(0, 2));
  for (const event of events) await api.keepLines("web-1", "syslog", event);
  await api.keepLines("web-1", "nginx/access.log", sampleLines(place(1, startMs), 1, ["GET /"]));
  await history.landLog("silent", "old.log", [sampleLines(place(1, startMs), 7, ["only in the history"])]);
});

afterAll(async () => {
  await api.close();
  await history.close();
});

const page = async (query: string, log = "syslog", node = "web-1") => {
  const { status, body } = await api.get<LogPage>(`/api/v2/nodes/${node}/logs/${encodeURIComponent(log)}${query}`, K);
  expect(status).toBe(200);
  return body;
};
const numbers = ({ lines }: LogPage) => lines.map(({ line }) => line);

describe("GET /api/v2/nodes/{node}/logs", () => {
  it("lists what either store knows", async () => {
    const { body } = await api.get<LogList>("/api/v2/nodes/web-1/logs", K);
    expect(body).toEqual({
      node: "web-1",
      logs: [
        { log: "nginx/access.log", total_lines: 1, last_at: new Date(startMs).toISOString() },
        { log: "syslog", total_lines: 300, last_at: new Date(startMs + 200_099).toISOString() },
      ],
    });
    expect((await api.get<LogList>("/api/v2/nodes/silent/logs", K)).body.logs).toMatchObject([
      { log: "old.log", total_lines: 7 },
    ]);
    expect((await api.get<LogList>("/api/v2/nodes/bare/logs", K)).body).toEqual({ node: "bare", logs: [] });
  });

  it("names the node that is unknown", async () => {
    const { status, body } = await api.get<Problem>("/api/v2/nodes/nope/logs", K);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([404, "unknown-node", "node"]);
  });
});

describe("GET /api/v2/nodes/{node}/logs/{log}", () => {
  it("answers the newest lines first, those that the history does not have yet, too", async () => {
    const body = await page("?limit=3");
    expect(body).toMatchObject({ node: "web-1", log: "syslog", total_lines: 300 });
    expect(body.lines[0]).toEqual({
      line: 300,
      at: new Date(startMs + 200_099).toISOString(),
      text: "Error in line 300",
      severity: "error",
      origin: "sshd",
      truncated: false,
    });
    expect(numbers(body)).toEqual([300, 299, 298]);
  });

  it("takes a slash in a log's name as %2F, and knows what is in one store alone", async () => {
    const bare = (await page("", "nginx/access.log")).lines;
    expect(bare).toMatchObject([{ line: 1, text: "GET /", severity: null, origin: null }]);
    expect(numbers(await page("", "old.log", "silent"))).toEqual([7]);
  });

  it("pages from the snapshot store's lines into the history's, each line once", async () => {
    await history.landLog("web-1", "syslog", events.slice(2));
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const body: LogPage = await page(`?limit=70${cursor === null ? "" : `&cursor=${cursor}`}`);
      seen.push(...numbers(body));
      cursor = body.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(range(1, 300).reverse());
  });

  it("finds texts in any case, all that are asked for, within the range", async () => {
    expect(numbers(await page("?q=ERROR"))).toEqual([300, 250, 200, 150, 100, 50]);
    expect(numbers(await page("?q=error&q=5"))).toEqual([250, 150, 50]);
    expect(numbers(await page("?q=nowhere"))).toEqual([]);
    const from = new Date(startMs + 100_000).toISOString();
    const to = startMs + 200_000;
    expect(numbers(await page(`?q=error&from=${from}&to=${to}`))).toEqual([200, 150]);
    expect(numbers(await page("?from=-30m"))).toEqual([]);
  });

  it.each([
    ["limit", "limit=0", "invalid-input"],
    ["limit", "limit=1001", "invalid-input"],
    ["limit", "limit=x", "invalid-input"],
    ["from", "from=yesterday", "invalid-input"],
    ["to", "to=", undefined],
    ["from", "from=now&to=-1h", "invalid-input"],
    ["cursor", "cursor=YmVmb3JlOjE", "invalid-input"],
    ["q", "q=", "invalid-input"],
    ["q", `q=${"x".repeat(257)}`, "invalid-input"],
    [
      "q",
      range(1, 11)
        .map((text) => `q=${text}`)
        .join("&"),
      "invalid-input",
    ],
    ["sort", "sort=asc", "invalid-input"],
  ])("names %s in ?%s", async (field, query, code) => {
    const { status, body } = await api.get<Problem>(`/api/v2/nodes/web-1/logs/syslog?${query}`, K);
    expect(status).toBe(code === undefined ? 200 : 400);
    expect(body.code).toBe(code);
    if (code !== undefined) expect(body.errors?.map((error) => error.field)).toEqual([field]);
  });

  it("says which logs there are when one is unknown", async () => {
    const { status, body } = await api.get<Problem>("/api/v2/nodes/web-1/logs/nope", K);
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([404, "unknown-log", "log"]);
    expect(body.detail).toBe('log: node "web-1" has no log "nope"; it has nginx/access.log, syslog');
    const none = await api.get<Problem>("/api/v2/nodes/bare/logs/nope", K);
    expect(none.body.detail).toContain("it has none");
    const unknown = await api.get<Problem>("/api/v2/nodes/nope/logs/syslog/tail", K);
    expect([unknown.status, unknown.body.code]).toEqual([404, "unknown-node"]);
  });

  it("needs a key", async () => {
    for (const path of ["", "/syslog", "/syslog/tail"]) {
      expect((await api.get(`/api/v2/nodes/web-1/logs${path}`)).status).toBe(401);
    }
  });
});
