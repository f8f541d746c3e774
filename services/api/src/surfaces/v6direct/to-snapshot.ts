import type { ModuleStates, NodeSnapshot } from "@statwire/snapshot-store";
import type { CPUStats, InterfaceStats, MemoryStats, NodeInfo, SystemSnapshots } from "./dto.js";
import { v6DirectUnavailable } from "./errors.js";
import { toCpu } from "./to-cpu.js";
import { toDisks } from "./to-disks.js";
import { toInterfaces } from "./to-interfaces.js";
import { toMemory } from "./to-memory.js";
import { toNode } from "./to-node.js";
import { round, utcTimestamp } from "./units.js";

/** The whole reading. Each part throws 503 while the node has not reported the modules it is made of. */
export function toSnapshot(snapshot: NodeSnapshot, cacheAgeSeconds: number): SystemSnapshots {
  return {
    timestamp_utc: timestampOf(snapshot),
    node: toNodePart(snapshot),
    cpu: toCpuPart(snapshot),
    memory: toMemoryPart(snapshot),
    disks: toDisks(snapshot.modules.filesystems?.state ?? []),
    interfaces: toInterfacesPart(snapshot),
    cache_age_seconds: round(cacheAgeSeconds, 2),
  };
}

export function timestampOf(snapshot: NodeSnapshot): string {
  return utcTimestamp(snapshot.seenAtMs);
}

export function toNodePart(snapshot: NodeSnapshot): NodeInfo {
  const reading = { node: snapshot.node, load: need(snapshot, "load"), observedAtMs: snapshot.seenAtMs };
  return toNode(reading, snapshot.inventory?.state);
}

export function toCpuPart(snapshot: NodeSnapshot): CPUStats {
  return toCpu(need(snapshot, "cpu"), need(snapshot, "load"), snapshot.modules.sensors?.state);
}

export function toMemoryPart(snapshot: NodeSnapshot): MemoryStats {
  return toMemory(need(snapshot, "memory"), snapshot.modules.swap?.state);
}

export function toInterfacesPart(snapshot: NodeSnapshot): InterfaceStats[] {
  return toInterfaces(need(snapshot, "network"), snapshot.inventory?.state.interfaces ?? []);
}

function need<M extends "cpu" | "load" | "memory" | "network">(snapshot: NodeSnapshot, module: M): ModuleStates[M] {
  const reading = snapshot.modules[module];
  if (reading === undefined) throw v6DirectUnavailable(`Node '${snapshot.node}' has not reported its ${module} yet.`);
  return reading.state;
}
