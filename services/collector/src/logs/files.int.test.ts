import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLane } from "@statwire/event-log";
import { logSubject } from "@statwire/events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogsRig } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";
import { endOfFile } from "./file-end.js";
import { toMessage } from "./log-event.js";
import { nothingRead } from "./position.js";

let bus: PrivateBus;
let rig: LogsRig;
let path: string;

beforeAll(async () => {
  bus = await PrivateBus.start();
});
afterAll(() => bus.stop());
beforeEach(async () => {
  await bus.log.manager.streams.purge("LOGS");
  rig = new LogsRig(bus);
  path = rig.path("app.log");
});
afterEach(() => rig.discard());

const within = { timeout: 10_000, interval: 20 };

function stored(log = "app") {
  return expect.poll(() => rig.texts(log), within);
}

function settings(more: object = {}) {
  return { logs: { app: { path, ...more } } };
}

function problem() {
  return rig.logs.status()[0]?.problem;
}

describe("a log file", () => {
  it("is read from its beginning and as it grows, within a second", async () => {
    writeFileSync(path, "one\ntwo\r\nhal");
    rig.start(settings());
    await stored().toEqual(["one", "two"]);
    const startMs = performance.now();
    appendFileSync(path, "f\nfour\n");
    await stored().toEqual(["one", "two", "half", "four"]);
    expect(performance.now() - startMs).toBeLessThan(1000);
    expect((await rig.lines("app")).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(rig.logs.status()).toMatchObject([{ linesRead: 4, lastLine: 4, problem: undefined, bytesBehind: 0 }]);
  });

  it("goes on where it was after a restart, with the numbers", async () => {
    writeFileSync(path, "one\ntwo\n");
    rig.start(settings());
    await stored().toEqual(["one", "two"]);
    await rig.stop();
    appendFileSync(path, "three\n");
    rig.start(settings());
    await stored().toEqual(["one", "two", "three"]);
    const events = await rig.events("app");
    expect(events.map(({ firstLine, sequence }) => [firstLine, sequence])).toEqual([
      [1n, 1n],
      [3n, 1n],
    ]);
    expect(Number(events[1]?.bootId)).toBeGreaterThan(Number(events[0]?.bootId));
  });

  it("goes on without its saved progress, and without what the stream had", async () => {
    writeFileSync(path, "one\ntwo\n");
    rig.start(settings());
    await stored().toEqual(["one", "two"]);
    await rig.stop();
    appendFileSync(path, "three\n");
    rmSync(join(rig.dataDir, "logs"), { recursive: true });
    rig.start(settings());
    await stored().toEqual(["one", "two", "three"]);
    await rig.stop();
    await bus.log.manager.streams.purge("LOGS");
    appendFileSync(path, "four\n");
    rig.start(settings());
    await stored().toEqual(["four"]);
    expect((await rig.lines("app"))[0]?.number).toBe(4);
  });

  it("starts at the end when it is told to, with the numbers of the file", async () => {
    writeFileSync(path, "one\ntwo\nthr");
    rig.start(settings({ start: "end" }));
    await expect.poll(() => rig.logs.status()[0]?.lastLine).toBe(2);
    appendFileSync(path, "ee\n");
    await stored().toEqual(["three"]);
    expect((await rig.lines("app"))[0]?.number).toBe(3);
  });

  it("is read on after it was renamed, with what is still written to the old file", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    renameSync(path, `${path}.1`);
    appendFileSync(`${path}.1`, "2\n");
    writeFileSync(path, "3\n");
    appendFileSync(`${path}.1`, "half");
    await stored().toEqual(["1", "2", "half", "3"]);
    appendFileSync(`${path}.1`, " late\n");
    await stored().toEqual(["1", "2", "half", "3", " late"]);
    expect((await rig.lines("app")).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("is found again when it was renamed twice while nobody read", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    await rig.stop();
    appendFileSync(path, "2\n");
    renameSync(path, `${path}.1`);
    writeFileSync(path, "3\n");
    renameSync(`${path}.1`, `${path}.2`);
    renameSync(path, `${path}.1`);
    writeFileSync(path, "4\n");
    writeFileSync(`${path}.err`, "another log\n");
    rig.start(settings());
    await stored().toEqual(["1", "2", "3", "4"]);
    expect((await rig.events("app")).every(({ droppedLines }) => droppedLines === 0n)).toBe(true);
  });

  it("is found again in its copy when it was cut while nobody read", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    await rig.stop();
    appendFileSync(path, "2\n");
    copyFileSync(path, rig.path("app-20261126.log"));
    truncateSync(path);
    appendFileSync(path, "3\n4 which is longer than what was read before\n");
    rig.start(settings());
    await stored().toEqual(["1", "2", "3", "4 which is longer than what was read before"]);
  });

  it("is read from its beginning after it was cut, grown beyond the old place or not", async () => {
    writeFileSync(path, "1\n2\n");
    rig.start(settings());
    await stored().toEqual(["1", "2"]);
    truncateSync(path);
    appendFileSync(path, "3\n");
    await stored().toEqual(["1", "2", "3"]);
    // One call, so that nobody sees it short.
    writeFileSync(path, "4 is much longer than that\n5\n");
    await stored().toEqual(["1", "2", "3", "4 is much longer than that", "5"]);
    expect((await rig.events("app")).every(({ droppedLines }) => droppedLines === 0n)).toBe(true);
  });

  it("says that lines are lost when their file is gone", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    await rig.stop();
    appendFileSync(path, "2\n");
    unlinkSync(path);
    writeFileSync(path, "3\n");
    rig.start(settings());
    await stored().toEqual(["1", "3"]);
    const events = await rig.events("app");
    expect(events.filter(({ droppedLines }) => droppedLines > 0n)).toMatchObject([
      { droppedLines: 1n, droppedWhy: "lost" },
    ]);
    expect((await rig.lines("app")).map(({ number }) => number)).toEqual([1, 3]);
    expect(rig.logs.status()[0]?.lost).toBe(1);
  });

  it("is another file under the same inode", async () => {
    writeFileSync(path, "old one\nold two\n");
    rig.start(settings());
    await stored().toEqual(["old one", "old two"]);
    await rig.stop();
    const inode = statSync(path).ino;
    writeFileSync(path, "new one, longer\nnew two, longer\n");
    expect(statSync(path).ino).toBe(inode);
    rig.start(settings());
    await stored().toEqual(["old one", "old two", "new one, longer", "new two, longer"]);
  });

  it("may come late, vanish and come back", async () => {
    rig.start(settings());
    await expect.poll(problem, within).toBe(`${path} does not exist`);
    writeFileSync(path, "1\n");
    await stored().toEqual(["1"]);
    unlinkSync(path);
    await expect.poll(problem, within).toBe(`${path} does not exist`);
    writeFileSync(path, "2\n");
    await stored().toEqual(["1", "2"]);
    expect(problem()).toBeUndefined();
  });

  it("may hold anything", async () => {
    writeFileSync(
      path,
      Buffer.concat([
        Buffer.from("a\0b\x1b[1mc\td\x07\n"),
        Buffer.from([0xff, 0xfe, 0x41, 0x0a]),
        Buffer.from("é€😀\n\n"),
      ]),
    );
    rig.start(settings());
    await stored().toEqual(["a\ufffdb\x1b[1mc\td\ufffd", "\ufffd\ufffdA", "é€😀", ""]);
  });

  it("may have lines that are too long, which are cut, at constant memory", async () => {
    writeFileSync(path, "before\n");
    const piece = Buffer.alloc(1024 * 1024, "x");
    for (let megabyte = 0; megabyte < 50; megabyte += 1) appendFileSync(path, piece);
    appendFileSync(path, "\nafter\n");
    appendFileSync(path, `${"é".repeat(500)}\n`);
    const before = process.memoryUsage.rss();
    rig.start(settings({ max_line_bytes: 999 }));
    await expect
      .poll(() => rig.lines("app"), within)
      .toEqual([
        { number: 1, text: "before", truncated: false },
        { number: 2, text: "x".repeat(999), truncated: true },
        { number: 3, text: "after", truncated: false },
        { number: 4, text: "é".repeat(499), truncated: true },
      ]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40 * 1024 * 1024);
  });

  it("is redacted as a whole before it is cut", async () => {
    writeFileSync(path, `${"x".repeat(95)}192.168.1.20 jane@example.com\n`);
    rig.start(settings({ max_line_bytes: 100, redact_datatype: ["ip", "email"], redact_strings: ["xxx"] }));
    await stored().toHaveLength(1);
    rig.apply(settings({ max_line_bytes: 100, redact: ["ip"] }));
    appendFileSync(path, `${"x".repeat(95)}192.168.1.20\n`);
    appendFileSync(path, `${"x".repeat(90)}10.20.30.40${"y".repeat(5000)}\n`);
    await stored().toHaveLength(3);
    expect((await rig.texts("app")).slice(1)).toEqual([`${"x".repeat(95)}192.1`, `${"x".repeat(90)}10.20.*.`]);
  });
});

