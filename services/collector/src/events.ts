import { encodeCollectorConfigured, encodeHostSampled, encodeInventoryObserved, type Module } from "@statwire/events";
import type { Configuration } from "./configuration.js";
import type { Inventory } from "./inventory/inventory.js";
import type { ReachedLine } from "./lanes/reached-lines.js";
import type { HostReading } from "./modules/module.js";

export interface EventIdentity {
  bootId: number;
  sequence: number;
  observedAtMs: number;
}

export interface HostEvent extends EventIdentity, HostReading {
  /** What each module is read at. */
  intervalMs(module: Module): number;
  requested: boolean;
  clearsHistory: boolean;
  /** How far other lines of this node are stored. */
  reached: readonly ReachedLine[];
}

/**
 * Bytes of a `HostSampled`: modules that said nothing are absent. One that says what the message cannot hold (a count
 * beyond 32 bits, no number at all) is left out and `refused` told, so that the others are published.
 */
export function hostEvent(event: HostEvent, refused: (module: Module, error: unknown) => void): Uint8Array {
  try {
    return encode(event);
  } catch {
    const sound = Object.entries(event.readings).filter(([module, reading]) => {
      try {
        return encode({ ...event, readings: { [module]: reading } });
      } catch (error) {
        refused(module as Module, error);
        return false;
      }
    });
    return encode({ ...event, readings: Object.fromEntries(sound) });
  }
}

function encode(event: HostEvent): Uint8Array {
  const { readings, sources } = event;
  const subMessages: Record<string, unknown> = {};
  const from: { module: string; source: string }[] = [];
  for (const module of Object.keys(readings) as Module[]) {
    const reading = readings[module];
    if (reading === undefined) continue;
    subMessages[module] = { intervalMs: event.intervalMs(module), ...reading };
    const source = sources[module];
    if (source !== undefined) from.push({ module, source });
  }
  return encodeHostSampled({
    ...integers(event),
    requested: event.requested,
    clearsHistory: event.clearsHistory,
    ...subMessages,
    sources: from,
    reached: event.reached.map((line) => ({ family: line.family, ...integers(line) })),
  });
}

/** Bytes of an `InventoryObserved`. */
export function inventoryEvent(identity: EventIdentity, inventory: Inventory): Uint8Array {
  return encodeInventoryObserved({ ...integers(identity), ...inventory });
}

/** Bytes of a `CollectorConfigured`. */
export function configurationEvent(identity: EventIdentity, configuration: Configuration): Uint8Array {
  return encodeCollectorConfigured({ ...integers(identity), ...configuration });
}

function integers({ bootId, sequence, observedAtMs }: EventIdentity) {
  return { bootId: BigInt(bootId), sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
}
