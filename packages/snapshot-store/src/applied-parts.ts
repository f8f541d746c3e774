import type { NodeShare } from "./node-share.js";
import type { Position } from "./snapshot.js";
import { isLater } from "./version.js";

/**
 * What one writer has written since it began to fill the store: the position of each part of each node. Only to spare
 * work: a replay of old events then sends no states that Redis would refuse. Void after a flush.
 */
export class AppliedParts {
  readonly #nodes = new Map<string, Map<string, Position>>();

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
  remember({ key, parts }: NodeShare): void {
    if (parts.size === 0) return;
    const applied = this.#nodes.get(key) ?? new Map<string, Position>();
    this.#nodes.set(key, applied);
    for (const [part, { event }] of parts) applied.set(part, { bootId: event.bootId, sequence: event.sequence });
  }
}
