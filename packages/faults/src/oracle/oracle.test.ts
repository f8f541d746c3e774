import { encodeFrames, encodeHostSampled, encodeLogLinesRead, logSubject, telemetrySubject } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { compareHistory, type StoredHistory } from "./compare-history.js";
import { compareSenders, type MissingIn, type Sent } from "./compare-senders.js";
import { identityText, Truth } from "./truth.js";

const workspace = "default";
const node = "n";
const storedAtMs = 1_000_000;
const hostSubject = telemetrySubject({ workspace, node, lane: "live", family: "host" });

/** One message of three events with two cores each, and one of two lines. */
function truthOfThree(): Truth {
  const truth = new Truth();
  truth.take("TELEMETRY", {
    subject: hostSubject,
    sequence: 1,
    storedAtMs,
    data: encodeFrames([1, 2, 3].map((sequence) => eventOf(sequence))),
  });
  const lines = { bootId: 5n, sequence: 1n, observedAtMs: 1n, firstLine: 1n, lines: [{ text: "a" }, { text: "b" }] };
  const subject = logSubject({ workspace, node, log: "work" });
  truth.take("LOGS", { subject, sequence: 1, storedAtMs, data: encodeFrames([encodeLogLinesRead(lines)]) });
  return truth;
}

function eventOf(sequence: number, observedAtMs = 1_000 * sequence): Uint8Array {
  const cpu = { intervalMs: 250, utilizationE4: 100 * sequence, cores: [{ number: 0 }, { number: 1 }] };
  return encodeHostSampled({
    bootId: 5n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(observedAtMs),
    cpu,
  });
}

function key(sequence: number): string {
  return identityText({
    node,
    family: "host",
    bootId: 5n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(1_000 * sequence),
  });
}

function exactHistory(): StoredHistory {
  return {
    events: new Map([1, 2, 3].map((sequence) => [key(sequence), [`1/${sequence - 1}`]])),
    quarantined: new Map(),
    rows: new Map([
      ["host_cpu n", { rows: 3, timesMs: 6_000n }],
      ["host_cores n", { rows: 6, timesMs: 12_000n }],
    ]),
    logs: new Map([["n work", { rows: 2, lines: 2, sum: 3n }]]),
    rowsAt: { LOGS: new Map([[1, 2]]), INTEGRITY: new Map(), KV_config: new Map(), AUDIT: new Map() },
  };
}

describe("the history against the log", () => {
  it("finds nothing when every event, row and line is there once", () => {
    expect(compareHistory(truthOfThree(), exactHistory())).toEqual({ lost: [], doubled: [] });
  });

  it.each<[string, (history: StoredHistory) => void, { lost: number; doubled: number }]>([
    ["an event", ({ events }) => void events.delete(key(2)), { lost: 1, doubled: 0 }],
    ["an event twice", ({ events }) => void events.set(key(2), ["1/1", "1/1"]), { lost: 0, doubled: 1 }],
    ["an event at another place", ({ events }) => void events.set(key(2), ["9/1"]), { lost: 1, doubled: 0 }],
    ["an event that nobody sent", ({ events }) => void events.set(key(7), ["7/0"]), { lost: 0, doubled: 1 }],
    ["a row", ({ rows }) => void rows.set("host_cpu n", { rows: 2, timesMs: 5_000n }), { lost: 1, doubled: 0 }],
    ["a table", ({ rows }) => void rows.delete("host_cores n"), { lost: 1, doubled: 0 }],
    ["a row twice", ({ rows }) => void rows.set("host_cpu n", { rows: 4, timesMs: 9_000n }), { lost: 0, doubled: 1 }],
    [
      "one row lost, another doubled",
      ({ rows }) => void rows.set("host_cpu n", { rows: 3, timesMs: 7_000n }),
      { lost: 1, doubled: 0 },
    ],
    ["a line", ({ logs }) => void logs.set("n work", { rows: 1, lines: 1, sum: 1n }), { lost: 1, doubled: 0 }],
    ["a line twice", ({ logs }) => void logs.set("n work", { rows: 3, lines: 2, sum: 5n }), { lost: 0, doubled: 2 }],
    [
      "a line for another",
      ({ logs }) => void logs.set("n work", { rows: 2, lines: 1, sum: 2n }),
      { lost: 1, doubled: 1 },
    ],
    ["a message of lines", ({ rowsAt }) => void rowsAt.LOGS.delete(1), { lost: 1, doubled: 0 }],
    ["a message of lines twice", ({ rowsAt }) => void rowsAt.LOGS.set(1, 4), { lost: 0, doubled: 1 }],
    ["a finding that nobody sent", ({ rowsAt }) => void rowsAt.INTEGRITY.set(1, 1), { lost: 0, doubled: 1 }],
  ])("finds %s", (_name, damage, { lost, doubled }) => {
    const history = exactHistory();
    damage(history);
    const found = compareHistory(truthOfThree(), history);
    expect({ lost: found.lost.length, doubled: found.doubled.length }, JSON.stringify(found)).toEqual({
      lost,
      doubled,
    });
  });
});

