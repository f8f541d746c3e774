import { type NodeSnapshot, type Pinned, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";

export interface PinSources {
  /** Shared by every replica; throws SnapshotStoreUnavailableError when the store is away or being rebuilt. */
  pin(node: string, replace: boolean, nowMs: number): Promise<Pinned | undefined>;
  /** The latest state from wherever it can be read. */
  read(node: string): Promise<NodeSnapshot | undefined>;
  now(): number;
}

/** How long one reading is served. */
export const pinnedForMs = 30_000;
/** How many nodes are pinned in this process while the snapshot store is away. */
const pinnedHereMax = 1_000;

/** One reading of a node for 30 seconds: shared through the snapshot store, in this process while that is away. */
export class PinnedReadings {
  private readonly pinnedHere = new Map<string, { snapshot: NodeSnapshot; pinnedAtMs: number }>();

  constructor(private readonly sources: PinSources) {}

  /** The pinned reading; `replace` pins the latest one now. Undefined for a node without any reading. */
  async read(node: string, replace = false): Promise<Pinned | undefined> {
    try {
      const pinned = await this.sources.pin(node, replace, this.sources.now());
      if (pinned !== undefined) return this.remember(node, pinned);
    } catch (error) {
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
    }
    return this.readHere(node, replace);
  }

  private async readHere(node: string, replace: boolean): Promise<Pinned | undefined> {
    const nowMs = this.sources.now();
    const held = this.pinnedHere.get(node);
    if (!replace && held !== undefined && nowMs - held.pinnedAtMs < pinnedForMs) {
      return { ...held, ageMs: Math.max(0, nowMs - held.pinnedAtMs) };
    }
    const snapshot = await this.sources.read(node);
    return snapshot === undefined ? undefined : this.remember(node, { snapshot, pinnedAtMs: nowMs, ageMs: 0 });
  }

  /** Goes on serving the same reading if the store goes away while it is pinned. */
  private remember(node: string, pinned: Pinned): Pinned {
    this.pinnedHere.delete(node);
    this.pinnedHere.set(node, { snapshot: pinned.snapshot, pinnedAtMs: this.sources.now() - pinned.ageMs });
    const oldest = this.pinnedHere.keys().next().value;
    if (this.pinnedHere.size > pinnedHereMax && oldest !== undefined) this.pinnedHere.delete(oldest);
    return pinned;
  }
}
