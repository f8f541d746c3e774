import { type Cut, isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  type EventAddress,
  type EventKind,
  FrameError,
  LandedBatch,
  parseEventSubject,
  walkFrames,
} from "@statwire/events";
import type { InsertOutcome } from "@statwire/history-store";

export interface LandDeps {
  /** The kinds of events that belong in the stream, in the order in which they are inserted. */
  kinds: readonly EventKind[];
  /** Inserts once, however often it is called with the same token; waits for ever for the store. */
  insert(kind: EventKind, batch: LandedBatch, token: string): Promise<InsertOutcome>;
  /**
   * Keeps a message out of the tables. `unreadable`: it is no sequence of events of a kind that belongs here, as we can
   * tell ourselves. `refused`: the store could not parse it.
   */
  deadLetter(message: StoredMessage, fault: { kind: "unreadable" | "refused"; reason: string }): Promise<void>;
  /** Records smaller ranges before the first of them is inserted. */
  split(cut: Cut, parts: readonly Cut[]): Promise<void>;
  finish(cut: Cut): void;
  token(cut: Cut, kind: EventKind): string;
  log: { warn(fields: object, text: string): void };
}

/**
 * Stores one cut: each kind of event in it with one insert. A refused insert has its cut halved, recorded first, until
 * the bad message is alone and goes to the dead letters.
 */
export async function landCut(deps: LandDeps, cut: Cut, messages: readonly StoredMessage[]): Promise<void> {
  const wanted = deps.kinds.filter((kind) => cut.kinds === undefined || cut.kinds.includes(kind));
  const { byKind, unreadable } = wrap(messages, deps.kinds);
  // What cannot be read at all is set aside once: parts of a cut, which name their kinds, come from a cut that did it.
  if (cut.kinds === undefined) {
    for (const { message, reason } of unreadable) await deps.deadLetter(message, { kind: "unreadable", reason });
  }
  for (const [index, kind] of wanted.entries()) {
    const wrapped = byKind.get(kind);
    if (wrapped === undefined) continue;
    const outcome = await deps.insert(kind, wrapped.batch, deps.token(cut, kind));
    if (outcome.ok) continue;
    const [bad] = wrapped.messages;
    if (bad !== undefined && wrapped.messages.length === 1) {
      await deps.deadLetter(bad, { kind: "refused", reason: `refused with code ${outcome.code}: ${outcome.reason}` });
      continue;
    }
    // The kinds before this one are stored under the whole cut's token, so the halves leave them out.
    return landHalves(deps, cut, messages, wrapped.messages, wanted.slice(index));
  }
  deps.finish(cut);
}

async function landHalves(
  deps: LandDeps,
  cut: Cut,
  messages: readonly StoredMessage[],
  refused: readonly StoredMessage[],
  kinds: EventKind[],
): Promise<void> {
  const middle = refused[Math.floor(refused.length / 2)]?.sequence ?? cut.last;
  const parts: [Cut, Cut] = [
    { first: cut.first, last: middle - 1, kinds },
    { first: middle, last: cut.last, kinds },
  ];
  deps.log.warn({ first: cut.first, last: cut.last, kind: kinds[0], messages: refused.length }, "refused batch halved");
  await deps.split(cut, parts);
  for (const part of parts) {
    const within = messages.filter(({ sequence }) => sequence >= part.first && sequence <= part.last);
    await landCut(deps, part, within);
  }
}

interface Wrapped {
  batch: LandedBatch;
  messages: StoredMessage[];
}

/**
 * Wraps every event of the messages that can be read. A retry after a restart gives the same bytes: identity comes
 * from the subject, times from the stream.
 */
function wrap(
  messages: readonly StoredMessage[],
  kinds: readonly EventKind[],
): {
  byKind: Map<EventKind, Wrapped>;
  unreadable: { message: StoredMessage; reason: string }[];
} {
  const byKind = new Map<EventKind, Wrapped>();
  const unreadable: { message: StoredMessage; reason: string }[] = [];
  // A node's subjects come again and again.
  const addresses = new Map<string, EventAddress | undefined>();
  for (const message of messages) {
    const { subject } = message;
    if (!addresses.has(subject)) addresses.set(subject, parseEventSubject(subject));
    const address = addresses.get(subject);
    if (address === undefined || !kinds.includes(address.kind)) {
      unreadable.push({ message, reason: `no kind of event has the subject ${subject}` });
      continue;
    }
    if (isLogAnswer(message)) {
      unreadable.push({ message, reason: "sent by the log in answer to a request, not published by the node" });
      continue;
    }
    const wrapped = byKind.get(address.kind) ?? { batch: new LandedBatch(), messages: [] };
    const fault = append(wrapped.batch, address, message);
    if (fault !== undefined) {
      unreadable.push({ message, reason: fault });
      continue;
    }
    wrapped.messages.push(message);
    byKind.set(address.kind, wrapped);
  }
  return { byKind, unreadable };
}

/** Why the payload is no sequence of events; then nothing of it is appended. */
function append(batch: LandedBatch, address: EventAddress, message: StoredMessage): string | undefined {
  const { workspace, node, family } = address;
  const { sequence, storedAtMs, payload } = message;
  const identity = { workspace, node, family, eventSeq: sequence, eventIndex: 0, receivedAtMs: storedAtMs };
  try {
    walkFrames(payload, (start, end) => {
      batch.append(identity, payload, start, end);
      identity.eventIndex += 1;
    });
    return undefined;
  } catch (error) {
    if (error instanceof FrameError) return error.message;
    throw error;
  }
}
