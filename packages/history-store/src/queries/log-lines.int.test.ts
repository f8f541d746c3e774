import { encodeLogLinesRead } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { type HistoricLine, type LogLinesRequest, logLines } from "./log-lines.js";
import { logLinesAfter } from "./log-lines-after.js";
import { logs } from "./logs.js";

const start = Date.parse("2026-11-20T10:00:00Z");
const second = 1_000;
const day = 86_400_000;

type Event = Parameters<typeof encodeLogLinesRead>[0];

let test: TestHistory;
let sequence = 0;

beforeAll(async () => {
  test = await createTestHistory();
});
afterAll(() => test.close());

/** One event with these texts as lines from `firstLine` on, one a second from `atMs` on. */
function event(firstLine: number, texts: readonly string[], atMs = start, more: Event = {}): Uint8Array {
  sequence += 1;
  return encodeLogLinesRead({
    bootId: 1n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(atMs + texts.length * second),
    firstLine: BigInt(firstLine),
    lines: texts.map((text, index) => ({ text, atMs: BigInt(atMs + index * second) })),
    ...more,
  });
}

const land = (node: string, log: string, events: readonly Uint8Array[], more: object = {}) =>
  test.land(events, { kind: "log", family: log, node, receivedAtMs: start + 60 * second, ...more });

const ask = (node: string, log: string, more: Partial<LogLinesRequest> = {}) =>
  logLines(test.history, {
    workspace: "default",
    node,
    log,
    fromMs: start - day,
    toMs: start + day,
    texts: [],
    limit: 1_000,
    ...more,
  });
const after = (node: string, sinceLine: number, limit = 1_000) =>
  logLinesAfter(test.history, { workspace: "default", node, log: "syslog", sinceLine, limit });