describe("what the log says", () => {
  it("sets apart what cannot be read, whole messages at a time, and what cannot be true", () => {
    const truth = new Truth();
    const good = encodeFrames([eventOf(1)]);
    const broken = encodeFrames([eventOf(2), new Uint8Array(12).fill(0xff)]);
    const future = encodeFrames([eventOf(3, storedAtMs + 300_001)]);
    const edge = encodeFrames([eventOf(4, storedAtMs + 300_000)]);
    for (const [index, data] of [good, broken, future, edge, good.subarray(0, 9)].entries()) {
      truth.take("TELEMETRY", { subject: hostSubject, sequence: index + 1, storedAtMs, data });
    }
    truth.take("TELEMETRY", { subject: "telemetry.v1.default.n.live.nonsense", sequence: 6, storedAtMs, data: good });
    expect([...truth.unreadable.TELEMETRY]).toEqual([2, 5, 6]);
    expect(truth.eventCount).toBe(2);
    expect(truth.quarantined.size).toBe(1);
    expect(truth.rows.get("host_cpu n")?.rows).toBe(2);
    // A snapshot is of the newest number, whatever its time.
    expect(truth.latest.get("n cpu")).toMatchObject({ bootId: 5, sequence: 4 });
  });

  it("counts an event that the log itself has twice as two", () => {
    const truth = truthOfThree();
    truth.take("TELEMETRY", { subject: hostSubject, sequence: 2, storedAtMs, data: encodeFrames([eventOf(3)]) });
    expect(truth.eventCount).toBe(4);
    expect(compareSenders(truth, nothingSent).doubled).toHaveLength(1);
  });
});

const nothingSent: Sent = { written: new Map(), incomplete: new Map(), nodes: [node] };

describe("the log against its senders", () => {
  it("finds numbers and written lines that are missing", () => {
    const truth = truthOfThree();
    expect(compareSenders(truth, nothingSent)).toEqual({ lost: [], doubled: [], givenUp: [] });
    truth.take("TELEMETRY", { subject: hostSubject, sequence: 2, storedAtMs, data: encodeFrames([eventOf(6)]) });
    const sent: Sent = {
      written: new Map([["n work", 2]]),
      incomplete: new Map(),
      nodes: [],
    };
    // Numbers 4 and 5, and both lines, which are not what a writer writes.
    expect(compareSenders(truth, sent).lost).toHaveLength(4);
    const incomplete = (missing: MissingIn) => ({ ...sent, incomplete: new Map([[node, missing]]) });
    expect(compareSenders(truth, incomplete("all but the first run")).lost).toHaveLength(4);
    expect(compareSenders(truth, incomplete("every run"))).toMatchObject({
      lost: { length: 2 },
      givenUp: ["n host 5 4", "n host 5 5"],
    });
  });

  it("takes what is stored apart for there, and finds a node of which nothing is", () => {
    const truth = truthOfThree();
    const tomorrow = encodeFrames([eventOf(4, storedAtMs + 86_400_000)]);
    truth.take("TELEMETRY", { subject: hostSubject, sequence: 2, storedAtMs, data: tomorrow });
    truth.take("TELEMETRY", { subject: hostSubject, sequence: 3, storedAtMs, data: encodeFrames([eventOf(5)]) });
    expect(truth.quarantined.size).toBe(1);
    expect(compareSenders(truth, nothingSent).lost).toEqual([]);
    expect(compareSenders(truth, { ...nothingSent, nodes: [node, "m"] }).lost).toEqual(["nothing of m is in the log"]);
  });
});
