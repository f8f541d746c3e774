import { type DescMessage, fromBinary, toJson } from "@bufbuild/protobuf";
import type { EventKind } from "./families.js";
import { walkFrames } from "./frames.js";
import { CollectorConfiguredSchema } from "./generated/statwire/events/v1/configuration_pb.js";
import { EventsDroppedSchema } from "./generated/statwire/events/v1/dropped_pb.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { IntegrityReportedSchema } from "./generated/statwire/events/v1/integrity_pb.js";
import { InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { LogLinesReadSchema } from "./generated/statwire/events/v1/log_pb.js";

/** One event as a person reads it. */
export interface ReadEvent {
  bootId: bigint;
  sequence: bigint;
  /** Unix milliseconds. */
  observedAtMs: number;
  /** Its bytes, without the length before them. */
  bytes: Uint8Array;
  /** Protobuf's JSON form: 64-bit numbers are strings. */
  json: Readonly<Record<string, unknown>>;
}

export type ReadEvents = { ok: true; events: ReadEvent[] } | { ok: false; reason: string };

const schemas: Record<EventKind, DescMessage> = {
  host: HostSampledSchema,
  survey: HostSampledSchema,
  inventory: InventoryObservedSchema,
  configuration: CollectorConfiguredSchema,
  log: LogLinesReadSchema,
  integrity: IntegrityReportedSchema,
  dropped: EventsDroppedSchema,
};

/** Decodes every event of a payload, all of them or none; for people and tools, not for the way of every event. */
export function readEvents(kind: EventKind, payload: Uint8Array): ReadEvents {
  const events: ReadEvent[] = [];
  try {
    walkFrames(payload, (start, end) => {
      const bytes = payload.subarray(start, end);
      const message = fromBinary(schemas[kind], bytes) as ReturnType<typeof fromBinary> & Identity;
      const { bootId = 0n, sequence = 0n, observedAtMs } = message;
      const json = toJson(schemas[kind], message) as Record<string, unknown>;
      events.push({ bootId, sequence, observedAtMs: Number(observedAtMs), bytes, json });
    });
    return { ok: true, events };
  } catch (error) {
    // The decoder's errors are of many classes; whichever it is, the bytes are no such event.
    return { ok: false, reason: (error as Error).message };
  }
}

/** Every kind of event has these, but for findings about events, which are not numbered. */
interface Identity {
  bootId?: bigint;
  sequence?: bigint;
  observedAtMs: bigint;
}
