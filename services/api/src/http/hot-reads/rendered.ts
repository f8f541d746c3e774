import type { NodeSnapshot } from "@statwire/snapshot-store";
import { statusOf } from "../../nodes/node-status.js";
import { toNodeDetail } from "../../surfaces/native/to-nodes.js";
import {
  toCpuPart,
  toInterfacesPart,
  toMemoryPart,
  toNodePart,
  toSnapshot,
} from "../../surfaces/v6direct/to-snapshot.js";
import { round } from "../../surfaces/v6direct/units.js";

/** The JSON text of an answer in UTF-8 but for the one value that changes with time, between head and tail. */
export interface Rendered {
  head: Buffer;
  tail: Buffer;
}

type Render = (snapshot: NodeSnapshot) => Rendered;

/**
 * V6Direct's whole reading; what is spliced in is how long it has been served.
 * @throws an Answer while the node has not reported what it is made of
 */
export const renderStats: Render = oncePerSnapshot((snapshot) => {
  const text = JSON.stringify(toSnapshot(snapshot, 0));
  const end = '"cache_age_seconds":0}';
  if (!text.endsWith(end)) throw new Error("the age is not the last field of V6Direct's reading");
  return toRendered(text.slice(0, -2), "}");
});

/** The age (seconds) as `renderStats` takes it. */
export function ageText(ageSeconds: number): string {
  return JSON.stringify(round(ageSeconds, 2));
}

/** V6Direct's reading of the processor, in which nothing changes with time. Throws as `renderStats`. */
export const renderCpu: Render = oncePerSnapshot((snapshot) => toRendered(JSON.stringify(toCpuPart(snapshot)), ""));

/** V6Direct's reading of the memory. Throws as `renderStats`. */
export const renderMemory: Render = oncePerSnapshot((snapshot) =>
  toRendered(JSON.stringify(toMemoryPart(snapshot)), ""),
);

/** V6Direct's reading of every interface. Throws as `renderStats`. */
export const renderInterfaces: Render = oncePerSnapshot((snapshot) =>
  toRendered(JSON.stringify(toInterfacesPart(snapshot)), ""),
);

/** What V6Direct says that the node is. Throws as `renderStats`. */
export const renderNodeInfo: Render = oncePerSnapshot((snapshot) =>
  toRendered(JSON.stringify(toNodePart(snapshot)), ""),
);

/** A node with all of its modules; what is spliced in is its status. */
export const renderNode: Render = oncePerSnapshot((snapshot) => {
  const { node, status: _, ...rest } = toNodeDetail(snapshot, snapshot.seenAtMs);
  return toRendered(`{"node":${JSON.stringify(node)},"status":`, `,${JSON.stringify(rest).slice(1)}`);
});

/** The status as `renderNode` takes it. */
export function statusText(snapshot: NodeSnapshot, nowMs: number): string {
  return JSON.stringify(statusOf(snapshot, nowMs));
}

/**
 * Readers give the same object as long as a snapshot is the same (see KnownSnapshots), so that a version is rendered once. What was
 * rendered goes with the snapshot, and readers bound how many they keep.
 */
function oncePerSnapshot(render: Render): Render {
  const rendered = new WeakMap<NodeSnapshot, Rendered>();
  return (snapshot) => {
    const before = rendered.get(snapshot);
    if (before !== undefined) return before;
    const now = render(snapshot);
    rendered.set(snapshot, now);
    return now;
  };
}

function toRendered(head: string, tail: string): Rendered {
  return { head: Buffer.from(head), tail: Buffer.from(tail) };
}
