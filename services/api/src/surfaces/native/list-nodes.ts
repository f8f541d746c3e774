import type { NodeSnapshot } from "@statwire/snapshot-store";
import { invalidField } from "../../http/problem.js";
import type { NodeEntry } from "../../nodes/node-reader.js";
import type { NodeList } from "./dto-nodes.js";
import type { PastNodes } from "./past-nodes.js";
import { toNodeSummary } from "./to-nodes.js";

export interface NodeReadings {
  /** Every known node, by name. */
  list(): Promise<readonly NodeEntry[]>;
  read(node: string): Promise<NodeSnapshot | undefined>;
  /** The same of several, in their order. */
  readEach(nodes: readonly string[]): Promise<readonly (NodeSnapshot | undefined)[]>;
  /** As they were. */
  past: PastNodes;
  now(): number;
}

/** One page of nodes, after the one that the cursor names. Errors: invalid-input naming `cursor`. */
export async function listNodes(readings: NodeReadings, limit: number, cursor: string | undefined): Promise<NodeList> {
  const after = cursor === undefined ? undefined : fromCursor(cursor);
  const entries = (await readings.list()).filter(({ node }) => after === undefined || node > after);
  const page = entries.slice(0, limit);
  const snapshots = await readings.readEach(page.map(({ node }) => node));
  const last = page.at(-1);
  return {
    nodes: page.map((entry, index) => toNodeSummary(entry, snapshots[index], readings.now())),
    next_cursor: last !== undefined && entries.length > limit ? toCursor(last.node) : null,
  };
}

/** Opaque to clients: the last node of the page, so that pages stay right while nodes come and go. */
export function toCursor(node: string): string {
  return Buffer.from(`after:${node}`, "utf8").toString("base64url");
}

/** The node that `toCursor` was given. Errors: invalid-input naming `cursor`. */
export function fromCursor(cursor: string): string {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  if (!text.startsWith("after:") || toCursor(text.slice(6)) !== cursor) {
    throw invalidField("cursor", "is not a next_cursor of this API");
  }
  return text.slice(6);
}
