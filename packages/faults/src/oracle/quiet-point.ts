import { openCutRecord } from "@statwire/event-log";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { pidOf, signal, whyNotReady } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import { readAnnounced, sortByAnnouncement } from "./announced.js";
import { type AcknowledgedFindings, compareAcknowledged, missingInLog } from "./compare-acknowledged.js";
import { compareHistory, readHistory, type StoredHistory } from "./compare-history.js";
import { compareRollups } from "./compare-rollups.js";
import { compareSnapshots } from "./compare-snapshots.js";
import type { Findings } from "./findings.js";
import { endOf, type LogEnd, readOn } from "./read-truth.js";
import { type Truth, truthStreams } from "./truth.js";

/** What a check has seen. */
export interface Checked {
  findings: Findings;
  /** From the last fault until every service was ready and everything that the log held was stored. */
  wholeSeconds: number;
  /** Rows of events and of lines in the history. */
  stored: { events: number; lines: number };
  acknowledged: Acknowledgements;
  rollupsCompared: number;
  snapshotsCompared: number;
}

/** Events that their senders were told to be in the log, those of them that are not stored once, and those that nobody was told of. */
export interface Acknowledgements {
  events: number;
  lost: number;
  doubled: number;
  untold: number;
}

const limits = { readyMs: 300_000, storedMs: 300_000, equalMs: 120_000, closedMs: 900_000 };
const againMs = { equal: 1_000, closed: 3_000 };
const hourMs = 3_600_000;
/** Hours are compared that ended so long ago: what the collectors still send is of later ones. */
const hourAgeMs = 600_000;

/**
 * Lets the product come to rest, without stopping it: the senders are held for the moment, nothing else. Then what
 * the history and the snapshots hold must follow from the log, and the closed hours from both. Views of one insert
 * become visible one after the other and hours are closed one by one, so what differs is looked at again, for a while.
 * An hour that is still due to be closed is left out, but for the last time, when all have to be closed.
 */
export async function checkAtQuietPoint(
  workload: Workload,
  truth: Truth,
  { sinceMs, now, isLast }: { sinceMs: number; now(): number; isLast: boolean },
): Promise<Checked> {
  let reason: string | undefined;
  const ready = async () => {
    reason = await whyNotReady(workload);
    return reason === undefined;
  };
  await waitFor(ready, limits.readyMs, () => `not ready ${limits.readyMs / 1000} s after the last fault: ${reason}`);
  await Promise.all([workload.past.pause(), workload.configurer.pause()]);
  try {
    const { wholeSeconds, stored, history, told, snapshots } = await compareAtRest(workload, truth, { sinceMs, now });
    const untilMs = Math.floor((now() - hourAgeMs) / hourMs) * hourMs;
    const none: ReadonlySet<number> = new Set();
    const compareHours = async () => {
      // Before the rows: an hour that is closed meanwhile is left out, too.
      const without = isLast ? none : await workload.hoursDue(now());
      return compareRollups(workload.history, truth, { untilMs, without });
    };
    const rollups = await untilEqual(compareHours, ({ mismatches }) => mismatches.length === 0, {
      withinMs: limits.closedMs,
      againMs: againMs.closed,
      now,
    });
    return {
      findings: {
        lost: [...told.lost, ...history.lost],
        doubled: [...told.doubled, ...history.doubled],
        rollup: rollups.mismatches,
        snapshot: snapshots.mismatches,
      },
      wholeSeconds,
      stored,
      acknowledged: {
        events: told.events,
        lost: told.lost.length,
        doubled: told.doubled.length,
        untold: told.untold,
      },
      rollupsCompared: rollups.compared,
      snapshotsCompared: snapshots.compared,
    };
  } finally {
    workload.past.resume();
    workload.configurer.resume();
  }
}

