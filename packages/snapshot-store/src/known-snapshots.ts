import { isDeepStrictEqual } from "node:util";
import type { SnapshotStore } from "./connect.js";
import { inOneTurn } from "./in-one-turn.js";
import { type Pinned, type PinOptions, pinSnapshot, repinSnapshot } from "./pin.js";
import { type ListedNode, readNodes, readNodesMax, toListedNodes } from "./read.js";
import { readWhenReady } from "./readiness.js";
import type { NodeSnapshot } from "./snapshot.js";

/** How many snapshots are kept parsed, and as many pinned ones; those asked for longest ago go first. */
const keptMax = 2_000;
/** The first node by name is looked up at least so often: a flush can replace nodes without a change of their number. */
const firstForMs = 1_000;

type Question = { about: "node" | "pin" | "first"; node: string } | { about: "list"; node?: never };

/**
 * Reads a workspace's snapshots, each anew only when Redis has another version of it than the one that was read last: every read asks
 * Redis for the version, so nothing is ever served that Redis has not now, and the same object comes back as long as nothing changed.
 * A snapshot read anew is 26 JSON texts, 64 µs and more of the processor; its version is one of few texts in one round trip for
 * all that is asked in a turn of the event loop.
 */
export class KnownSnapshots {
  readonly #store: SnapshotStore;
  readonly #workspace: string;
  readonly #nodes = new Map<string, NodeSnapshot>();
  readonly #pins = new Map<string, Omit<Pinned, "ageMs">>();
  #first: { node: string; count: number; atMs: number } | undefined;
  readonly #ask: (question: Question) => Promise<unknown>;
  readonly #readTogether: (node: string) => Promise<NodeSnapshot | undefined>;

