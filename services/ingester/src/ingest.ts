import type { Cut, WrappedMessages } from "@statwire/event-log";

export interface IngestDeps {
  /** No cut is to be opened now: somebody copies or exchanges what is stored. */
  isHeld(): boolean;
  /** Says in the record that none is open, and waits until it is over. Called when nothing is being inserted. */
  sitOut(): Promise<void>;
  /** The next batch in stream order; undefined when nothing came for a while. */
  nextBatch(): Promise<WrappedMessages | undefined>;
  /** Stores the range as a cut, durably. */
  openCut(cut: Cut): Promise<void>;
  /** Stores every event of the cut, or sets it aside, and finishes the cut. */
  land(cut: Cut, messages: WrappedMessages): Promise<void>;
  /** Stores how far we are, when nothing else does. */
  flush(): Promise<void>;
  signal: AbortSignal;
}

/** Inserts under way at once: one is being merged by the server while the next is being sent. */
const insertsMax = 2;

/**
 * Copies the log into the history store until the signal aborts. The order is the design:
 *   1. the range is recorded as a cut, 2. it is inserted under a token made of that range, 3. it is committed.
 * A crash after 1 or 2 leaves the cut in the record; whoever comes next reads the same range again and inserts it under
 * the same token, which the store counts once. Waits for the store and never drops.
 *
 * What is recorded as a cut is finished before we go, if the store answers. Rejects with the first failure of `land`,
 * when no other cut is being landed any more: whoever goes on then finds nothing under way.
 */
export async function ingest(deps: IngestDeps): Promise<void> {
  const underWay: Promise<void>[] = [];
  let failure: { error: unknown } | undefined;
  const hasEnded = () => deps.signal.aborted || failure !== undefined;
  const landed = () => Promise.all(underWay.splice(0));
  while (!hasEnded()) {
    if (deps.isHeld()) {
      await landed();
      if (failure !== undefined) break;
      await deps.sitOut();
    }
    const messages = await deps.nextBatch();
    if (messages === undefined) {
      await landed();
      if (failure === undefined) await deps.flush();
      continue;
    }
    if (underWay.length >= insertsMax) await underWay.shift();
    if (failure !== undefined) break;
    const cut: Cut = messages.range;
    await deps.openCut(cut);
    // Never rejects: it is waited for in several places, and each of them goes on when the others are done.
    const landing = deps.land(cut, messages).catch((error: unknown) => {
      failure ??= { error };
    });
    underWay.push(landing);
  }
  await landed();
  if (failure !== undefined) throw failure.error;
}
