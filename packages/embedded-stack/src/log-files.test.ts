import { closeSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { boundNow, openLog } from "./log-files.js";

const folder = mkdtempSync(join(tmpdir(), "statwire-log-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("bounds a log while it is written, and keeps the lines before", () => {
  const file = join(folder, "logs/server.log");
  const log = openLog(file);
  writeSync(log, "first\n");
  boundNow(file, 100);
  expect(readFileSync(file, "utf8")).toBe("first\n");
  writeSync(log, `${"x".repeat(100)}\n`);
  boundNow(file, 100);
  expect(statSync(file).size).toBe(0);
  writeSync(log, "after\n");
  expect(readFileSync(file, "utf8")).toBe("after\n");
  expect(readFileSync(`${file}.old`, "utf8")).toBe(`first\n${"x".repeat(100)}\n`);
  closeSync(log);
});
