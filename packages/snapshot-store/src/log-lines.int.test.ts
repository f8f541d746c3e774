import { randomUUID } from "node:crypto";
import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyLogLines, logsMax } from "./apply-log-lines.js";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { advanceFilling, beginFilling } from "./filling.js";
import { type LogEvent, type LogName, lastBytesMax, lastLinesMax } from "./log-event.js";
import { listLogs, readLastLines, toStored } from "./log-lines.js";
import { markWhole } from "./readiness.js";

const bootId = 1_700_000_000_000;
const startMs = 1_700_000_010_000;

let store: SnapshotStore;

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  store = connectSnapshotStore({ url, keyPrefix, name: "test", commandTimeoutMs: 10_000 });
  await store.connected(AbortSignal.timeout(30_000));
  await markWhole(store);
});
afterAll(() => store.close());

const newLog = (): LogName => ({ workspace: "default", node: randomUUID(), log: "syslog" });

/** An event with `count` lines from `firstLine` on, each saying its number. */
function event(name: LogName, sequence: number, firstLine: number, count: number, more: Partial<LogEvent> = {}) {
  const lines = Array.from({ length: count }, (_, index) => ({
    line: firstLine + index,
    atMs: startMs + firstLine + index,
    text: `line ${firstLine + index}`,
    severity: 7,
    origin: "sshd",
    truncated: false,
  }));
  const totalLines = firstLine + count - 1;
  const lastAtMs = startMs + totalLines;
  const whole: LogEvent = {
    ...name,
    bootId,
    sequence,
    firstLine,
    droppedLines: 0,
    totalLines,
    lastAtMs,
    lines,
    ...more,
  };
  return whole;
}

