import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { openZones } from "./local-time.js";
import type { Task } from "./task.js";
import { type TimerFacts, toTimerTask } from "./timer-task.js";
import { parseUnitFiles } from "./unit-file.js";

/** Where units are, the first to have one wins (systemd.unit(5)). */
const unitFolders = [
  "etc/systemd/system",
  "run/systemd/system",
  "run/systemd/transient",
  "usr/local/lib/systemd/system",
  "usr/lib/systemd/system",
  "lib/systemd/system",
];

const timersMax = 1000;

export type TimersOptions = Pick<TimerFacts, "timezone" | "bootMs"> & { fileRoot: string };

/** Enabled timers of the system's manager; undefined where systemd does not run (sd_booted(3)). */
export function readTimers({ fileRoot, timezone, bootMs }: TimersOptions): Task[] | undefined {
  if (!isFolder(`${fileRoot}/run/systemd/system`)) return undefined;
  const zone = openZones();
  return enabledTimers(fileRoot).flatMap((unit) => {
    const texts = readUnit(fileRoot, unit);
    if (texts === undefined) return [];
    const settings = parseUnitFiles(texts);
    const stamp = statSync(`${fileRoot}/var/lib/systemd/timers/stamp-${unit}`, { throwIfNoEntry: false });
    const lastRunAtMs = stamp && Math.trunc(stamp.mtimeMs);
    return [toTimerTask({ unit, settings, timezone, bootMs, lastRunAtMs, openZone: zone })];
  });
}

/** Timers that something wants, and those made at run time (`systemd-run --on-calendar`). */
function enabledTimers(fileRoot: string): string[] {
  const names = unitFolders.flatMap((folder) => {
    const wants = list(`${fileRoot}/${folder}`).filter((name) => /\.(?:wants|requires)$/.test(name));
    return wants.flatMap((name) => list(`${fileRoot}/${folder}/${name}`));
  });
  const transient = list(`${fileRoot}/run/systemd/transient`);
  const timers = [...names, ...transient].filter((name) => /^[\w:.\\@-]+\.timer$/.test(name));
  return [...new Set(timers)].sort().slice(0, timersMax);
}

/** The unit's file and its drop-ins; undefined for one that is masked or gone. An instance has its template's files. */
function readUnit(fileRoot: string, unit: string): string[] | undefined {
  const template = unit.replace(/@.*\.timer$/, "@.timer");
  const names = [...new Set([unit, template])];
  const path = names
    .flatMap((name) => unitFolders.map((folder) => `${fileRoot}/${folder}/${name}`))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false }) !== undefined || isLink(candidate));
  if (path === undefined || isMasked(path)) return undefined;
  // Below another root an absolute link would lead out of it.
  const target = linkTarget(path);
  const own = readText(target.startsWith("/") ? `${fileRoot}${target}` : path);
  if (own === undefined) return undefined;
  return [own, ...dropIns(fileRoot, names)];
}

/** By their file name, whatever folder they lie in; of one name that of the first folder. */
function dropIns(fileRoot: string, names: readonly string[]): string[] {
  const byName = new Map<string, string>();
  for (const folder of unitFolders.flatMap((folder) => names.map((name) => `${fileRoot}/${folder}/${name}.d`))) {
    for (const name of list(folder).filter((file) => file.endsWith(".conf"))) {
      if (!byName.has(name)) byName.set(name, `${folder}/${name}`);
    }
  }
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, path]) => readText(path) ?? []);
}

function isMasked(path: string): boolean {
  return linkTarget(path) === "/dev/null" || statSync(path, { throwIfNoEntry: false })?.size === 0;
}

function isLink(path: string): boolean {
  return linkTarget(path) !== "";
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

const bytesMax = 256 * 1024;

/** Undefined for what is no readable file, or one that no person would write. */
function readText(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= bytesMax ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
