import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readText, repositoryRoot } from "../repository/repository-files.js";
import { askingTimeoutMs, settingsOf } from "./settings-of.js";

vi.setConfig({ testTimeout: askingTimeoutMs });

const folder = mkdtempSync(join(tmpdir(), "statwire-units-"));
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

afterAll(() => rmSync(folder, { recursive: true }));

/** The lines of a unit, by directive. */
function directives(unit: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = "", value = ""] of readText(`deploy/systemd/${unit}`).matchAll(/^(\w+)=(.*)$/gm)) {
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

describe.each(["statwire-collector.service", "statwire@.service"])("deploy/systemd/%s", (unit) => {
  const of = directives(unit);

  it.each([
    ["DynamicUser", "yes"],
    ["ProtectSystem", "strict"],
    ["NoNewPrivileges", "yes"],
    ["CapabilityBoundingSet", ""],
    ["AmbientCapabilities", ""],
    ["PrivateTmp", "yes"],
    ["PrivateDevices", "yes"],
    ["ProtectKernelTunables", "yes"],
    ["ProtectKernelModules", "yes"],
    ["ProtectControlGroups", "yes"],
    ["RestrictNamespaces", "yes"],
    ["RestrictSUIDSGID", "yes"],
    ["LockPersonality", "yes"],
    ["SystemCallArchitectures", "native"],
    ["UMask", "0077"],
    ["Restart", "always"],
  ])("has %s=%s", (name, value) => {
    expect(of.get(name)).toEqual([value]);
  });

  it("has limits, and a secret from systemd rather than from its environment", () => {
    for (const name of ["MemoryMax", "TasksMax", "LimitNOFILE", "TimeoutStopSec"]) expect(of.get(name)).toHaveLength(1);
    expect(of.get("LoadCredential")).toHaveLength(1);
    expect(of.get("SystemCallFilter")).toEqual(["@system-service", "~@privileged @resources"]);
    expect(of.get("ReadWritePaths")).toBeUndefined();
    expect(of.get("StateDirectory")).toHaveLength(1);
  });

  it("passes systemd's own review, where there is one", () => {
    if (!hasSystemd) return;
    const file = join(folder, unit.replace("@.", "@api."));
    copyFileSync(`${repositoryRoot}deploy/systemd/${unit}`, file);
    const verified = spawnSync("systemd-analyze", ["verify", "--man=no", file], { encoding: "utf8" });
    expect(verified.stderr).toBe("");
    expect(verified.status).toBe(0);
    const review = ["security", "--offline=true", "--no-pager", "--threshold=20", file];
    expect(execFileSync("systemd-analyze", review, { encoding: "utf8" })).toMatch(
      /Overall exposure level .*: 1\.\d OK/,
    );
  });
});

it("starts every service with the target", () => {
  const wanted = directives("statwire.target").get("Wants")?.[0]?.split(" ");
  const instances = ["ingester", "cache-projector", "api"].map((name) => `statwire@${name}.service`);
  expect(wanted).toEqual([...instances, "statwire-collector.service"]);
});

it.each(["ingester", "cache-projector", "api"])("gives %s settings that it has, and secrets of its own", (service) => {
  const known = settingsOf(service);
  const { NODE_OPTIONS: nodeOptions, ...own } = settings(`${service}.env`);
  expect(nodeOptions).toBe(service === "api" ? "--max-semi-space-size=32" : undefined);
  expect(Object.keys(own).filter((name) => !known.has(name))).toEqual([]);
  for (const [name, value] of Object.entries(own)) {
    if (name.endsWith("_FILE"))
      expect(value).toMatch(new RegExp(`^/run/credentials/statwire@${service}\\.service/secrets_`));
    else expect(name).not.toMatch(/PASSWORD|SECRET|API_KEY|REDIS_URL/);
  }
});

it("gives all of them settings that each knows or ignores, none of them secret", () => {
  const known = new Set(["ingester", "cache-projector", "api"].flatMap((service) => [...settingsOf(service)]));
  expect(Object.keys(settings("statwire.env")).filter((name) => !known.has(name))).toEqual([]);
  expect(Object.keys(settings("statwire.env")).filter((name) => /PASSWORD|SECRET|KEY|CREDS/.test(name))).toEqual([]);
  expect(existsSync(`${repositoryRoot}deploy/systemd/statwire-collector.service`)).toBe(true);
});

function settings(file: string): Record<string, string> {
  const lines = [...readText(`deploy/systemd/${file}`).matchAll(/^(\w+)=(.*)$/gm)];
  return Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value]));
}
