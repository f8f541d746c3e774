import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { Supervisor } from "./supervisor.js";

const dataDir = mkdtempSync(join(tmpdir(), "supervisor-"));
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

it("starts a killed child again, says so, and stops it in the end", async () => {
  const { supervisor, lines, start } = newSupervisor("setInterval(() => {}, 1000)");
  const first = await start();
  supervisor.watch(first, start);
  first.kill("SIGKILL");
  await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe("child is running again");
  expect(lines[0]).toMatch(/^child ended \(SIGKILL\); restart in 0\.[2-5] s\. Its log: .*child\.log$/);
  await supervisor.stop(2_000);
  expect(first.isRunning()).toBe(false);
});

it("waits longer before each restart of a child that keeps ending", async () => {
  const { supervisor, lines, start } = newSupervisor("process.exit(3)");
  supervisor.watch(await start(), start);
  const delays = () =>
    lines.filter((line) => line.includes("restart in")).map((line) => Number(/in ([\d.]+) s/.exec(line)?.[1]));
  await expect.poll(() => delays().length, { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
  expect(delays().slice(0, 4)).toEqual([0.3, 0.5, 1, 2]);
  expect(lines[0]).toContain("exit code 3");
}, 20_000);

it("starts a child soon again that was killed after a sound run, however often it was before", async () => {
  let nowMs = 0;
  const { supervisor, lines, start } = newSupervisor("setInterval(() => {}, 1000)", () => nowMs);
  const started: Awaited<ReturnType<typeof start>>[] = [];
  const startAndKeep = async () => {
    const child = await start();
    started.push(child);
    return child;
  };
  supervisor.watch(await startAndKeep(), startAndKeep);
  const delaysOf = () => lines.flatMap((line) => /restart in ([\d.]+) s/.exec(line)?.[1] ?? []);
  for (const ranMs of [0, 9_999, 10_001, 0]) {
    const kills = started.length;
    nowMs += ranMs;
    started.at(-1)?.kill("SIGKILL");
    await expect.poll(() => lines.filter((line) => line.endsWith("again")).length, { timeout: 10_000 }).toBe(kills);
  }
  expect(delaysOf().map(Number)).toEqual([0.3, 0.5, 0.3, 0.5]);
}, 30_000);

it("stops a child that ignores SIGTERM, after its deadline", async () => {
  const deaf = join(dataDir, "deaf");
  const { supervisor, start } = newSupervisor(
    `import { writeFileSync } from "node:fs";
     process.on("SIGTERM", () => {});
     setInterval(() => {}, 1000);
     writeFileSync(${JSON.stringify(deaf)}, "");`,
  );
  const child = await start();
  supervisor.watch(child, start);
  await expect.poll(() => existsSync(deaf), { timeout: 20_000 }).toBe(true);
  await supervisor.stop(200);
  expect(await child.exited).toEqual({ code: null, signal: "SIGKILL" });
});

function newSupervisor(script: string, now = Date.now) {
  const file = join(dataDir, "child.mjs");
  writeFileSync(file, script);
  const lines: string[] = [];
  const supervisor = new Supervisor({ tell: (line) => lines.push(line), random: () => 0, now });
  stops.push(() => supervisor.stop(1_000));
  const start = () => supervisor.start({ name: "child", command: process.execPath, args: [file], dataDir });
  return { supervisor, lines, start };
}
