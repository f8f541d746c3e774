import { type ChildProcess, execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { requirePrograms } from "@statwire/embedded-stack";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogsRig } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";

/**
 * Debian's logrotate, while a process writes numbered lines as fast as it can.
 *
 * What logrotate itself loses (lines written between its copy and its truncation) is no fault of a reader, so there the
 * writer pauses while it rotates, as its manual advises for `copytruncate` where no line may be lost; a second test
 * does not pause and asserts what must hold then: nothing is doubled, the order is kept, and only lines that are in no
 * file any more are missing.
 *
 * `ROTATION_LINES=600000` makes each three times as long, and as fast as the writer can.
 */
const linesEach = Number(process.env.ROTATION_LINES ?? "200000");
/** Written at once, each millisecond at most: so few lines take four seconds at least, in which several rotations fit. */
const linesAtOnce = linesEach < 600_000 ? 50 : 200;

const writer = fileURLToPath(new URL("../testing/line-writer.mjs", import.meta.url));

let bus: PrivateBus;
let rig: LogsRig;
let path: string;
let logrotate: string;
let writing: ChildProcess | undefined;

beforeAll(async () => {
  const programs = await requirePrograms(["logrotate"], { path: process.env.PATH, tell: () => undefined });
  logrotate = programs.logrotate ?? "";
  bus = await PrivateBus.start();
});
afterAll(() => bus.stop());
beforeEach(async () => {
  await bus.log.manager.streams.purge("LOGS");
  rig = new LogsRig(bus);
  path = rig.path("app.log");
});
afterEach(async () => {
  writing?.kill("SIGKILL");
  await rig.discard();
});

/** Starts to read an empty file. */
async function read(): Promise<void> {
  writeFileSync(path, "");
  rig.start({ logs: { app: { path } } });
  // Rotated before it was ever seen it would be no part of the log.
  await expect.poll(() => readdirSync("/proc/self/fd").some((descriptor) => isOpen(descriptor))).toBe(true);
}

function isOpen(descriptor: string): boolean {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`) === path;
  } catch {
    return false;
  }
}

/** Starts to write; resolves with the exit code when all lines are written. */
function write(lines: number): Promise<number | null> {
  writing = spawn(process.execPath, [writer, path, String(lines), String(linesAtOnce)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const child = writing;
  return new Promise((resolve) => child.once("exit", resolve));
}

async function rotate(mode: string[]): Promise<void> {
  const configuration = rig.path("logrotate.conf");
  writeFileSync(
    configuration,
    [`"${path}" {`, "  su root root", "  rotate 1000", "  missingok", ...mode.map((line) => `  ${line}`), "}\n"].join(
      "\n",
    ),
    { mode: 0o644 },
  );
  await promisify(execFile)(logrotate, ["--force", "--state", rig.path("state"), configuration]);
}

/** Asks the writer to pause, and waits until it says that it does, or has ended meanwhile. */
const paused = () => [
  "prerotate",
  `  touch ${path}.pause; while [ ! -e ${path}.paused ] && kill -0 ${writing?.pid}; do sleep 0.01; done`,
  "endscript",
  "postrotate",
  `  rm ${path}.pause`,
  "endscript",
];

/**
 * Rotates again and again until the writer has ended; returns how often. In between something of the file is read: what
 * is written and cut away while the reader does not run at all (this machine may be busy) is nothing that it can know of.
 */
async function rotateUntil(written: Promise<number | null>, mode: () => string[]): Promise<number> {
  let isOver = false;
  const code = written.then((result) => {
    isOver = true;
    return result;
  });
  let rotations = 0;
  for (let read = 0; !isOver; rotations += 1) {
    const linesRead = () => rig.logs.status()[0]?.linesRead ?? 0;
    await expect.poll(() => isOver || linesRead() > read, { timeout: 20_000, interval: 10 }).toBe(true);
    read = linesRead();
    await rotate(mode());
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect(await code).toBe(0);
  return rotations;
}

async function storedNumbers(): Promise<number[]> {
  return (await rig.lines("app")).map(({ number, text }) => {
    const [, written = ""] = /^line (\d+) x+$/.exec(text) ?? [];
    if (written === "") throw new Error(`line ${number} is no line that was written: ${text.slice(0, 200)}`);
    return Number(written);
  });
}

/** Numbers as ranges, so that a failure can be read. */
function ranges(numbers: readonly number[]): string[] {
  const sorted = [...numbers].sort((one, other) => one - other);
  const starts = sorted.filter((number, index) => number !== (sorted[index - 1] ?? Number.NaN) + 1);
  return starts.map((start, index) => {
    const next = sorted.indexOf(starts[index + 1] ?? Number.NaN);
    return `${start}-${sorted.at(next === -1 ? -1 : next - 1)}`;
  });
}

const atLast = { timeout: 60_000, interval: 200 };

describe("rotation under load", () => {
  it.each([
    ["rename and create", () => ["create 0644", "postrotate", `  kill -HUP ${writing?.pid} || true`, "endscript"]],
    ["copy and truncate", () => ["copytruncate", ...paused()]],
  ])(
    "by %s: no line is lost, none is doubled",
    async (_, mode) => {
      await read();
      const rotations = await rotateUntil(write(linesEach), mode);
      await expect.poll(() => rig.logs.status()[0]?.lastLine, atLast).toBe(linesEach);
      expect(rotations).toBeGreaterThan(2);
      const numbers = await storedNumbers();
      expect(numbers.length).toBe(linesEach);
      expect(numbers.findIndex((number, index) => number !== index + 1)).toBe(-1);
      const events = await rig.events("app");
      expect(events.reduce((sum, { droppedLines }) => sum + Number(droppedLines), 0)).toBe(0);
    },
    120_000,
  );

  it("by copy and truncate without a pause: none is doubled, and only what is nowhere is missing", async () => {
    const lines = 200_000;
    await read();
    await rotateUntil(write(lines), () => ["copytruncate"]);
    const kept = new Set<number>();
    for (const name of readdirSync(rig.folder).filter((file) => file.startsWith("app.log"))) {
      for (const [, number] of readFileSync(join(rig.folder, name), "utf8").matchAll(/^line (\d+) x+$/gm)) {
        kept.add(Number(number));
      }
    }
    await expect.poll(async () => (await rig.texts("app")).at(-1), atLast).toMatch(/^line 200000 /);
    const texts = await rig.texts("app");
    // Where the truncation cuts a line in two, its end is nowhere.
    const numbers = texts.flatMap((text) => /^line (\d+) x+$/.exec(text)?.[1] ?? []).map(Number);
    expect(numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0))).toBe(-1);
    const stored = new Set(numbers);
    expect(ranges([...kept].filter((number) => !stored.has(number)))).toEqual([]);
    console.log(`logrotate lost ${lines - kept.size} lines, of which ${stored.size - kept.size} were read in time`);
  }, 120_000);
});
