import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockDirectory } from "./lock.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "statwire-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

const path = () => join(folder, "collector.pid");

it("refuses a directory that a living process has", () => {
  const stat = readFileSync("/proc/1/stat", "utf8");
  const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  writeFileSync(path(), `1 ${start}\n`);
  expect(() => lockDirectory(folder)).toThrow(`COLLECTOR_DATA_DIR: ${folder} is in use by process 1`);
});

it("takes over from a process that is gone, from another of its number and from a file without sense", () => {
  for (const left of ["999999999 5\n", "1 5\n", "", "rubbish"]) {
    writeFileSync(path(), left);
    const unlock = lockDirectory(folder);
    expect(readFileSync(path(), "utf8")).toMatch(new RegExp(`^${process.pid} \\d+\n$`));
    unlock();
    expect(() => readFileSync(path())).toThrow("ENOENT");
  }
});
