import { type NodeSnapshot, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { mergeSnapshots } from "./merge-snapshots.js";

/** A node by name, with the time of its newest reading as far as one is known. */
export interface NodeEntry {
  node: string;
  seenAtMs: number | undefined;
}

/** Where the latest state of nodes is read from; the history answers what the snapshot store cannot. */
export interface NodeSources {
  /** Throws SnapshotStoreUnavailableError when the store is away or being rebuilt. */
  latest(node: string): Promise<NodeSnapshot | undefined>;
  latestList(): Promise<readonly NodeEntry[]>;
  stored(node: string): Promise<NodeSnapshot | undefined>;
  storedList(): Promise<readonly NodeEntry[]>;
}

/** How many nodes are remembered, so that memory is bounded; the least recently served are forgotten first. */
const servedMax = 2_000;

/** Reads the latest state of nodes; what it has served once is never taken back by an older reading. */
export class NodeReader {
  private readonly served = new Map<string, NodeSnapshot>();

  constructor(private readonly sources: NodeSources) {}

  /** The latest state of a node, undefined when no reading of it is known anywhere. */
  async read(node: string): Promise<NodeSnapshot | undefined> {
    const read = await this.readSomewhere(node);
    return read === undefined ? this.served.get(node) : this.serve(read);
  }

  /** Remembers a snapshot that is about to be served, and answers it merged with what was served before. */
  serve(read: NodeSnapshot): NodeSnapshot {
    const merged = mergeSnapshots(this.served.get(read.node), read);
    this.served.delete(read.node);
    this.served.set(read.node, merged);
    const oldest = this.served.keys().next().value;
    if (this.served.size > servedMax && oldest !== undefined) this.served.delete(oldest);
    return merged;
  }

  /** Every known node, by name. A node that only the history knows is in it, too. */
  async list(): Promise<NodeEntry[]> {
    const byName = new Map<string, NodeEntry>();
    for (const entry of await this.listSomewhere()) byName.set(entry.node, entry);
    return [...byName.values()].sort((one, other) => (one.node < other.node ? -1 : 1));
  }

  private async readSomewhere(node: string): Promise<NodeSnapshot | undefined> {
    try {
      return (await this.sources.latest(node)) ?? (await this.sources.stored(node));
    } catch (error) {
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
      return this.sources.stored(node);
    }
  }

  private async listSomewhere(): Promise<readonly NodeEntry[]> {
    try {
      return await this.sources.latestList();
    } catch (error) {
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
      return this.sources.storedList();
    }
  }
}