  constructor(store: SnapshotStore, workspace: string) {
    this.#store = store;
    this.#workspace = workspace;
    this.#ask = inOneTurn<Question, unknown>(
      ({ about, node = "" }) => `${about} ${node}`,
      (questions) => this.#askAll(questions),
    );
    this.#readTogether = inOneTurn<string, NodeSnapshot | undefined>(
      (node) => node,
      (nodes) => this.#readAll(nodes),
    );
  }

  /** As `readNode`. @throws SnapshotStoreUnavailableError */
  async read(node: string): Promise<NodeSnapshot | undefined> {
    // A name that can be none fails by itself, not those that are read with it.
    this.#store.keys.node(this.#name(node));
    return (await this.#known(node)) ?? this.#readTogether(node);
  }

  /** As `readNodes`. @throws SnapshotStoreUnavailableError; RangeError for more than `readNodesMax` names. */
  async readEach(nodes: readonly string[]): Promise<(NodeSnapshot | undefined)[]> {
    if (nodes.length > readNodesMax) throw new RangeError(`at most ${readNodesMax} nodes at once, got ${nodes.length}`);
    const found = await Promise.all(nodes.map((node) => this.#known(node)));
    const others = nodes.filter((_, index) => found[index] === undefined);
    if (others.length === 0) return found;
    const read = await this.#readAll(others);
    const byName = new Map(others.map((node, index) => [node, read[index]]));
    return nodes.map((node, index) => found[index] ?? byName.get(node));
  }

  /**
   * As `pinSnapshot`, or with `replace` as `repinSnapshot`.
   * @throws SnapshotStoreUnavailableError
   */
  async pin(node: string, replace: boolean, options: PinOptions): Promise<Pinned | undefined> {
    const known = replace ? undefined : await this.#knownPin(node);
    if (known !== undefined) return known;
    const pinned = await (replace ? repinSnapshot : pinSnapshot)(this.#store, this.#name(node), options);
    if (pinned === undefined) this.#pins.delete(node);
    else keep(this.#pins, node, { snapshot: pinned.snapshot, pinnedAtMs: pinned.pinnedAtMs });
    return pinned;
  }

  /**
   * The first of the workspace's nodes by name; undefined: none has reported. Nodes are added one by one and go together, by a flush: as
   * long as there are as many, and the first is among them, it is the first.
   * @throws SnapshotStoreUnavailableError
   */
  async first(nowMs: number): Promise<string | undefined> {
    const known = this.#first;
    if (known !== undefined && Math.abs(nowMs - known.atMs) < firstForMs) {
      const [count, score] = (await this.#ask({ about: "first", node: known.node })) as [number, number | null];
      if (count === known.count && score !== null) return known.node;
    }
    const [names] = (await readWhenReady(this.#store, "latest", (pipeline) => {
      pipeline.zRange(this.#store.keys.nodes(this.#workspace), 0, -1);
    })) as [string[]];
    const node = names.reduce<string | undefined>(
      (first, name) => (first === undefined || name < first ? name : first),
      undefined,
    );
    this.#first = node === undefined ? undefined : { node, count: names.length, atMs: nowMs };
    return node;
  }

  /** As `listNodes`, in the one trip of all that is asked in a turn. @throws SnapshotStoreUnavailableError */
  async list(): Promise<ListedNode[]> {
    return toListedNodes(await this.#ask({ about: "list" }));
  }

  /** Has a node read anew the next time: its version does not tell how far families were folded that brought nothing new. */
  forget(node: string): void {
    this.#nodes.delete(node);
  }

  async #known(node: string): Promise<NodeSnapshot | undefined> {
    if (!this.#nodes.has(node)) return undefined;
    const [version, seenAtMs] = (await this.#ask({ about: "node", node })) as (string | null)[];
    // What others have read anew meanwhile will do, or readers who overtake each other would each read anew for ever.
    const known = this.#nodes.get(node);
    if (known === undefined || version !== known.version || seenAtMs !== String(known.seenAtMs)) return undefined;
    keep(this.#nodes, node, known);
    return known;
  }

  async #knownPin(node: string): Promise<Pinned | undefined> {
    if (!this.#pins.has(node)) return undefined;
    const [remainingMs, version, pinnedAtMs, pinnedForMs] = (await this.#ask({ about: "pin", node })) as [
      number,
      ...(string | null)[],
    ];
    // As in #known.
    const known = this.#pins.get(node);
    if (known === undefined || version !== known.snapshot.version) return undefined;
    if (pinnedAtMs !== String(known.pinnedAtMs) || remainingMs <= 0) return undefined;
    keep(this.#pins, node, known);
    return { ...known, ageMs: Math.max(0, Number(pinnedForMs) - remainingMs) };
  }

  async #readAll(nodes: readonly string[]): Promise<(NodeSnapshot | undefined)[]> {
    const read: (NodeSnapshot | undefined)[] = [];
    for (let at = 0; at < nodes.length; at += readNodesMax) {
      const names = nodes.slice(at, at + readNodesMax).map((node) => this.#name(node));
      read.push(...(await readNodes(this.#store, names)));
    }
    return nodes.map((node, index) => {
      const snapshot = read[index];
      if (snapshot === undefined) {
        this.#nodes.delete(node);
        return undefined;
      }
      const before = this.#nodes.get(node);
      const kept = before !== undefined && isSame(before, snapshot) ? before : snapshot;
      keep(this.#nodes, node, kept);
      return kept;
    });
  }

  async #askAll(questions: readonly Question[]): Promise<unknown[]> {
    const { keys } = this.#store;
    const replies = await readWhenReady(this.#store, "latest", (pipeline) => {
      for (const { about, node } of questions) {
        if (about === "list") pipeline.zRangeWithScores(keys.nodes(this.#workspace), 0, -1);
        else if (about === "node") pipeline.hmGet(keys.node(this.#name(node)), ["version", "seenAtMs"]);
        // The time left is asked first: with the fields after it of the same pin, or of a later one, which is not the known one.
        else if (about === "pin") {
          const pin = keys.pin(this.#name(node));
          pipeline.pTTL(pin).hmGet(pin, ["version", "pinnedAtMs", "pinnedForMs"]);
        } else pipeline.zCard(keys.nodes(this.#workspace)).zScore(keys.nodes(this.#workspace), node);
      }
    });
    let at = 0;
    return questions.map(({ about }) => {
      if (about === "node" || about === "list") return replies[at++];
      const [one, other] = [replies[at++], replies[at++]];
      return about === "pin" ? [one, ...(other as unknown[])] : [one, other];
    });
  }

  #name(node: string) {
    return { workspace: this.#workspace, node };
  }
}

/** Whether two snapshots of a node tell the same: equal versions mean equal parts, but tell nothing of families. */
function isSame(one: NodeSnapshot, other: NodeSnapshot): boolean {
  return (
    one.version === other.version && one.seenAtMs === other.seenAtMs && isDeepStrictEqual(one.families, other.families)
  );
}

function keep<Value>(kept: Map<string, Value>, node: string, value: Value): void {
  kept.delete(node);
  kept.set(node, value);
  const oldest = kept.keys().next().value;
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
}
