import { describe, expect, it } from "vitest";
import { LineIntake } from "./line-intake.js";
import { batchLinesMax, LineQueue, MemoryBudget } from "./line-queue.js";
import { LinesPerSecond } from "./lines-per-second.js";
import type { Position } from "./position.js";

function open(rateMax = 0, bytesMax = 1e6, budget = new MemoryBudget(1e9)) {
  const clock = { ms: 0 };
  const queue = new LineQueue(bytesMax, budget);
  const nowMs = () => clock.ms;
  const intake = new LineIntake({ queue, rate: new LinesPerSecond(rateMax, 0), nowMs, monotonicMs: nowMs });
  const add = (text: string, mayDrop = true) =>
    intake.add({ text, severity: 0, origin: "", truncated: false }, () => at(text), mayDrop);
  const take = () => {
    const batch = queue.next(clock.ms);
    if (batch !== undefined) queue.remove(batch);
    return batch && { gap: batch.gap, texts: batch.lines.map(({ text }) => text), end: cursorOf(batch.end) };
  };
  return { clock, queue, intake, add, take };
}

function at(cursor: string): Position {
  return { kind: "journald", cursor };
}

function cursorOf(position: Position): string {
  return position.kind === "journald" ? position.cursor : "";
}

describe("the intake of lines", () => {
  it("waits a quarter of a second for more, then gives all that came", () => {
    const { clock, intake, add, take, queue } = open();
    add("a");
    intake.endChunk();
    clock.ms = 100;
    add("b");
    add("c");
    intake.endChunk();
    expect(take()).toBeUndefined();
    expect(queue.waitMs(100)).toBe(150);
    clock.ms = 250;
    expect(take()).toEqual({ gap: undefined, texts: ["a", "b", "c"], end: "c" });
    expect(take()).toBeUndefined();
    expect([queue.bytes, queue.waitMs(250)]).toEqual([0, undefined]);
  });

  it("makes no event larger than it may be, and gives a full one at once", () => {
    const { intake, add, take, queue } = open();
    for (let line = 0; line < batchLinesMax + 1; line += 1) add(String(line));
    intake.endChunk();
    expect(take()?.texts.length).toBe(batchLinesMax);
    for (let line = 0; line < 10; line += 1) add("x".repeat(100_000));
    intake.endChunk();
    const sizes = [take(), take(), take()].map((batch) => batch?.texts.length);
    expect(sizes).toEqual([3, 2, 2]);
    expect(queue.bytes).toBeGreaterThan(0);
  });

  it("gives up what is over the rate, and says how much before the next line", () => {
    const { clock, intake, add, take } = open(2);
    for (const text of ["a", "b", "c", "d"]) add(text);
    intake.endChunk();
    add("e");
    intake.endChunk();
    clock.ms = 500;
    add("f");
    intake.endChunk();
    expect(take()).toEqual({ gap: undefined, texts: ["a", "b"], end: "b" });
    clock.ms = 1000;
    expect(take()).toEqual({ gap: { lines: 3, why: "rate" }, texts: ["f"], end: "f" });
    expect(intake.counts).toEqual({ read: 6, droppedByRate: 3, lost: 0 });
  });

  it("says what was given up when no line follows", () => {
    const { clock, intake, add, take } = open(1);
    add("a");
    add("b");
    intake.endChunk();
    intake.tellDrops();
    clock.ms = 999;
    intake.tellDrops();
    expect(take()).toMatchObject({ texts: ["a"], end: "a" });
    expect(take()).toBeUndefined();
    clock.ms = 1000;
    intake.endChunk();
    clock.ms = 2000;
    intake.tellDrops();
    clock.ms = 2500;
    expect(take()).toEqual({ gap: { lines: 1, why: "rate" }, texts: [], end: "b" });
  });

  it("drops nothing that may not be dropped, but makes it wait", () => {
    const rate = new LinesPerSecond(100, 0);
    rate.count(300, 0);
    expect(rate.waitMs(0)).toBe(2000);
    expect(rate.waitMs(2000)).toBe(0);
    expect(rate.take(1, 2005)).toBe(false);
    expect(rate.take(1, 2010)).toBe(true);
  });

  it("tells of lines that are lost between those that are not", () => {
    const { clock, intake, add, take } = open();
    add("a");
    intake.endChunk();
    intake.lose(at("lost"));
    add("b");
    intake.endChunk();
    clock.ms = 1000;
    expect(take()).toEqual({ gap: undefined, texts: ["a"], end: "a" });
    expect(take()).toEqual({ gap: { lines: 1, why: "lost" }, texts: ["b"], end: "b" });
  });

  it("is full at its own bound, and at that of all when it has anything", () => {
    const budget = new MemoryBudget(300);
    const one = open(0, 200, budget);
    const other = open(0, 200, budget);
    one.add("x".repeat(200));
    one.intake.endChunk();
    expect([one.queue.isFull, other.queue.isFull]).toEqual([true, false]);
    other.add("x".repeat(100));
    other.intake.endChunk();
    expect([budget.bytes > 300, other.queue.isFull]).toEqual([true, true]);
    one.queue.discard();
    one.add("not any more");
    one.intake.endChunk();
    expect([one.queue.bytes, other.queue.isFull, budget.bytes]).toEqual([0, false, other.queue.bytes]);
    one.queue.accept();
    one.add("again");
    one.intake.endChunk();
    expect(one.queue.bytes).toBeGreaterThan(0);
  });
});
