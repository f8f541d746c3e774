import { appendFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { openLane } from "@statwire/event-log";
import { logSubject } from "@statwire/events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LogsRig } from "../testing/logs-rig.js";
import { PrivateBus } from "../testing/private-bus.js";
import { endOfFile } from "./file-end.js";
import { toMessage } from "./log-event.js";
import { nothingRead } from "./position.js";
import { chunkBytes } from "./segment.js";

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

const within = { timeout: 20_000, interval: 20 };

function stored(log = "app") {
  return expect.poll(() => rig.texts(log), within);
}

function settings(more: object = {}) {
  return { logs: { app: { path, ...more } } };
}

function problem() {
  return rig.logs.status()[0]?.problem;
}

describe("a log under pressure", () => {
  it("drops what is over the rate, counts it, and numbers over it", async () => {
    writeFileSync(path, "");
    rig.start(settings({ lines_per_second_max: 100 }));
    await expect.poll(problem, within).toBeUndefined();
    appendFileSync(path, "first\n");
    await stored().toEqual(["first"]);
    appendFileSync(path, Array.from({ length: 1000 }, (_, index) => `line ${index + 2}\n`).join(""));
    await expect.poll(() => rig.logs.status()[0]?.droppedByRate ?? 0, within).toBeGreaterThan(850);
    const told = async () => (await rig.events("app")).reduce((sum, event) => sum + Number(event.droppedLines), 0);
    await expect.poll(async () => (await told()) - (rig.logs.status()[0]?.droppedByRate ?? 0), within).toBe(0);
    appendFileSync(path, "line 1002\n");
    await expect
      .poll(async () => (await rig.lines("app")).at(-1), within)
      .toMatchObject({ text: "line 1002", number: 1002 });
    for (const { number, text } of (await rig.lines("app")).slice(1)) expect(text).toBe(`line ${number}`);
  });

  it("reads slowly, and drops nothing, of what was written while nobody read", async () => {
    // Of what is read at once all lines are let through; the second half waits until the rate has caught up with the first.
    const lines = Math.floor((2 * chunkBytes) / 100);
    const perSecond = Math.round(lines / 4);
    writeFileSync(path, Array.from({ length: lines }, (_, index) => `${String(index).padEnd(99)}\n`).join(""));
    const startMs = performance.now();
    rig.start(settings({ lines_per_second_max: perSecond }));
    await expect.poll(async () => (await rig.texts("app")).length, within).toBe(lines);
    expect(performance.now() - startMs).toBeGreaterThan(900);
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
