import type { Cut, CutRecord } from "@statwire/event-log";

/**
 * The state of ingestion: the record as it will be stored next, and which of its cuts are done. Cuts leave the record
 * from its head only, so that `committed` never passes a cut that is still open. Pure; the ledger stores it.
 */
export interface CutState {
  record: CutRecord;
  done: ReadonlySet<Cut>;
}

/** A new range behind all others. */
export function openCut({ record, done }: CutState, cut: Cut): CutState {
  const last = record.cuts.at(-1)?.last ?? record.committed;
  if (cut.first <= last || cut.last < cut.first) {
    throw new Error(`cut ${cut.first}-${cut.last} does not follow ${last}`);
  }
  return { record: { ...record, cuts: [...record.cuts, cut] }, done };
}

/** Puts parts, in order, in the place of a cut. */
export function splitCut({ record, done }: CutState, cut: Cut, parts: readonly Cut[]): CutState {
  if (!record.cuts.includes(cut)) throw new Error(`cut ${cut.first}-${cut.last} is not open`);
  return { record: { ...record, cuts: record.cuts.flatMap((open) => (open === cut ? parts : [open])) }, done };
}

/** Marks a cut as stored and lets every finished cut at the head go. */
export function finishCut({ record, done }: CutState, cut: Cut): CutState {
  const finished = new Set(done).add(cut);
  const open = record.cuts.findIndex((candidate) => !finished.has(candidate));
  const leaving = open === -1 ? record.cuts : record.cuts.slice(0, open);
  for (const gone of leaving) finished.delete(gone);
  const committed = leaving.at(-1)?.last ?? record.committed;
  return { record: { ...record, cuts: record.cuts.slice(leaving.length), committed }, done: finished };
}
