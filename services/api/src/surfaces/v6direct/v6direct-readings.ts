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
  return {
    resolveNode: (asked) => nodeMeant(sources, asked),
    pinned: (node) => pinned(sources, node, false),
    headlines: (node) => headlines(sources, node),
    refresh: (node, request) => refresh(sources, node, request),
    uptimeSeconds: () => uptimeSeconds(sources),
  };
}

async function nodeMeant(sources: V6DirectSources, asked: string | undefined): Promise<string> {
  const resolved = await resolveNode(sources, asked);
  if (resolved.kind === "unknown") throw unknownV6DirectNode(resolved.node);
  if (resolved.kind === "silent") throw v6DirectUnavailable(resolved.reason);
  return resolved.node;
}

async function pinned(sources: V6DirectSources, node: string, replace: boolean): Promise<PinnedReading> {
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
  return (await pinned(sources, node, true)).snapshot;
}

/** At least 1: a host that answers has been up. */
async function uptimeSeconds(sources: V6DirectSources): Promise<number> {
  const known = await defaultUptimeSeconds(sources).catch(() => undefined);
  return Math.max(1, Math.floor(known ?? sources.machineUptimeSeconds()));
}

async function defaultUptimeSeconds(sources: V6DirectSources): Promise<number | undefined> {
  const { snapshot } = await pinned(sources, await nodeMeant(sources, undefined), false);
  return snapshot.modules.load?.state.uptimeSeconds;
}