async function numbers(name: LogName, options: { sinceLine?: number; limit?: number } = {}): Promise<number[]> {
  const { lines } = await readLastLines(store, name, { limit: lastLinesMax, ...options });
  return lines.map(({ line }) => line);
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("applyLogLines", () => {
  it("keeps lines as they came, with what is empty filled in again", async () => {
    const name = { ...newLog(), log: "nginx/access log ü" };
    const bare = { line: 2, atMs: 7, text: 'a "quoted" \u0000 line', severity: 0, origin: "", truncated: true };
    const first = event(name, 1, 1, 1);
    await applyLogLines(store, [{ ...first, lines: [...first.lines, bare], totalLines: 2, lastAtMs: 7 }]);
    const expected = { line: 1, atMs: startMs + 1, text: "line 1", severity: 7, origin: "sshd", truncated: false };
    expect(await readLastLines(store, name, { limit: 10 })).toEqual({ totalLines: 2, lines: [expected, bare] });
    expect(await listLogs(store, name)).toEqual([{ log: "nginx/access log ü", totalLines: 2, lastAtMs: 7 }]);
  });

  it("doubles nothing when events come twice, late or in another batch", async () => {
    const name = newLog();
    const events = [event(name, 1, 1, 10), event(name, 2, 11, 5), event(name, 3, 16, 5)];
    expect(await applyLogLines(store, events)).toEqual({ ready: true, applied: 3, old: 0 });
    expect(await applyLogLines(store, events)).toEqual({ ready: true, applied: 0, old: 3 });
    const late = [event(name, 3, 16, 5), event(name, 2, 11, 5), event(name, 4, 21, 1)];
    expect(await applyLogLines(store, late)).toEqual({ ready: true, applied: 1, old: 2 });
    expect(await numbers(name)).toEqual(range(1, 21));
  });

  it("keeps the last lines only, by number and by bytes", async () => {
    const many = newLog();
    for (let sequence = 1; sequence <= 5; sequence += 1) {
      await applyLogLines(store, [event(many, sequence, 1 + (sequence - 1) * 300, 300)]);
    }
    expect(await readLastLines(store, many, { limit: 1 })).toMatchObject({ totalLines: 1500, lines: [{ line: 1500 }] });
    expect(await numbers(many)).toEqual(range(501, 1500));
    const wide = newLog();
    const texts = event(wide, 1, 1, 30).lines.map((line) => ({ ...line, text: "ü".repeat(10_000) }));
    const bytesOfOne = Buffer.byteLength(toStored(texts[0] as (typeof texts)[number]));
    for (const [index, line] of texts.entries()) {
      await applyLogLines(store, [event(wide, index + 1, line.line, 1, { lines: [line] })]);
    }
    const kept = Math.floor(lastBytesMax / bytesOfOne);
    expect(await numbers(wide)).toEqual(range(31 - kept, 30));
  });

  it("leaves no hole below a line that has no room", async () => {
    const name = newLog();
    await applyLogLines(store, [event(name, 1, 1, 10)]);
    const huge = event(name, 2, 11, 2, {});
    const lines = huge.lines.map((line, index) => (index === 0 ? { ...line, text: "x".repeat(lastBytesMax) } : line));
    await applyLogLines(store, [{ ...huge, lines }, event(name, 3, 13, 2)]);
    expect(await numbers(name)).toEqual([12, 13, 14]);
  });

  it("takes a log whose numbers begin again, by its new run", async () => {
    const name = newLog();
    await applyLogLines(store, [event(name, 1, 1, 500)]);
    await applyLogLines(store, [event(name, 1, 1, 20, { bootId: bootId + 1 })]);
    expect(await readLastLines(store, name, { limit: 1000 })).toMatchObject({ totalLines: 20 });
    expect(await numbers(name)).toEqual(range(1, 20));
  });

  it("counts lines that were given up, and events without a line", async () => {
    const name = newLog();
    await applyLogLines(store, [event(name, 1, 1, 3), event(name, 2, 104, 2), event(name, 3, 200, 0)]);
    expect(await readLastLines(store, name, { sinceLine: 2, limit: 2 })).toMatchObject({
      totalLines: 199,
      lines: [{ line: 3 }, { line: 104 }],
    });
  });

  it("keeps the logs of a node within their number", async () => {
    const name = newLog();
    const logs = Array.from({ length: logsMax + 5 }, (_, index) => event({ ...name, log: `l${index}` }, 1, 1, 1));
    expect(await applyLogLines(store, logs)).toEqual({ ready: true, applied: logsMax, old: 5 });
    expect(await applyLogLines(store, [event({ ...name, log: "l0" }, 2, 2, 1)])).toMatchObject({ applied: 1 });
    expect(await listLogs(store, name)).toHaveLength(logsMax);
  });

  it("ends with the newest lines whatever the batches are", async () => {
    const sizes = fc.array(fc.record({ count: fc.nat(400), bytes: fc.nat(3_000), cut: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(sizes, async (plan) => {
        const name = newLog();
        let first = 1;
        const events = plan.map(({ count, bytes }, index) => {
          const made = event(name, index + 1, first, count);
          first += count;
          return { ...made, lines: made.lines.map((line) => ({ ...line, text: "t".repeat(bytes) })) };
        });
        let batch: LogEvent[] = [];
        for (const [index, one] of events.entries()) {
          batch.push(one, one);
          if (!plan[index]?.cut && index + 1 < events.length) continue;
          await applyLogLines(store, batch);
          batch = [];
        }
        const all = events.flatMap(({ lines }) => lines);
        let bytes = 0;
        const kept = all.toReversed().filter((line, index) => {
          bytes += Buffer.byteLength(toStored(line));
          return index < lastLinesMax && bytes <= lastBytesMax;
        });
        expect(await numbers(name)).toEqual(kept.reverse().map(({ line }) => line));
      }),
      { numRuns: 30 },
    );
  });
});

describe("reading", () => {
  it("gives the last lines, or the next ones after a number", async () => {
    const name = newLog();
    await applyLogLines(store, [event(name, 1, 1, 150)]);
    expect(await numbers(name, { limit: 100 })).toEqual(range(51, 150));
    expect(await numbers(name, { sinceLine: 148 })).toEqual([149, 150]);
    expect(await numbers(name, { sinceLine: 10, limit: 3 })).toEqual([11, 12, 13]);
    expect(await numbers(name, { sinceLine: 150 })).toEqual([]);
    expect(await numbers(name, { sinceLine: Number.MAX_SAFE_INTEGER })).toEqual([]);
    expect(await readLastLines(store, { ...name, log: "nope" }, { limit: 5 })).toEqual({ totalLines: 0, lines: [] });
    await expect(readLastLines(store, name, { limit: 1_001 })).rejects.toThrow(RangeError);
    expect(await listLogs(store, newLog())).toEqual([]);
  });

  it("is refused while the logs are being filled, and nothing is written to a flushed store", async () => {
    const { url, keyPrefix } = createTestKeyPrefix();
    const flushed = connectSnapshotStore({ url, keyPrefix, name: "test", commandTimeoutMs: 10_000 });
    await flushed.connected(AbortSignal.timeout(30_000));
    const name = newLog();
    expect(await applyLogLines(flushed, [event(name, 1, 1, 1)])).toEqual({ ready: false });
    const begun = await beginFilling(flushed, "token", flushed.keys.logsReady);
    expect(await applyLogLines(flushed, [event(name, 1, 1, 1)], { filling: begun })).toMatchObject({ applied: 1 });
    await expect(readLastLines(flushed, name, { limit: 1 })).rejects.toMatchObject({ reason: "rebuilding" });
    await expect(listLogs(flushed, name)).rejects.toMatchObject({ reason: "rebuilding" });
    const latest = await advanceFilling(flushed, begun, "latest");
    if (latest === undefined) throw new Error("flushed");
    // A fold that was under way while the filling advanced.
    expect(await applyLogLines(flushed, [event(name, 2, 2, 1)], { filling: begun })).toMatchObject({ applied: 1 });
    await advanceFilling(flushed, latest, "whole");
    expect((await readLastLines(flushed, name, { limit: 9 })).lines).toHaveLength(2);
    await flushed.close();
  });
});
