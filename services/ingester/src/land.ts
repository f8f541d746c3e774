import type { Cut, StoredMessage } from "@statwire/event-log";
import {
  type EventKind,
  eventKindOf,
  eventKinds,
  LandedBatch,
  parseTelemetrySubject,
  walkFrames,
} from "@statwire/events";
import type { InsertOutcome } from "@statwire/history-store";

export interface LandDeps {
  /** Inserts once, however often it is called with the same token; waits for ever for the store. */
  insert(kind: EventKind, body: Uint8Array, token: string): Promise<InsertOutcome>;
  deadLetter(message: StoredMessage, reason: string): Promise<void>;
  /** Records smaller ranges before the first of them is inserted. */
  split(cut: Cut, parts: readonly Cut[]): Promise<void>;
  finish(cut: Cut): void;
  token(cut: Cut, kind: EventKind): string;
  log: { warn(fields: object, text: string): void };
}

/**
 * Stores one cut: each kind of event in it with one insert. A refused insert has its cut halved, recorded first, until
 * the bad message is alone and goes to the dead letters. Answers how many messages went there.
 */
export async function landCut(deps: LandDeps, cut: Cut, messages: readonly StoredMessage[]): Promise<number> {
  const wanted = eventKinds.filter((kind) => cut.kinds === undefined || cut.kinds.includes(kind));
  // What cannot be read at all is set aside once: parts of a cut, which name their kinds, come from a cut that did it.
  const { byKind, unreadable } = sortByKind(messages);
  if (cut.kinds === undefined) for (const { message, reason } of unreadable) await deps.deadLetter(message, reason);
  let refused = cut.kinds === undefined ? unreadable.length : 0;
  for (const [index, kind] of wanted.entries()) {
    const ofKind = byKind.get(kind) ?? [];
    if (ofKind.length === 0) continue;
    const outcome = await deps.insert(kind, landedBatch(ofKind).bytes(), deps.token(cut, kind));
    if (outcome.ok) continue;
    if (ofKind.length === 1) {
      const [bad] = ofKind as [StoredMessage];
      await deps.deadLetter(bad, `refused with code ${outcome.code}: ${outcome.reason}`);
      refused += 1;
      continue;
    }
    return refused + (await landHalves(deps, cut, messages, ofKind, wanted.slice(index)));
  }
  deps.finish(cut);
  return refused;
}

async function landHalves(
  deps: LandDeps,
  cut: Cut,
  messages: readonly StoredMessage[],
  ofKind: readonly StoredMessage[],
  kinds: EventKind[],
): Promise<number> {
  const middle = ofKind[Math.floor(ofKind.length / 2)]?.sequence ?? cut.last;
  const parts: [Cut, Cut] = [
    { first: cut.first, last: middle - 1, kinds },
    { first: middle, last: cut.last, kinds },
  ];
  deps.log.warn({ first: cut.first, last: cut.last, kind: kinds[0], messages: ofKind.length }, "refused batch halved");
  await deps.split(cut, parts);
  let refused = 0;
  for (const part of parts) {
    refused += await landCut(
      deps,
      part,
      messages.filter(({ sequence }) => sequence >= part.first && sequence <= part.last),
    );
  }
  return refused;
}

interface Sorted {
  byKind: Map<EventKind, StoredMessage[]>;
  unreadable: { message: StoredMessage; reason: string }[];
}

function sortByKind(messages: readonly StoredMessage[]): Sorted {
  const byKind = new Map<EventKind, StoredMessage[]>(eventKinds.map((kind) => [kind, []]));
  const unreadable: Sorted["unreadable"] = [];
  for (const message of messages) {
    const kind = kindOf(message.subject);
    const reason = kind === undefined ? `no kind of event has the subject ${message.subject}` : frameFault(message);
    if (kind === undefined || reason !== undefined) unreadable.push({ message, reason: reason ?? "" });
    else byKind.get(kind)?.push(message);
  }
  return { byKind, unreadable };
}

function kindOf(subject: string): EventKind | undefined {
  const parsed = parseTelemetrySubject(subject);
  return parsed === undefined ? undefined : eventKindOf(parsed.family);
}

function frameFault({ payload }: StoredMessage): string | undefined {
  try {
    walkFrames(payload, () => undefined);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Wraps every event of readable messages. A retry after a restart gives the same bytes: identity comes from the
 * subject, times from the stream.
 */
function landedBatch(messages: readonly StoredMessage[]): LandedBatch {
  const batch = new LandedBatch(messages.reduce((sum, { payload }) => sum + payload.length + 64, 0));
  for (const { subject, sequence, storedAtMs, payload } of messages) {
    const lane = parseTelemetrySubject(subject);
    if (lane === undefined) continue;
    const { workspace, node, family } = lane;
    const identity = { workspace, node, family, eventSeq: sequence, eventIndex: 0, receivedAtMs: storedAtMs };
    walkFrames(payload, (start, end) => {
      batch.append(identity, payload, start, end);
      identity.eventIndex += 1;
    });
  }
  return batch;
}
