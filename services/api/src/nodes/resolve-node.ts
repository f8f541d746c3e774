import type { NodeSnapshot } from "@statwire/snapshot-store";
import type { NodeReader } from "./node-reader.js";

export type ResolvedNode =
  /** `snapshot` is what was read on the way, if anything was. */
  | { kind: "found"; node: string; snapshot?: NodeSnapshot }
  /** The request names a node that never reported. */
  | { kind: "unknown"; node: string }
  /** The request names none, and there is none to mean yet. */
  | { kind: "silent"; reason: string };

export interface ResolveSources {
  nodes: Pick<NodeReader, "firstReporting" | "read">;
  /** The node meant when a request names none; the first by name when this is undefined. */
  defaultNode: string | undefined;
}

/** The node that a request to a surface for one node means: the one it names, the default one, or the first. */
export async function resolveNode(sources: ResolveSources, asked: string | undefined): Promise<ResolvedNode> {
  const named = asked || sources.defaultNode;
  if (named === undefined) {
    const first = await sources.nodes.firstReporting();
    return first === undefined
      ? { kind: "silent", reason: "No node has reported yet." }
      : { kind: "found", node: first };
  }
  const snapshot = await sources.nodes.read(named);
  if (snapshot !== undefined) return { kind: "found", node: named, snapshot };
  return asked ? { kind: "unknown", node: named } : { kind: "silent", reason: `Node '${named}' has not reported yet.` };
}
