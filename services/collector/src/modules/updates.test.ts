import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openUpdates } from "./updates.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("container");
  mkdirSync(`${copy.folder}/var/lib/apt/lists/partial`, { recursive: true });
  mkdirSync(`${copy.folder}/var/lib/dpkg`, { recursive: true });
  mkdirSync(`${copy.folder}/run`, { recursive: true });
  utimesSync(`${copy.folder}/var/lib/apt/lists/partial`, 1_782_900_000, 1_782_900_000);
});
afterEach(() => copy.remove());

const open = () => openUpdates(fixtureContext("container", { folder: copy.folder }));
const sample = () => open().sample(0);

function writeStatus(packages: Record<string, string>, architecture: Record<string, string> = {}): void {
  const stanzas = Object.entries({ dpkg: "1.21.22", ...packages }).map(([name, version]) => {
    const [number, want = "install"] = version.split(" ");
    return `Package: ${name}\nStatus: ${want} ok installed\nArchitecture: ${architecture[name] ?? "amd64"}\nVersion: ${number}\nDescription: a\n Package: nested\n`;
  });
  writeFileSync(`${copy.folder}/var/lib/dpkg/status`, `${stanzas.join("\n")}\n`);
}

function writeList(
  name: string,
  packages: readonly (readonly [name: string, version: string, architecture?: string])[],
): void {
  const stanzas = packages.map(
    ([packageName, version, architecture = "amd64"]) =>
      `Package: ${packageName}\nVersion: ${version}\nArchitecture: ${architecture}\nDescription: b\n`,
  );
  writeFileSync(`${copy.folder}/var/lib/apt/lists/${name}_binary-amd64_Packages`, stanzas.join("\n"));
}

const main = "deb.example_debian_dists_bookworm_main";
const security = "deb.example_debian-security_dists_bookworm-security_main";
const backports = "deb.example_debian_dists_bookworm-backports_main";

describe("updates", () => {
  it("are what is newer in a list, security first, of what is installed", async () => {
    writeStatus({
      bash: "5.2-2",
      openssl: "3.0.11-1",
      libc6: "2.36-9",
      zsh: "5.9-4",
      docs: "1-1",
      oldconf: "1 deinstall",
    });
    writeList(main, [
      ["bash", "5.2-2+b1"],
      ["openssl", "3.0.14-1"],
      ["libc6", "2.36-9"],
      ["zsh", "5.8-1"],
      ["docs", "1-2", "all"],
      ["not-installed", "1"],
      ["libc6", "3.0-1", "i386"],
    ]);
    writeList(security, [
      ["openssl", "3.0.13-1~deb12u1"],
      ["bash", "5.2-1"],
    ]);
    writeFileSync(`${copy.folder}/run/reboot-required`, "");
    expect(await sample()).toEqual({
      manager: "apt",
      pending: 3,
      security: 1,
      rebootRequired: true,
      refreshedAtMs: 1_782_900_000_000n,
      items: [
        { package: "openssl", installedVersion: "3.0.11-1", candidateVersion: "3.0.14-1", security: true },
        { package: "bash", installedVersion: "5.2-2", candidateVersion: "5.2-2+b1", security: false },
        { package: "docs", installedVersion: "1-1", candidateVersion: "1-2", security: false },
      ],
    });
  });

  it("leave out what is on hold", async () => {
    writeStatus({ bash: "5.2-2 hold", zsh: "5.9-4" });
    writeList(main, [
      ["bash", "5.3-1"],
      ["zsh", "5.9-5"],
    ]);
    expect((await sample())?.items.map((item) => item.package)).toEqual(["zsh"]);
  });

  it("come from backports only when nothing else is newer, and never from a repository like experimental", async () => {
    writeStatus({ fromBackports: "2~bpo1", usual: "1", strange: "1" });
    writeList(main, [
      ["usual", "1.1"],
      ["fromBackports", "1.5"],
    ]);
    writeList(backports, [
      ["usual", "3~bpo1"],
      ["fromBackports", "3~bpo1"],
    ]);
    writeFileSync(
      `${copy.folder}/var/lib/apt/lists/deb.example_debian_dists_bookworm-backports_InRelease`,
      "Suite: x\nNotAutomatic: yes\nButAutomaticUpgrades: yes\n",
    );
    writeList("deb.example_debian_dists_experimental_main", [
      ["strange", "9"],
      ["usual", "9"],
    ]);
    writeFileSync(
      `${copy.folder}/var/lib/apt/lists/deb.example_debian_dists_experimental_Release`,
      "Suite: experimental\nNotAutomatic: yes\n",
    );
    expect((await sample())?.items.map((item) => [item.package, item.candidateVersion])).toEqual([
      ["fromBackports", "3~bpo1"],
      ["usual", "1.1"],
    ]);
  });

  it("are read again when a file has changed, and not otherwise", async () => {
    writeStatus({ zsh: "5.9-4" });
    writeList(main, [["zsh", "5.9-5"]]);
    const status = `${copy.folder}/var/lib/dpkg/status`;
    setTime(status);
    const updates = open();
    const items = (await updates.sample(0))?.items;
    // Other content under the same times, size and inode goes unnoticed: the files are not read.
    writeStatus({ zsh: "5.9-6" });
    setTime(status);
    expect((await updates.sample(0))?.items).toEqual(items);
    writeStatus({ zsh: "5.9-5~" });
    expect((await updates.sample(0))?.items).toMatchObject([{ installedVersion: "5.9-5~" }]);
    writeStatus({ zsh: "5.9-5" });
    expect(await updates.sample(0)).toMatchObject({ pending: 0, items: [] });
  });

  it("are absent without dpkg and without lists, a failure when lists are compressed", async () => {
    expect(await sample()).toBeUndefined();
    writeStatus({});
    expect(await sample()).toBeUndefined();
    writeFileSync(`${copy.folder}/var/lib/apt/lists/${main}_binary-amd64_Packages.lz4`, "x");
    await expect(sample()).rejects.toThrow("compressed lists are not read");
  });

  it("do not hold up other work, whatever the size of the lists", async () => {
    writeStatus(Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`package${at * 30}`, "1.0-1"])));
    writeList(
      main,
      Array.from({ length: 60_000 }, (_, at) => [`package${at}`, at % 60 === 0 ? "1.0-2" : "1.0-1"]),
    );
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    expect(await sample()).toMatchObject({ pending: 1000, items: { length: 1000 } });
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
  });
});

function setTime(path: string): void {
  utimesSync(path, 1_782_900_000, 1_782_900_000);
}
