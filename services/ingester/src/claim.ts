import type { CutRecord, CutRecordStore } from "@statwire/event-log";
import { type Logger, sleep } from "@statwire/runtime";

export interface ClaimOptions {
  /** Our name; new at each start. */
  holder: string;
  /** When the stream was created: its sequences mean nothing for another. */
  streamCreated: string;
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
export async function claimStream(store: CutRecordStore, options: ClaimOptions): Promise<CutRecord> {
  for (;;) {
    options.signal.throwIfAborted();
    const { record, revision } = await store.load();
    if (record.holder !== undefined && !(await isSilent(store, revision, options))) continue;
    const claimed = claim(record, options);
    if ((await store.replace(claimed, options.signal)) === "stored") return claimed;
  }
}

/** The record of a new holder; a stream that was created anew starts over, under tokens of its own. */
export function claim(
  record: CutRecord,
  { holder, streamCreated }: Pick<ClaimOptions, "holder" | "streamCreated">,
): CutRecord {
  const taken = { ...record, holder, epoch: record.epoch + 1, beat: record.beat + 1 };
  if (record.created === streamCreated) return taken;
  const generation = record.created === undefined ? record.generation : record.generation + 1;
  return { ...taken, created: streamCreated, generation, committed: 0, cuts: [] };
}

async function isSilent(store: CutRecordStore, revision: number, options: ClaimOptions): Promise<boolean> {
  options.log.info({ silenceMs: options.silenceMs }, "the stream has a holder: standing by");
  await sleep(options.silenceMs, options.signal);
  options.signal.throwIfAborted();
  return (await store.load()).revision === revision;
}
