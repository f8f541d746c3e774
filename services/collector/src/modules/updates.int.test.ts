import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { version } from "../testing/arbitrary-version.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { compareVersions } from "./updates/debian-version.js";
import { openUpdates } from "./updates.js";

const folder = mkdtempSync(`${tmpdir()}/statwire-apt-`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("against Debian's own tools", () => {
  it("versions compare as dpkg does", () => {
    const pairs = fc.sample(fc.tuple(version(), version()), 300);
    for (const [one, other] of pairs) {
      const lessOrEqual = spawnSync("dpkg", ["--compare-versions", one, "le", other]).status === 0;
      const greaterOrEqual = spawnSync("dpkg", ["--compare-versions", one, "ge", other]).status === 0;
      const sign = lessOrEqual && greaterOrEqual ? 0 : lessOrEqual ? -1 : 1;
      expect([one, other, Math.sign(compareVersions(one, other))]).toEqual([one, other, sign]);
    }
  });

  it("pending updates are what apt lists", async () => {
    const installed = fc.sample(version(), 80);
    const names = installed.map((_, at) => `package${at}`);
    makeHost(names, installed);
    apt("update");
    const listed = apt("list", "--upgradable")
      .split("\n")
      .flatMap((line) => {
        const [, name, candidate, from] = /^(\S+?)\/\S+ (\S+) \S+ \[upgradable from: (\S+)\]$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, from, candidate]];
      });
    const updates = await openUpdates(fixtureContext("container", { folder })).sample(0);
    const ours = updates?.items.map((item) => [item.package, item.installedVersion, item.candidateVersion]);
    expect(listed.length).toBeGreaterThan(10);
    expect(ours?.sort()).toEqual(listed.sort());
    expect(updates?.security).toBe(updates?.items.filter((item) => item.security).length);
    expect(updates?.security).toBeGreaterThan(0);
  });
});

/** Three repositories on disk, one of security updates and one of backports, and a dpkg status file. */
function makeHost(names: readonly string[], installed: readonly string[]): void {
  for (const path of [
    "var/lib/dpkg",
    "var/lib/apt/lists/partial",
    "var/cache/apt/archives/partial",
    "etc/apt",
    "repository",
  ]) {
    mkdirSync(`${folder}/${path}`, { recursive: true });
  }
  const stanza = (name: string, number: string, more: string) =>
    `Package: ${name}\n${more}Architecture: amd64\nVersion: ${number}\nMaintainer: a <a@example.org>\nDescription: b\n`;
  const status = names.map((name, at) => stanza(name, installed[at] ?? "1", "Status: install ok installed\n"));
  const dpkg = stanza("dpkg", "1.21.22", "Status: install ok installed\n");
  writeFileSync(`${folder}/var/lib/dpkg/status`, `${[dpkg, ...status].join("\n")}\n`);
  const suites = {
    stable: "",
    "stable-security": "",
    "stable-backports": "NotAutomatic: yes\nButAutomaticUpgrades: yes\n",
  };
  for (const [suite, more] of Object.entries(suites)) {
    const packages =
      fc.sample(fc.array(fc.tuple(fc.constantFrom(...names), version()), { minLength: 60, maxLength: 60 }), 1)[0] ?? [];
    const unique = [...new Map(packages)];
    const folderOf = `${folder}/repository/dists/${suite}/main/binary-amd64`;
    mkdirSync(folderOf, { recursive: true });
    const text = unique
      .map(([name, number]) =>
        stanza(name, number, `Filename: pool/${name}_${suite}.deb\nSize: 1\nSHA256: ${"0".repeat(64)}\n`),
      )
      .join("\n");
    writeFileSync(`${folderOf}/Packages`, `${text}\n`);
    const hash = execFileSync("sha256sum", [`${folderOf}/Packages`], { encoding: "utf8" }).slice(0, 64);
    const size = Buffer.byteLength(text) + 1;
    writeFileSync(
      `${folder}/repository/dists/${suite}/Release`,
      `Suite: ${suite}\nCodename: ${suite}\nArchitectures: amd64\nComponents: main\nDate: Thu, 01 Jan 2026 00:00:00 UTC\n${more}SHA256:\n ${hash} ${size} main/binary-amd64/Packages\n`,
    );
  }
  const sources = Object.keys(suites).map((suite) => `deb [trusted=yes] copy:${folder}/repository ${suite} main\n`);
  writeFileSync(`${folder}/etc/apt/sources.list`, sources.join(""));
}

/** apt with everything that belongs to a host in our folder. */
function apt(...args: string[]): string {
  const options = {
    Dir: folder,
    "Dir::State::status": `${folder}/var/lib/dpkg/status`,
    "Dir::Etc::parts": "/nonexistent",
    "Dir::Etc::sourceparts": "/nonexistent",
    "Dir::Etc::trusted": "/nonexistent",
    "APT::Architecture": "amd64",
    "APT::Architectures": "amd64",
    "APT::Sandbox::User": "",
    "Acquire::GzipIndexes": "false",
    "Acquire::AllowInsecureRepositories": "true",
  };
  const given = Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  const done = spawnSync("apt", [...given, ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", APT_CONFIG: "/dev/null" },
  });
  if (done.status !== 0) throw new Error(`apt ${args.join(" ")}: ${done.stderr}${readdirSync(folder)}`);
  return done.stdout;
}
