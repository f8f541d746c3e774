import { metrics } from "@statwire/events";
import {
  listLogs,
  type NodeSnapshot,
  type Position,
  readLastLines,
  readNode,
  type SnapshotStore,
} from "@statwire/snapshot-store";
import type { SnapshotPart, SnapshotPlace, Sought } from "./trace.js";

/** Compares what the snapshots have of a node's parts, or of a log's last lines, with the event. */
export async function lookIntoSnapshot(
  store: SnapshotStore,
  sought: Sought,
  parts: readonly string[],
): Promise<SnapshotPlace> {
  const { workspace, node, kind, family, number } = sought;
  if (kind === "log") {
    const total = (await listLogs(store, { workspace, node })).find(({ log }) => log === family)?.totalLines;
    const name = { workspace, node, log: family };
    const { lines } = await readLastLines(store, name, { sinceLine: number - 1, limit: 1 });
    const is = total === undefined ? "absent" : lines[0]?.line === number ? "this event" : orderOf(total, number);
    return { state: "known", parts: [{ part: `log ${family}`, is, ...(total !== undefined && { number: total }) }] };
  }
  return { state: "known", parts: compareParts(await readNode(store, { workspace, node }), sought, parts) };
}

/** The modules that typed tables belong to: what an event held that cannot be read any more. */
export function modulesOf(tables: readonly string[]): string[] {
  return [...new Set(metrics.filter(({ table }) => tables.includes(table)).map(({ module }) => module))];
}

/** One entry for each part of the event, then one for the family. */
export function compareParts(
  snapshot: NodeSnapshot | undefined,
  sought: Sought,
  parts: readonly string[],
): SnapshotPart[] {
  const positions: Record<string, Position | undefined> = {
    ...snapshot?.modules,
    inventory: snapshot?.inventory,
    configuration: snapshot?.configuration,
  };
  const names = sought.kind === "inventory" || sought.kind === "configuration" ? [sought.kind] : parts;
  return [
    ...names.map((part) => compare(part, positions[part], sought)),
    compare(`family ${sought.family}`, snapshot?.families[sought.family], sought),
  ];
}

function compare(part: string, position: Position | undefined, { bootId = 0, number }: Sought): SnapshotPart {
  if (position === undefined) return { part, is: "absent" };
  const is = position.bootId === bootId ? orderOf(position.sequence, number) : orderOf(position.bootId, bootId);
  return { part, is, bootId: position.bootId, number: position.sequence };
}

/** What is there against what is sought. */
function orderOf(there: number, sought: number): SnapshotPart["is"] {
  if (there === sought) return "this event";
  return there > sought ? "newer" : "older";
}
