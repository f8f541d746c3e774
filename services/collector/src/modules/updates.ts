import { readdir, readFile, stat } from "node:fs/promises";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { isAbsent } from "./proc-files.js";
import { InstalledPackages } from "./updates/installed.js";
import { isCompressedList, isList, type PackageList, parseRelease, releaseFiles } from "./updates/package-lists.js";
import { type PendingUpdate, PendingUpdates } from "./updates/pending.js";
import { eachStanza } from "./updates/stanzas.js";

/** A reading that takes longer goes on by itself; the next one has its result. */
const answerMs = 2500;

const listsMax = 500;

/**
 * Packages that can be upgraded, on a host with dpkg and apt: what is installed compared with the lists that apt fetched
 * last. Nothing is fetched and nothing executed. Hosts with another package manager are absent.
 */
export function openUpdates({ host }: ModuleContext): ModuleReader<"updates"> {
  const paths = aptPaths(host.fileRoot === "/" ? "" : host.fileRoot);
  let known: { fingerprint: string; pending: PendingUpdate[] } | undefined;
  let busy: Promise<PendingUpdate[] | undefined> | undefined;

  const readPending = async (): Promise<PendingUpdate[] | undefined> => {
    const sources = await findSources(paths);
    if (sources === undefined) return undefined;
    if (known?.fingerprint !== sources.fingerprint) {
      known = { fingerprint: sources.fingerprint, pending: await comparePackages(paths, sources.lists) };
    }
    return known.pending;
  };

  return {
    async sample() {
      busy ??= readPending().finally(() => {
        busy = undefined;
      });
      const pending = await orSay(answerMs, "the package lists are still being read", busy);
      return pending && report(pending, await isThere(paths.rebootRequired), await refreshedAtMs(paths));
    },
  };
}

type Paths = ReturnType<typeof aptPaths>;

function aptPaths(fileRoot: string) {
  return {
    status: `${fileRoot}/var/lib/dpkg/status`,
    lists: `${fileRoot}/var/lib/apt/lists`,
    // The kernel's package and others ask for it (Debian's reboot-notifier, unattended-upgrades, Ubuntu).
    rebootRequired: `${fileRoot}/run/reboot-required`,
    // Files of the lists have their server's times, so others tell when apt last asked: it works in `partial`.
    refreshed: [`${fileRoot}/var/lib/apt/periodic/update-success-stamp`, `${fileRoot}/var/lib/apt/lists/partial`],
  };
}

function report(pending: readonly PendingUpdate[], rebootRequired: boolean, refreshedAtMs: number | undefined) {
  return {
    manager: "apt",
    pending: pending.length,
    security: pending.filter(({ security }) => security).length,
    rebootRequired,
    refreshedAtMs: refreshedAtMs === undefined ? undefined : BigInt(Math.trunc(refreshedAtMs)),
    items: pending.slice(0, itemsMax),
  } satisfies Reading<"updates">;
}

/**
 * The files to compare, and a text that changes when any of them does; undefined on a host without dpkg or apt, and where
 * apt has no lists (as in an image of a container): nothing is known then.
 */
async function findSources({ status, lists }: Paths): Promise<{ lists: string[]; fingerprint: string } | undefined> {
  const statusTrace = await trace(status);
  const names = await ifThere(readdir(lists));
  if (statusTrace === undefined || names === undefined) return undefined;
  const found = names.filter(isList).sort();
  const compressed = names.find(isCompressedList);
  if (compressed !== undefined) throw new Error(`${lists}: compressed lists are not read (${compressed})`);
  if (found.length === 0) return undefined;
  if (found.length > listsMax) throw new Error(`${lists}: more than ${listsMax} package lists`);
  const traces = await Promise.all(found.map((name) => trace(`${lists}/${name}`)));
  return { lists: found, fingerprint: [statusTrace, ...traces].join("\n") };
}

async function comparePackages({ status, lists }: Paths, names: readonly string[]): Promise<PendingUpdate[]> {
  const installed = new InstalledPackages();
  await eachStanza(
    status,
    () => true,
    (stanza) => installed.add(stanza),
  );
  const updates = new PendingUpdates(installed);
  for (const name of names) {
    const list = await describeList(lists, name);
    await eachStanza(
      `${lists}/${name}`,
      (packageName) => updates.wants(packageName),
      (stanza) => updates.offer(stanza, list),
    );
  }
  return updates.all();
}

async function describeList(folder: string, name: string): Promise<PackageList> {
  for (const file of releaseFiles(name)) {
    const release = await ifThere(readFile(`${folder}/${file}`, "utf8"));
    if (release !== undefined) return parseRelease(name, release);
  }
  return parseRelease(name, undefined);
}

async function refreshedAtMs({ refreshed }: Paths): Promise<number | undefined> {
  const times = await Promise.all(refreshed.map(async (path) => (await ifThere(stat(path)))?.mtimeMs));
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

async function trace(path: string): Promise<string | undefined> {
  const stats = await ifThere(stat(path));
  return stats && `${path} ${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

async function isThere(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== undefined;
}

/** Undefined when the file or folder is not there. */
async function ifThere<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Fails when something takes longer; that something goes on. */
async function orSay<T>(limitMs: number, message: string, something: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limitMs);
  });
  return Promise.race([something, timeout]).finally(() => clearTimeout(timer));
}
