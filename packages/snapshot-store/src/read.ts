import { modules } from "@statwire/events";
import type { SnapshotStore } from "./connect.js";
import { readWhenReady } from "./readiness.js";
import type { Headline, ModuleReadings, NodeName, NodeSnapshot, Position } from "./snapshot.js";

/** The most nodes that one `readNodes` reads. */
export const readNodesMax = 1_000;

/**
 * The latest state of one node, undefined when no live event of it is known.
 * @throws SnapshotStoreUnavailableError
 */
export async function readNode(store: SnapshotStore, name: NodeName): Promise<NodeSnapshot | undefined> {
  return (await readNodes(store, [name]))[0];
}

/**
 * The latest state of some nodes, in the order of their names.
 * @throws SnapshotStoreUnavailableError; RangeError for more than `readNodesMax` names.
 */
export async function readNodes(
  store: SnapshotStore,
  names: readonly NodeName[],
): Promise<(NodeSnapshot | undefined)[]> {
  if (names.length > readNodesMax) throw new RangeError(`at most ${readNodesMax} nodes at once, got ${names.length}`);
  const replies = await readWhenReady(store, "latest", (pipeline) => {
    for (const name of names) pipeline.hGetAll(store.keys.node(name));
  });
  return names.map((name, index) => toSnapshot(name, replies[index] as Record<string, string>));
}

/** A node with the time of its newest reading. */
export interface ListedNode {
  node: string;
  seenAtMs: number;
}

/** A workspace's nodes by name, each with the time of its newest reading. @throws SnapshotStoreUnavailableError */
export async function listNodes(store: SnapshotStore, workspace: string): Promise<ListedNode[]> {
  const [members] = await readWhenReady(store, "latest", (pipeline) => {
    pipeline.zRangeWithScores(store.keys.nodes(workspace), 0, -1);
  });
  return toListedNodes(members);
}

/** The members of `keys.nodes` with their scores, by name. */
export function toListedNodes(members: unknown): ListedNode[] {
  return (members as { value: string; score: number }[])
    .map(({ value, score }) => ({ node: value, seenAtMs: score }))
    .sort((one, other) => (one.node < other.node ? -1 : 1));
}

/**
 * The version of a node's snapshot: a cheap way to see whether what was read before is still the latest.
 * @throws SnapshotStoreUnavailableError
 */
export async function readVersion(store: SnapshotStore, name: NodeName): Promise<string | undefined> {
  const [version] = await readWhenReady(store, "latest", (pipeline) => {
    pipeline.hGet(store.keys.node(name), "version");
  });
  return (version as string | null) ?? undefined;
}

/** The short history of a node, oldest first; empty for an unknown node. @throws SnapshotStoreUnavailableError */
export async function readHeadlines(store: SnapshotStore, name: NodeName): Promise<Headline[]> {
  const [items] = await readWhenReady(store, "whole", (pipeline) => {
    pipeline.lRange(store.keys.headlines(name), 0, -1);
  });
  return (items as string[]).map((item) => JSON.parse(item) as Headline);
}

const familyPrefix = "family:";

/** What a node hash (or a pinned copy of one) says; undefined when it has no version, so no part. */
export function toSnapshot(name: NodeName, fields: Record<string, string>): NodeSnapshot | undefined {
  const { version, seenAtMs, inventory, configuration } = fields;
  if (version === undefined) return undefined;
  const readings = modules.flatMap((module) => {
    const stored = fields[module];
    return stored === undefined ? [] : [[module, JSON.parse(stored)]];
  });
  const families = Object.entries(fields)
    .filter(([field]) => field.startsWith(familyPrefix))
    .map(([field, position]) => [field.slice(familyPrefix.length), toPosition(position)]);
  return {
    workspace: name.workspace,
    node: name.node,
    version,
    seenAtMs: Number(seenAtMs),
    modules: Object.fromEntries(readings) as ModuleReadings,
    ...(inventory !== undefined && { inventory: JSON.parse(inventory) }),
    ...(configuration !== undefined && { configuration: JSON.parse(configuration) }),
    families: Object.fromEntries(families),
  };
}

function toPosition(text: string): Position {
  const [bootId, sequence] = text.split(" ");
  return { bootId: Number(bootId), sequence: Number(sequence) };
}
