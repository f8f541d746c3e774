import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findProgram, type SearchOptions } from "./binaries.js";
import { repositoryRoot } from "./files.js";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const run = promisify(execFile);

/** Where packages of another release are unpacked: a cache folder of this clone. */
export function packageCache(release: string, packages: readonly string[]): string {
  return join(repositoryRoot, `node_modules/.cache/statwire/${packages.join("+")}-${release}`);
}

/**
 * Packages of another Debian release, unpacked into `folder` and never installed; what apt-get fetches is signed by Debian, and
 * its lists of this machine stay as they are. Nothing is done when the folder is there.
 * @throws when there is no apt-get with dpkg-deb here, or when it says why not.
 */
export async function unpackDebianPackages(
  release: string,
  packages: readonly string[],
  folder: string,
  options: SearchOptions,
): Promise<void> {
  if (existsSync(folder)) return;
  const [apt, dpkg] = [findProgram("apt-get", options), findProgram("dpkg-deb", options)];
  if (apt === undefined || dpkg === undefined) throw new Error("there is no apt-get with dpkg-deb here");
  options.tell(`fetching ${packages.join(", ")} of Debian ${release} …`);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    const words = aptSettings(release, work);
    // A warning of `update` alone, which would go on without the list.
    await run(apt, [...words, "-o", "APT::Update::Error-Mode=any", "update"]);
    await run(apt, [...words, "download", ...packages], { cwd: work });
    for (const file of readdirSync(work).filter((name) => name.endsWith(".deb"))) {
      await run(dpkg, ["-x", join(work, file), join(work, "root")]);
    }
    // Whole or not at all; another process may have been first.
    if (!existsSync(folder)) renameSync(join(work, "root"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function aptSettings(release: string, work: string): string[] {
  const sources = join(work, "sources.list");
  writeFileSync(sources, `deb [signed-by=${keyring}] http://deb.debian.org/debian ${release} main\n`);
  for (const name of ["lists/partial", "archives/partial"]) mkdirSync(join(work, name), { recursive: true });
  const settings = {
    "Dir::Etc::SourceList": sources,
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Cache": work,
    "Dir::State::Lists": join(work, "lists"),
    "APT::Sandbox::User": "root",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
}
