import type { CutRecord, CutRecordStore, StreamState } from "@statwire/event-log";
import { type Logger, sleep } from "@statwire/runtime";

export interface ClaimOptions {
  /** Our name; new at each start. */
  holder: string;
  /** Of the stream as it is, of which everything up to `committed` had been acknowledged. */
  readStream(committed: number): Promise<Pick<StreamState, "created" | "lastSequence">>;
  /** A holder whose record has not changed for so long is gone. It beats at least three times as often. */
  silenceMs: number;
  signal: AbortSignal;
  log: Logger;
}

/**
 * Takes a stream over: at once when it was given back, otherwise when its holder has been silent. Until then this is
 * the standby. A holder that was only slow is fenced by the epoch: its next change of the record is refused, and what
 * it still inserts carries a token of a cut that we finish under the same token, so it counts once.
 * @throws the signal's reason when it aborts.
 */
export async function claimStream(store: CutRecordStore, options: ClaimOptions): Promise<Claim> {
  for (;;) {
    options.signal.throwIfAborted();
    const { record, revision } = await store.load();
    if (record.holder !== undefined && !(await isSilent(store, revision, options))) continue;
    // Looked at after the record, and not before the wait: what the record counts must be in it.
    const { created, lastSequence } = await options.readStream(record.committed);
    const claimed = claim(record, { holder: options.holder, created });
    if ((await store.replace(claimed, options.signal)) === "stored") return { record: claimed, lastSequence };
  }
}

/** A stream that was taken over, and where it ended at that moment. */
export interface Claim {
  record: CutRecord;
  lastSequence: number;
}

/** The record of a new holder; a stream that was created anew starts over, under tokens of its own. */
export function claim(record: CutRecord, { holder, created }: { holder: string; created: string }): CutRecord {
  const taken = { ...record, holder, epoch: record.epoch + 1, beat: record.beat + 1 };
  if (record.created === created) return taken;
  const generation = record.created === undefined ? record.generation : record.generation + 1;
  return { ...taken, created, generation, committed: 0, cuts: [] };
}

async function isSilent(store: CutRecordStore, revision: number, options: ClaimOptions): Promise<boolean> {
  options.log.info({ silenceMs: options.silenceMs }, "the stream has a holder: standing by");
  await sleep(options.silenceMs, options.signal);
  options.signal.throwIfAborted();
  return (await store.load()).revision === revision;
}
