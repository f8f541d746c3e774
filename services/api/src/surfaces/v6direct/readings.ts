import type { Headline, NodeSnapshot } from "@statwire/snapshot-store";

/** A reading that is served unchanged for a while. */
export interface PinnedReading {
  snapshot: NodeSnapshot;
  /** 0 on the call that took it. */
  ageSeconds: number;
}

/** What the V6Direct controllers read and do; every function throws answers in this surface's shape. */
export interface V6DirectReadings {
  /** The node that a request means. Errors: 404 unknown, 503 when no node has reported yet. */
  resolveNode(asked: string | undefined): Promise<string>;
  /** The reading of the node that a request means. Errors: as `resolveNode`. */
  pinned(asked: string | undefined): Promise<PinnedReading>;
  headlines(node: string): Promise<readonly Headline[]>;
  /** Has the node read everything now, waits until that reading is visible and pins it. Errors: 503. */
  refresh(node: string, request: { reason: string | null; clearHistory: boolean }): Promise<NodeSnapshot>;
  /** Uptime of the default node; of this machine while there is none. */
  uptimeSeconds(): Promise<number>;
}
