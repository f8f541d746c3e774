import { SubjectError } from "@statwire/events";
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
  /** The same of some nodes in one go, in their order. */
  latestOf(nodes: readonly string[]): Promise<readonly (NodeSnapshot | undefined)[]>;
  latestList(): Promise<readonly NodeEntry[]>;
  /** The first node of that list, by name. */
  latestFirst(): Promise<string | undefined>;
  stored(node: string): Promise<NodeSnapshot | undefined>;
  storedList(): Promise<readonly NodeEntry[]>;
  /** Nodes that are configured by name, whether or not they have reported. */
  expected: readonly string[];
}

/** A state out of the history is several queries; a page of nodes must not be thousands of them at once. */
const storedAtOnceMax = 8;

/** How many nodes are remembered, so that memory is bounded; the least recently served are forgotten first. */
const servedMax = 2_000;

/** Reads the latest state of nodes; what it has served once is never taken back by an older reading. */
export class NodeReader {
  /** What was served of a node last, and what it was made of at the last reading. */
  private readonly served = new Map<string, { snapshot: NodeSnapshot; read: NodeSnapshot }>();

  constructor(private readonly sources: NodeSources) {}

  /** The latest state of a node, undefined when no reading of it is known anywhere. */
  async read(node: string): Promise<NodeSnapshot | undefined> {
    const read = await this.readSomewhere(node);
    return read === undefined ? this.served.get(node)?.snapshot : this.serve(read);
  }

  /** What the snapshot store has of a node; undefined when that is nothing, or cannot be told. The history is not asked. */
  async readLatest(node: string): Promise<NodeSnapshot | undefined> {
    try {
      const read = await this.sources.latest(node);
      return read && this.serve(read);
    } catch (error) {
      if (isElsewhere(error)) return undefined;
      throw error;
    }
  }

  /** The latest states of some nodes, in their order: what the snapshot store has in one go, the others a few at a time. */
  async readEach(nodes: readonly string[]): Promise<(NodeSnapshot | undefined)[]> {
    const found = [...(await this.latestOrNone(nodes))];
    const missing = nodes.flatMap((node, index) => (found[index] === undefined ? [{ node, index }] : [])).values();
    const readMissing = async () => {
      for (const { node, index } of missing) found[index] = await this.sources.stored(node);
    };
    await Promise.all(Array.from({ length: storedAtOnceMax }, readMissing));
    return nodes.map((node, index) => {
      const read = found[index];
      return read === undefined ? this.served.get(node)?.snapshot : this.serve(read);
    });
  }

  /**
   * Remembers a snapshot that is about to be served, and answers it merged with what was served before: the same object as before as long
   * as the same one is read.
   */
  serve(read: NodeSnapshot): NodeSnapshot {
    const before = this.served.get(read.node);
    const snapshot = before?.read === read ? before.snapshot : mergeSnapshots(before?.snapshot, read);
    this.served.delete(read.node);
    this.served.set(read.node, { snapshot, read });
    const oldest = this.served.keys().next().value;
    if (this.served.size > servedMax && oldest !== undefined) this.served.delete(oldest);
    return snapshot;
  }

  /** The first node that reports, by name; while the snapshot store is away, of those that the history knows. */
  async firstReporting(): Promise<string | undefined> {
    try {
      return await this.sources.latestFirst();
    } catch (error) {
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
      return byName(await this.sources.storedList())[0]?.node;
    }
  }

  /** The nodes that report, by name; while the snapshot store is away, those that the history knows. */
  async listReporting(): Promise<NodeEntry[]> {
    try {
      return byName(await this.sources.latestList());
    } catch (error) {
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
      return byName(await this.sources.storedList());
    }
  }

  /** Every node that either store knows, by name, and those that are expected but were never heard of. */
  async listAll(): Promise<NodeEntry[]> {
    const [latest, stored] = await Promise.allSettled([this.sources.latestList(), this.sources.storedList()]);
    if (latest.status === "rejected" && stored.status === "rejected") throw stored.reason;
    const expected = this.sources.expected.map((node) => ({ node, seenAtMs: undefined }));
    return byName([expected, entriesOf(stored), entriesOf(latest)].flat());
  }

  private async latestOrNone(nodes: readonly string[]): Promise<readonly (NodeSnapshot | undefined)[]> {
    try {
      return await this.sources.latestOf(nodes);
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      return nodes.map(() => undefined);
    }
  }

  private async readSomewhere(node: string): Promise<NodeSnapshot | undefined> {
    try {
      return (await this.sources.latest(node)) ?? (await this.sources.stored(node));
    } catch (error) {
      // What can be no name is the name of no node.
      if (error instanceof SubjectError) return undefined;
      if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
      return this.sources.stored(node);
    }
  }
}

/** Whether the snapshot store cannot tell: it is away, or what was asked for can be no name. */
function isElsewhere(error: unknown): boolean {
  return error instanceof SnapshotStoreUnavailableError || error instanceof SubjectError;
}

/** One entry a name, the last of several. */
function byName(entries: readonly NodeEntry[]): NodeEntry[] {
  const unique = new Map(entries.map((entry) => [entry.node, entry]));
  return [...unique.values()].sort((one, other) => (one.node < other.node ? -1 : 1));
}

function entriesOf(result: PromiseSettledResult<readonly NodeEntry[]>): readonly NodeEntry[] {
  return result.status === "fulfilled" ? result.value : [];
}
