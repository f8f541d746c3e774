import { rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openKernel, parseNumbers } from "./kernel.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
});
afterEach(() => copy.remove());

const sample = () => openKernel(fixtureContext("x86-server", { folder: copy.folder })).sample(0);

describe("kernel tables", () => {
  it("are read from /proc/sys and vmstat", async () => {
    expect(await sample()).toEqual({
      openFiles: 2016n,
      openFilesMax: 9_223_372_036_854_775_807n,
      conntrackEntries: 347n,
      conntrackMax: 65_536n,
      oomKills: 0n,
      threadsMax: 15_420n,
      pidsMax: 4_194_304n,
      entropyBits: 256,
      inodesAllocated: 61_934n,
    });
  });

  it("are there in part without connection tracking and on an old kernel", async () => {
    rmSync(`${copy.folder}/proc/sys/net`, { recursive: true });
    writeFileSync(`${copy.folder}/proc/vmstat`, "pgfault 1\n");
    const kernel = await sample();
    expect(kernel?.conntrackEntries).toBeUndefined();
    expect(kernel?.conntrackMax).toBeUndefined();
    expect(kernel?.oomKills).toBeUndefined();
    expect(kernel?.openFiles).toBe(2016n);
  });

  it("are absent without file-nr, and a failure when it is unreadable", async () => {
    writeFileSync(`${copy.folder}/proc/sys/fs/file-nr`, "2016\n");
    expect(sample).toThrow('file-nr: expected 3 numbers, got "2016"');
    rmSync(`${copy.folder}/proc/sys/fs/file-nr`);
    expect(await sample()).toBeUndefined();
  });

  it("are whole numbers", () => {
    expect(parseNumbers("1\t2 3\n", "f", 3)).toEqual([1n, 2n, 3n]);
    for (const text of ["", "x", "1 two", "-1"])
      expect(() => parseNumbers(text, "f", 1)).toThrow("f: expected 1 numbers");
  });
});