/** What follows from the log while nobody sends. */
async function compareAtRest(
  workload: Workload,
  truth: Truth,
  { sinceMs, now }: { sinceMs: number; now(): number },
): Promise<{ wholeSeconds: number } & Compared> {
  const letGo = await holdCollectors(workload);
  try {
    for (;;) {
      const end = await untilStored(workload);
      const wholeSeconds = (now() - sinceMs) / 1000;
      await readOn(workload, truth, end);
      const compare = () => compareStores(workload, truth);
      const compared = await untilEqual(compare, isEqual, { withinMs: limits.equalMs, againMs: againMs.equal, now });
      const endNow = await endOf(workload);
      // A message that was on its way came after all: what was compared is not at rest.
      if (truthStreams.every((stream) => endNow[stream] === end[stream])) return { ...compared, wholeSeconds };
    }
  } finally {
    letGo();
  }
}

/** Stops both collectors. Returns what lets them go on. */
async function holdCollectors(workload: Workload): Promise<() => void> {
  const held = (["collector", "far"] as const).map((victim) => pidOf(workload, victim));
  for (const pid of held) signal(pid, "SIGSTOP");
  // What they had sent arrives.
  await sleep(300);
  return () => {
    for (const pid of held) signal(pid, "SIGCONT");
  };
}

/** Waits until the ingester has committed everything that the streams hold. */
async function untilStored(workload: Workload): Promise<LogEnd> {
  let seen = "";
  let end: LogEnd | undefined;
  const isStored = async () => {
    try {
      end = await endOf(workload);
      for (const stream of truthStreams) {
        const { record } = await openCutRecord(workload.log, stream).load();
        seen = `${stream}: ${record.committed} of ${end[stream]}, ${record.cuts.length} open cuts`;
        if (record.committed < end[stream] || record.cuts.length > 0) return false;
      }
      return true;
    } catch (error) {
      seen = (error as Error).message;
      return false;
    }
  };
  const notStored = () => `not stored after ${limits.storedMs / 1000} s: ${seen}`;
  await waitFor(isStored, limits.storedMs, notStored);
  if (end === undefined) throw new Error(notStored());
  return end;
}

interface Compared {
  stored: Checked["stored"];
  history: Pick<Findings, "lost" | "doubled">;
  told: AcknowledgedFindings & { events: number };
  snapshots: { compared: number; mismatches: string[] };
}

async function compareStores(workload: Workload, truth: Truth): Promise<Compared> {
  const read = await readHistory(workload.history);
  const history = compareHistory(truth, read);
  const told = await compareTold(workload, truth, read);
  return { stored: rowsIn(read), history, told, snapshots: await compareSnapshots(workload.snapshots, truth) };
}

/** What the senders were told, which may have been given up in public since. */
async function compareTold(workload: Workload, truth: Truth, read: StoredHistory): Promise<Compared["told"]> {
  const acknowledged = workload.acknowledged.now();
  const missing = missingInLog(acknowledged, truth);
  const announced = missing.length === 0 ? { dropped: [], gaps: [] } : await readAnnounced(workload.product);
  const dropped = new Set(sortByAnnouncement(missing, announced).dropped);
  const found = compareAcknowledged(acknowledged, truth, read, (number) => dropped.has(number));
  return { ...found, events: acknowledged.size };
}

function rowsIn({ events, logs }: StoredHistory): Checked["stored"] {
  const rows = { events: 0, lines: 0 };
  for (const places of events.values()) rows.events += places.length;
  for (const log of logs.values()) rows.lines += log.rows;
  return rows;
}

function isEqual({ history, told, snapshots }: Compared): boolean {
  const { lost, doubled } = history;
  return lost.length + doubled.length + told.lost.length + told.doubled.length + snapshots.mismatches.length === 0;
}

/** Compares until it is equal, or has not been for so long; a store that does not answer meanwhile is asked again. */
async function untilEqual<Result>(
  compare: () => Promise<Result>,
  isEqualNow: (result: Result) => boolean,
  { withinMs, againMs: pauseMs, now }: { withinMs: number; againMs: number; now(): number },
): Promise<Result> {
  for (const deadlineMs = now() + withinMs; ; await sleep(pauseMs)) {
    const result = await compare().catch((error: Error) => {
      if (now() > deadlineMs) throw error;
    });
    if (result !== undefined && (isEqualNow(result) || now() > deadlineMs)) return result;
  }
}
