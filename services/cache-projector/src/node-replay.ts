import { isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  decodeHostSampled,
  type HostOutline,
  moduleBitsOf,
  modulesIn,
  readHostOutline,
  type TelemetrySubject,
  walkFrames,
  withModules,
} from "@statwire/events";
import {
  changesSamples,
  type FoldingHistory,
  familyName,
  foldInto,
  type HeadlineHistory,
  isLater,
  type NodeEvent,
  type Position,
  positionMax,
  setLast,
  toHeadline,
  toHostEvent,
} from "@statwire/snapshot-store";

/** What one node has had before its last message, from its messages in their order; nothing of it is in the store yet. */
export class NodeReplay {
  readonly #node: TelemetrySubject;
  readonly #applied: ReadonlyMap<string, Position>;
  /** The last event that the store had when the replay began, and what it has as late: earlier ones bring nothing of that. */
  readonly #covered: Position & { moduleBits: number };
  readonly #history: FoldingHistory;
  /** The last event of each part that the store lacks or has older, by part; one event may be there for many. */
  readonly #missing = new Map<string, Position & { bytes: Uint8Array }>();

  /**
   * @param history what the store has of it
   * @param applied what the store has of its parts and families, as it becomes
   */
  constructor(node: TelemetrySubject, history: HeadlineHistory, applied: ReadonlyMap<string, Position>) {
    this.#node = node;
    this.#history = {
      ...(history.last === undefined ? {} : { last: { ...history.last } }),
      headlines: [...history.headlines],
    };
    this.#applied = applied;
    const last = applied.get(familyName(node.family)) ?? { bootId: 0, sequence: 0 };
    const asLate = [...applied].filter(([, position]) => !isLater(last, position)).map(([part]) => part);
    this.#covered = { ...last, moduleBits: moduleBitsOf(asLate) };
  }

  get history(): HeadlineHistory {
    return this.#history;
  }

  /** Folds a message and returns how many bytes it has kept; `onProblem` hears of what cannot be decoded. */
  fold(message: Pick<StoredMessage, "payload" | "headers">, onProblem: (reason: string) => void): number {
    if (isLogAnswer(message)) return 0;
    let keptBytes = 0;
    try {
      walkFrames(message.payload, (start, end) => {
        try {
          keptBytes += this.#foldEvent(message.payload.subarray(start, end));
        } catch (error) {
          onProblem(error instanceof Error ? error.message : String(error));
        }
      });
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error));
    }
    return keptBytes;
  }

  /** Takes out the events that bring parts that the store lacks. */
  takeMissing(): NodeEvent[] {
    const events = new Set([...this.#missing.values()].map(({ bytes }) => bytes));
    this.#missing.clear();
    return [...events].map((bytes) => toHostEvent(this.#node, this.#node.family, decodeHostSampled(bytes)));
  }

  #foldEvent(bytes: Uint8Array): number {
    const outline = readHostOutline(bytes);
    // Throws, and says why; otherwise it is sound and only spelled in a way that the outline does not know.
    if (outline === undefined || !isUsable(outline)) return this.#foldDecoded(bytes);
    this.#foldSample(outline, bytes);
    const { moduleBits } = this.#covered;
    if ((outline.moduleBits & ~moduleBits) === 0 && !isLater(outline, this.#covered)) return 0;
    return this.#keepMissing(outline, modulesIn(outline), bytes);
  }

  /** The way for what has no outline. */
  #foldDecoded(bytes: Uint8Array): number {
    const event = toHostEvent(this.#node, this.#node.family, decodeHostSampled(bytes));
    foldInto(this.#history, { ...event, headline: toHeadline(event) });
    return this.#keepMissing(event, Object.keys(event.modules), bytes);
  }

  /** Most events leave no sample: these need not be decoded. */
  #foldSample(outline: HostOutline, bytes: Uint8Array): void {
    const { last } = this.#history;
    if (last !== undefined && !isLater(outline, last)) return;
    if (changesSamples(this.#history, outline)) {
      const sampled = decodeHostSampled(withModules(bytes, ["cpu", "memory", "swap"]));
      const headline = toHeadline(toHostEvent(this.#node, this.#node.family, sampled));
      foldInto(this.#history, { ...outline, headline });
    } else {
      setLast(this.#history, outline);
    }
  }

  #keepMissing({ bootId, sequence }: Position, modules: readonly string[], bytes: Uint8Array): number {
    const position = { bootId, sequence };
    let kept: Uint8Array | undefined;
    for (const part of [...modules, familyName(this.#node.family)]) {
      const [applied, missing] = [this.#applied.get(part), this.#missing.get(part)];
      if (applied !== undefined && !isLater(position, applied)) continue;
      if (missing !== undefined && !isLater(position, missing)) continue;
      kept ??= this.#soundCopy(bytes);
      this.#missing.set(part, { ...position, bytes: kept });
    }
    return kept?.length ?? 0;
  }

  /** A copy, because bytes as they were received keep all that was received with them. @throws when they cannot be decoded. */
  #soundCopy(bytes: Uint8Array): Uint8Array {
    toHostEvent(this.#node, this.#node.family, decodeHostSampled(bytes));
    return new Uint8Array(bytes);
  }
}

function isUsable({ bootId, sequence, observedAtMs }: HostOutline): boolean {
  return [bootId, sequence, observedAtMs].every((value) => value >= 1 && value <= positionMax);
}
