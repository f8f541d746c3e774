import type { IdentifiedMessage, KeptLetter } from "@statwire/event-log";
import {
  droppedLetterSubject,
  type EventAddress,
  encodeEventsDropped,
  encodeFrames,
  integrityEventHeaders,
  parseEventSubject,
  readEvents,
} from "@statwire/events";
import { logFamilyPrefix } from "@statwire/history-store";
import { idPart } from "./to-finding.js";

/**
 * The message that says whose events a dead letter held that is given up (Unix milliseconds). Undefined when they are
 * nobody's: of no node, or an answer of the log itself.
 */
export function toDroppedLetter(
  letter: KeptLetter,
  observedAtMs: number,
  reason: "dead-letters-full" | "dead-letters-old",
): IdentifiedMessage | undefined {
  const address = parseEventSubject(letter.originalSubject);
  if (address === undefined || letter.isLogAnswer) return undefined;
  const { workspace, node } = address;
  const family = address.kind === "log" ? logFamilyPrefix + address.family : address.family;
  const runs = runsOf(address, letter.payload);
  const events = runs.map(({ bootId, first, last, count, firstMs, lastMs }) =>
    encodeEventsDropped({
      observedAtMs: BigInt(observedAtMs),
      family,
      bootId,
      firstSequence: first,
      lastSequence: last,
      count: BigInt(count),
      firstObservedAtMs: BigInt(firstMs),
      lastObservedAtMs: BigInt(lastMs),
      reason,
    }),
  );
  const { bootId, first, last } = runs[0] ?? unknown(1);
  const numbers = { bootId, firstSequence: first, lastSequence: last };
  const names = { workspace, node, finding: "events-dropped", family: idPart(family), ...numbers } as const;
  return {
    subject: droppedLetterSubject({ workspace, node }, letter.sequence),
    payload: encodeFrames(events),
    headers: integrityEventHeaders({ ...names, observedAtMs }),
  };
}

/** Numbers that follow each other in one run; all 0 when nobody can tell. Times in Unix milliseconds. */
interface Run {
  bootId: bigint;
  first: bigint;
  last: bigint;
  count: number;
  firstMs: number;
  lastMs: number;
}

/** More of them are not told apart: whoever made the letter may have made up its numbers. */
const runsMax = 100;

const unknown = (count: number): Run => ({ bootId: 0n, first: 0n, last: 0n, count, firstMs: 0, lastMs: 0 });

function runsOf({ kind }: EventAddress, payload: Uint8Array): Run[] {
  const read = readEvents(kind, payload);
  if (!read.ok || read.events.length === 0) return [unknown(1)];
  const isNumbered = kind !== "log" && read.events.every(({ sequence }) => sequence > 0n);
  if (!isNumbered) return [unknown(read.events.length)];
  const runs: Run[] = [];
  for (const { bootId, sequence, observedAtMs } of read.events) {
    const atMs = Number.isSafeInteger(observedAtMs) ? observedAtMs : 0;
    const run = runs.at(-1);
    if (run !== undefined && run.bootId === bootId && run.last + 1n === sequence) {
      Object.assign(run, { last: sequence, count: run.count + 1, lastMs: atMs });
    } else {
      runs.push({ bootId, first: sequence, last: sequence, count: 1, firstMs: atMs, lastMs: atMs });
    }
  }
  return runs.length > runsMax ? [unknown(read.events.length)] : runs;
}
