import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requestCommand } from "@statwire/event-log";
import { commandSubject, type RefreshReply } from "@statwire/events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CollectorProcess } from "./testing/collector-process.js";
import { PrivateBus, type StoredEvent } from "./testing/private-bus.js";

/** Fast enough that a second away is a backlog. */
const fast = {
  base_interval_ms: 200,
  modules: { filesystems: { interval_ms: 1000 }, sensors: { interval_ms: 1000 }, collector: { interval_ms: 1000 } },
};

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

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const within = { timeout: 30_000, interval: 100 };

function ofFamily(events: readonly StoredEvent[], family: string): StoredEvent[] {
  return events.filter((event) => event.family === family);
}

async function storedAtLeast(count: number): Promise<void> {
  await expect.poll(async () => ofFamily(await bus.events(), "host").length, within).toBeGreaterThanOrEqual(count);
}

async function spoolEmpty(): Promise<void> {
  // Something is nearly always on its way, so a handful counts as none.
  await expect.poll(() => collector.metric("spool_events").catch(() => 1e9), within).toBeLessThan(4);
}

/** Of every family and run the numbers from 1 without gaps, each once; and each lane in order. */
function expectExactlyOnce(events: readonly StoredEvent[]): void {
  const numbers = new Map<string, number[]>();
  const lanes = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const run = `${event.family} ${event.bootId}`;
    numbers.set(run, [...(numbers.get(run) ?? []), event.sequence]);
    const lane = `${event.lane} ${event.family}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), event]);
  }
  for (const [run, sequences] of numbers) {
    const expected = Array.from(sequences, (_, index) => index + 1);
    expect([run, [...sequences].sort((one, other) => one - other)]).toEqual([run, expected]);
  }
  for (const [lane, ordered] of lanes) {
    const keys = ordered.map(({ bootId, sequence }) => bootId * 1e6 + sequence);
    expect([lane, keys]).toEqual([lane, [...keys].sort((one, other) => one - other)]);
  }
}

async function refresh(request: object): Promise<RefreshReply> {
  const subject = commandSubject({ workspace: "default", node: "node.1", command: "refresh" });
  const outcome = await requestCommand(bus.log, subject, Buffer.from(JSON.stringify(request)), 15_000);
  if (outcome.kind !== "reply") throw new Error(`no reply: ${outcome.kind}`);
  return JSON.parse(Buffer.from(outcome.payload).toString());
}

describe("the collector", () => {
  it("publishes every family on its live lane, dated on the grid", async () => {
    await collector.start();
    await storedAtLeast(8);
    const events = await bus.events();
    // What was read before the log was connected, on a busy machine, may be backlog.
    const families = new Set(events.filter(({ lane }) => lane === "live").map(({ family }) => family));
    expect(families).toContain("inventory");
    expect(families).toContain("configuration");
    expect(families).toContain("host.filesystems");
    expect(families).toContain("host.processes");
    const [first, ...ticks] = ofFamily(events, "host").sort((one, other) => one.sequence - other.sequence);
    expect(ticks.filter(({ observedAtMs }) => observedAtMs % 200 !== 0)).toEqual([]);
    expect(first?.host?.cpu?.intervalMs).toBe(200);
    expect(ticks[0]?.host?.network?.items.find(({ name }) => name === "lo")?.receiveBytesPerSecond).toBeDefined();
    const uptimeMs = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]) * 1000;
    expect(Math.abs(uptimeMs - Number(ticks.at(-1)?.host?.load?.uptimeMs))).toBeLessThan(5000);
    expectExactlyOnce(events);
    expect(await collector.stop()).toBe(0);
  });

  it("refreshes within a second, and says where the readings are", async () => {
    await collector.start();
    await storedAtLeast(2);
    const reply = await refresh({ reason: "a test", clearHistory: true });
    if (!reply.ok) throw new Error(reply.error);
    const events = await bus.events();
    for (const [family, sequence] of Object.entries(reply.sequences)) {
      const event = ofFamily(events, family).find((event) => event.sequence === sequence);
      expect(event).toMatchObject({ lane: "live", observedAtMs: reply.observedAtMs });
      expect(String(event?.bootId)).toBe(reply.bootId);
      expect(event?.host).toMatchObject({ requested: true, clearsHistory: true });
    }
    expect(Object.keys(reply.sequences)).toEqual(
      expect.arrayContaining(["host", "host.filesystems", "host.processes"]),
    );
    expect(await refresh([] as object)).toEqual({ ok: false, error: expect.any(String) });
    // A busy machine makes it later, so that the soonest of several counts.
    const refreshMs = async () => {
      const startMs = performance.now();
      await refresh({ reason: "once more" });
      return performance.now() - startMs;
    };
    await expect.poll(refreshMs, within).toBeLessThan(1000);
    expectExactlyOnce(events);
  });

  it("loses and doubles nothing when the log is killed for a while, twice", async () => {
    await collector.start();
    await storedAtLeast(3);
    const longestAwayMs = 3000;
    for (const awayMs of [longestAwayMs, 1500]) {
      await bus.kill();
      await wait(awayMs);
      bus.run();
      await spoolEmpty();
    }
    await collector.stop();
    const events = await bus.events();
    expectExactlyOnce(events);
    expect(ofFamily(events, "host").filter(({ lane }) => lane === "backlog").length).toBeGreaterThan(10);
    // It went on reading meanwhile: a tick each 200 ms, but for those that a busy machine skips.
    const times = ofFamily(events, "host")
      .map(({ observedAtMs }) => observedAtMs)
      .sort((one, other) => one - other);
    const largestGapMs = Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
    expect(largestGapMs).toBeLessThan(longestAwayMs);
  });

  it("sends what the spool holds after it was killed, with the log here and away", async () => {
    for (let run = 0; run < 3; run += 1) {
      await collector.start();
      await storedAtLeast(run * 5 + 4);
      await collector.kill();
    }
    await bus.kill();
    for (let run = 0; run < 2; run += 1) {
      await collector.start();
      await expect.poll(() => collector.metric("spool_events").catch(() => 0), within).toBeGreaterThan(10 * (run + 1));
      await collector.kill();
    }
    bus.run();
    await collector.start();
    await expect.poll(async () => (await bus.events()).some(({ lane }) => lane === "backlog"), within).toBe(true);
    await spoolEmpty();
    await collector.stop();
    const events = await bus.events();
    expectExactlyOnce(events);
    expect(new Set(events.map(({ bootId }) => bootId)).size).toBe(6);
  });

  it("sends a family that is switched off now, too", async () => {
    await bus.kill();
    await collector.start();
    await expect.poll(() => collector.metric("spool_events").catch(() => 0), within).toBeGreaterThan(10);
    await collector.kill();
    collector.writeSettings({ ...fast, modules: { ...fast.modules, collector: { enabled: false } } });
    bus.run();
    await collector.start();
    await expect
      .poll(async () => ofFamily(await bus.events(), "host.collector").map(({ lane }) => lane), within)
      .toEqual(expect.arrayContaining(["live", "backlog"]));
    await spoolEmpty();
    expectExactlyOnce(await bus.events());
  });

  it("keeps its settings when the file is wrong, and takes a right one without a restart", async () => {
    await collector.start();
    await storedAtLeast(2);
    collector.writeSettings('{"base_interval_ms": "often"}');
    await expect.poll(() => collector.log, within).toContain("settings.json: base_interval_ms: ");
    expect(collector.log.match(/settings file refused/g)).toHaveLength(1);
    const before = ofFamily(await bus.events(), "host").length;
    await storedAtLeast(before + 5);
    collector.writeSettings({ base_interval_ms: 400, modules: { cpu: { enabled: false } } });
    await expect
      .poll(async () => ofFamily(await bus.events(), "host").at(-1)?.host?.load?.intervalMs, within)
      .toBe(400);
    expect(ofFamily(await bus.events(), "host").at(-1)?.host?.cpu).toBeUndefined();
  });

  it("numbers a module that moves to another family above what it had", async () => {
    await collector.start();
    await storedAtLeast(5);
    collector.writeSettings({ base_interval_ms: 200, modules: { cpu: { interval_ms: 400 } } });
    await expect.poll(async () => ofFamily(await bus.events(), "host.cpu").length, within).toBeGreaterThan(0);
    const position = (event: { host?: { bootId: bigint; sequence: bigint } }) => [
      event.host?.bootId,
      event.host?.sequence,
    ];
    const events = await bus.events();
    const [lastBefore = 0n] = position(
      ofFamily(events, "host")
        .filter(({ host }) => host?.cpu !== undefined)
        .at(-1) ?? {},
    );
    const [firstAfter = 0n, sequence] = position(ofFamily(events, "host.cpu")[0] ?? {});
    expect(firstAfter).toBeGreaterThan(lastBefore);
    expect(sequence).toBe(1n);
    await spoolEmpty();
    expectExactlyOnce(await bus.events());
  });

  it("does not start with wrong settings, and says what is wrong", async () => {
    collector.writeSettings({ modules: { cpu: { intervall_ms: 5 } } });
    await collector.start();
    await expect.poll(() => collector.log, within).toContain('modules.cpu: Unrecognized key: \\"intervall_ms\\"');
    await expect.poll(() => collector.log, within).toContain("settings.json");
  });

  it("goes on from a damaged spool without the damaged reading", async () => {
    await bus.kill();
    await collector.start();
    await expect.poll(() => collector.metric("spool_events").catch(() => 0), within).toBeGreaterThan(20);
    await collector.kill();
    const spool = join(collector.dataDir, "spool");
    const [segment = ""] = readdirSync(spool).filter((name) => name.endsWith(".segment"));
    const path = join(spool, segment);
    const bytes = readFileSync(path);
    const middle = Math.floor(statSync(path).size / 2);
    bytes.fill(0xff, middle, middle + 20);
    writeFileSync(path, bytes);

    bus.run();
    await collector.start();
    await storedAtLeast(15);
    expect(await collector.metric("corrupt_spool_records_total")).toBe(1);
    await spoolEmpty();
    const sequences = (await bus.events()).map(({ family, bootId, sequence }) => `${family} ${bootId} ${sequence}`);
    expect(new Set(sequences).size).toBe(sequences.length);
    expect(readdirSync(join(spool, "quarantine"))).toHaveLength(1);
    expect(collector.log).toContain("put into quarantine");
  });
});
