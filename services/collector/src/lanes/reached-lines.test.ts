import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dueLines, type KnownLine, type ReachedLine, ReachedLines, withReached } from "./reached-lines.js";

const minuteMs = 60_000;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-reached-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function line(family: string, bootId: number, sequence: number): ReachedLine {
  return { family, bootId, sequence, observedAtMs: sequence * 1000 };
}

function open(): ReachedLines {
  return new ReachedLines({ path: join(folder, "reached.json"), log });
}

const host = { family: "host", bootId: 1 };

describe("how far lines are stored", () => {
  it("is told once what has changed, at most every five seconds, and again after ten minutes", () => {
    const reached = open();
    for (const one of [line("host", 1, 9), line("inventory", 1, 1)]) reached.note(one);
    expect(reached.take(host, 0)).toEqual([line("inventory", 1, 1)]);
    reached.note(line("inventory", 1, 2));
    expect(reached.take(host, 4_999)).toEqual([]);
    expect(reached.take(host, 5_000)).toEqual([line("inventory", 1, 2)]);
    expect(reached.take(host, 5_000 + 10 * minuteMs - 1)).toEqual([]);
    expect(reached.take(host, 5_000 + 10 * minuteMs)).toEqual([line("inventory", 1, 2)]);
    // Nothing older is told than was, and the clock may be set back.
    reached.note(line("inventory", 1, 1));
    expect(reached.take(host, 5_000)).toEqual([line("inventory", 1, 2)]);
  });

  it("is known of earlier runs by the next one, but for the oldest", () => {
    const before = open();
    for (const bootId of [1, 2, 3, 4, 5, 6]) before.note(line("host", bootId, 10 * bootId));
    before.note(line("host", 1, 11));
    before.save();
    const told = open().take({ family: "host", bootId: 7 }, 0);
    expect(told).toEqual([2, 3, 4, 5, 6].map((bootId) => line("host", bootId, 10 * bootId)));
    writeFileSync(join(folder, "reached.json"), "{");
    expect(open().take(host, 0)).toEqual([]);
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

  it("is never told higher than it is, nor of the event's own line, and comes to every line in the end", () => {
    const family = fc.constantFrom("host", "host.power", "inventory", "log/system");
    const noted = fc.record({
      family,
      bootId: fc.integer({ min: 1, max: 3 }),
      sequence: fc.integer({ min: 1, max: 50 }),
    });
    const taken = fc.record({
      family,
      bootId: fc.integer({ min: 1, max: 3 }),
      afterMs: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(noted, taken), { maxLength: 60 }), (steps) => {
        const highest = new Map<string, number>();
        const heard = new Map<string, number>();
        let lines: readonly KnownLine[] = [];
        let nowMs = 0;
        const take = (carrier: { family: string; bootId: number }) => {
          const due = dueLines(lines, carrier, nowMs);
          expect(due.length).toBeLessThanOrEqual(50);
          for (const { family, bootId, sequence } of due) {
            expect([family, bootId]).not.toEqual([carrier.family, carrier.bootId]);
            expect(sequence).toBe(highest.get(`${bootId} ${family}`));
            heard.set(`${bootId} ${family}`, sequence);
          }
          lines = lines.map((one) =>
            due.includes(one) ? { ...one, told: { sequence: one.sequence, atMs: nowMs } } : one,
          );
        };
        for (const step of steps) {
          if ("afterMs" in step) {
            nowMs += step.afterMs;
            take(step);
          } else {
            const key = `${step.bootId} ${step.family}`;
            highest.set(key, Math.max(highest.get(key) ?? 0, step.sequence));
            lines = withReached(lines, line(step.family, step.bootId, step.sequence));
          }
        }
        nowMs += minuteMs;
        take({ family: "host.next", bootId: 4 });
        expect(heard).toEqual(highest);
      }),
    );
  });

  it("has a bound, for all lines and for those in one event", () => {
    let lines: readonly KnownLine[] = [];
    for (let number = 1; number <= 1_100; number += 1) lines = withReached(lines, line(`log/${number}`, 0, 1));
    expect(lines.length).toBe(1_000);
    expect(lines[0]?.family).toBe("log/101");
    expect(dueLines(lines, host, 0).length).toBe(50);
  });
});
