import type { CollectorConfigured, Family, HostSampled, InterfaceIdentity, InventoryObserved } from "@statwire/events";
import { type NodeEvent, type NodeName, positionMax } from "./snapshot.js";
import type { ConfigurationState, InterfaceIdentityState, InventoryState } from "./state-node.js";
import { toModuleStates } from "./to-module-states.js";

/** An event whose numbers cannot be folded: `boot_id`, `sequence` or `observed_at_ms` beyond what is held exactly. */
export class UnusableEventError extends Error {
  override readonly name = "UnusableEventError";
}

/**
 * What the store folds of a `HostSampled`; the node and the family come from the subject, never from the bytes.
 * @throws UnusableEventError when a position or the time is out of bounds.
 */
export function toHostEvent(node: NodeName, family: Family, event: HostSampled): NodeEvent {
  return {
    ...toPlace(node, family, event),
    requested: event.requested,
    clearsHistory: event.clearsHistory,
    modules: toModuleStates(event),
  };
}

/**
 * What the store folds of an `InventoryObserved`.
 * @throws UnusableEventError when a position or the time is out of bounds.
 */
export function toInventoryEvent(node: NodeName, family: Family, event: InventoryObserved): NodeEvent {
  return {
    ...toPlace(node, family, event),
    requested: false,
    clearsHistory: false,
    modules: {},
    inventory: toInventory(event),
  };
}

/**
 * What the store folds of a `CollectorConfigured`.
 * @throws UnusableEventError when a position or the time is out of bounds.
 */
export function toConfigurationEvent(node: NodeName, family: Family, event: CollectorConfigured): NodeEvent {
  return {
    ...toPlace(node, family, event),
    requested: false,
    clearsHistory: false,
    modules: {},
    configuration: toConfiguration(event),
  };
}

type PlacedEvent = Pick<HostSampled, "bootId" | "sequence" | "observedAtMs">;

function toPlace({ workspace, node }: NodeName, family: Family, event: PlacedEvent) {
  return {
    workspace,
    node,
    family,
    bootId: within(event.bootId, "boot_id"),
    sequence: within(event.sequence, "sequence"),
    observedAtMs: within(event.observedAtMs, "observed_at_ms"),
  };
}

/** @throws UnusableEventError when the number cannot be compared and summed exactly. */
export function within(value: bigint, field: string): number {
  if (value < 1n || value > BigInt(positionMax)) {
    throw new UnusableEventError(`${field} must be from 1 to ${positionMax}, got ${value}`);
  }
  return Number(value);
}

function toInventory(event: InventoryObserved): InventoryState {
  return {
    hostname: event.hostname,
    osType: event.osType,
    osName: event.osName,
    osVersion: event.osVersion,
    kernelRelease: event.kernelRelease,
    architecture: event.architecture,
    cpuModel: event.cpuModel,
    cpuLogicalCount: event.cpuLogicalCount,
    cpuPhysicalCount: event.cpuPhysicalCount,
    memoryBytes: Number(event.memoryBytes),
    bootedAtMs: Number(event.bootedAtMs),
    virtualization: event.virtualization,
    timezone: event.timezone,
    collectorVersion: event.collectorVersion,
    runtime: event.runtime,
    nodeRole: event.nodeRole,
    nodeAsn: event.nodeAsn,
    nodeTags: [...event.nodeTags],
    nodeCountry: event.nodeCountry,
    hardwareVendor: event.hardwareVendor,
    hardwareModel: event.hardwareModel,
    interfaces: event.interfaces.map(toInterfaceIdentity),
  };
}

function toInterfaceIdentity(identity: InterfaceIdentity): InterfaceIdentityState {
  return {
    name: identity.name,
    macAddress: identity.macAddress,
    ipv4Addresses: [...identity.ipv4Addresses],
    ipv6Addresses: [...identity.ipv6Addresses],
    ...(identity.speedBitsPerSecond !== undefined && { speedBitsPerSecond: Number(identity.speedBitsPerSecond) }),
    up: identity.up,
  };
}

function toConfiguration(event: CollectorConfigured): ConfigurationState {
  return {
    sampling: event.sampling,
    baseIntervalMs: event.baseIntervalMs,
    modules: event.modules.map(({ module, enabled, intervalMs, sources }) => ({
      module,
      enabled,
      intervalMs,
      sources: [...sources],
    })),
    thresholds: event.thresholds
      // JSON, in which states are stored, has no other numbers.
      .filter(({ warning, critical }) => Number.isFinite(warning) && Number.isFinite(critical))
      .map(({ metric, warning, critical, below }) => ({ metric, warning, critical, below })),
    logs: event.logs.map(({ name, displayName, enabled, lineLimit, redacts, kind }) => ({
      name,
      displayName,
      enabled,
      lineLimit,
      redacts,
      kind,
    })),
    logIntervalMs: event.logIntervalMs,
    netdataEnabled: event.netdataEnabled,
    netdataUrl: event.netdataUrl,
  };
}
