import { existsSync } from "node:fs";
import { opendir } from "node:fs/promises";
import { basename, join } from "node:path";
import { nameBytesMax } from "@statwire/events";
import { hasWildcard, type LogSettings } from "./log-settings.js";
import { isRotatedName } from "./rotated-name.js";

/** A log as it is published: one file, or a journal. */
export interface FoundLog {
  name: string;
  /** Undefined for a journal. */
  path: string | undefined;
}

export interface Discovery {
  logs: FoundLog[];
  problems: string[];
}

/** One entry of the settings stands for at most so many files. */
export const filesMax = 50;
const namesMax = 10_000;

/**
 * The logs that an entry of the settings stands for. A single path without wildcards keeps the entry's name; every
 * other file is `<entry>/<its path from the part with the wildcard on>`. Paths are those of the host, below `hostRoot`.
 */
export async function discoverLogs({ name, source }: LogSettings, hostRoot: string): Promise<Discovery> {
  if (source.kind === "journald") return { logs: [{ name, path: undefined }], problems: [] };
  const [only] = source.paths;
  if (only !== undefined && source.paths.length === 1 && !hasWildcard(only)) {
    return { logs: [{ name, path: join(hostRoot, only) }], problems: [] };
  }
  const logs = new Map<string, string>();
  const problems: string[] = [];
  for (const path of source.paths) {
    for (const found of await expand(path, hostRoot)) {
      const log = `${name}/${found.name}`;
      const other = logs.get(log);
      if (other === found.path) continue;
      if (other !== undefined) problems.push(`${found.path} is not read: ${other} has the name ${log}`);
      else if (Buffer.byteLength(log) > nameBytesMax) problems.push(`${found.path} is not read: its name is too long`);
      else if (logs.size === filesMax)
        problems.push(`${found.path} is not read: ${name} has ${filesMax} files already`);
      else logs.set(log, found.path);
    }
  }
  // Only the first: there may be thousands.
  return { logs: [...logs].map(([log, path]) => ({ name: log, path })), problems: problems.slice(0, 1) };
}

/** True when `*` and `?` of a pattern can stand for what a name has; a name's leading dot has to be named. */
export function matchesPattern(pattern: string, name: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  let at = 0;
  let patternAt = 0;
  let star = -1;
  let afterStar = 0;
  // The usual walk: on a mismatch the last star takes one character more, so the time is bounded by both lengths.
  while (at < name.length) {
    const wanted = pattern[patternAt];
    if (wanted === "*") {
      star = patternAt;
      patternAt += 1;
      afterStar = at;
    } else if (wanted !== undefined && (wanted === "?" || wanted === name[at])) {
      at += 1;
      patternAt += 1;
    } else if (star !== -1) {
      patternAt = star + 1;
      afterStar += 1;
      at = afterStar;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(patternAt));
}

async function expand(path: string, hostRoot: string): Promise<{ name: string; path: string }[]> {
  const parts = path.split("/");
  const wild = parts.findIndex(hasWildcard);
  if (wild === -1) return [{ name: basename(path), path: join(hostRoot, path) }];
  const folder = join(hostRoot, parts.slice(0, wild).join("/"));
  const rest = parts.slice(wild + 1);
  const names = (await list(folder)).filter((name) => matchesPattern(parts[wild] ?? "", name));
  // What was rotated away is read as a part of its log.
  const known = new Set(names);
  const found = names
    .filter((name) => rest.length > 0 || !(isRotationOf(known, name) || /\.(?:gz|xz|bz2|zst)$/.test(name)))
    .sort()
    .map((name) => [name, ...rest].join("/"))
    .map((name) => ({ name, path: join(folder, name) }));
  // A folder that matches need not have the file.
  return rest.length === 0 ? found : found.filter((file) => existsSync(file.path));
}

/** True when a name is one that rotation makes of another that is there. */
function isRotationOf(known: ReadonlySet<string>, name: string): boolean {
  for (const { index } of name.matchAll(/[._-]/g)) {
    const stem = name.slice(0, index);
    const extension = name.slice(name.lastIndexOf("."));
    if ([stem, stem + extension].some((base) => base !== name && known.has(base) && isRotatedName(name, base))) {
      return true;
    }
  }
  return false;
}

async function list(folder: string): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of await opendir(folder)) {
      if (names.length === namesMax) break;
      names.push(name);
    }
  } catch {
    // No such folder yet: no files.
  }
  return names;
}
