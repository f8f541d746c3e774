import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ReachedLines } from "../lanes/reached-lines.js";
import { Spool } from "./spool.js";

const bytesMax = 1024 * 1024;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const onGivenUp = vi.fn();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-spool-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(kernelBootId = "kernel run 1"): Spool {
  return new Spool({ folder, bytesMax, kernelBootId, log, onGivenUp, reached: openReached() });
}

function openReached(): ReachedLines {
  return new ReachedLines({ path: join(folder, "reached.json"), log });
}

function append(spool: Spool, sequence: number, family = "host", eventBytes = 100) {
  const event = Buffer.alloc(eventBytes, sequence);
  const reading = spool.append({ family, bootId: 7, sequence, observedAtMs: sequence * 1000, event });
  if (reading === undefined) throw new Error("the spool refused a reading");
  return reading;
}

function sequences(spool: Spool, family = "host"): number[] {
  return Array.from(spool.waiting(family), ({ sequence }) => sequence);
}

function segmentFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".segment"));
}

describe("spool", () => {
  it("holds what is not acknowledged, per family and in order, over a restart without a goodbye", async () => {
    const spool = open();
    const readings = [1, 2, 3, 4].map((sequence) => append(spool, sequence));
    append(spool, 1, "inventory");
    spool.acknowledge(readings.slice(1, 3));
    expect(sequences(spool)).toEqual([1, 4]);

    const next = open();
    expect(sequences(next)).toEqual([1, 4]);
    expect(next.families()).toEqual(["host", "inventory"]);
    expect(next.highestBootId()).toBe(7);
    const [first] = next.waiting("host");
    expect(first && next.read(first)).toEqual(Buffer.alloc(100, 1));
    expect(next.counts).toMatchObject({ waitingEvents: 3, droppedEvents: 0, damagedPlaces: 0 });
    expect(next.machineRestarted).toBe(false);
    expect(open("kernel run 2").machineRestarted).toBe(true);
  });

  it("tells how far an ended run was stored, also of what was in segments that are deleted", async () => {
    const spool = open();
    spool.acknowledge([append(spool, 1, "inventory")]);
    const readings = Array.from({ length: 2000 }, (_, index) => append(spool, index + 1));
    spool.acknowledge(readings.slice(0, 1990));
    await expect.poll(() => segmentFiles().length).toBe(1);

    // Killed: nothing is saved at the end.
    const reached = openReached();
    new Spool({ folder, bytesMax, kernelBootId: "kernel run 1", log, onGivenUp, reached });
    expect(reached.take({ family: "host", bootId: 8 }, 0)).toEqual([
      { family: "inventory", bootId: 7, sequence: 1, observedAtMs: 1000 },
      { family: "host", bootId: 7, sequence: 1990, observedAtMs: 1_990_000 },
    ]);
  });

  it("deletes a segment once all in it and before it is settled", async () => {
    const spool = open();
    const readings = Array.from({ length: 2000 }, (_, index) => append(spool, index + 1));
    expect(segmentFiles().length).toBeGreaterThan(3);
    spool.acknowledge(readings.slice(1));
    await spool.close();
    expect(segmentFiles().length).toBeGreaterThan(3);

    const next = open();
    expect(sequences(next)).toEqual([1]);
    next.acknowledge([...next.waiting("host")]);
    await next.close();
    expect(segmentFiles()).toHaveLength(1);
    expect(open().counts.waitingEvents).toBe(0);
  });

  it("gives up the oldest when full, and counts them", () => {
    const spool = open();
    for (let sequence = 1; sequence <= 2000; sequence += 1) append(spool, sequence, "host", 1000);
    const left = sequences(spool);
    expect(spool.counts.bytes).toBeLessThanOrEqual(bytesMax);
    expect(left.at(-1)).toBe(2000);
    expect(left.length).toBeGreaterThan(800);
    expect(spool.counts.droppedEvents).toBe(2000 - left.length);
    const givenUp = onGivenUp.mock.calls.flatMap(([readings, reason]) =>
      reason === "spool-full" ? readings.map((reading: { sequence: number }) => reading.sequence) : [],
    );
    expect(givenUp).toEqual(Array.from({ length: 2000 - left.length }, (_, index) => index + 1));
    expect(sequences(open())).toEqual(left);
    expect(log.error).toHaveBeenCalledWith({ dropped: expect.any(Number) }, "spool full, oldest readings given up");
  });

  it("puts a damaged reading into quarantine once, and keeps the others", () => {
    const spool = open();
    const [, second] = [1, 2, 3].map((sequence) => append(spool, sequence));
    const path = join(folder, segmentFiles()[0] ?? "");
    const bytes = readFileSync(path);
    const at = (second?.offset ?? 0) + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);

    expect(second && spool.read(second)).toBeUndefined();
    expect(sequences(spool)).toEqual([1, 3]);
    const next = open();
    expect(sequences(next)).toEqual([1, 3]);
    expect(next.counts.damagedPlaces).toBe(0);
    expect(readdirSync(join(folder, "quarantine"))).toHaveLength(1);
  });

  it("works on from any crash: every whole record is kept, and new ones come behind", () => {
    const spool = open();
    for (let sequence = 1; sequence <= 6; sequence += 1) append(spool, sequence);
    const file = segmentFiles()[0] ?? "";
    const whole = readFileSync(join(folder, file));
    const firstRecord = whole.indexOf("SWR", 1);
    fc.assert(
      fc.property(fc.integer({ min: firstRecord, max: whole.length }), (length) => {
        rmSync(folder, { recursive: true });
        const crashed = open();
        crashed.acknowledge([]);
        writeFileSync(join(folder, file), whole);
        truncateSync(join(folder, file), length);
        const recovered = open();
        const kept = sequences(recovered);
        expect(kept).toEqual([1, 2, 3, 4, 5, 6].slice(0, kept.length));
        append(recovered, 7);
        expect(sequences(open())).toEqual([...kept, 7]);
        expect(recovered.counts.damagedPlaces).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
