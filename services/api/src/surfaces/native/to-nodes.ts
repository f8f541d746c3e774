import type { ModuleReadings, ModuleStates, NodeSnapshot, Reading } from "@statwire/snapshot-store";
import { defaultIntervalMs, intervalOf, nodeStatus, statusOf } from "../../nodes/node-status.js";
import type { ModuleReading, NodeModules } from "./dto-modules.js";
import type { NodeDetail, NodeSummary } from "./dto-nodes.js";
import { type SnakeCase, type SnakeCased, snakeCase, snakeCased } from "./snake-case.js";

/** A line of the node list; `snapshot` is undefined for a node that only the list of names knows. */
export function toNodeSummary(
  entry: { node: string; seenAtMs: number | undefined },
  snapshot: NodeSnapshot | undefined,
  nowMs: number,
): NodeSummary {
  const seenAtMs = snapshot?.seenAtMs ?? entry.seenAtMs;
  const intervalMs = snapshot === undefined ? undefined : intervalOf(snapshot);
  const inventory = snapshot?.inventory?.state;
  return {
    node: entry.node,
    status: nodeStatus(seenAtMs, intervalMs ?? defaultIntervalMs, nowMs),
    seen_at: seenAtMs === undefined ? null : new Date(seenAtMs).toISOString(),
    interval_seconds: intervalMs === undefined ? null : intervalMs / 1_000,
    hostname: inventory?.hostname ?? null,
    os: inventory === undefined ? null : `${inventory.osName} ${inventory.osVersion}`.trim(),
    cpu_utilization: snapshot?.modules.cpu?.state.utilization ?? null,
    memory_utilization: snapshot?.modules.memory?.state.utilization ?? null,
  };
}

/** All modules of a node. */
export function toNodeDetail(snapshot: NodeSnapshot, nowMs: number): NodeDetail {
  const modules: NodeModules = toModules(snapshot.modules);
  return {
    node: snapshot.node,
    status: statusOf(snapshot, nowMs),
    seen_at: new Date(snapshot.seenAtMs).toISOString(),
    modules,
    ...(snapshot.inventory !== undefined && { inventory: toReading(snapshot.inventory) }),
    ...(snapshot.configuration !== undefined && { configuration: toReading(snapshot.configuration) }),
  };
}

type MappedModules = { [M in keyof ModuleStates as SnakeCase<M>]?: ModuleReading<SnakeCased<ModuleStates[M]>> };

function toModules(modules: ModuleReadings): MappedModules {
  const entries = Object.entries(modules).map(([module, reading]) => [snakeCase(module), toReading<unknown>(reading)]);
  return Object.fromEntries(entries) as MappedModules;
}

function toReading<State>({
  observedAtMs,
  intervalMs,
  source,
  state,
}: Reading<State>): ModuleReading<SnakeCased<State>> {
  return {
    observed_at: new Date(observedAtMs).toISOString(),
    interval_seconds: intervalMs / 1_000,
    source,
    state: snakeCased(state),
  };
}
