import { z } from "zod";
import type { EventLog } from "./connect.js";
import { openLane } from "./lane.js";
import { readLastMessage } from "./last-message.js";
import { ingestBucket } from "./streams.js";

/**
 * Asks the ingester to open no cut of a stream for a while, so that somebody can copy or exchange what is stored. A key
 * of its own beside the cut record, so that whoever may ask cannot write the record. The ingester confirms in the
 * record (`CutRecord.held`) when no cut is open any more.
 */
const holdSchema = z.object({
  /** Who asks: a name that nobody else uses, ever. */
  by: z.string().min(1).max(200),
  /** Unix milliseconds at which it is over by itself; 0 when it was lifted. */
  untilMs: z.number().int().nonnegative(),
});

export interface IngestHold extends z.infer<typeof holdSchema> {
  /** Grows with every change. */
  revision: number;
}

/** A hold lasts no longer than this, unless it is renewed. */
export const holdMaxMs = 60_000;

/**
 * What was last recorded, lifted and expired ones too; undefined when nothing ever was.
 * @throws when the log does not answer.
 */
export async function readHold(log: EventLog, stream: string): Promise<IngestHold | undefined> {
  const last = await readLastMessage(log, placeOf(stream));
  return last && { ...parse(last.payload), revision: last.sequence };
}

/** The hold of one stream, of somebody who asks for it. */
export interface HoldLane {
  /**
   * Asks for a hold until then, or for a longer one.
   * @returns who has one already, undefined when it is ours.
   * @throws when the log does not answer, or refuses.
   */
  place(untilMs: number, nowMs: number): Promise<IngestHold | undefined>;
  /** Ends it, if it is ours still. @throws when the log does not answer. */
  lift(): Promise<void>;
}

/** Opens the hold of a stream; `by` is who asks. */
export function openHold(log: EventLog, stream: string, by: string): HoldLane {
  const lane = openLane(log, placeOf(stream));
  const last = async (): Promise<IngestHold | undefined> => {
    const message = await lane.last();
    return message && { ...parse(message.payload), revision: message.sequence };
  };
  const put = async (untilMs: number, isOpen: (found: IngestHold | undefined) => boolean) => {
    for (let attempt = 1; ; attempt += 1) {
      const found = await last();
      if (!isOpen(found)) return found;
      const outcome = await lane.publish(Buffer.from(JSON.stringify({ by, untilMs })));
      if (outcome.kind === "stored") return undefined;
      if (attempt < 5) continue;
      throw new Error(
        `hold of ${stream} not stored: ${outcome.kind === "conflict" ? "changed by others" : outcome.reason}`,
      );
    }
  };
  return {
    place: (untilMs, nowMs) =>
      put(untilMs, (found) => found === undefined || found.by === by || found.untilMs <= nowMs),
    async lift() {
      await put(0, (found) => found?.by === by && found.untilMs !== 0);
    },
  };
}

function placeOf(stream: string): { stream: string; subject: string } {
  return { stream: `KV_${ingestBucket}`, subject: `$KV.${ingestBucket}.holds.${stream}` };
}

/** What is no hold holds nothing: whoever wrote it is not confirmed, and must not stop ingestion. */
function parse(payload: Uint8Array): z.infer<typeof holdSchema> {
  try {
    return holdSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return { by: "unknown", untilMs: 0 };
  }
}
