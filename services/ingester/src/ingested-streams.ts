import { wrapRevision } from "@statwire/control-plane";
import { eventWrapper, WrappedMessages, wrapSignIn } from "@statwire/event-log";
import { type EventKind, type LandedKind, streams } from "@statwire/events";

/** One stream that is copied into the history store. */
export interface IngestedStream {
  name: string;
  /** The kinds of events that belong there; any other is set aside. */
  kinds: readonly LandedKind[];
  /** What makes rows of its messages. */
  newBatch(): WrappedMessages;
  /** What it holds is the state of something: room is never made in it. */
  isState: boolean;
  /** Its readings have hours to close. */
  hasRollups: boolean;
  /** When it cannot go on the process ends; otherwise the other streams go on. */
  isVital: boolean;
}

/** In the order in which they are taken over: who holds the first takes the others. */
export const ingestedStreams: readonly [IngestedStream, ...IngestedStream[]] = [
  {
    name: streams.TELEMETRY.name,
    ...events("host", "survey", "inventory", "configuration"),
    hasRollups: true,
    isVital: true,
  },
  { name: streams.LOGS.name, ...events("log"), hasRollups: false, isVital: false },
  { name: streams.INTEGRITY.name, ...events("integrity", "dropped"), hasRollups: false, isVital: false },
  {
    name: streams.CONFIG.name,
    kinds: ["revision"],
    newBatch: () => new WrappedMessages(wrapRevision),
    isState: true,
    hasRollups: false,
    isVital: false,
  },
  {
    name: streams.AUDIT.name,
    kinds: ["signin"],
    newBatch: () => new WrappedMessages(wrapSignIn),
    isState: false,
    hasRollups: false,
    isVital: false,
  },
];

/** A stream of published events. */
function events(...kinds: EventKind[]): Pick<IngestedStream, "kinds" | "newBatch" | "isState"> {
  return { kinds, newBatch: () => new WrappedMessages(eventWrapper(kinds)), isState: false };
}
