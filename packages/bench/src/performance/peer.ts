import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageCache, unpackDebianPackages } from "@statwire/embedded-stack";

/** The newest packages Debian has (its testing release), about twice as fast as those of the release that is installed here. */
const release = "forky";

const programs = {
  "victoria-metrics": { packages: ["victoria-metrics", "libzstd1"], file: "usr/bin/victoria-metrics" },
  prometheus: { packages: ["prometheus"], file: "usr/bin/prometheus" },
  promtool: { packages: ["promtool"], file: "usr/bin/promtool" },
  "prometheus-node-exporter": { packages: ["prometheus-node-exporter"], file: "usr/bin/prometheus-node-exporter" },
} as const;

export type PeerName = keyof typeof programs;

/** A program that we are compared with: where it is, the environment it needs, and which version it says it is. */
export interface Peer {
  path: string;
  env: Record<string, string>;
  version: string;
}

/**
 * Debian's newest package of it, unpacked into a cache folder of this clone and never installed.
 * @throws when it cannot be fetched, or does not run here.
 */
export async function requirePeer(name: PeerName, tell: (line: string) => void): Promise<Peer> {
  const { packages, file } = programs[name];
  const folder = packageCache(release, packages);
  await unpackDebianPackages(release, packages, folder, { path: process.env.PATH, tell });
  const path = join(folder, file);
  const libraries = join(folder, "usr/lib/x86_64-linux-gnu");
  const env: Record<string, string> = existsSync(libraries) ? { LD_LIBRARY_PATH: libraries } : {};
  const { stderr, error, status } = spawnSync(path, ["--version"], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (status !== 0)
    throw new Error(`${name} of Debian ${release} does not run here: ${error?.message ?? stderr.trim()}`);
  return { path, env, version: packageVersion(folder, name) };
}

/** `NAME (VERSION) …` is how Debian's changelogs begin; what the programs say themselves is empty in some builds. */
function packageVersion(folder: string, name: string): string {
  const changelog = gunzipSync(readFileSync(join(folder, "usr/share/doc", name, "changelog.Debian.gz"))).toString();
  return `${name} ${/\(([^)]+)\)/.exec(changelog)?.[1] ?? "of an unknown version"}, Debian ${release}`;
}
