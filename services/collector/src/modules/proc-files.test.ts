import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ProcFiles } from "./proc-files.js";

let folder: string;
let files: ProcFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-proc-"));
  files = new ProcFiles();
});

afterEach(() => {
  files.close();
  rmSync(folder, { recursive: true });
});

function write(text: string): string {
  const path = join(folder, "file");
  writeFileSync(path, text);
  return path;
}

describe.each(["text", "wholeText"] as const)("%s", (method) => {
  it.each([0, 1, 65_535, 65_536, 65_537, 300_000])("is all of a file of %d bytes, tick after tick", (length) => {
    const path = write("x".repeat(length));
    for (let tick = 0; tick < 2; tick += 1) {
      files.beginTick();
      expect(files[method](path)).toBe("x".repeat(length));
    }
  });

  it("is what the file says on this tick, once for all who ask", () => {
    const path = write("one");
    files.beginTick();
    expect(files[method](path)).toBe("one");
    write("two");
    expect([files.text(path), files.wholeText(path)]).toEqual(["one", "one"]);
    files.beginTick();
    expect(files[method](path)).toBe("two");
  });

  it("is undefined where there is no file", () => {
    expect(files[method](join(folder, "absent"))).toBeUndefined();
  });
});

it("reads files of the kernel whole, in one piece or in many", () => {
  for (const path of ["/proc/stat", "/proc/meminfo", "/proc/loadavg", "/proc/net/snmp", "/proc/net/sockstat"]) {
    const whole = files.wholeText(path) ?? "";
    files.beginTick();
    // Counters move between the two, lines do not.
    const names = (text: string) => text.split("\n").map((line) => line.split(" ", 1)[0]);
    expect(names(whole)).toEqual(names(files.text(path) ?? ""));
    expect(whole.endsWith("\n")).toBe(true);
    files.beginTick();
  }
});
