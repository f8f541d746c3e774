import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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
