import { type LastLines, lastLinesMax, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { dashPadUnavailable, notFound } from "./errors.js";
import type { NodeView } from "./node-view.js";
import { findLog, type ShownLog, shownLogs } from "./shown-logs.js";
import type { NamedLines } from "./to-logs.js";

/** Where the last lines of logs are read; both throw SnapshotStoreUnavailableError while that cannot be done. */
export interface LogSources {
  /** Names of the node's logs that were heard of. */
  list(node: string): Promise<readonly string[]>;
  /** The last lines; with `sinceLine` the first of those with a higher number. */
  last(node: string, log: string, options: { sinceLine?: number; limit: number }): Promise<LastLines>;
}

/** The last lines of every log that is shown. Errors: 503. */
export function readAllLogs(sources: LogSources, view: NodeView): Promise<NamedLines[]> {
  return orUnavailable(readEnabled(sources, view));
}

/** As {@link readAllLogs}, without any log while they cannot be read: the rest of an answer does not depend on them. */
export async function readAllLogsIfPossible(sources: LogSources, view: NodeView): Promise<NamedLines[]> {
  try {
    return await readEnabled(sources, view);
  } catch (error) {
    if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
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
  const log = findLog(settings.logs, await orUnavailable(sources.list(snapshot.node)), name);
  if (log === undefined) throw notFound("Log", name);
  // Who follows a log is to miss nothing of it, however much was written meanwhile.
  const options =
    sinceLine === undefined ? { limit: limitOf(log) } : { sinceLine: Math.max(0, sinceLine), limit: lastLinesMax };
  return orUnavailable(sources.last(snapshot.node, name, options));
}

/** The logs that are shown; while they cannot be listed, those that the configuration names. */
export async function readShownLogs(sources: LogSources, { snapshot, settings }: NodeView): Promise<ShownLog[]> {
  try {
    return shownLogs(settings.logs, await sources.list(snapshot.node));
  } catch (error) {
    if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
    return shownLogs(settings.logs, []);
  }
}

async function readEnabled(sources: LogSources, { snapshot, settings }: NodeView): Promise<NamedLines[]> {
  const { node } = snapshot;
  const enabled = shownLogs(settings.logs, await sources.list(node)).filter((log) => log.enabled);
  return Promise.all(
    enabled.map(async (log) => [log.name, await sources.last(node, log.name, { limit: limitOf(log) })] as const),
  );
}

function limitOf({ lineLimit }: ShownLog): number {
  return Math.min(lineLimit, lastLinesMax);
}

async function orUnavailable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
    throw dashPadUnavailable("The logs cannot be read now. Try again.");
  }
}
