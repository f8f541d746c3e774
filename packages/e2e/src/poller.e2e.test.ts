import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NetdataProcess } from "@statwire/embedded-stack/testing";
import { type PinnedClient, type Product, pinnedClient, startProduct, waitFor } from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** How long the poller polls. `POLL_SECONDS=300` makes it five minutes. */
const pollMs = Number(process.env.POLL_SECONDS ?? "65") * 1000;

const folder = mkdtempSync(join(tmpdir(), "statwire-poller-"));
const logFile = join(folder, "work.log");
let netdata: NetdataProcess;
let product: Product;
let client: PinnedClient;
let writing: NodeJS.Timeout;
let written = 0;

beforeAll(async () => {
  netdata = await NetdataProcess.start();
  const crontab = join(folder, "crontab");
  writeFileSync(crontab, "* * * * * root /usr/bin/each-minute\n");
  writeFileSync(logFile, "");
  const settings = {
    netdata: { url: netdata.url },
    logs: { work: { path: logFile } },
    cron: { locations_types_map: { [crontab]: "direct" } },
  };
  const settingsFile = join(folder, "settings.json");
  writeFileSync(settingsFile, JSON.stringify(settings));
  product = await startProduct({ env: { SETTINGS_FILE: settingsFile, TZ: "UTC" } });
  client = pinnedClient(product);
  writing = setInterval(() => {
    written += 1;
    appendFileSync(logFile, `line ${written}\n`);
  }, 500);
  await waitFor(async () => (await client.get("/alerts/netdata")).alerts.length === 1, 60_000);
  await waitFor(async () => (await client.get("/logs/work").catch(() => ({}))).total_lines > 0, 60_000);
});

afterAll(async () => {
  clearInterval(writing);
  await product?.discard();
  await netdata?.discard();
  rmSync(folder, { recursive: true, force: true });
});

describe("a poller that follows next_update_sec sees every update once", () => {
  it("of the metrics, the logs, the scheduled tasks and the alerts", async () => {
    const untilMs = Date.now() + pollMs;
    const [metrics, lines, runs, alerts] = await Promise.all([
      follow(untilMs, "/metrics", (body) => body.metrics.uptime.data.uptime_seconds),
      followLog(untilMs),
      follow(untilMs, "/cron_tasks", (body) => Date.parse(`${body.cron_tasks[0].next_run}Z`) / 1000),
      follow(untilMs, "/alerts/netdata", (body) => body.alerts[0].value),
    ]);
    // The host's uptime grows by the interval with every reading, and the alarm's value is an uptime, too.
    expectSteps(metrics, 4, pollMs / 4_000);
    expectSteps(runs, 60, pollMs / 60_000);
    expectSteps(alerts, 30, pollMs / 30_000);
    expect(lines.polls).toBeGreaterThanOrEqual(Math.floor(pollMs / 30_000));
    expect(lines.polls).toBeLessThanOrEqual(Math.ceil(pollMs / 30_000) + 1);
    expect(lines.seen).toEqual(lines.seen.map((_, index) => `${(lines.first ?? 0) + index}`));
    expect(lines.texts).toEqual(lines.seen.map((number) => `line ${number}`));
  }, 900_000);
});

it("the fingerprint that is shown is the one that the start showed", () => {
  expect(product.output()).toContain(client.fingerprint);
});

/** What is new in each answer of a path that is asked again as soon as it says. */
// biome-ignore lint/suspicious/noExplicitAny: a black-box test reads whatever the product answers
async function follow(untilMs: number, path: string, updateOf: (body: any) => number): Promise<number[]> {
  const updates: number[] = [];
  while (Date.now() < untilMs) {
    const body = await client.get(path);
    updates.push(updateOf(body));
    await pause(body.next_update_sec);
  }
  // The very first poll comes at any time, perhaps between a reading and when it can be seen.
  return updates.slice(1);
}

async function followLog(untilMs: number): Promise<{ polls: number; first?: number; seen: string[]; texts: string[] }> {
  const seen: string[] = [];
  const texts: string[] = [];
  let polls = 0;
  let since = 0;
  while (Date.now() < untilMs) {
    const body = await client.get(`/logs/work?since_line=${since}`);
    polls += 1;
    seen.push(...Object.keys(body.content));
    texts.push(...Object.values<string>(body.content));
    since = Number(Object.keys(body.content).at(-1) ?? since);
    await pause(body.next_update_sec);
  }
  return { polls, first: Number(seen[0]), seen, texts };
}

/** Each update is `step` after the one before it, give or take the rounding of a reading, and none is left out. */
function expectSteps(updates: readonly number[], step: number, expected: number): void {
  const steps = updates.slice(1).map((update, index) => update - (updates[index] ?? 0));
  const wrong = steps.filter((one) => Math.abs(one - step) > Math.max(1, step * 0.1));
  expect({ step, wrong, steps }).toEqual({ step, wrong: [], steps });
  expect(updates.length).toBeGreaterThanOrEqual(Math.floor(expected) - 2);
}

function pause(seconds: number): Promise<void> {
  expect(seconds).toBeGreaterThan(0);
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
