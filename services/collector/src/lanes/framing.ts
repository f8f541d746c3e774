import {
  cloudEventHeaders,
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  type EventKind,
  encodeFrames,
  eventKindOf,
  walkFrames,
} from "@statwire/events";
import type { HeldReading } from "./held-reading.js";
import type { Numbered } from "./state.js";

/** A message as it goes to the log, made once for each attempt. */
export interface Framing {
  readings: readonly HeldReading[];
  payload: Uint8Array;
  headers: Record<string, string>;
}

/** Joins readings of one family into a message. @throws Error when there is none. */
export function frameReadings(
  { family, workspace, node }: { family: string; workspace: string; node: string },
  readings: readonly HeldReading[],
): Framing {
  const [first] = readings;
  if (first === undefined) throw new Error(`${family}: a message needs a reading`);
  const headers = cloudEventHeaders({
    workspace,
    node,
    family,
    bootId: BigInt(first.bootId),
    firstSequence: BigInt(first.sequence),
    observedAtMs: first.observedAtMs,
  });
  return { readings, payload: encodeFrames(readings.map(({ event }) => event)), headers };
}

const decodeEvent: Record<
  Exclude<EventKind, "integrity" | "dropped">,
  (bytes: Uint8Array) => { bootId: bigint; sequence: bigint }
> = {
  host: decodeHostSampled,
  survey: decodeHostSampled,
  inventory: decodeInventoryObserved,
  configuration: decodeCollectorConfigured,
  log: decodeLogLinesRead,
};

/** Which events a stored message holds; none when it is not one of ours. */
export function identitiesIn(family: string, payload: Uint8Array): Numbered[] {
  const kind = eventKindOf(family);
  if (kind === undefined || kind === "integrity" || kind === "dropped") return [];
  const decode = decodeEvent[kind];
  const events: Numbered[] = [];
  try {
    walkFrames(payload, (start, end) => {
      const { bootId, sequence } = decode(payload.subarray(start, end));
      events.push({ bootId: Number(bootId), sequence: Number(sequence) });
    });
  } catch {
    return [];
  }
  return events;
}
