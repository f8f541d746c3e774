import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discoverLogs, filesMax, matchesPattern } from "./discovery.js";
import type { LogSettings } from "./log-settings.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "statwire-patterns-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), "");
  }
}

async function discover(...paths: string[]) {
  const source = { kind: "file", paths } as const;
  const { logs, problems } = await discoverLogs({ name: "web", source } as unknown as LogSettings, root);
  return { logs: logs.map(({ name, path }) => [name, path?.slice(root.length)]), problems };
}

describe("patterns", () => {
  it.each([
    ["*.log", "a.log", true],
    ["*.log", ".a.log", false],
    ["a?c", "abc", true],
    ["a?c", "ac", false],
    ["*", "", true],
    ["*a*b*", "xxaxxbxx", true],
    ["*a*b*", "xxbxxaxx", false],
    ["a*", "b", false],
    ["[ab]", "a", false],
  ])("%s and %s", (pattern, name, matches) => {
    expect(matchesPattern(pattern, name)).toBe(matches);
  });

  it("take bounded time", () => {
    const startMs = performance.now();
    expect(matchesPattern("*a".repeat(100), "a".repeat(255).replace(/.$/, "b"))).toBe(false);
    expect(performance.now() - startMs).toBeLessThan(50);
  });

  it("name files after themselves, in their order, without old ones", async () => {
    write("log/b.log", "log/a.log", "log/a.log.1", "log/a.log.2.gz", "log/c-20260101.log", "log/.x.log");
    expect(await discover("/log/*.log*")).toEqual({
      logs: [
        ["web/a.log", "/log/a.log"],
        ["web/b.log", "/log/b.log"],
        ["web/c-20260101.log", "/log/c-20260101.log"],
      ],
      problems: [],
    });
  });

  it("may stand for folders", async () => {
    write("sites/one/error.log", "sites/two/error.log", "sites/three/access.log");
    expect(await discover("/sites/*/error.log")).toEqual({
      logs: [
        ["web/one/error.log", "/sites/one/error.log"],
        ["web/two/error.log", "/sites/two/error.log"],
      ],
      problems: [],
    });
  });

  it("leave a single path its name, there or not", async () => {
    expect(await discover("/log/app.log")).toEqual({ logs: [["web", "/log/app.log"]], problems: [] });
  });

  it("stand for a bounded number of files, each with a name of its own", async () => {
    write(...Array.from({ length: filesMax + 5 }, (_, index) => `log/${index}.log`), "other/1.log");
    const { logs, problems } = await discover("/other/1.log", "/log/*.log");
    expect(logs.length).toBe(filesMax);
    expect(problems).toEqual([`${root}/log/1.log is not read: ${root}/other/1.log has the name web/1.log`]);
  });
});
