import { type Headline, type NodeSnapshot, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import type { NodeReader } from "../../nodes/node-reader.js";
import type { PinnedReadings } from "../../nodes/pinned-readings.js";
import type { Refreshed } from "../../nodes/refresh.js";
import { resolveNode } from "../../nodes/resolve-node.js";
import { unknownV6DirectNode, v6DirectUnavailable } from "./errors.js";
import type { PinnedReading, V6DirectReadings } from "./readings.js";

export interface V6DirectSources {
  nodes: Pick<NodeReader, "firstReporting" | "read">;
  pins: Pick<PinnedReadings, "read">;
  /** Throws SnapshotStoreUnavailableError while the short history cannot be read. */
  headlines(node: string): Promise<readonly Headline[]>;
  refresh(node: string, request: { reason?: string; clearHistory: boolean }): Promise<Refreshed>;
  /** The node meant when a request names none; the first by name when this is undefined. */
  defaultNode: string | undefined;
  /** Uptime of this machine. */
  machineUptimeSeconds(): number;
}

/** The V6Direct surface's way to the nodes: resolves names, pins readings and words the errors. */
export function v6DirectReadings(sources: V6DirectSources): V6DirectReadings {
  const pinned = pinnedOfMeant(sources);
  return {
    resolveNode: (asked) => nodeMeant(sources, asked),
    pinned,
    headlines: (node) => headlines(sources, node),
    refresh: (node, request) => refresh(sources, node, request),
    uptimeSeconds: () => uptimeSeconds(sources, pinned),
  };
}

async function nodeMeant(sources: V6DirectSources, asked: string | undefined): Promise<string> {
  const resolved = await resolveNode(sources, asked);
  if (resolved.kind === "unknown") throw unknownV6DirectNode(resolved.node);
  if (resolved.kind === "silent") throw v6DirectUnavailable(resolved.reason);
  return resolved.node;
}

/**
 * The reading of the node that is meant. Whoever names none means the same node as the last time but for a new one that comes before it, so
 * that both are asked in one go: another trip to Redis cost a tenth of a read that is answered from memory.
 */
function pinnedOfMeant(sources: V6DirectSources): V6DirectReadings["pinned"] {
  let meantLast: string | undefined;
  return async (asked) => {
    if (asked) return pinnedOf(sources, await nodeMeant(sources, asked), false);
    const expected = meantLast;
    const [node, early] = await Promise.all([
      nodeMeant(sources, undefined),
      expected === undefined ? undefined : pinnedOf(sources, expected, false).catch(() => undefined),
    ]);
    meantLast = node;
    return (node === expected ? early : undefined) ?? pinnedOf(sources, node, false);
  };
}

async function pinnedOf(sources: V6DirectSources, node: string, replace: boolean): Promise<PinnedReading> {
  const found = await sources.pins.read(node, replace);
  if (found === undefined) throw unknownV6DirectNode(node);
  return { snapshot: found.snapshot, ageSeconds: found.ageMs / 1_000 };
}

async function headlines(sources: V6DirectSources, node: string): Promise<readonly Headline[]> {
  try {
    return await sources.headlines(node);
  } catch (error) {
    if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
    throw v6DirectUnavailable("The history cannot be read now. Try again.");
  }
}

async function refresh(
  sources: V6DirectSources,
  node: string,
  { reason, clearHistory }: { reason: string | null; clearHistory: boolean },
): Promise<NodeSnapshot> {
  const refreshed = await sources.refresh(node, { ...(reason === null ? {} : { reason }), clearHistory });
  if (!refreshed.ok) throw v6DirectUnavailable(refreshed.reason);
  return (await pinnedOf(sources, node, true)).snapshot;
}

/** At least 1: a host that answers has been up. */
async function uptimeSeconds(sources: V6DirectSources, pinned: V6DirectReadings["pinned"]): Promise<number> {
  const known = await pinned(undefined).then(
    ({ snapshot }) => snapshot.modules.load?.state.uptimeSeconds,
    () => undefined,
  );
  return Math.max(1, Math.floor(known ?? sources.machineUptimeSeconds()));
}
