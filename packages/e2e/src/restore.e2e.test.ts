import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import {
  type EventIdentity,
  eventsInHistory,
  eventsInLog,
  faultsInNumbering,
  get,
  inOrder,
  type Product,
  startProduct,
  statwireOf,
} from "@statwire/running-product";
import { afterAll, beforeAll, expect, it } from "vitest";

const metricPath = `/api/v2/nodes/${encodeURIComponent(hostname())}/metrics/system.cpu.utilization`;

let scratch: string;
let product: Product;
let env: Record<string, string>;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "statwire-restore-"));
  const settingsFile = join(scratch, "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ base_interval_ms: 250 }));
  env = { SETTINGS_FILE: settingsFile };
  product = await startProduct({ dataDir: join(scratch, "data"), env });
});

afterAll(async () => {
  await product?.discard();
  rmSync(scratch, { recursive: true, force: true });
});

it("a data folder that is lost comes back out of a backup, and everything goes on", async () => {
  const folder = join(scratch, "backup");
  await expect.poll(async () => (await storedHostEvents()).length, { timeout: 60_000 }).toBeGreaterThan(20);
  const stored = await eventsInHistory(product);
  const untilMs = Math.max(...stored.map(({ observedAtMs }) => observedAtMs));
  const { positions } = JSON.parse(await statwireOf(product, "backup", "--to", folder, "--json"));
  expect(positions[0].committed).toBeGreaterThan(20);
  // Not the very last seconds: views make rows of one event visible one after the other.
  const period = `?step=1s&from=${isoTime(untilMs - 60_000)}&to=${isoTime(untilMs - 2_000)}`;
  const answered = (await get(product, metricPath + period)).body;
  expect(answered.series[0].points.length).toBeGreaterThan(0);

  await product.discard();
  const { dataDir, ports } = product;
  const servers = await startProduct({ dataDir, ports, serversOnly: true });
  await statwireOf(product, "restore", "--from", folder);
  await servers.stop();
  product = await startProduct({ dataDir, ports, env });

  // All that was stored is there, once, and what had come after the tables were frozen was taken from the log.
  const startedAtMs = Date.now();
  const isNew = ({ observedAtMs }: EventIdentity) => observedAtMs > startedAtMs;
  await expect.poll(async () => (await storedHostEvents()).some(isNew), { timeout: 60_000 }).toBe(true);
  const log = await eventsInLog(product);
  expect(faultsInNumbering(log)).toEqual({ missing: [], doubled: [] });
  expect(inOrder(log)).toEqual(expect.arrayContaining(inOrder(stored)));
  const newestMs = Math.max(...log.map(({ observedAtMs }) => observedAtMs));
  const upToNewest = async () =>
    inOrder((await eventsInHistory(product)).filter(({ observedAtMs }) => observedAtMs <= newestMs));
  await expect.poll(upToNewest, { timeout: 30_000, interval: 500 }).toEqual(inOrder(log));
  expect((await get(product, metricPath + period)).body.series).toEqual(answered.series);
}, 180_000);

async function storedHostEvents(): Promise<EventIdentity[]> {
  return (await eventsInHistory(product)).filter(({ family }) => family === "host");
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
