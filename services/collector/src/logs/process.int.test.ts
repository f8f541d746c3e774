import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modules } from "@statwire/events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CollectorProcess } from "../testing/collector-process.js";
import { storedEvents, toLines } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";

const writer = fileURLToPath(new URL("../testing/line-writer.mjs", import.meta.url));
/** Only logs are looked at here. */
const noModules = Object.fromEntries(modules.map((module) => [module, { enabled: module === "load" }]));

let bus: PrivateBus;
let collector: CollectorProcess;
let folder: string;
let path: string;
let writing: ChildProcess | undefined;

beforeEach(async () => {
  bus = await PrivateBus.start();
  collector = new CollectorProcess(bus.url);
  folder = mkdtempSync(join(tmpdir(), "statwire-logs-"));
  path = join(folder, "app.log");
  collector.writeSettings({ modules: noModules, logs: { app: { path } } });
});
afterEach(async () => {
  writing?.kill("SIGKILL");
  await collector.discard();
  await bus.stop();
  rmSync(folder, { recursive: true, force: true });
});

const within = { timeout: 30_000, interval: 100 };

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until something more is stored, or there is no more to come. */
async function storesMore(): Promise<void> {
  const messages = async () => {
    try {
      return (await bus.log.manager.streams.info("LOGS")).state.messages;
    } catch {
      return undefined;
    }
  };
  await expect.poll(messages, within).toBeDefined();
  const before = (await messages()) ?? 0;
  await expect.poll(async () => writing?.exitCode === 0 || ((await messages()) ?? 0) > before, within).toBe(true);
}

async function storedLines() {
  return toLines(await storedEvents(bus, "app"));
}

describe("the collector", () => {
  it("publishes each line once, whatever is killed meanwhile", async () => {
    const lines = 150_000;
    writeFileSync(path, "");
    writing = spawn(process.execPath, [writer, path, String(lines), "25"], { stdio: "inherit" });
    const written = new Promise((resolve) => writing?.once("exit", resolve));
    await collector.start();
    // A writer that has begun listens to signals.
    await expect.poll(() => statSync(path).size, within).toBeGreaterThan(0);
    for (let round = 1; round <= 2; round += 1) {
      // A file that is rotated away before it was ever seen would be no part of the log.
      await storesMore();
      await collector.kill();
      renameSync(path, join(folder, `app.log.${round}`));
      writing.kill("SIGHUP");
      await collector.start();
      await storesMore();
      await bus.kill();
      await wait(300);
      bus.run();
    }
    await written;
    // The test's own connection comes back in its own time.
    await expect
      .poll(async () => (await storedLines().catch(() => [])).length, { ...within, interval: 1000 })
      .toBeGreaterThanOrEqual(lines);
    expect(await collector.metric("log_bytes_behind")).toBe(0);
    expect(await collector.stop()).toBe(0);
    const stored = await storedLines();
    expect(stored.length).toBe(lines);
    const wrong = stored.findIndex(
      ({ number, text }, index) => number !== index + 1 || !text.startsWith(`line ${index + 1} `),
    );
    expect(wrong).toBe(-1);
  }, 90_000);

  it("takes other logs while it runs, and shows what it reads", async () => {
    writeFileSync(path, "one\n");
    await collector.start();
    await expect.poll(async () => (await storedLines()).map(({ text }) => text), within).toEqual(["one"]);
    expect(await collector.metric("log_lines_read_total")).toBe(1);
    expect(await collector.metric("log_problem")).toBe(0);
    const other = join(folder, "other.log");
    writeFileSync(other, "two\n");
    collector.writeSettings({ modules: noModules, logs: { other: { path: other } } });
    await expect
      .poll(async () => toLines(await storedEvents(bus, "other")).map(({ text }) => text), within)
      .toEqual(["two"]);
    collector.writeSettings({ modules: noModules, logs: { other: { path: other, max_line_bytes: 1 } } });
    await expect.poll(() => collector.log, within).toContain("logs.other.max_line_bytes: ");
    expect(await collector.stop()).toBe(0);
  });
});
