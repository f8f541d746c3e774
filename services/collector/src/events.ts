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

function encode({
  readings,
  sources,
  intervalMs,
  requested,
  clearsHistory,
  reached,
  ...identity
}: HostEvent): Uint8Array {
  const subMessages = Object.entries(readings)
    .filter(([, reading]) => reading !== undefined)
    .map(([module, reading]) => [module, { intervalMs: intervalMs(module as Module), ...reading }]);
  return encodeHostSampled({
    ...integers(identity),
    requested,
    clearsHistory,
    ...Object.fromEntries(subMessages),
    sources: Object.entries(sources)
      .filter(([module]) => readings[module as Module] !== undefined)
      .map(([module, source]) => ({ module, source })),
    reached: reached.map(({ family, ...line }) => ({ family, ...integers(line) })),
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
