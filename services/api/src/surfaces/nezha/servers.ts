import type { StoredRevision } from "@statwire/control-plane";
import type { NumberedNode } from "../../nodes/numbered-nodes.js";

/** What Nezha calls a server: a device, its node's readings with it, or a node that is no device yet. */
export type Server = { id: number } & (
  | { device: StoredRevision; node?: NumberedNode }
  | { device?: never; node: NumberedNode }
);

/** What servers are made of. */
export interface ServerParts {
  /** Those in reach, by number. */
  nodes: readonly NumberedNode[];
  /** All that there are. */
  devices: Iterable<StoredRevision>;
  /** Undefined until a device has a number. */
  numberOf(device: string): number | undefined;
}

/** What somebody may know of. */
export interface Sight {
  seesDevice(device: StoredRevision): boolean;
  /** Whether nodes are shown all of whose devices are out of sight. */
  seesNodesOfOthers: boolean;
}

/**
 * The servers that somebody may know of, by id. A node is shown as its devices, if it has any. The oldest of them takes over the
 * node's number when that is lower than its own, so that a server keeps its number when its node reports for the first time, or
 * becomes a device.
 */
export function toServers({ nodes, devices, numberOf }: ServerParts, sight: Sight): Server[] {
  const byName = new Map(nodes.map((node) => [node.node, node]));
  const taken = new Set<string>();
  const shown = new Set<string>();
  const servers: Server[] = [];
  for (const device of oldestFirst(devices)) {
    const node = byName.get(String(device.document.node ?? ""));
    const own = numberOf(device.id);
    const isOldest = node !== undefined && !taken.has(node.node);
    if (isOldest) taken.add(node.node);
    if (own === undefined || !sight.seesDevice(device)) continue;
    if (node !== undefined) shown.add(node.node);
    servers.push({ id: isOldest ? Math.min(own, node.id) : own, device, ...(node === undefined ? {} : { node }) });
  }
  for (const node of nodes) {
    const isHidden = shown.has(node.node) || (taken.has(node.node) && !sight.seesNodesOfOthers);
    if (!isHidden) servers.push({ id: node.id, node });
  }
  return servers.sort((one, other) => one.id - other.id);
}

function oldestFirst(devices: Iterable<StoredRevision>): StoredRevision[] {
  return [...devices].sort(
    (one, other) => one.createdAtMs - other.createdAtMs || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}
