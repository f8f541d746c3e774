import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { repositoryFiles, repositoryRoot } from "../repository/repository-files.js";
import { askingTimeoutMs, settingsOf } from "./settings-of.js";

vi.setConfig({ testTimeout: askingTimeoutMs });

const script = `${repositoryRoot}deploy/install-node.sh`;
const base = mkdtempSync(join(tmpdir(), "statwire-install-"));
const [root, app, creds, temporary] = ["root", "app", "web-1.creds", "tmp"].map((name) => join(base, name)) as [
  string,
  string,
  string,
  string,
];
const settingsFile = join(root, "opt/statwire/etc/collector.env");

beforeAll(() => {
  mkdirSync(join(app, "services/collector/dist"), { recursive: true });
  mkdirSync(temporary);
  writeFileSync(join(app, "services/collector/dist/main.js"), "// a collector\n");
  writeFileSync(creds, "-----BEGIN NATS USER JWT-----\n");
});

afterAll(() => rmSync(base, { recursive: true }));

describe.each(repositoryFiles().filter((file) => file.endsWith(".sh")))("%s", (file) => {
  it("is a script that sh can read, and shellcheck approves of where there is one", () => {
    expect(spawnSync("sh", ["-n", repositoryRoot + file], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
    const review = spawnSync("shellcheck", [repositoryRoot + file], { encoding: "utf8" });
    if (review.error === undefined) expect(review.stdout).toBe("");
  });
});

describe("deploy/install-node.sh", () => {
  const options = ["--nats-url", "tls://bus.example:4222", "--creds", creds, "--node", "web-1", "--app", app];

  it("says what it would do, and does nothing", () => {
    const { status, stdout } = install(...options, "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain(`would write: ${settingsFile}`);
    expect(filesBelow(base).filter((file) => file.startsWith("root"))).toEqual([]);
  });

  it("writes its own folder and the unit, and nothing else", () => {
    const before = stampsOutside();
    expect(install(...options)).toMatchObject({ status: 0, stderr: "" });
    expect(filesBelow(root)).toEqual([
      "etc/systemd/system/statwire-collector.service",
      "opt/statwire/app/services/collector/dist/main.js",
      "opt/statwire/etc/bus.creds",
      "opt/statwire/etc/collector.env",
      "opt/statwire/etc/settings.json",
    ]);
    expect(stampsOutside()).toEqual(before);
    expect(statSync(join(root, "opt/statwire/etc/bus.creds")).mode & 0o777).toBe(0o600);
  });

  it("gives the collector settings that it has", () => {
    const lines = [...readFileSync(settingsFile, "utf8").matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(lines)).toEqual({
      MODE: "prod",
      NATS_URL: "tls://bus.example:4222",
      NODE_ID: "web-1",
      WORKSPACE: "default",
    });
    const known = settingsOf("collector");
    expect(lines.filter(([name = ""]) => !known.has(name))).toEqual([]);
  });

  it("has nothing to do the second time, and keeps what is not said again", () => {
    const before = stampsBelow(root);
    expect(install("--app", app)).toMatchObject({ status: 0, stdout: "nothing to do\n" });
    expect(stampsBelow(root)).toEqual(before);
  });

  it("changes what differs and leaves the operator's settings.json alone", () => {
    writeFileSync(join(root, "opt/statwire/etc/settings.json"), '{ "base_interval_ms": 1000 }\n');
    expect(install("--app", app, "--workspace", "lab").stdout).toBe(`wrote ${settingsFile}\n`);
    expect(readFileSync(settingsFile, "utf8")).toContain("WORKSPACE=lab\n");
    expect(readFileSync(join(root, "opt/statwire/etc/settings.json"), "utf8")).toContain("1000");
  });

  it("takes away what it has put there", () => {
    expect(install("--uninstall")).toMatchObject({ status: 0, stderr: "" });
    expect(filesBelow(root)).toEqual([]);
  });

  it.each([
    [[], "--nats-url is required"],
    [["--nats-url", "http://bus"], "--nats-url: expected nats://HOST:PORT or tls://HOST:PORT"],
    [["--nats-url", "nats://bus:4222"], "--creds is required"],
    [["--nats-url", "nats://bus:4222", "--creds", "/nowhere"], "/nowhere cannot be read"],
    [["--nats-url", "nats://bus:4222", "--creds", `${repositoryRoot}README.md`], "is no credential of a bus"],
    [["--nats-url", "nats://bus:4222", "--creds", creds, "--app", base], "has no services/collector/dist/main.js"],
    [
      ["--nats-url", "nats://bus:4222", "--creds", creds, "--node", 'x"\nLD_PRELOAD=y'],
      "has a character that a settings file",
    ],
    [["--node"], "--node needs a value"],
    [["--loud"], "unknown option --loud"],
  ])("refuses %j and writes nothing", (words, reason) => {
    const { status, stderr } = install(...words);
    expect([1, 2]).toContain(status);
    expect(stderr).toContain(reason);
    expect(filesBelow(root)).toEqual([]);
  });
});

function install(...words: string[]) {
  const env = { PATH: process.env.PATH, TMPDIR: temporary };
  return spawnSync("sh", [script, "--root", root, ...words], { cwd: base, env, encoding: "utf8" });
}

function filesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
}

function stampsBelow(folder: string): Record<string, number> {
  return Object.fromEntries(filesBelow(folder).map((file) => [file, statSync(join(folder, file)).mtimeMs]));
}

/** All that is beside the root: the package, the credential, temporary files. */
function stampsOutside(): Record<string, number> {
  return Object.fromEntries(Object.entries(stampsBelow(base)).filter(([file]) => !file.startsWith("root/")));
}
