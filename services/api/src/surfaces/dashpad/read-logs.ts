import { type LastLines, lastLinesMax } from "@statwire/snapshot-store";
import { ProblemError } from "../../http/problem.js";
import type { LogReader } from "../../logs/log-reader.js";
import { dashPadUnavailable, notFound } from "./errors.js";
import type { NodeView } from "./node-view.js";
import { findLog, type ShownLog, shownLogs } from "./shown-logs.js";
import type { NamedLines } from "./to-logs.js";

/** Where the last lines of logs are read; both throw an `unavailable` problem while neither store can be read. */
export type LogSources = Pick<LogReader, "list" | "last">;

/** The last lines of every log that is shown. Errors: 503. */
export function readAllLogs(sources: LogSources, view: NodeView): Promise<NamedLines[]> {
  return orUnavailable(readEnabled(sources, view));
}

/** As {@link readAllLogs}, without any log while they cannot be read: the rest of an answer does not depend on them. */
export async function readAllLogsIfPossible(sources: LogSources, view: NodeView): Promise<NamedLines[]> {
  try {
    return await readEnabled(sources, view);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return [];
  }
}

/**
 * Lines of one log: the last of them, or all after a number as far as they are kept. Errors: 404 for a log that is not
 * there, 503.
 */
export async function readOneLog(
  sources: LogSources,
  { snapshot, settings }: NodeView,
  { name, sinceLine }: { name: string; sinceLine: number | undefined },
): Promise<LastLines> {
  const log = findLog(settings.logs, await orUnavailable(namesOf(sources, snapshot.node)), name);
  if (log === undefined) throw notFound("Log", name);
  // Who follows a log is to miss nothing of it, however much was written meanwhile.
  const options =
    sinceLine === undefined ? { limit: limitOf(log) } : { sinceLine: Math.max(0, sinceLine), limit: lastLinesMax };
  return orUnavailable(sources.last(snapshot.node, name, options));
}

/** The logs that are shown; while they cannot be listed, those that the configuration names. */
export async function readShownLogs(sources: LogSources, { snapshot, settings }: NodeView): Promise<ShownLog[]> {
  try {
    return shownLogs(settings.logs, await namesOf(sources, snapshot.node));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return shownLogs(settings.logs, []);
  }
}

async function readEnabled(sources: LogSources, { snapshot, settings }: NodeView): Promise<NamedLines[]> {
  const { node } = snapshot;
  const enabled = shownLogs(settings.logs, await namesOf(sources, node)).filter((log) => log.enabled);
  return Promise.all(
    enabled.map(async (log) => [log.name, await sources.last(node, log.name, { limit: limitOf(log) })] as const),
  );
}

async function namesOf(sources: LogSources, node: string): Promise<string[]> {
  return (await sources.list(node)).map(({ log }) => log);
}

function isUnavailable(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 503;
}

function limitOf({ lineLimit }: ShownLog): number {
  return Math.min(lineLimit, lastLinesMax);
}

async function orUnavailable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw dashPadUnavailable("The logs cannot be read now. Try again.");
  }
}
