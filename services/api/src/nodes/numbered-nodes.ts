import type { KnownNode, NodeDirectory } from "@statwire/event-log";
import type { NodeSnapshot } from "@statwire/snapshot-store";
import type { NodeEntry, NodeReader } from "./node-reader.js";

/** A node with its number, and its latest state when it has reported. */
export interface NumberedNode extends KnownNode {
  snapshot?: NodeSnapshot | undefined;
  /** The tag that the operator expects of it. */
  expectedTag?: string | undefined;
}

/** A node that is configured by name, whether or not it has reported. */
export interface ExpectedNode {
  node: string;
  tag: string;
}

export interface NumberingDeps {
  nodes: Pick<NodeReader, "listReporting" | "read" | "readLatest">;
  expected: readonly ExpectedNode[];
  /** Ids of the devices that there are. */
  devices(): Iterable<string>;
  /** Undefined until the log is connected. */
  directory(): NodeDirectory | undefined;
  now(): number;
  /** A node could not be numbered now; it is tried again. */
  onFailure(error: unknown): void;
}

/** For so long a node that does not report any more is not looked up again. */
const silentForMs = 60_000;
const silentMax = 2_000;

/** Gives nodes and devices their numbers as they first appear, and reads the nodes that have one. */
export class NumberedNodes {
  readonly #deps: NumberingDeps;
  readonly #expectedTags: ReadonlyMap<string, string>;
  readonly #silent = new Map<string, { snapshot: NodeSnapshot | undefined; readAtMs: number }>();
  /** The numbered nodes that reported when they were listed last. */
  #reported: readonly string[] = [];

  constructor(deps: NumberingDeps) {
    this.#deps = deps;
    this.#expectedTags = new Map(deps.expected.map(({ node, tag }) => [node, tag]));
  }

  /**
   * Numbers what has appeared since the last time, in order of appearance and then by name. While the log is away this
   * does nothing: the nodes get their numbers when it is back.
   */
  async number(): Promise<readonly NodeEntry[]> {
    const directory = this.#deps.directory();
    // At once: what others have numbered after the directory was read is unknown here, and `add` reads it again.
    const [reporting, isRefreshed] = await Promise.all([this.#deps.nodes.listReporting(), this.#refresh(directory)]);
    if (directory !== undefined && isRefreshed) await this.#numberNew(directory, reporting);
    return reporting;
  }

  /** Every node that has a number, by number. */
  async list(): Promise<NumberedNode[]> {
    const [entries, early] = await Promise.all([this.number(), this.#readEarly()]);
    const reporting = new Set(entries.map(({ node }) => node));
    const known = this.#deps.directory()?.list() ?? [];
    this.#reported = known.map(({ node }) => node).filter((node) => reporting.has(node));
    return Promise.all(
      known.map(async (numbered) => {
        const { node } = numbered;
        const reports = reporting.has(node);
        const snapshot = (reports && early.get(node)) || (await this.#read(node, reports));
        return { ...numbered, snapshot, expectedTag: this.#expectedTags.get(node) };
      }),
    );
  }

  /** The number of a device; undefined until it has one. */
  numberOf(device: string): number | undefined {
    return this.#deps.directory()?.findDevice(device)?.id;
  }

  /** Whether the directory is as others have left it. */
  async #refresh(directory: NodeDirectory | undefined): Promise<boolean> {
    try {
      await directory?.refresh();
      return true;
    } catch (error) {
      this.#deps.onFailure(error);
      return false;
    }
  }

  async #numberNew(directory: NodeDirectory, reporting: readonly NodeEntry[]): Promise<void> {
    const names = new Set([...reporting, ...this.#deps.expected].map(({ node }) => node));
    const unknown = [...names].filter((node) => directory.find(node) === undefined).sort();
    const devices = [...this.#deps.devices()].filter((device) => directory.findDevice(device) === undefined).sort();
    const firstSeenAtMs = this.#deps.now();
    const entries = [
      ...unknown.map((node) => ({ node, firstSeenAtMs })),
      ...devices.map((device) => ({ device, firstSeenAtMs })),
    ];
    if (entries.length === 0) return;
    try {
      await directory.add(entries);
    } catch (error) {
      this.#deps.onFailure(error);
    }
  }

  /**
   * What the snapshot store has of the nodes that reported the last time, asked for along with those that do now: one trip instead of
   * two. What it does not have is read after it, as that of any other node.
   */
  async #readEarly(): Promise<ReadonlyMap<string, NodeSnapshot | undefined>> {
    const names = this.#reported;
    const read = await Promise.all(names.map((node) => this.#deps.nodes.readLatest(node)));
    return new Map(names.map((node, index) => [node, read[index]]));
  }

  /** What does not report is read from the history, which is slow, and seldom. */
  async #read(node: string, reports: boolean): Promise<NodeSnapshot | undefined> {
    if (reports) return this.#deps.nodes.read(node);
    const nowMs = this.#deps.now();
    const held = this.#silent.get(node);
    if (held !== undefined && nowMs - held.readAtMs < silentForMs) return held.snapshot;
    const snapshot = await this.#deps.nodes.read(node);
    this.#silent.delete(node);
    this.#silent.set(node, { snapshot, readAtMs: nowMs });
    const oldest = this.#silent.keys().next().value;
    if (this.#silent.size > silentMax && oldest !== undefined) this.#silent.delete(oldest);
    return snapshot;
  }
}
