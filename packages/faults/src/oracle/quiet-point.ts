import { openCutRecord, streamState } from "@statwire/event-log";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { pidOf, signal, whyNotReady } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import { compareHistory, readHistory } from "./compare-history.js";
import { compareRollups } from "./compare-rollups.js";
import { compareSnapshots } from "./compare-snapshots.js";
import { countOf, type Findings, noFindings } from "./findings.js";
import { type LogEnd, readOn } from "./read-truth.js";
import type { Truth } from "./truth.js";

/** What a check has seen. */
export interface Checked {
  findings: Findings;
  /** From the last fault until every service was ready and everything that the log held was stored. */
  wholeSeconds: number;
  rollupsCompared: number;
  snapshotsCompared: number;
}

const limits = { readyMs: 120_000, storedMs: 90_000, equalMs: 90_000 };
const hourMs = 3_600_000;
const streams = ["TELEMETRY", "LOGS"] as const;

/**
 * Lets the product come to rest, without stopping it: the senders are held for the moment, nothing else. Then what
 * the history, its closed hours and the snapshots hold must follow from the log. Views of one insert become visible one
 * after the other and an hour is closed a moment later, so what differs is looked at again, for a while.
 */
export async function checkAtQuietPoint(workload: Workload, truth: Truth, sinceMs: number): Promise<Checked> {
  let reason: string | undefined;
  const ready = async () => {
    reason = await whyNotReady(workload);
    return reason === undefined;
  };
  await waitFor(ready, limits.readyMs, () => `not ready ${limits.readyMs / 1000} s after the last fault: ${reason}`);
  const letGo = await holdSenders(workload);
  try {
    for (;;) {
      const end = await untilStored(workload);
      const wholeSeconds = (Date.now() - sinceMs) / 1000;
      await readOn(workload.product, truth, end);
      const compared = await untilEqual(workload, truth);
      const endNow = await endOf(workload);
      // A message that was on its way came after all: what was compared is not at rest.
      if (streams.every((stream) => endNow[stream] === end[stream])) return { ...compared, wholeSeconds };
    }
  } finally {
    letGo();
  }
}

/** Stops both collectors and lets the publisher finish what it is at. Returns what lets them go on. */
async function holdSenders(workload: Workload): Promise<() => void> {
  await workload.past.pause();
  const held = (["collector", "far"] as const).map((victim) => pidOf(workload, victim));
  for (const pid of held) signal(pid, "SIGSTOP");
  // What they had sent arrives.
  await sleep(300);
  return () => {
    workload.past.resume();
    for (const pid of held) signal(pid, "SIGCONT");
  };
}

/** Sequence of the last message of each stream. */
export async function endOf({ log }: Workload): Promise<LogEnd> {
  const [telemetry, lines] = await Promise.all(streams.map((stream) => streamState(log, stream)));
  return { TELEMETRY: telemetry?.lastSequence ?? 0, LOGS: lines?.lastSequence ?? 0 };
}

/** Waits until the ingester has committed everything that both streams hold. */
async function untilStored(workload: Workload): Promise<LogEnd> {
  let seen = "";
  let end: LogEnd = { TELEMETRY: 0, LOGS: 0 };
  const isStored = async () => {
    try {
      end = await endOf(workload);
      for (const stream of streams) {
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
  await waitFor(isStored, limits.storedMs, () => `not stored after ${limits.storedMs / 1000} s: ${seen}`);
  return end;
}

async function untilEqual(workload: Workload, truth: Truth): Promise<Omit<Checked, "wholeSeconds">> {
  for (const deadline = Date.now() + limits.equalMs; ; await sleep(500)) {
    const compared = await compareAll(workload, truth).catch((error: Error) => {
      if (Date.now() > deadline) throw error;
    });
    if (compared !== undefined && (countOf(compared.findings) === 0 || Date.now() > deadline)) return compared;
  }
}

async function compareAll(workload: Workload, truth: Truth): Promise<Omit<Checked, "wholeSeconds">> {
  const { history, snapshots } = workload;
  const findings: Findings = { ...noFindings(), ...compareHistory(truth, await readHistory(history)) };
  const snapshot = await compareSnapshots(snapshots, truth);
  const rollups = await compareRollups(history, truth, Math.floor(Date.now() / hourMs) * hourMs);
  return {
    findings: { ...findings, rollup: rollups.mismatches, snapshot: snapshot.mismatches },
    rollupsCompared: rollups.compared,
    snapshotsCompared: snapshot.compared,
  };
}
