import type { Cut, StoredMessage, WrappedEvents } from "@statwire/event-log";
import type { LandedBatch, LandedKind } from "@statwire/events";
import type { InsertOutcome } from "@statwire/history-store";

/** Rows of each kind that some messages are, and messages that are none. */
export interface WrappedMessages {
  byKind: ReadonlyMap<LandedKind, WrappedEvents>;
  unreadable: readonly { message: StoredMessage; reason: string }[];
}

export interface LandDeps {
  /** The kinds of events that belong in the stream, in the order in which they are inserted. */
  kinds: readonly LandedKind[];
  /** The same messages give the same bytes at any time. */
  wrap(messages: readonly StoredMessage[]): WrappedMessages;
  /** Inserts once, however often it is called with the same token; waits for ever for the store. */
  insert(kind: LandedKind, batch: LandedBatch, token: string): Promise<InsertOutcome>;
  /**
   * Keeps a message out of the tables. `unreadable`: it is no sequence of events of a kind that belongs here, as we can
   * tell ourselves. `refused`: the store could not parse it.
   */
  deadLetter(message: StoredMessage, fault: { kind: "unreadable" | "refused"; reason: string }): Promise<void>;
  /** Records smaller ranges before the first of them is inserted. */
  split(cut: Cut, parts: readonly Cut[]): Promise<void>;
  finish(cut: Cut): void;
  token(cut: Cut, kind: LandedKind): string;
  log: { warn(fields: object, text: string): void };
}

/**
 * Stores one cut: each kind of event in it with one insert. A refused insert has its cut halved, recorded first, until
 * the bad message is alone and goes to the dead letters.
 */
export async function landCut(deps: LandDeps, cut: Cut, messages: readonly StoredMessage[]): Promise<void> {
  const wanted = deps.kinds.filter((kind) => cut.kinds === undefined || cut.kinds.includes(kind));
  const { byKind, unreadable } = deps.wrap(messages);
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
  kinds: LandedKind[],
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
