import type { Family } from "@statwire/events";
import { type NodeShare, nodeKey } from "./node-share.js";
import type { NodeName, Position } from "./snapshot.js";
import { isLater } from "./version.js";

/**
 * What one writer has written since it began to fill the store: the position of each part and family of each node. Only
 * to spare work: a replay of old events then sends no states that Redis would refuse. Void after a flush.
 */
export class AppliedParts {
  readonly #nodes = new Map<string, Map<string, Position>>();

  /** What was written of a node, by part and by `familyName`; grows with what is written. */
  of(name: NodeName): ReadonlyMap<string, Position> {
    return this.#partsOf(nodeKey(name));
  }

  /** Takes out of a share what is known to be there already, or something later. */
  prune({ key, parts }: NodeShare): void {
    const applied = this.#nodes.get(key);
    if (applied === undefined) return;
    for (const [part, { event }] of parts) {
      const position = applied.get(part);
      if (position !== undefined && !isLater(event, position)) parts.delete(part);
    }
  }

  /** Remembers a share that was written. */
  remember({ key, parts, families }: NodeShare): void {
    const applied = this.#partsOf(key);
    for (const [part, { event }] of parts) applied.set(part, positionOf(event));
    for (const [family, events] of families) {
      for (const event of events) {
        const position = applied.get(familyName(family));
        if (position === undefined || isLater(event, position)) applied.set(familyName(family), positionOf(event));
      }
    }
  }

  #partsOf(key: string): Map<string, Position> {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const applied = new Map<string, Position>();
    this.#nodes.set(key, applied);
    return applied;
  }
}

/** What a family's last event is remembered as, beside the parts, whose names have no colon. */
export function familyName(family: Family): string {
  return `family:${family}`;
}

function positionOf({ bootId, sequence }: Position): Position {
  return { bootId, sequence };
}
