import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  descendant,
  eventsInHistory,
  eventsInLog,
  faultsInNumbering,
  inOrder,
  type Product,
  startProduct,
  waitFor,
} from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** How long each server stays away. `OUTAGE_SECONDS=60` makes it the full minute. */
const outageMs = Number(process.env.OUTAGE_SECONDS ?? "8") * 1000;

let product: Product;

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-lossless-"));
  const settingsFile = join(dataDir, "settings.json");
  writeFileSync(settingsFile, JSON.stringify({ base_interval_ms: 250 }));
  product = await startProduct({ dataDir, env: { SETTINGS_FILE: settingsFile } });
});

afterAll(() => product.discard());

describe("every reading is stored once, with its time", () => {
  it("with ClickHouse stopped under load", async () => {
    const clickhouse = descendant(product, /clickhouse/);
    process.kill(clickhouse, "SIGSTOP");
    await outage();
    process.kill(clickhouse, "SIGCONT");
    await expectComplete();
  });

  it("with ClickHouse killed under load", async () => {
    process.kill(descendant(product, /clickhouse/), "SIGKILL");
    await expectComplete();
  });

  it("with NATS stopped under load", async () => {
    const nats = descendant(product, /nats-server/);
    process.kill(nats, "SIGSTOP");
    await outage();
    process.kill(nats, "SIGCONT");
    await expectComplete();
  });

  it("with NATS killed under load", async () => {
    process.kill(descendant(product, /nats-server/), "SIGKILL");
    await expectComplete();
  });

  it("with the collector killed while its spool is on disk", async () => {
    const nats = descendant(product, /nats-server/);
    process.kill(nats, "SIGSTOP");
    await outage();
    process.kill(descendant(product, /services\/collector\/dist\/main/), "SIGKILL");
    process.kill(nats, "SIGCONT");
    await expectComplete();
  });

  it("with the ingester and the projector killed", async () => {
    process.kill(descendant(product, /services\/ingester/), "SIGKILL");
    process.kill(descendant(product, /services\/cache-projector/), "SIGKILL");
    await expectComplete();
  });
});

/** Real time passes while a server is away: that is the load. */
function outage(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, outageMs));
}

/**
 * Waits until readings made after now have arrived, then compares: the log numbers every family without
 * gap or repeat, and the history holds exactly what the log holds.
 */
async function expectComplete(): Promise<void> {
  const since = Date.now();
  await waitFor(
    async () => {
      const stored = await eventsInHistory(product).catch(() => []);
      return stored.some(({ family, observedAtMs }) => family === "host" && observedAtMs > since);
    },
    90_000,
    () => `nothing stored since ${new Date(since).toISOString()}:\n${product.output().slice(-4000)}`,
  );
  // The backlog drains beside the live lane: complete means that no number is missing up to the newest.
  await waitFor(
    async () => faultsInNumbering(await eventsInLog(product)).missing.length === 0,
    60_000,
    () => "the backlog did not drain",
  );
  const log = await eventsInLog(product);
  const newest = Math.max(...log.map(({ observedAtMs }) => observedAtMs));
  expect(faultsInNumbering(log)).toEqual({ missing: [], doubled: [] });
  const upToNewest = async () =>
    inOrder((await eventsInHistory(product)).filter((event) => event.observedAtMs <= newest));
  await expect.poll(upToNewest, { timeout: 60_000, interval: 500 }).toEqual(inOrder(log));
}
