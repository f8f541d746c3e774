import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findProgram, type SearchOptions } from "../binaries.js";
import { repositoryRoot } from "../files.js";

/** Debian's release whose nats-server waits for its disk, and runs on the one before it, too. */
const release = "trixie";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const source = `deb [signed-by=${keyring}] http://deb.debian.org/debian ${release} main\n`;
const cacheFolder = join(repositoryRoot, `node_modules/.cache/statwire/nats-server-${release}`);
const run = promisify(execFile);

/**
 * A nats-server that can wait for its disk (`sync_interval: always`, 2.10): the one that is here, or else Debian's newer
 * one, unpacked into a cache folder of this clone and never installed.
 */
export async function requireDurableNats(options: SearchOptions, cache = cacheFolder): Promise<string> {
  const here = findProgram("nats-server", options);
  if (here !== undefined && canWaitForDisk(here)) return here;
  const cached = join(cache, "usr/sbin/nats-server");
  if (!existsSync(cached)) await unpack(cache, options);
  if (!canWaitForDisk(cached)) throw new Error(missingMessage(`${cached} does not run here`));
  return cached;
}

/** Reads the answer of `nats-server --version`; no server at all cannot either. */
function canWaitForDisk(server: string): boolean {
  const { stdout } = spawnSync(server, ["--version"], { encoding: "utf8" });
  const [, major = "0", minor = "0"] = /v(\d+)\.(\d+)\./.exec(stdout ?? "") ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 10);
}

/** What apt-get fetches is signed by Debian; its lists of this machine, and what is installed, stay as they are. */
async function unpack(cache: string, options: SearchOptions): Promise<void> {
  const [apt, dpkg] = [findProgram("apt-get", options), findProgram("dpkg-deb", options)];
  if (apt === undefined || dpkg === undefined)
    throw new Error(missingMessage("there is no apt-get with dpkg-deb here"));
  options.tell(`fetching nats-server of Debian ${release} …`);
  mkdirSync(join(cache, ".."), { recursive: true });
  const folder = mkdtempSync(`${cache}-`);
  try {
    const sources = join(folder, "sources.list");
    writeFileSync(sources, source);
    for (const name of ["lists/partial", "archives/partial"]) mkdirSync(join(folder, name), { recursive: true });
    const own = { "Dir::Etc::SourceList": sources, "Dir::Etc::SourceParts": "/dev/null", "Dir::Cache": folder };
    const settings = Object.entries({
      ...own,
      "Dir::State::Lists": join(folder, "lists"),
      "APT::Sandbox::User": "root",
    });
    const words = settings.flatMap(([name, value]) => ["-o", `${name}=${value}`]);
    // A warning of `update` alone, which would go on without the list.
    await run(apt, [...words, "-o", "APT::Update::Error-Mode=any", "update"]);
    await run(apt, [...words, "download", "nats-server"], { cwd: folder });
    const file = readdirSync(folder).find((name) => name.endsWith(".deb"));
    await run(dpkg, ["-x", join(folder, file ?? ""), join(folder, "root")]);
    // Whole or not at all; another process may have been first.
    if (!existsSync(cache)) renameSync(join(folder, "root"), cache);
  } catch (error) {
    throw new Error(missingMessage((error as Error).message.trim()), { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missingMessage(reason: string): string {
  return `missing: a nats-server that can wait for its disk (${reason}).\nPut a \`nats-server\` of 2.10 or newer on the PATH.`;
}
