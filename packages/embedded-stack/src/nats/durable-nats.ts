import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findProgram, type SearchOptions } from "../binaries.js";
import { packageCache, unpackDebianPackages } from "../debian-package.js";

/** Debian's release whose nats-server waits for its disk, and runs on the one before it, too. */
const release = "trixie";

/**
 * A nats-server that can wait for its disk (`sync_interval: always`, 2.10): the one that is here, or else Debian's newer
 * one, unpacked into a cache folder of this clone and never installed.
 */
export async function requireDurableNats(
  options: SearchOptions,
  cache = packageCache(release, ["nats-server"]),
): Promise<string> {
  const here = findProgram("nats-server", options);
  if (here !== undefined && canWaitForDisk(here)) return here;
  const cached = join(cache, "usr/sbin/nats-server");
  if (!existsSync(cached)) {
    await unpackDebianPackages(release, ["nats-server"], cache, options).catch((error: Error) => {
      throw new Error(missingMessage(error.message.trim()), { cause: error });
    });
  }
  if (!canWaitForDisk(cached)) throw new Error(missingMessage(`${cached} does not run here`));
  return cached;
}

/** Reads the answer of `nats-server --version`; no server at all cannot either. */
function canWaitForDisk(server: string): boolean {
  const { stdout } = spawnSync(server, ["--version"], { encoding: "utf8" });
  const [, major = "0", minor = "0"] = /v(\d+)\.(\d+)\./.exec(stdout ?? "") ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 10);
}

function missingMessage(reason: string): string {
  return `missing: a nats-server that can wait for its disk (${reason}).\nPut a \`nats-server\` of 2.10 or newer on the PATH.`;
}