const numbers = (lines: readonly HistoricLine[]) => lines.map(({ line }) => line);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("lines that land", () => {
  it("are rows with their numbers, under the log of the subject", async () => {
    const line = { text: "one", atMs: BigInt(start), severity: 4, origin: "sshd", truncated: true };
    const own = { log: "another", lines: [line, { text: "two\u0000", atMs: BigInt(start), severity: 99 }] };
    expect(await land("rows", "nginx/access.log", [event(41, [], start, own)])).toEqual({ ok: true });
    expect(await ask("rows", "nginx/access.log")).toEqual([
      { line: 42, atMs: start, text: "two\u0000", severity: 0, origin: "", truncated: false },
      { line: 41, atMs: start, text: "one", severity: 4, origin: "sshd", truncated: true },
    ]);
    expect(await ask("rows", "another")).toEqual([]);
    const [stored] = await test.rows(
      "SELECT toUnixTimestamp64Milli(received_at) AS at, event_seq FROM log_lines WHERE node = 'rows' LIMIT 1",
    );
    expect(stored).toEqual({ at: start + 60 * second, event_seq: test.lastSeq() });
  });

  it("count once under the same token, in every table", async () => {
    const events = [event(1, ["a", "b"], start, { droppedLines: 7n, droppedWhy: "rate" }), event(3, ["c"])];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await land("once", "syslog", events, { token: "LOGS.0:1-2:log", firstSeq: 9_000 });
    }
    expect(numbers(await ask("once", "syslog"))).toEqual([2, 3, 1]);
    expect(await test.rows("SELECT before_line, dropped_lines, why FROM log_drops WHERE node = 'once'")).toEqual([
      { before_line: 1, dropped_lines: 7, why: "rate" },
    ]);
  });

  it("make one part however many they are, and count once then, too", async () => {
    const texts = range(1, 2_000).map(String);
    const events = range(0, 149).map((index) => event(index * 2_000 + 1, texts));
    const receivedAtMs = start + 2_000 * second;
    const options = { token: "LOGS.0:100-249:log", firstSeq: 10_000, receivedAtMs };
    await land("wide", "syslog", events, options);
    await land("wide", "syslog", events, options);
    expect(
      await test.rows(
        "SELECT count() AS n, uniqExact(line) AS u, uniq(_part) AS parts FROM log_lines WHERE node = 'wide'",
      ),
    ).toEqual([{ n: 300_000, u: 300_000, parts: 1 }]);
  });

  it("have the time of their reading where their own cannot be true", async () => {
    const times = [0, -5, start + 1 * second, start + 301 * second, start + 302 * second, 9e15];
    const lines = times.map((atMs) => ({ text: "", atMs: BigInt(atMs) }));
    await land("times", "syslog", [event(1, [], start + second, { lines })]);
    const found = (await ask("times", "syslog", { fromMs: 0 })).sort((one, other) => one.line - other.line);
    const observed = start + second;
    expect(found.map(({ atMs }) => atMs)).toEqual([
      observed,
      observed,
      start + second,
      start + 301 * second,
      observed,
      observed,
    ]);
  });

  it("are set aside when their event cannot be true, and refused when it is none", async () => {
    await land("liar", "syslog", [event(0, ["x"]), event(1, ["y"], start + day)]);
    expect(
      await test.rows("SELECT family, reason FROM quarantined_events WHERE node = 'liar' ORDER BY reason"),
    ).toEqual([
      { family: "log/syslog", reason: "line number out of range" },
      { family: "log/syslog", reason: "observed in the future" },
    ]);
    expect(await ask("liar", "syslog", { toMs: start + 9 * day })).toEqual([]);
    const whole = event(1, ["cut off"]);
    const outcome = await land("liar", "syslog", [event(1, ["good"]), whole.slice(0, whole.length - 2)]);
    expect(outcome).toMatchObject({ ok: false, poison: true });
    expect(await ask("liar", "syslog")).toEqual([]);
  });

  it("leave with their age since they arrived", async () => {
    const receivedAtMs = Date.now() - 20 * day;
    await land("old", "syslog", [event(1, ["gone"], receivedAtMs)], { receivedAtMs });
    await land("old", "syslog", [event(2, ["here"], receivedAtMs)], { receivedAtMs: Date.now() });
    await test.history.client.command({ query: "OPTIMIZE TABLE log_lines FINAL" });
    expect(numbers(await ask("old", "syslog", { fromMs: 0, toMs: Date.now() }))).toEqual([2]);
  });
});

describe("searching", () => {
  const texts = ["Failed password for ROOT", "100% of disk_1 used", "ÜBERLAUF in C:\\temp", "failed again", "accepted"];

  beforeAll(async () => {
    await land("search", "syslog", [event(1, texts)]);
  });

  it.each([
    [["FAILED"], [4, 1]],
    [["failed", "root"], [1]],
    [["failed", "nowhere"], []],
    [["überlauf"], [3]],
    [["erlauf IN", "ÜBER"], [3]],
    [["üb in"], []],
    [["c:\\TEMP"], [3]],
    [["100% of"], [2]],
    [["0_"], []],
    [["d%p"], []],
    [["k_1"], [2]],
    [["'; DROP TABLE log_lines"], []],
    [["e"], [5, 4, 3, 2, 1]],
  ])("for %j finds %j", async (asked, found) => {
    expect(numbers(await ask("search", "syslog", { texts: asked }))).toEqual(found);
  });

  it("keeps to the range, half-open, and to the node, the log and the workspace", async () => {
    const narrow = { fromMs: start + 1 * second, toMs: start + 3 * second };
    expect(numbers(await ask("search", "syslog", narrow))).toEqual([3, 2]);
    expect(await ask("search", "auth")).toEqual([]);
    expect(await ask("searc", "syslog")).toEqual([]);
    expect(await ask("search", "syslog", { workspace: "other" })).toEqual([]);
  });

  it("refuses what is beyond its limits", async () => {
    await expect(ask("search", "syslog", { limit: 1_001 })).rejects.toThrow(RangeError);
    await expect(ask("search", "syslog", { texts: ["x".repeat(257)] })).rejects.toThrow(RangeError);
    await expect(ask("search", "syslog", { texts: Array<string>(11).fill("x") })).rejects.toThrow(RangeError);
    await expect(after("search", 0, 0)).rejects.toThrow(RangeError);
  });

  it("reads only the parts of a log that can hold a rare text or a number", async () => {
    const many = range(1, 40_000).map((line) => (line === 20_000 ? "needle in it" : `session ${line} opened`));
    await land("rare", "syslog", [event(1, many, start - 40_000 * second)]);
    const scope = "workspace = 'default' AND node = 'rare' AND log = 'syslog'";
    const used = async (condition: string, index: string) => {
      const plan = await test.rows<{ explain: string }>(
        `EXPLAIN indexes = 1 SELECT line FROM log_lines WHERE ${scope} AND ${condition}`,
      );
      const text = plan.map(({ explain }) => explain.trim()).join("\n");
      return new RegExp(`Name: ${index}\\n.*?Granules: (\\d+)/(\\d+)`, "s").exec(text)?.slice(1).map(Number);
    };
    // The last granule may be shared with what follows in the order of the table.
    for (const [condition, index] of [
      ["lower(text) LIKE lower('%NEEDLE%')", "text_ngrams"],
      ["line > 39990 AND line < 50000", "line_range"],
    ] as const) {
      const [kept = Number.NaN, all = 0] = (await used(condition, index)) ?? [];
      expect(kept, index).toBeLessThanOrEqual(2);
      expect(all, index).toBeGreaterThanOrEqual(4);
    }
    expect(numbers(await ask("rare", "syslog", { texts: ["NEEDLE"] }))).toEqual([20_000]);
  });
});

