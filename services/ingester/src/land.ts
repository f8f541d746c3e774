import type { Cut, StoredMessage, WrappedEvents, WrappedMessages } from "@statwire/event-log";
import type { LandedKind } from "@statwire/events";
import type { InsertOutcome } from "@statwire/history-store";

export interface LandDeps {
  /** The kinds of events that belong in the stream, in the order in which they are inserted. */
  kinds: readonly LandedKind[];
  /** Inserts once, however often it is called with the same token; waits for ever for the store. */
  insert(kind: LandedKind, events: WrappedEvents, token: string): Promise<InsertOutcome>;
  /** Reads one message again; undefined when it has left the log. */
  readAgain(sequence: number): Promise<StoredMessage | undefined>;
  /**
   * Keeps a message out of the tables. `unreadable`: it is no sequence of events of a kind that belongs here, as we can
   * tell ourselves. `refused`: the store could not parse it.
   */
  deadLetter(message: StoredMessage, fault: { kind: "unreadable" | "refused"; reason: string }): Promise<void>;
  /** Counts a refused message that has left the log before it could be kept. */
  lost(): void;
  /** Records smaller ranges before the first of them is inserted. */
  split(cut: Cut, parts: readonly Cut[]): Promise<void>;
  finish(cut: Cut): void;
  token(cut: Cut, kind: LandedKind): string;
  log: { warn(fields: object, text: string): void };
}

/** The messages of a cut, wrapped. */
export type CutMessages = Pick<WrappedMessages, "byKind" | "unreadable">;

/**
 * Stores one cut: each kind of event in it with one insert. A refused insert has its cut halved, recorded first, until
 * the bad message is alone and goes to the dead letters.
 */
export async function landCut(deps: LandDeps, cut: Cut, { byKind, unreadable }: CutMessages): Promise<void> {
  const wanted = deps.kinds.filter((kind) => cut.kinds === undefined || cut.kinds.includes(kind));
  // What cannot be read at all is set aside once: parts of a cut, which name their kinds, come from a cut that did it.
  if (cut.kinds === undefined) {
    for (const { message, reason } of unreadable) await deps.deadLetter(message, { kind: "unreadable", reason });
  }
  for (const [index, kind] of wanted.entries()) {
    const events = byKind.get(kind);
    if (events === undefined) continue;
    const outcome = await deps.insert(kind, events, deps.token(cut, kind));
    if (outcome.ok) continue;
    const { sequences } = events;
    const [bad] = sequences;
    if (bad !== undefined && sequences.length === 1) {
      await setAside(deps, bad, `refused with code ${outcome.code}: ${outcome.reason}`);
      continue;
    }
    // The kinds before this one are stored under the whole cut's token, so the halves leave them out.
    return landHalves(deps, cut, { byKind, refused: sequences, kinds: wanted.slice(index) });
  }
  deps.finish(cut);
}

async function setAside(deps: LandDeps, sequence: number, reason: string): Promise<void> {
  const message = await deps.readAgain(sequence);
  if (message !== undefined) return deps.deadLetter(message, { kind: "refused", reason });
  deps.lost();
  deps.log.warn({ sequence, reason }, "refused event has left the log before it could be set aside");
}

async function landHalves(
  deps: LandDeps,
  cut: Cut,
  { byKind, refused, kinds }: Pick<CutMessages, "byKind"> & { refused: readonly number[]; kinds: LandedKind[] },
): Promise<void> {
  const middle = refused[Math.floor(refused.length / 2)] ?? cut.last;
  const parts: [Cut, Cut] = [
    { first: cut.first, last: middle - 1, kinds },
    { first: middle, last: cut.last, kinds },
  ];
  deps.log.warn({ first: cut.first, last: cut.last, kind: kinds[0], messages: refused.length }, "refused batch halved");
  await deps.split(cut, parts);
  for (const part of parts) {
    await landCut(deps, part, { byKind: within(byKind, part), unreadable: [] });
  }
}

function within(byKind: CutMessages["byKind"], { first, last }: Cut): Map<LandedKind, WrappedEvents> {
  const parts = new Map<LandedKind, WrappedEvents>();
  for (const [kind, events] of byKind) {
    const part = events.within(first, last);
    if (part !== undefined) parts.set(kind, part);
  }
  return parts;
}
