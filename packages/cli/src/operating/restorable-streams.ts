import { wrapRevision } from "@statwire/control-plane";
import { eventWrapper, WrappedMessages, wrapSignIn } from "@statwire/event-log";
import { type EventKind, type LandedKind, streams } from "@statwire/events";

/** A stream of which every message can be stored in the history again. */
export interface RestorableStream {
  name: string;
  kinds: readonly LandedKind[];
  /** What makes rows of its messages. */
  newBatch(): WrappedMessages;
  /** It keeps the last revisions of each document: what is gone may have been anywhere between them. */
  isState: boolean;
}

/** All that the ingester stores. */
export const restorableStreams: readonly RestorableStream[] = [
  { name: streams.TELEMETRY.name, ...events("host", "survey", "inventory", "configuration") },
  { name: streams.LOGS.name, ...events("log") },
  { name: streams.INTEGRITY.name, ...events("integrity", "dropped") },
  {
    name: streams.CONFIG.name,
    kinds: ["revision"],
    newBatch: () => new WrappedMessages(wrapRevision),
    isState: true,
  },
  { name: streams.AUDIT.name, kinds: ["signin"], newBatch: () => new WrappedMessages(wrapSignIn), isState: false },
];

function events(...kinds: EventKind[]): Omit<RestorableStream, "name"> {
  return { kinds, newBatch: () => new WrappedMessages(eventWrapper(kinds)), isState: false };
}
