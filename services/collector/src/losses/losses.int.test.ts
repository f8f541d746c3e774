import { readRange } from "@statwire/event-log";
import { decodeEventsDropped, type EventsDropped, parseDroppedSubject, walkFrames } from "@statwire/events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CollectorProcess } from "../testing/collector-process.js";
import { PrivateBus } from "../testing/private-bus.js";

/** A spool that is full within seconds. */
const tiny = { SPOOL_BYTES_MAX: String(32 * 1024) };
const fast = { base_interval_ms: 100 };
const within = { timeout: 25_000, interval: 100 };

let bus: PrivateBus;
let collector: CollectorProcess;

beforeEach(async () => {
  bus = await PrivateBus.start();
  collector = new CollectorProcess(bus.url);
  collector.writeSettings(fast);
});
afterEach(async () => {
  await collector.discard();
  await bus.stop();
});

describe("a spool that was full while the log was away", () => {
  it("announces exactly the numbers that are missing, over a kill of the collector", async () => {
    await collector.start(tiny);
    await expect.poll(async () => (await bus.events()).length, within).toBeGreaterThan(3);
    await bus.kill();
    await dropped(20);
    await collector.kill();
    await collector.start(tiny);
    await dropped(20);
    bus.run();
    // The metric begins with the run, what is announced is also of the run before.
    await expect.poll(() => metric("unannounced_events"), within).toBe(0);
    await expect.poll(() => metric("spool_events"), within).toBeLessThan(8);
    await collector.stop();

    const announced = await announcements();
    const numbers = announced.flatMap(numbersOf);
    const missing = await missingNumbers(numbers);
    expect(missing.length).toBeGreaterThan(40);
    expect(numbers.sort()).toEqual(missing);
    expect(new Set(announced.map(({ reason }) => reason))).toEqual(new Set(["spool-full"]));
    expect(
      announced.every(({ count, firstSequence, lastSequence }) => count === lastSequence - firstSequence + 1n),
    ).toBe(true);
    expect(announced.every((one) => one.firstObservedAtMs > 0n && one.observedAtMs >= one.lastObservedAtMs)).toBe(true);
  });
});

/** NaN before the collector answers. */
function metric(name: string): Promise<number> {
  return collector.metric(name).catch(() => Number.NaN);
}

async function dropped(count: number): Promise<void> {
  await expect.poll(() => metric("dropped_events_total"), within).toBeGreaterThan(count);
}

async function announcements(): Promise<EventsDropped[]> {
  const { state } = await bus.log.manager.streams.info("INTEGRITY");
  const signal = AbortSignal.timeout(30_000);
  const range = { stream: "INTEGRITY", first: state.first_seq, last: state.last_seq, signal };
  return (await readRange(bus.log, range)).flatMap(({ subject, payload }) => {
    expect(parseDroppedSubject(subject)).toEqual({ workspace: "default", node: "node.1" });
    const events: EventsDropped[] = [];
    walkFrames(payload, (start, end) => events.push(decodeEventsDropped(payload.subarray(start, end))));
    return events;
  });
}

function numbersOf({ family, bootId, firstSequence, lastSequence }: EventsDropped): string[] {
  const length = Number(lastSequence - firstSequence) + 1;
  return Array.from({ length }, (_, index) => `${family} ${bootId} ${Number(firstSequence) + index}`);
}

/**
 * Of each family and run, the numbers that the log does not have, up to the highest that it has or that was announced:
 * the last events of a run that was killed cannot be missed otherwise.
 */
async function missingNumbers(announced: readonly string[]): Promise<string[]> {
  const highest = new Map<string, number>();
  const reaches = (line: string, number: number) => highest.set(line, Math.max(highest.get(line) ?? 0, number));
  for (const text of announced) reaches(text.slice(0, text.lastIndexOf(" ")), Number(text.split(" ").at(-1)));
  const stored = new Map<string, Set<number>>();
  for (const { family, bootId, sequence } of await bus.events()) {
    const line = `${family} ${bootId}`;
    stored.set(line, (stored.get(line) ?? new Set()).add(sequence));
    reaches(line, sequence);
  }
  return [...highest]
    .flatMap(([line, length]) =>
      Array.from({ length }, (_, index) => index + 1)
        .filter((number) => !stored.get(line)?.has(number))
        .map((number) => `${line} ${number}`),
    )
    .sort();
}
