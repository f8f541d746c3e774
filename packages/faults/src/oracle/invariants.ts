import { isLater } from "@statwire/snapshot-store";
import type { TruthStream } from "./truth.js";

/** What one look saw of a stream. */
export interface StreamLook {
  stream: TruthStream;
  /** `committed` of its record; read before everything else. */
  committed: number;
  /** Of the log: raw rows that messages up to `committed` have to have. */
  log: Counted;
  /** Of the history: rows up to `committed`. */
  history: Counted & {
    /** Different events (lines, findings, revisions) among them, and different places of the log. */
    identities: number;
    places: number;
  };
}

export interface Counted {
  rows: number;
  /** Sum of the sequences of their messages, so that one too many and one too few do not even out. */
  sequences: bigint;
}

export interface Position {
  bootId: number;
  sequence: number;
}

/** Parts of snapshots by `node part`. */
export type Snapshots = ReadonlyMap<string, Position>;

/**
 * What must hold of each stream at every moment, in the middle of faults too: what is committed is stored, all of it and
 * once, and the position never goes back. A sentence for each that does not.
 */
export function streamViolations(
  { stream, committed, log, history }: StreamLook,
  before: Pick<StreamLook, "committed"> | undefined,
): string[] {
  const found: string[] = [];
  if (before !== undefined && committed < before.committed) {
    found.push(`the committed position of ${stream} went back from ${before.committed} to ${committed}`);
  }
  const upTo = `up to the committed ${committed} of ${stream}`;
  if (history.rows < log.rows) {
    found.push(`${log.rows - history.rows} of ${log.rows} rows ${upTo} are not there`);
  } else if (history.rows > log.rows || history.rows !== history.places) {
    found.push(`${history.rows} rows instead of ${log.rows}, at ${history.places} places, ${upTo}`);
  } else if (history.sequences !== log.sequences) {
    found.push(`the rows ${upTo} are of other messages than the log's`);
  }
  if (history.identities !== history.rows) {
    found.push(`${history.rows} rows of ${history.identities} different events ${upTo}`);
  }
  return found;
}

/**
 * No series of a closed hour counts more than its table has rows then.
 * @param closed highest count of a series, by `table node hour`
 */
export function hourViolations(closed: ReadonlyMap<string, number>, raw: ReadonlyMap<string, number>): string[] {
  return [...closed]
    .filter(([hour, count]) => count > (raw.get(hour) ?? 0))
    .map(([hour, count]) => `hour ${hour} is closed with ${count} readings, raw has ${raw.get(hour) ?? 0}`);
}

/** No part of a snapshot goes back. @param before of the same life of Redis */
export function setBack(now: Snapshots, before: Snapshots): string[] {
  return [...now].flatMap(([part, reading]) => {
    const known = before.get(part);
    if (known === undefined || !isLater(known, reading)) return [];
    return [`snapshot ${part} went back from ${textOf(known)} to ${textOf(reading)}`];
  });
}

/** No part of a snapshot is of an event that the log does not hold. @param latest of the log, read after them */
export function aheadOfLog(now: Snapshots, latest: Snapshots): string[] {
  return [...now].flatMap(([part, reading]) => {
    const last = latest.get(part);
    if (last !== undefined && !isLater(reading, last)) return [];
    return [`snapshot ${part} is at ${textOf(reading)}, the log at ${last === undefined ? "none" : textOf(last)}`];
  });
}

function textOf({ bootId, sequence }: Position): string {
  return `${bootId} #${sequence}`;
}
