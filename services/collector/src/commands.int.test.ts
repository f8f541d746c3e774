import { NetdataProcess } from "@statwire/embedded-stack/testing";
import { requestCommand } from "@statwire/event-log";
import {
  type Command,
  commandSubject,
  decodeHostSampled,
  type QueryReply,
  type RefreshReply,
  type SamplingReply,
} from "@statwire/events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CollectorProcess } from "./testing/collector-process.js";
import { PrivateBus, type StoredEvent } from "./testing/private-bus.js";

const within = { timeout: 20_000, interval: 100 };
const tickMs = 250;

let bus: PrivateBus;
let collector: CollectorProcess;
beforeEach(async () => {
  bus = await PrivateBus.start();
  collector = new CollectorProcess(bus.url);
  collector.writeSettings({ base_interval_ms: tickMs, modules: { collector: { interval_ms: 1000 } } });
});
afterEach(async () => {
  await collector.discard();
  await bus.stop();
});

async function command<Reply>(name: Command, request: object): Promise<Reply> {
  const subject = commandSubject({ workspace: "default", node: "node.1", command: name });
  const outcome = await requestCommand(bus.log, subject, Buffer.from(JSON.stringify(request)), 20_000);
  if (outcome.kind !== "reply") throw new Error(`no reply: ${outcome.kind}`);
  return JSON.parse(Buffer.from(outcome.payload).toString());
}

async function ofFamily(family: string): Promise<StoredEvent[]> {
  return (await bus.events()).filter((event) => event.family === family);
}

async function ticks(): Promise<number> {
  return (await ofFamily("host")).length;
}

async function connected(): Promise<void> {
  await expect.poll(ticks, within).toBeGreaterThan(2);
}

/** What was read before the collector stopped may be on its way still. */
async function allStored(): Promise<void> {
  await expect.poll(() => collector.metric("spool_events"), within).toBe(0);
}

async function samplingStates(): Promise<(boolean | undefined)[]> {
  return (await ofFamily("configuration")).map(({ configuration }) => configuration?.sampling);
}

describe("the sampling command", () => {
  it("really stops the ticks, tells so in the log, and lets a refresh through", async () => {
    await collector.start();
    await connected();
    expect(await command<SamplingReply>("sampling", { action: "stop" })).toEqual({
      ok: true,
      action: "stop",
      running: false,
      changed: true,
    });
    await expect.poll(samplingStates, within).toEqual([true, false]);
    await allStored();
    const stopped = await ticks();
    const refreshed = await command<RefreshReply>("refresh", {});
    expect(refreshed.ok).toBe(true);
    // Long enough for several ticks, had there been any: only the requested reading has come.
    await new Promise((resolve) => setTimeout(resolve, 8 * tickMs));
    expect((await ofFamily("host")).slice(stopped).map(({ host }) => host?.requested)).toEqual([true]);
    expect(await command<SamplingReply>("sampling", { action: "stop" })).toMatchObject({
      running: false,
      changed: false,
    });

    expect(await command<SamplingReply>("sampling", { action: "start" })).toMatchObject({
      running: true,
      changed: true,
    });
    await expect.poll(ticks, within).toBeGreaterThan(stopped + 3);
    expect(
      (await ofFamily("host")).slice(stopped + 1).filter(({ observedAtMs }) => observedAtMs % tickMs !== 0),
    ).toEqual([]);
    expect(await samplingStates()).toEqual([true, false, true]);
  });

  it("reads everything at once on a restart, and runs again after a restart of the process", async () => {
    await collector.start();
    await connected();
    await command("sampling", { action: "stop" });
    await allStored();
    const before = (await ofFamily("host.filesystems")).length;
    expect(await command<SamplingReply>("sampling", { action: "restart" })).toMatchObject({
      running: true,
      changed: true,
    });
    await expect.poll(async () => (await ofFamily("host.filesystems")).length, within).toBe(before + 1);
    await command("sampling", { action: "stop" });
    await collector.kill();
    const stopped = await ticks();
    await collector.start();
    await expect.poll(ticks, within).toBeGreaterThan(stopped + 3);
    await expect.poll(async () => (await samplingStates()).at(-1), within).toBe(true);
  });

  it("refuses what is none", async () => {
    await collector.start();
    await connected();
    expect(await command("sampling", { action: "exit" })).toEqual({ ok: false, error: expect.any(String) });
  });
});

describe("Netdata in the order of sources", () => {
  let agent: NetdataProcess;
  beforeEach(async () => {
    agent = await NetdataProcess.start();
    collector.writeSettings({
      metrics: { update_interval_seconds: 2, sources: { cpu_usage: ["netdata", "direct"] } },
      netdata: { url: agent.url.replace("http://", "http://user:secret@") },
      modules: { collector: { interval_ms: 1000 }, alerts: { interval_ms: 1000 } },
    });
  });
  afterEach(() => agent.discard());

  const lastTick = async () => (await ofFamily("host")).at(-1)?.host;

  it("is named in the events, gives alerts, and is done without when it is killed", async () => {
    await collector.start();
    await expect
      .poll(async () => (await lastTick())?.sources, within)
      .toMatchObject([{ module: "cpu", source: "netdata" }]);
    expect((await lastTick())?.cpu?.intervalMs).toBe(2000);
    const alerts = async () => (await ofFamily("host.alerts")).at(-1)?.host?.alerts?.items.map(({ name }) => name);
    await expect.poll(alerts, within).toEqual(["statwire_uptime"]);
    const [configured] = await ofFamily("configuration");
    expect(configured?.configuration).toMatchObject({ netdataEnabled: true, netdataUrl: agent.url });

    const query = (module: string, source: string) => command<QueryReply>("query", { module, source });
    const [netdata, direct] = await Promise.all([query("cpu", "netdata"), query("cpu", "direct")]);
    for (const [reply, sources] of [
      [netdata, [{ module: "cpu", source: "netdata" }]],
      [direct, []],
    ] as const) {
      if (!reply.ok) throw new Error(reply.error);
      const event = decodeHostSampled(Buffer.from(reply.event, "base64"));
      expect(event.sources).toMatchObject(sources);
      expect(event.cpu?.utilizationE4).toBeGreaterThanOrEqual(0);
      expect(Math.abs(reply.observedAtMs - Date.now())).toBeLessThan(5000);
    }
    expect(await query("cpu", "rumour")).toMatchObject({ ok: false, reason: "unknown-source" });

    await agent.kill();
    await expect.poll(async () => (await lastTick())?.sources, within).toEqual([]);
    expect((await lastTick())?.cpu?.cores.length).toBeGreaterThan(0);
    const health = async () =>
      (await ofFamily("host.collector")).at(-1)?.host?.collector?.modules.find(({ module }) => module === "cpu");
    await expect.poll(health, within).toMatchObject({
      source: "direct",
      failing: false,
      error: expect.stringContaining("netdata: connect ECONNREFUSED"),
    });
    expect(await query("cpu", "netdata")).toMatchObject({
      ok: false,
      reason: "unavailable",
      error: expect.stringContaining("ECONNREFUSED"),
    });
    // Queries are answered, never published.
    expect((await bus.events()).filter(({ sequence }) => sequence === 0)).toEqual([]);
    expect(collector.log).not.toContain("secret");
  });
});