describe("what may be read", () => {
  let elsewhere: string;
  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), "statwire-elsewhere-"));
    writeFileSync(join(elsewhere, "secret"), "secret\n");
  });
  afterEach(() => rmSync(elsewhere, { recursive: true, force: true }));

  it("is no link out of the folder, unless its folder is allowed", async () => {
    symlinkSync(join(elsewhere, "secret"), path);
    rig.start(settings());
    await expect.poll(problem, within).toContain(`${path} leads to ${elsewhere}/secret, outside of its folder`);
    expect(await rig.events("app")).toEqual([]);
    rig.apply({ ...settings(), log_allowed_folders: [elsewhere] });
    await stored().toEqual(["secret"]);
  });

  it("is no link that takes the place of a log, nor one among its old files", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    symlinkSync(join(elsewhere, "secret"), `${path}.1`);
    unlinkSync(path);
    symlinkSync(join(elsewhere, "secret"), path);
    await expect.poll(problem, within).toContain("outside of its folder");
    unlinkSync(path);
    writeFileSync(path, "2\n");
    await stored().toEqual(["1", "2"]);
  });

  it("is a link within the folder", async () => {
    writeFileSync(rig.path("real.log"), "1\n");
    symlinkSync("real.log", path);
    rig.start(settings());
    await stored().toEqual(["1"]);
  });

  it("is no folder, pipe or device", async () => {
    mkdirSync(path);
    const pipe = rig.path("pipe");
    execFileSync("mkfifo", [pipe]);
    rig.start({ logs: { folder: { path }, pipe: { path: pipe }, device: { path: "/dev/zero" } } });
    await expect
      .poll(() => rig.logs.status().map(({ problem }) => problem), within)
      .toEqual([`${path} is not a regular file`, `${pipe} is not a regular file`, "/dev/zero is not a regular file"]);
  });

  it("is nothing without permission", async () => {
    chmodSync(rig.folder, 0o755);
    writeFileSync(path, "1\n");
    chmodSync(path, 0);
    // Root may read everything.
    const isRoot = process.geteuid?.() === 0;
    rig.start(settings());
    if (isRoot) process.seteuid?.(65534);
    try {
      await expect.poll(problem, within).toBe(`${path} may not be read (permission denied)`);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    chmodSync(path, 0o600);
    await stored().toEqual(["1"]);
  });
});

