import { decodeLogLinesRead, encodeFrames, encodeLogLinesRead, logEventHeaders, walkFrames } from "@statwire/events";
import type { Batch } from "./line-queue.js";
import { fromPosition, type Progress, toProgress } from "./position.js";

export interface LogIdentity {
  workspace: string;
  node: string;
  log: string;
}

/** An event as it is published, every attempt with the same bytes, and the progress once it is stored. */
export interface LogMessage {
  payload: Uint8Array;
  headers: Record<string, string>;
  after: Progress;
}

/** The event of a batch that follows `known`. */
export function toMessage(
  identity: LogIdentity,
  { bootId, sequence }: Pick<Progress, "bootId" | "sequence">,
  known: Progress,
  batch: Batch,
): LogMessage {
  const firstLine = known.nextLine + (batch.gap?.lines ?? 0);
  const event = encodeLogLinesRead({
    bootId: BigInt(bootId),
    sequence: BigInt(sequence),
    observedAtMs: BigInt(batch.readAtMs),
    log: identity.log,
    firstLine: BigInt(firstLine),
    lines: batch.lines.map((line) => ({ ...line, atMs: BigInt(line.atMs) })),
    position: fromPosition(batch.end),
    droppedLines: BigInt(batch.gap?.lines ?? 0),
    droppedWhy: batch.gap?.why ?? "",
  });
  const headers = logEventHeaders({ ...identity, bootId, sequence, observedAtMs: batch.readAtMs });
  const nextLine = firstLine + batch.lines.length;
  const after = { bootId, sequence, nextLine, position: batch.end, observedAtMs: batch.readAtMs };
  return { payload: encodeFrames([event]), headers, after };
}

/** The progress that a message of the log tells; undefined when it is none that can be read. */
export function progressIn(payload: Uint8Array): Progress | undefined {
  let progress: Progress | undefined;
  try {
    walkFrames(payload, (start, end) => {
      progress = toProgress(decodeLogLinesRead(payload.subarray(start, end)));
    });
  } catch {
    return undefined;
  }
  return progress;
}
