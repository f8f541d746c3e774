import { encodeHostSampled, encodeInventoryObserved, type Module } from "@statwire/events";
import type { Inventory } from "./inventory/inventory.js";
import type { Readings } from "./modules/module.js";

export interface EventIdentity {
  bootId: number;
  sequence: number;
  observedAtMs: number;
}

export interface HostEvent extends EventIdentity {
  readings: Readings;
  /** What each module is read at. */
  intervalMs(module: Module): number;
  requested: boolean;
  clearsHistory: boolean;
}

/** Bytes of a `HostSampled`: modules that said nothing are absent. */
export function hostEvent({ readings, intervalMs, requested, clearsHistory, ...identity }: HostEvent): Uint8Array {
  const subMessages = Object.entries(readings)
    .filter(([, reading]) => reading !== undefined)
    .map(([module, reading]) => [module, { intervalMs: intervalMs(module as Module), ...reading }]);
  return encodeHostSampled({ ...integers(identity), requested, clearsHistory, ...Object.fromEntries(subMessages) });
}

/** Bytes of an `InventoryObserved`. */
export function inventoryEvent(identity: EventIdentity, inventory: Inventory): Uint8Array {
  return encodeInventoryObserved({ ...integers(identity), ...inventory });
}

function integers({ bootId, sequence, observedAtMs }: EventIdentity) {
  return { bootId: BigInt(bootId), sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs) };
}