describe("patterns", () => {
  it("name one log a file, old files and new ones aside", async () => {
    for (const name of ["a.log", "b.log", "a.log.1", "a.txt", ".hidden.log"])
      writeFileSync(rig.path(name), `${name}\n`);
    rig.start({ logs: { web: { paths: [rig.path("*.log*")] } } });
    await stored("web/a.log").toEqual(["a.log"]);
    await stored("web/b.log").toEqual(["b.log"]);
    writeFileSync(rig.path("c.log"), "c\n");
    await stored("web/c.log").toEqual(["c"]);
    expect(rig.logs.status().map(({ name }) => name)).toEqual(["web/a.log", "web/b.log", "web/c.log"]);
    rig.apply({ logs: { web: { paths: [rig.path("*.log*")], enabled: false } } });
    await expect
      .poll(() => rig.logs.status().map(({ name, enabled }) => [name, enabled]), within)
      .toEqual([["web", false]]);
  });
});

describe("rate and absence", () => {
  it("drops what is over the rate, counts it, and numbers over it", async () => {
    writeFileSync(path, "");
    rig.start(settings({ lines_per_second_max: 100 }));
    await expect.poll(problem, within).toBeUndefined();
    appendFileSync(path, "first\n");
    await stored().toEqual(["first"]);
    appendFileSync(path, Array.from({ length: 1000 }, (_, index) => `line ${index + 2}\n`).join(""));
    await expect.poll(() => rig.logs.status()[0]?.droppedByRate ?? 0, within).toBeGreaterThan(850);
    await expect
      .poll(async () => (await rig.events("app")).reduce((sum, event) => sum + Number(event.droppedLines), 0), within)
      .toBe(rig.logs.status()[0]?.droppedByRate);
    appendFileSync(path, "line 1002\n");
    await expect
      .poll(async () => (await rig.lines("app")).at(-1), within)
      .toMatchObject({ text: "line 1002", number: 1002 });
    for (const { number, text } of (await rig.lines("app")).slice(1)) expect(text).toBe(`line ${number}`);
  });

  it("reads slowly, and drops nothing, of what was written while nobody read", async () => {
    writeFileSync(path, Array.from({ length: 900 }, (_, index) => `${index}\n`).join(""));
    const startMs = performance.now();
    rig.start(settings({ lines_per_second_max: 300 }));
    await expect.poll(async () => (await rig.texts("app")).length, within).toBe(900);
    expect(performance.now() - startMs).toBeLessThan(5000);
    expect(rig.logs.status()[0]?.droppedByRate).toBe(0);
  });

  it("keeps hold of files that rotate away while the log is away", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings(), { connected: false });
    await expect.poll(() => rig.logs.status()[0]?.linesRead, within).toBe(1);
    for (const line of [2, 3, 4]) {
      appendFileSync(path, `${line}a\n`);
      const moved = rig.path("moved");
      renameSync(path, moved);
      writeFileSync(path, `${line}b\n`);
      await expect.poll(() => rig.logs.status()[0]?.linesRead, within).toBe(line * 2 - 1);
      rmSync(moved);
    }
    rig.connect();
    await stored().toEqual(["1", "2a", "2b", "3a", "3b", "4a", "4b"]);
  });

  it("reads on behind what another run has published meanwhile", async () => {
    writeFileSync(path, "1\n");
    rig.start(settings());
    await stored().toEqual(["1"]);
    // Published as the attempt of a killed run is that arrives late: before ours, which waits a little for more lines.
    appendFileSync(path, "2\n");
    const { position } = await endOfFile(path, { allowedFolders: [], nowMs: 0 });
    appendFileSync(path, "3\n");
    if (position === undefined) throw new Error("no position");
    const identity = { workspace: "default", node: "node.1", log: "app" };
    const lane = openLane(bus.log, { stream: "LOGS", subject: logSubject(identity) });
    await lane.last();
    const line = { text: "2 of the other", atMs: 0, severity: 0, origin: "", truncated: false };
    const batch = { gap: undefined, lines: [line], bytes: 0, readAtMs: 0, end: position, pieces: 1 };
    const known = { ...nothingRead, nextLine: 2 };
    const { payload, headers } = toMessage(identity, { bootId: Date.now() + 1e6, sequence: 1 }, known, batch);
    expect(await lane.publish(payload, headers)).toMatchObject({ kind: "stored" });
    await stored().toEqual(["1", "2 of the other", "3"]);
    const events = await rig.events("app");
    expect(events.map(({ firstLine }) => firstLine)).toEqual([1n, 2n, 3n]);
    expect(events[2]?.bootId).toBeGreaterThan(events[1]?.bootId ?? 0n);
  });
});
