import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { parseUsage, readProcessTree } from "./process-tree.js";

test("time of a process is its own and that of the children it has waited for, whatever its name", () => {
  const stat = "7 (a b) c) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 30 20 20 0 1 0 100 0 0";
  expect(parseUsage(stat, "Name:\ta\nVmRSS:\t    2048 kB\n")).toEqual({
    cpuSeconds: 3.5,
    residentBytes: 2 * 1024 ** 2,
  });
});

test("a process that has ended and is not waited for has no resident bytes", () => {
  expect(parseUsage("7 (a) Z 1 7 7 0 -1 4 0 0 0 0 1 1 0 0 20", "Name:\ta\n").residentBytes).toBe(0);
});

test("what a process has started counts beside it", async () => {
  const shell = spawn("sh", ["-c", "sleep 30 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = await once(shell.stdout, "data");
    const { ownBytes, childBytes } = readProcessTree(shell.pid ?? 0);
    expect(ownBytes).toBeGreaterThan(0);
    expect(childBytes).toBeGreaterThan(0);
    process.kill(Number(line));
  } finally {
    shell.kill();
  }
});
