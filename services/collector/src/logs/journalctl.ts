import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJournalEntry } from "./journal-entry.js";
import type { JournalSource } from "./log-settings.js";

/** Found on the PATH; the library for journal files is not for Node. */
export const journalctl = "journalctl";

/** Longest entry that is taken, as JSON. */
export const entryBytesMax = 8 * 1024 * 1024;

/** What the program sees of the environment: no locale, no pager, nothing that is ours. */
export function journalctlEnvironment(path: string | undefined): Record<string, string> {
  return { PATH: path ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

/**
 * Arguments that select entries and make JSON of them. They come from the settings alone, each as one word behind the
 * name of its option.
 */
export function selectionArguments({ units, identifiers, directory }: JournalSource, hostRoot: string): string[] {
  const root = hostRoot === "/" ? [] : [`--root=${hostRoot}`];
  return [
    "--output=json",
    "--all",
    "--no-pager",
    "--quiet",
    ...(directory === undefined ? root : [`--directory=${join(hostRoot, directory)}`]),
    ...units.map((unit) => `--unit=${unit}`),
    ...identifiers.map((identifier) => `--identifier=${identifier}`),
  ];
}

/**
 * Arguments that follow the journal behind a cursor, or from its beginning.
 *
 * Without `--merge`, `--follow` means "of this boot" (systemd 252): what was written before a restart of the machine would
 * be passed over, and a journal without entries refused. With it, entries that other machines sent to this one are read
 * as well, so those of this machine are asked for by name.
 */
export function followArguments(source: JournalSource, hostRoot: string, cursor: string | undefined): string[] {
  const start = cursor === undefined ? [] : [`--after-cursor=${cursor}`];
  return [
    ...selectionArguments(source, hostRoot),
    "--follow",
    "--no-tail",
    "--merge",
    ...start,
    ...ofMachine(source, hostRoot),
  ];
}

function ofMachine({ directory }: JournalSource, hostRoot: string): string[] {
  if (directory !== undefined) return [];
  const machine = readMachineId(hostRoot);
  return machine === undefined ? [] : [`_MACHINE_ID=${machine}`];
}

function readMachineId(hostRoot: string): string | undefined {
  try {
    return /^[0-9a-f]{32}$/m.exec(readFileSync(join(hostRoot, "etc/machine-id"), "utf8"))?.[0];
  } catch {
    return undefined;
  }
}

/** The cursor of the last entry; undefined when there is none, or no journal that can be read. */
export function lastCursor(source: JournalSource, hostRoot: string, path: string | undefined) {
  const options = { env: journalctlEnvironment(path), timeout: 10_000, maxBuffer: entryBytesMax };
  return new Promise<string | undefined>((resolve) => {
    execFile(journalctl, [...selectionArguments(source, hostRoot), "--lines=1"], options, (error, output) => {
      resolve(error === null ? parseJournalEntry(Buffer.from(output))?.cursor : undefined);
    });
  });
}
