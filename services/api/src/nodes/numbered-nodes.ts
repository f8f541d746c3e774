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
  nodes: Pick<NodeReader, "listReporting" | "read">;
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

  constructor(deps: NumberingDeps) {
    this.#deps = deps;
    this.#expectedTags = new Map(deps.expected.map(({ node, tag }) => [node, tag]));
  }

  /**
   * Numbers what has appeared since the last time, in order of appearance and then by name. While the log is away this
   * does nothing: the nodes get their numbers when it is back.
   */
  async number(): Promise<readonly NodeEntry[]> {
    const { nodes, expected, now, onFailure } = this.#deps;
    const reporting = await nodes.listReporting();
    const directory = this.#deps.directory();
    if (directory === undefined) return reporting;
    try {
      await directory.refresh();
      const names = new Set([...reporting, ...expected].map(({ node }) => node));
      const unknown = [...names].filter((node) => directory.find(node) === undefined).sort();
      const devices = [...this.#deps.devices()].filter((device) => directory.findDevice(device) === undefined).sort();
      const firstSeenAtMs = now();
      const entries = [
        ...unknown.map((node) => ({ node, firstSeenAtMs })),
        ...devices.map((device) => ({ device, firstSeenAtMs })),
      ];
      if (entries.length > 0) await directory.add(entries);
    } catch (error) {
      onFailure(error);
    }
    return reporting;
  }

  /** Every node that has a number, by number. */
  async list(): Promise<NumberedNode[]> {
    const reporting = new Set((await this.number()).map(({ node }) => node));
    const known = this.#deps.directory()?.list() ?? [];
    return Promise.all(
      known.map(async (numbered) => ({
        ...numbered,
        snapshot: await this.#read(numbered.node, reporting.has(numbered.node)),
        expectedTag: this.#expectedTags.get(numbered.node),
      })),
    );
  }

  /** The number of a device; undefined until it has one. */
  numberOf(device: string): number | undefined {
    return this.#deps.directory()?.findDevice(device)?.id;
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
