import { type EventKind, streams } from "@statwire/events";

/** One stream that is copied into the history store. */
export interface IngestedStream {
  name: string;
  /** The kinds of events that belong there; any other is set aside. */
  kinds: readonly EventKind[];
  /** Its readings have hours to close. */
  hasRollups: boolean;
  /** When it cannot go on the process ends; otherwise the other streams go on. */
  isVital: boolean;
}

/** In the order in which they are taken over: who holds the first takes the others. */
export const ingestedStreams: readonly [IngestedStream, ...IngestedStream[]] = [
  {
    name: streams.TELEMETRY.name,
    kinds: ["host", "survey", "inventory", "configuration"],
    hasRollups: true,
    isVital: true,
  },
  { name: streams.LOGS.name, kinds: ["log"], hasRollups: false, isVital: false },
  { name: streams.INTEGRITY.name, kinds: ["integrity", "dropped"], hasRollups: false, isVital: false },
];
