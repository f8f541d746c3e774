import type { NodeParts } from "@statwire/snapshot-store";

/** What became of the snapshots between two looks. */
export interface Comparison {
  nodesBefore: number;
  nodesAfter: number;
  /** Keys of nodes that were there and are not any more. */
  nodesMissing: string[];
  /** Parts of nodes: as before, or replaced by a later reading. */
  partsEqual: number;
  partsNewer: number;
  /** What must not be: an older reading than before, none any more, or another content of the same reading. */
  partsOlder: number;
  partsMissing: number;
  partsChanged: number;
}

/** Compares every part of every node by its position and content. */
export function compareSnapshots(
  before: ReadonlyMap<string, NodeParts>,
  after: ReadonlyMap<string, NodeParts>,
): Comparison {
  const result: Comparison = {
    nodesBefore: before.size,
    nodesAfter: after.size,
    nodesMissing: [...before.keys()].filter((key) => !after.has(key)),
    partsEqual: 0,
    partsNewer: 0,
    partsOlder: 0,
    partsMissing: 0,
    partsChanged: 0,
  };
  for (const [key, parts] of before) {
    const now = after.get(key);
    if (now === undefined) continue;
    for (const [name, part] of parts) result[became(part, now.get(name))] += 1;
  }
  return result;
}

/** Nothing is missing, older or other than it was. */
export function isWhole({ nodesMissing, partsOlder, partsMissing, partsChanged }: Comparison): boolean {
  return nodesMissing.length === 0 && partsOlder + partsMissing + partsChanged === 0;
}

type Part = NodeParts extends ReadonlyMap<string, infer One> ? One : never;

function became(before: Part, after: Part | undefined): Extract<keyof Comparison, `parts${string}`> {
  if (after === undefined) return "partsMissing";
  const order = after.bootId - before.bootId || after.sequence - before.sequence;
  if (order !== 0) return order > 0 ? "partsNewer" : "partsOlder";
  return after.digest === before.digest ? "partsEqual" : "partsChanged";
}
