import { existsSync } from "node:fs";
import { join } from "node:path";
import type { EventLog } from "@statwire/event-log";
import type { StoredEvent } from "@statwire/history-store";
import type { Outside } from "../command.js";
import { withEventLog, withHistory, withSnapshots } from "../operating/open.js";
import type { Servers } from "../operating/servers.js";
import { lookForRows, lookIntoHistory } from "./look-into-history.js";
import { lookIntoSnapshot, modulesOf } from "./look-into-snapshot.js";
import { lookIntoSpool } from "./look-into-spool.js";
import { lookIntoCuts, lookIntoDeadLetters, lookIntoStream, newestRun, streamNameOf } from "./look-into-stream.js";
import { isUnknown, type Sought, type SpoolPlace, type StreamPlace, type Trace, type Unknown } from "./trace.js";

export interface TraceDeps {
  servers: Servers;
  outside: Outside;
  /** A collector's data folder, and whether somebody said that it is this node's. */
  collector: { folder: string; isGiven: boolean };
}

/**
 * Looks for an event at every place of its way. A place that cannot be looked at says so, and the others are looked at
 * all the same: this is asked for when something is not as it should be.
 * @throws the signal's reason when it aborts
 */
export async function traceEvent(deps: TraceDeps, wanted: Sought): Promise<Trace> {
  const { servers, outside } = deps;
  const found = await attempt(outside, () => withHistory(servers, (history) => lookForRows(history, wanted)));
  const stored = isUnknown(found) ? [] : found;
  const run = await attempt(outside, () => withEventLog(servers, outside, (log) => newestRun(log, wanted)));
  const spooled = lookIntoSpoolOf(deps, wanted);
  const runs = [...new Set(stored.map(({ bootId }) => bootId))];
  const sought = { ...wanted, bootId: runOf(wanted, runs, typeof run === "number" ? run : undefined, spooled) };
  const rows = stored.filter(({ bootId }) => wanted.kind === "log" || bootId === sought.bootId);
  const onBus = await lookIntoLog(deps, sought, rows);
  const history = isUnknown(found)
    ? found
    : await attempt(outside, () => withHistory(servers, (store) => lookIntoHistory(store, sought, rows)));
  const tables = history.state === "stored" ? history.tables.map(({ table }) => table) : [];
  const parts = onBus.stream.state === "there" ? onBus.stream.parts : [];
  const compared = parts.length > 0 ? parts : modulesOf(tables);
  return {
    sought,
    otherRuns: wanted.kind === "log" ? [] : runs.filter((bootId) => bootId !== sought.bootId),
    spool:
      spooled.state !== "unknown" && "bootId" in spooled && spooled.bootId !== sought.bootId
        ? { state: "absent" }
        : spooled,
    ...onBus,
    history,
    snapshot: await attempt(outside, () =>
      withSnapshots(servers, outside, (store) => lookIntoSnapshot(store, sought, compared)),
    ),
  };
}

/** The run that was asked for, or the newest that is known to have the number. */
function runOf(
  wanted: Sought,
  stored: readonly number[],
  inStream: number | undefined,
  spooled: SpoolPlace,
): number | undefined {
  if (wanted.bootId !== undefined || wanted.kind === "log") return wanted.bootId;
  const known = [...stored, inStream ?? 0, "bootId" in spooled ? spooled.bootId : 0];
  const newest = Math.max(...known);
  return newest === 0 ? undefined : newest;
}

/** A folder that nobody named is this node's only if it has the reading: a spool does not say whose it is. */
function lookIntoSpoolOf({ collector: { folder, isGiven } }: TraceDeps, wanted: Sought): SpoolPlace {
  if (wanted.kind === "log") return { state: "unknown", reason: "lines have no spool" };
  if (!isGiven && !existsSync(join(folder, "spool"))) {
    return { state: "unknown", reason: "the collector's folder is not here (--collector-dir)" };
  }
  try {
    const place = lookIntoSpool(folder, wanted);
    const isOurs = isGiven || wanted.bootId !== undefined || place.state === "absent";
    return isOurs
      ? place
      : { state: "unknown", reason: `${folder} may be another node's: --collector-dir or --boot says` };
  } catch (error) {
    return { state: "unknown", reason: (error as Error).message };
  }
}

async function lookIntoLog(
  { servers, outside }: TraceDeps,
  sought: Sought,
  rows: readonly StoredEvent[],
): Promise<Pick<Trace, "stream" | "cut" | "deadLetters">> {
  const looked = await attempt(outside, () =>
    withEventLog(servers, outside, (log) => lookAlong(log, sought, rows, outside)),
  );
  return isUnknown(looked) ? { stream: looked, cut: looked, deadLetters: looked } : looked;
}

async function lookAlong(log: EventLog, sought: Sought, rows: readonly StoredEvent[], { signal }: Outside) {
  const stream = await lookIntoStream(log, sought, rows[0]?.eventSeq);
  const sequence = sequenceOf(stream);
  return {
    stream,
    cut: await lookIntoCuts(log, streamNameOf(sought), sequence),
    deadLetters: await lookIntoDeadLetters(log, sought, sequence, signal),
  };
}

function sequenceOf(stream: StreamPlace): number | undefined {
  return stream.state === "there" || stream.state === "left" ? stream.sequence : undefined;
}

async function attempt<Result>({ signal }: Outside, act: () => Promise<Result>): Promise<Result | Unknown> {
  try {
    return await act();
  } catch (error) {
    signal.throwIfAborted();
    return { state: "unknown", reason: (error as Error).message };
  }
}