describe("paging", () => {
  it("brings every line once, newest first, also those of one moment", async () => {
    const lines = range(1, 50).map((line) => ({
      text: `${line}`,
      atMs: BigInt(start + Math.floor(line / 7) * second),
    }));
    await land("pages", "syslog", [event(1, [], start + 10 * second, { lines })]);
    const seen: number[] = [];
    let before: { atMs: number; line: number } | undefined;
    for (;;) {
      const page = await ask("pages", "syslog", { limit: 8, ...(before !== undefined && { before }) });
      seen.push(...numbers(page));
      if (page.length < 8) break;
      before = page.at(-1);
    }
    expect(seen).toEqual(range(1, 50).reverse());
  });

  it("goes on after a number, over holes, each number once", async () => {
    await land("follow", "syslog", [event(1, ["a", "b", "c"]), event(100_000, ["d", "e"], start + 9 * second)]);
    await land("follow", "syslog", [event(100_001, ["e again"], start + 20 * second)]);
    expect(numbers(await after("follow", 0))).toEqual([1, 2, 3]);
    expect(numbers(await after("follow", 1, 1))).toEqual([2]);
    const [d, e] = await after("follow", 3, 5);
    expect([d?.line, e?.line, e?.text]).toEqual([100_000, 100_001, "e again"]);
    expect(await after("follow", 100_001)).toEqual([]);
    expect(await after("nobody", 0)).toEqual([]);
  });
});

it("lists the logs of a node", async () => {
  await land("lists", "syslog", [event(1, ["a", "b", "c"])]);
  await land("lists", "syslog", [event(4, ["d"])], { token: "LOGS.0:7-7:log", firstSeq: 20_000 });
  await land("lists", "syslog", [event(4, ["d"])], { token: "LOGS.0:7-7:log", firstSeq: 20_000 });
  await land("lists", "auth.log", [event(10, ["x"], start + 5 * second)]);
  expect(await logs(test.history, { workspace: "default", node: "lists" })).toEqual([
    { log: "auth.log", totalLines: 10, lastAtMs: start + 5 * second, storedLines: 1 },
    { log: "syslog", totalLines: 4, lastAtMs: start + 2 * second, storedLines: 4 },
  ]);
  expect(await logs(test.history, { workspace: "default", node: "nobody" })).toEqual([]);
});
