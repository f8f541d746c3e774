import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Source } from "../source.js";
import { openSystemInformation } from "./systeminformation.js";

let folder: string;
let source: Source;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-child-"));
});
afterEach(() => {
  source.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A source whose process answers by this function of the question and how often any was asked. */
function open(answer: string, host = { procRoot: "/proc", sysRoot: "/sys", fileRoot: "/" }): Source {
  const childPath = join(folder, "child.mjs");
  const reply = "process.send({ id, ok: true, json: JSON.stringify(answer(question, (count += 1))) })";
  const listen = `process.on("message", ({ id, question }) => ${reply});`;
  writeFileSync(childPath, `let count = 0;\nconst answer = ${answer};\n${listen}\n`);
  source = openSystemInformation({ host, accepts: (_, name) => name !== "unwanted", process: { childPath } });
  return source;
}

describe("the source systeminformation", () => {
  it("takes swap out of the answer on memory, also when both are read at once", async () => {
    open(
      "(question) => question === 'memory' && { total: 100, free: 40, available: 60, buffers: 1, cached: 2, slab: 3, " +
        "reclaimable: 2, dirty: 0, swaptotal: 50, swapused: 5, swapfree: 45 }",
    );
    const [memory, swap] = await Promise.all([source.read("memory", 0), source.read("swap", 0)]);
    expect([memory?.usedBytes, swap?.usedBytes]).toEqual([40n, 5n]);
  });

  it("does not look again for ten minutes for what this host has not", async () => {
    open("(_, count) => count === 1 ? [] : [{ vendor: 'Maker', model: 'card ' + count, busAddress: '01:00.0' }]");
    expect(await source.read("gpus", 1000)).toBeUndefined();
    expect(await source.read("gpus", 600_999)).toBeUndefined();
    expect((await source.read("gpus", 601_000))?.items[0]?.name).toBe("Maker card 2");
  });

  it("wants only what the settings want", async () => {
    open("() => [{ user: 'ada', tty: '', date: '', time: '' }, { user: 'unwanted', tty: '', date: '', time: '' }]");
    expect((await source.read("users", 0))?.items.map(({ user }) => user)).toEqual(["ada"]);
  });

  it("fails with the field of an answer that it cannot understand, and goes on", async () => {
    open("(_, count) => count === 1 ? { averages: 'many' } : { averages: [1, 2, 3], uptime: 4 }");
    await expect(source.read("load", 0)).rejects.toThrow("systeminformation: load.averages: ");
    expect((await source.read("load", 1))?.uptimeMs).toBe(4000n);
  });

  it("serves what it can, and nothing to a collector that is shown the host's trees elsewhere", async () => {
    expect([...open("() => null").modules].sort()).toEqual(
      [
        "batteries",
        "containers",
        "cpu",
        "filesystems",
        "gpus",
        "load",
        "memory",
        "network",
        "physicalDisks",
        "sensors",
      ].concat(["swap", "users"]),
    );
    await expect(source.read("processes", 0)).rejects.toThrow("systeminformation does not serve processes");
    const elsewhere = open("() => null", { procRoot: "/host/proc", sysRoot: "/host/sys", fileRoot: "/host" });
    expect([...elsewhere.modules]).toEqual([]);
    await expect(elsewhere.read("cpu", 0)).rejects.toThrow("systeminformation does not serve cpu");
  });
});
