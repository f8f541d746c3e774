import { readdirSync, readFileSync, statSync } from "node:fs";
import { isAbsent } from "../proc-files.js";
import { commandName } from "./command-name.js";
import { parseCronSchedule } from "./cron-next.js";
import { type CrontabEntry, type CrontabKind, parseAnacrontab, parseCrontab } from "./crontab.js";
import type { Task } from "./task.js";
import type { LocationType, TaskSettings } from "./task-settings.js";

/** Debian's places and those of others; the one for users' crontabs has no column for the user. */
const usualLocations = [
  "/etc/crontab",
  "/etc/cron.d",
  "/etc/anacrontab",
  "/var/spool/cron/crontabs",
  "/var/spool/cron",
].map((path): { path: string; type: LocationType } => ({ path, type: "auto" }));

/** Where DashPad has the host mounted. */
const bindMount = "/host";

const filesMax = 1000;
const bytesMax = 1024 ** 2;
const commandForNameMax = 2000;

export interface CrontabsOptions {
  fileRoot: string;
  timezone: string;
  settings: TaskSettings;
}

/**
 * What the crontabs of the host schedule; undefined where there are none. One that cannot be read (users' crontabs, for a
 * collector without the rights) becomes a task with `error`.
 */
export function readCrontabs({ fileRoot, timezone, settings }: CrontabsOptions): Task[] | undefined {
  const locations = settings.locations.length > 0 ? settings.locations : usualLocations;
  const files = locations.flatMap((location) => filesAt(location, fileRoot)).slice(0, filesMax);
  if (files.length === 0) return undefined;
  const nameOf = (command: string) =>
    settings.names.find(({ match }) => command.includes(match))?.name ??
    commandName(command.slice(0, commandForNameMax));
  return files.flatMap((file) => {
    const { shownPath } = file;
    const said = readText(file);
    if (!said.ok) return [unreadable(shownPath, timezone, said.reason)];
    if (shownPath.endsWith("/anacrontab")) return anacronTasks(said.text, { shownPath, fileRoot, timezone });
    return parseCrontab(said.text, kindOf(shownPath)).map((entry) => toTask(entry, { shownPath, timezone, nameOf }));
  });
}

interface CrontabFile {
  /** As on the host. */
  shownPath: string;
  path: string;
}

/** The files of a location. What cannot be looked into is named like a file, and fails like one when it is read. */
function filesAt({ path, type }: { path: string; type: LocationType }, fileRoot: string): CrontabFile[] {
  const real = `${prefix[type](fileRoot)}${path}`;
  try {
    const stats = statSync(real, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (!stats.isDirectory()) return [{ shownPath: path, path: real }];
    return readdirSync(real)
      .filter((name) => isCrontabName(name, path))
      .map((name) => ({ shownPath: `${path}/${name}`, path: `${real}/${name}` }))
      .filter(({ path: file }) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  } catch {
    return [{ shownPath: path, path: real }];
  }
}

/** What cron itself would read: no editor's or packager's leavings. Users' names may hold more than those of packages. */
function isCrontabName(name: string, folder: string): boolean {
  return isSpool(folder) ? /^\w[\w.@-]*$/.test(name) : /^[\w-]+$/.test(name);
}

const prefix: Record<LocationType, (fileRoot: string) => string> = {
  direct: () => "",
  bindmount: (fileRoot) => (fileRoot === "/" ? bindMount : fileRoot),
  auto: (fileRoot) => (fileRoot === "/" ? "" : fileRoot),
};

function kindOf(path: string): CrontabKind {
  return isSpool(path) ? { kind: "user", user: path.slice(path.lastIndexOf("/") + 1) } : { kind: "system" };
}

function isSpool(path: string): boolean {
  return /\/(?:spool\/cron|crontabs)(?:\/|$)/.test(path);
}

function toTask(
  entry: CrontabEntry,
  { shownPath, timezone, nameOf }: { shownPath: string; timezone: string; nameOf(command: string): string },
): Task {
  const zone = entry.timezone || timezone;
  const said =
    entry.error === "" ? parseCronSchedule(entry.schedule, zone) : { ok: false as const, reason: entry.error };
  return {
    name: entry.command === "" ? "unreadable line" : nameOf(entry.command),
    kind: "cron",
    origin: shownPath,
    schedule: entry.schedule,
    user: entry.user,
    timezone: zone,
    error: said.ok ? "" : said.reason,
    lastRunAtMs: undefined,
    next: (afterMs) => (said.ok ? said.next(afterMs) : undefined),
  };
}

/** anacron decides by itself when a job that is due begins; the day of the last run stands in a file of the job's name. */
function anacronTasks(
  text: string,
  { shownPath, fileRoot, timezone }: { shownPath: string; fileRoot: string; timezone: string },
): Task[] {
  return parseAnacrontab(text).map(({ name, schedule, error }) => ({
    name: name || "unreadable line",
    kind: "cron",
    origin: shownPath,
    schedule,
    user: "root",
    timezone,
    error,
    lastRunAtMs: lastModified(`${fileRoot}/var/spool/anacron/${name.replaceAll("/", "")}`),
    next: () => undefined,
  }));
}

function lastModified(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? Math.trunc(stats.mtimeMs) : undefined;
}

function unreadable(shownPath: string, timezone: string, error: string): Task {
  const name = shownPath.slice(shownPath.lastIndexOf("/") + 1);
  return {
    name,
    kind: "cron",
    origin: shownPath,
    schedule: "",
    user: "",
    timezone,
    error,
    lastRunAtMs: undefined,
    next: () => undefined,
  };
}

function readText({ path, shownPath }: CrontabFile): { ok: true; text: string } | { ok: false; reason: string } {
  try {
    if (statSync(path).size > bytesMax) return { ok: false, reason: `larger than ${bytesMax} bytes` };
    return { ok: true, text: readFileSync(path, "utf8") };
  } catch (error) {
    if (isAbsent(error)) return { ok: true, text: "" };
    return {
      ok: false,
      reason: `${shownPath} cannot be read (${error instanceof Error && "code" in error ? error.code : error})`,
    };
  }
}
