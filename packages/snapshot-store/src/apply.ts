import type { AppliedParts } from "./applied-parts.js";
import { applyScript } from "./apply-script.js";
import type { SnapshotStore } from "./connect.js";
import type { Filling } from "./filling.js";
import { type NodeShare, sharesOf } from "./node-share.js";
import { defineScript, runScript, type ScriptCall } from "./script.js";
import type { NodeEvent, Position } from "./snapshot.js";
import { isLater } from "./version.js";

export interface ApplyOptions {
  /** The filling that may write before readers may read. Any other flushed store is left alone. */
  filling?: Filling;
  /** Whether live `host` events also enter the short history. */
  foldHeadlines: boolean;
  /** What this writer has applied in this filling; kept by `applyEvents`. */
  appliedParts?: AppliedParts;
}

export type AppliedBatch =
  | {
      ready: true;
      /** Events that were the latest of their family when they were folded. */
      applied: number;
      /** Duplicates and events that a later one had overtaken. */
      old: number;
    }
  /** The store is not filled, or was flushed since the filling began: some nodes, or none, were written. */
  | { ready: false };

const script = defineScript(applyScript);

/**
 * Folds a batch of live events, in the order given: one script for each node, all in one round trip. Each part (a
 * module, the inventory) is replaced only by a later position of its own, so events may come twice and in any order,
 * and a batch that failed may be applied again.
 * @throws SnapshotStoreUnavailableError
 */
export async function applyEvents(
  store: SnapshotStore,
  events: readonly NodeEvent[],
  options: ApplyOptions,
): Promise<AppliedBatch> {
  const { appliedParts } = options;
  const shares = sharesOf(events, options.foldHeadlines);
  for (const share of shares) appliedParts?.prune(share);
  const calls = shares.map((share) => toCall(store, share, options.filling?.mark ?? ""));
  const replies = await store.run((client) => runScript(client, script, calls));
  if (replies.includes("unready")) return { ready: false };
  let applied = 0;
  shares.forEach((share, index) => {
    appliedParts?.remember(share);
    applied += countApplied(share, replies[index] as string[]);
  });
  return { ready: true, applied, old: events.length - applied };
}

function toCall({ keys }: SnapshotStore, share: NodeShare, fillingMark: string): ScriptCall {
  const { name, parts, families, headlines } = share;
  return {
    keys: [keys.ready, keys.nodes(name.workspace), keys.node(name), keys.positions(name), keys.headlines(name)],
    arguments: [
      fillingMark,
      name.node,
      String(parts.size),
      ...[...parts].flatMap(([part, { event, json }]) => [
        part,
        ...positionTexts(event),
        `${event.observedAtMs}`,
        json(),
      ]),
      String(families.size),
      ...[...families].flatMap(([family, events]) => [family, ...positionTexts(latestOf(events))]),
      String(headlines.length),
      ...headlines.flatMap((event) => [
        ...positionTexts(event),
        String(event.headline.observedAtMs),
        event.requested ? "1" : "0",
        event.clearsHistory ? "1" : "0",
        JSON.stringify(event.headline),
      ]),
    ],
  };
}

function positionTexts({ bootId, sequence }: Position): [string, string] {
  return [String(bootId), String(sequence)];
}

function latestOf(positions: readonly Position[]): Position {
  return positions.reduce((latest, position) => (isLater(position, latest) ? position : latest));
}

function countApplied(share: NodeShare, before: readonly string[]): number {
  let applied = 0;
  [...share.families.values()].forEach((positions, index) => {
    const [bootId, sequence] = (before[index] ?? "0 0").split(" ").map(Number);
    let latest: Position = { bootId: bootId ?? 0, sequence: sequence ?? 0 };
    for (const position of positions) {
      if (!isLater(position, latest)) continue;
      latest = position;
      applied += 1;
    }
  });
  return applied;
}
