import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import {
  type CuttableNetwork,
  type EventIdentity,
  eventsInHistory,
  eventsInLog,
  faultsInNumbering,
  historyOf,
  inOrder,
  openNetwork,
  type Product,
  type SecondNode,
  startProduct,
  startSecondNode,
  waitFor,
} from "@statwire/running-product";
import { afterAll, beforeAll, expect, it } from "vitest";

/** How long the network is cut. `CUT_SECONDS=120` makes it two minutes. */
const cutMs = Number(process.env.CUT_SECONDS ?? "15") * 1000;

const near = "near-1";
const far = "far-1";

const folder = mkdtempSync(join(tmpdir(), "statwire-two-nodes-"));
let product: Product;
let network: CuttableNetwork;
let second: SecondNode;
let writing: NodeJS.Timeout;
let written = 0;

beforeAll(async () => {
  const settingsFile = join(folder, "settings.json");
  writeFileSync(settingsFile, JSON.stringify(settingsFor(near)));
  product = await startProduct({ env: { SETTINGS_FILE: settingsFile, NODE_ID: near } });
  network = await openNetwork(product.ports.nats);
  second = await startSecondNode(product, { node: far, natsPort: network.port, settings: settingsFor(far) });
  // Both write their logs all the time.
  writing = setInterval(() => {
    written += 1;
    for (const node of [near, far]) appendFileSync(logOf(node), `line ${written} of ${node}\n`);
  }, 20);
});

afterAll(async () => {
  clearInterval(writing);
  await second?.stop();
  await network?.close();
  await product?.discard();
  rmSync(folder, { recursive: true, force: true });
});

it("both nodes are complete after the network of one was cut", async () => {
  await waitFor(async () => (await seenSince(0)).size === 2, 60_000, explain);
  network.cut();
  const cutAtMs = Date.now();
  // Real time passes: that is the load.
  await new Promise((resolve) => setTimeout(resolve, cutMs));
  expect(await seenSince(cutAtMs + Math.min(cutMs / 2, 5_000))).toEqual(new Set([near]));
  network.heal();
  const healedAtMs = Date.now();
  await waitFor(async () => (await seenSince(healedAtMs)).size === 2, 90_000, explain);
  await waitFor(
    async () => faultsInNumbering(await eventsInLog(product)).missing.length === 0,
    90_000,
    () => "the backlog did not drain",
  );

  const log = await eventsInLog(product);
  expect(faultsInNumbering(log)).toEqual({ missing: [], doubled: [] });
  // It went on reading while the network was cut, but for the few seconds that a busy machine skips.
  const pauseMs = longestPause(log.filter(({ node, family }) => node === far && family === "host"));
  expect(pauseMs).toBeLessThanOrEqual(Math.min(cutMs / 2, 5_000));
  const newest = Math.max(...log.map(({ observedAtMs }) => observedAtMs));
  // Read again: what took its time to be read may have come since.
  const upToNewest = (events: readonly EventIdentity[]) =>
    inOrder(events.filter(({ observedAtMs }) => observedAtMs <= newest));
  await waitFor(
    async () => isDeepStrictEqual(upToNewest(await eventsInHistory(product)), upToNewest(await eventsInLog(product))),
    60_000,
    () => "the history is not what the log is",
  );

  clearInterval(writing);
  for (const node of [near, far]) {
    const expected = Array.from({ length: written }, (_, index) => `${index + 1} line ${index + 1} of ${node}`);
    await expect.poll(() => linesOf(node), { timeout: 60_000, interval: 500 }).toEqual(expected);
  }
}, 600_000);

/** The nodes of which something observed after then is stored. */
async function seenSince(sinceMs: number): Promise<Set<string>> {
  const stored = await eventsInHistory(product).catch(() => []);
  return new Set(stored.filter(({ observedAtMs }) => observedAtMs > sinceMs).map(({ node }) => node));
}

/** Milliseconds between two neighbouring readings, the most of them. */
function longestPause(events: readonly { observedAtMs: number }[]): number {
  const times = events.map(({ observedAtMs }) => observedAtMs).sort((one, other) => one - other);
  return Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? time)));
}

/** Every row of a node's log, with its number, in order. */
async function linesOf(node: string): Promise<string[]> {
  const history = historyOf(product);
  const result = await history.query({
    query: `SELECT concat(toString(line), ' ', text) AS text FROM log_lines
      WHERE workspace = 'default' AND node = {node:String} AND log = 'work' ORDER BY line, text`,
    query_params: { node },
    format: "JSONEachRow",
  });
  const rows = await result.json<{ text: string }>();
  await history.close();
  return rows.map(({ text }) => text);
}

function settingsFor(node: string): object {
  writeFileSync(logOf(node), "");
  return { base_interval_ms: 1000, logs: { work: { path: logOf(node) } } };
}

function logOf(node: string): string {
  return join(folder, `${node}.log`);
}

function explain(): string {
  return `${second.output().slice(-3000)}\n${product.output().slice(-3000)}`;
}
