import { type ResolveSources, resolveNode } from "../../nodes/resolve-node.js";
import { dashPadUnavailable, notFound } from "./errors.js";
import { type NodeView, toNodeView } from "./node-view.js";

export interface ViewSources extends ResolveSources {
  now(): number;
}

export type FoundNode =
  | { kind: "view"; view: NodeView }
  | { kind: "unknown"; node: string }
  | { kind: "silent"; reason: string };

/** The node that a request means, as it is now. Errors: 404 unknown, 503 when no node has reported yet. */
export async function readView(sources: ViewSources, asked: string | undefined): Promise<NodeView> {
  const found = await findNode(sources, asked);
  switch (found.kind) {
    case "view":
      return found.view;
    case "unknown":
      throw notFound("Node", found.node);
    case "silent":
      throw dashPadUnavailable(found.reason);
  }
}

export async function findNode(sources: ViewSources, asked: string | undefined): Promise<FoundNode> {
  const resolved = await resolveNode(sources, asked);
  if (resolved.kind !== "found") return resolved;
  const snapshot = resolved.snapshot ?? (await sources.nodes.read(resolved.node));
  if (snapshot === undefined) return { kind: "silent", reason: `Node '${resolved.node}' has not reported yet.` };
  return { kind: "view", view: toNodeView(snapshot, sources.now()) };
}
