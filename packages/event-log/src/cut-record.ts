import { sleep } from "@statwire/runtime";
import { z } from "zod";
import type { EventLog } from "./connect.js";
import { type Lane, openLane } from "./lane.js";
import { ForeignMessageError } from "./last-message.js";
import { ingestBucket } from "./streams.js";

const sequence = z.number().int().nonnegative();

/** An inclusive range of a stream's sequences that is, or may have been, inserted with a token made of it. */
const cutSchema = z.object({
  first: sequence.min(1),
  last: sequence.min(1),
  /** Only these kinds of events are still to be inserted; absent: all. */
  kinds: z.array(z.string()).optional(),
});

const cutRecordSchema = z.object({
  /** Counts the holders of the stream; each takes the next number, so that the one before it is refused. */
  epoch: z.number().int().nonnegative(),
  /** Who holds it; absent: nobody, it was given back. */
  holder: z.string().optional(),
  /** When the stream was created: another time is another stream. */
  created: z.string().optional(),
  /** Counts how often sequences began again; part of the tokens, so that none is used for other events. */
  generation: z.number().int().nonnegative(),
  /** Everything up to here is stored. */
  committed: sequence,
  cuts: z.array(cutSchema),
  /** No cut is open, nor will be before this is over: somebody asked for it (`openHold`). */
  held: z.object({ by: z.string(), untilMs: z.number().int(), revision: sequence }).optional(),
  /** Counts the holder's heartbeats. */
  beat: z.number().int().nonnegative(),
});

export type Cut = z.infer<typeof cutSchema>;
export type CutRecord = z.infer<typeof cutRecordSchema>;

/** The record of a stream that nobody has ingested yet. */
export const emptyCutRecord: CutRecord = { epoch: 0, generation: 0, committed: 0, cuts: [], beat: 0 };

/** How far a stream was ingested, kept in the log and replaced by compare-and-swap. */
export interface CutRecordStore {
  /**
   * Reads the record and remembers its revision for the next `replace`.
   * @throws when the log does not answer, or the record is not one.
   */
  load(): Promise<{ record: CutRecord; revision: number }>;
  /**
   * Replaces the record that was loaded or stored last. `fenced`: somebody else has replaced it. Tries for ever while
   * the log does not answer, and finds out whether an attempt without an answer was stored.
   * @throws the signal's reason when it aborts.
   */
  replace(record: CutRecord, signal: AbortSignal): Promise<"stored" | "fenced">;
}

const retryMs = 250;

/** Opens the cut record of a stream. One `replace` at a time. */
export function openCutRecord(log: EventLog, stream: string): CutRecordStore {
  const lane = openLane(log, { stream: `KV_${ingestBucket}`, subject: `$KV.${ingestBucket}.cuts.${stream}` });
  return {
    load: () => load(lane),
    async replace(record, signal) {
      const payload = Buffer.from(JSON.stringify(record));
      for (let inDoubt = false; ; inDoubt = true) {
        signal.throwIfAborted();
        const outcome = await lane.publish(payload);
        if (outcome.kind === "stored") return "stored";
        if (outcome.kind === "conflict") return inDoubt && (await isLast(lane, payload, signal)) ? "stored" : "fenced";
        log.log.warn({ stream, reason: outcome.reason }, "cut record not stored yet");
        await sleep(retryMs, signal);
      }
    },
  };
}

async function load(lane: Lane): Promise<{ record: CutRecord; revision: number }> {
  const last = await lane.last();
  if (last === undefined) return { record: emptyCutRecord, revision: 0 };
  const record = cutRecordSchema.parse(JSON.parse(new TextDecoder().decode(last.payload)));
  return { record, revision: last.sequence };
}

/**
 * True when the record that somebody stored is ours: an attempt that got no answer had arrived. Nobody else writes
 * our epoch, and each of our records differs from the one before it (by its beat at least).
 */
async function isLast(lane: Lane, payload: Uint8Array, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const last = await lane.last();
      return last !== undefined && Buffer.compare(last.payload, payload) === 0;
    } catch (error) {
      // Nobody's record: whoever holds the stream must stop.
      if (error instanceof ForeignMessageError) return false;
      await sleep(retryMs, signal);
    }
  }
}
