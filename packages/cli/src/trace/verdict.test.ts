import { describe, expect, it } from "vitest";
import type { HistoryPlace, StreamPlace, Trace } from "./trace.js";
import { traceText } from "./trace-text.js";
import { verdictOf } from "./verdict.js";

const sought = { workspace: "default", node: "web-1", kind: "host", family: "host", number: 7, bootId: 1 } as const;
const nowhere: Trace = {
  sought,
  otherRuns: [],
  spool: { state: "absent" },
  stream: { state: "absent", stream: "TELEMETRY", isCutShort: false },
  cut: { state: "no message" },
  history: { state: "absent" },
  deadLetters: [],
  snapshot: { state: "known", parts: [] },
};
const there: StreamPlace = {
  ...{ state: "there", stream: "TELEMETRY", sequence: 40, subject: "telemetry.v1.default.web-1.live.host" },
  ...{ lane: "live", storedAtMs: 0, bytes: 99, frame: 0, frames: 1, observedAtMs: 0, parts: ["cpu"] },
};
const row = { eventSeq: 40, eventIndex: 0, observedAtMs: 0, receivedAtMs: 0, quarantined: "" };
const rollup = { hourMs: 0, version: 0, includesEvent: false, isDirty: false };
const tables = [
  { table: "host_events", rows: 1 },
  { table: "host_cpu", rows: 1 },
];
const stored = (more: Partial<Extract<HistoryPlace, { state: "stored" | "quarantined" }>>): Partial<Trace> => ({
  history: { state: "stored", rows: [row], tables, ...more },
});
const unknown = { state: "unknown", reason: "away" } as const;
const around: StreamPlace = {
  ...{ state: "absent", stream: "TELEMETRY", isCutShort: false },
  before: { sequence: 39, bootId: 1, first: 6, last: 6 },
  after: { sequence: 41, bootId: 1, first: 8, last: 8 },
};
const report = { event: "GapDetected", observedAtMs: 0 };

describe("the verdict of a trace", () => {
  it.each<[string, Partial<Trace>, string, string]>([
    ["stored, in an open hour", stored({ rollup }), "history", "stored; its hour is not closed yet"],
    [
      "too late for its hour",
      stored({ rollup: { ...rollup, closedAtMs: 1, isDirty: true } }),
      "history",
      "closed again",
    ],
    ["left out of its hour", stored({ rollup: { ...rollup, closedAtMs: 1 } }), "history", "closed without it"],
    ["stored twice", stored({ rows: [row, row] }), "history", "stored 2 times"],
    ["without its readings", stored({ tables: tables.slice(0, 1) }), "history", "without a row in a typed table"],
    ["healed", stored({ report }), "history", "stored; it was reported missing before"],
    ["set aside", { deadLetters: [{ number: 3, streamSequence: 40, reason: "refused" }] }, "dead letters", "retry 3"],
    [
      "waiting",
      { stream: there, cut: { state: "not taken", committed: 35, messagesBefore: 4 } },
      "stream",
      "4 messages",
    ],
    ["being inserted", { stream: there, cut: { state: "open", committed: 9, first: 10, last: 50 } }, "stream", "10-50"],
    ["expired", { stream: there, cut: { state: "committed", committed: 90 } }, "stream", "past their retention"],
    [
      "unasked",
      { stream: there, cut: { state: "committed", committed: 90 }, history: unknown },
      "stream",
      "cannot be asked",
    ],
    ["unsent", { spool: { state: "waiting", segment: 1, offset: 0, bytes: 9, bootId: 1 } }, "spool", "not sent yet"],
  ])("finds what is %s", (_, places, where, means) => {
    const verdict = verdictOf({ ...nowhere, ...places });
    expect(verdict).toMatchObject({ isFound: true, where, means: expect.stringContaining(means) });
  });

  it.each<[string, Partial<Trace>, string, string]>([
    ["nobody knows", {}, "nowhere", "nothing of web-1 and this family is known here"],
    [
      "is missing",
      { stream: around, history: { state: "absent", report } },
      "nowhere",
      "reported missing at 1970-01-01",
    ],
    ["is not between its neighbours", { stream: around }, "lane", "has 6 (message 39) and then 8 (message 41)"],
    [
      "left with the stream",
      { stream: { ...around, before: undefined } as never },
      "lane",
      "the oldest in the stream is 8",
    ],
    ["is to come", { stream: { ...around, after: undefined } as never }, "lane", "the newest in the stream is 6"],
    [
      "was acknowledged",
      { spool: { state: "acknowledged", segment: 1, offset: 0, bytes: 9, bootId: 1 } },
      "spool",
      "the log had acknowledged it",
    ],
    [
      "was given up",
      { history: { state: "absent", givenUp: { first: 5, last: 9, why: "rate", atMs: 0 } } },
      "given up",
      "gave the line up (rate)",
    ],
    [
      "could not be looked for",
      { history: unknown, deadLetters: unknown },
      "nowhere",
      "; not asked: dead letters, history",
    ],
  ])("says of what %s where it was last", (_, places, where, means) => {
    const verdict = verdictOf({ ...nowhere, ...places });
    expect(verdict).toMatchObject({ isFound: false, where, means: expect.stringContaining(means) });
  });

  it("prints a line a place, and no control character of anybody's", () => {
    const trace: Trace = { ...nowhere, deadLetters: [{ number: 3, streamSequence: 40, reason: "\u001b[2J" }] };
    expect(traceText(trace, verdictOf(trace)).split("\n")).toEqual([
      "event         host 7 of default/web-1, run 1",
      "spool         not there: settled readings go with their segment",
      "stream        not in TELEMETRY",
      "cut           no message known",
      "tables        no rows",
      "dead letters  3: \\x1b[2J",
      "rollup        none",
      "found         dead letters: set aside as dead letter 3: \\x1b[2J; statwire deadletters retry 3 when that is remedied",
    ]);
  });
});
