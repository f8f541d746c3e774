import {
  appendFileSync,
  copyFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogsRig } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";

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
    appendFileSync(path, "f\nfour\n");
    const texts = ["one", "two", "half", "four"];
    await stored().toEqual(texts);
    expect((await rig.lines("app")).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(rig.logs.status()).toMatchObject([{ linesRead: 4, lastLine: 4, problem: undefined, bytesBehind: 0 }]);
    // A busy machine makes it later, so that the soonest of several lines counts.
    const storedAfterMs = async () => {
      const startMs = performance.now();
      texts.push(`line ${texts.length + 1}`);
      appendFileSync(path, `${texts.at(-1)}\n`);
      await stored().toEqual(texts);
      return performance.now() - startMs;
    };
    await expect.poll(storedAfterMs).toBeLessThan(1000);
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
