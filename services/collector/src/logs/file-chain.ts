import { type CandidateFile, closeOthers, findCandidates } from "./candidates.js";
import { type PlannedFile, planReading } from "./plan.js";
import type { FilePosition } from "./position.js";
import { Segment, type SegmentFile } from "./segment.js";

/** Files that are kept open while they wait to be read; what is rotated beyond that is looked for by its name later. */
const openFilesMax = 16;

/** What became of the place where reading was. */
export interface Turn {
  /** Reading goes on behind the same bytes, in whatever file they are now. */
  continues: boolean;
  /** Bytes that were written are not to be found. */
  lost: boolean;
  problem: string | undefined;
}

export interface ChainOptions {
  path: string;
  allowedFolders: readonly string[];
}

/** The files of a log that are still to be read, in their order; the last one is under the path, if there is one. */
export class FileChain {
  readonly #options: ChainOptions;
  #segments: Segment[] = [];

  constructor(options: ChainOptions) {
    this.#options = options;
  }

  get first(): Segment | undefined {
    return this.#segments[0];
  }

  get second(): Segment | undefined {
    return this.#segments[1];
  }

  /** The one that is under the path, as far as is known. */
  get last(): Segment | undefined {
    return this.#segments.at(-1);
  }

  get unread(): number {
    return this.#segments.reduce((sum, { unread }) => sum + unread, 0);
  }

  get hasRoom(): boolean {
    return this.#segments.length < openFilesMax;
  }

  /** Begins behind a position, or at the beginning of the file. */
  async begin(position: FilePosition | undefined, since: number): Promise<Turn> {
    const held = this.#segments.map(({ file }) => file);
    const { plan, candidates, problem } = await this.#plan(position, since, held);
    await this.#replace([], plan.files.slice(0, openFilesMax), candidates);
    return { continues: position !== undefined && !plan.lost, lost: plan.lost, problem };
  }

  /**
   * Finds out what has become of the last file, which was renamed, replaced, or cut, and puts in its place what is to
   * be read instead.
   * @param since when it was last seen unharmed (Unix milliseconds)
   */
  async follow(since: number): Promise<Turn> {
    const { last } = this;
    if (last === undefined) return this.begin(undefined, since);
    const probe = last.probe();
    const { plan, candidates, problem } = await this.#plan(probe, since, [last.file]);
    const planned = plan.files.slice(0, openFilesMax).map((file, index) => {
      const isBase = index === 0 && file.offset === probe.offset && !plan.lost;
      return isBase ? { ...file, offset: last.offset } : file;
    });
    const [base] = planned;
    const continues = base !== undefined && base.offset === last.offset && base.candidate.match === "whole";
    const keepsLast = continues && base.candidate.file === last.file;
    const kept = [...this.#segments.slice(0, -1), ...(keepsLast ? [last] : [])];
    await this.#replace(kept, keepsLast ? planned.slice(1) : planned, candidates);
    return { continues, lost: plan.lost && last.size > last.offset, problem };
  }

  /** Takes the first file out, which is read to its end or cannot be read. Whoever gets it closes it. */
  shift(): Segment | undefined {
    return this.#segments.shift();
  }

  async close(): Promise<void> {
    await this.#replace([], [], []);
  }

  async #plan(position: FilePosition | undefined, since: number, held: readonly SegmentFile[]) {
    const { candidates, problem } = await findCandidates({ ...this.#options, position, held });
    return { plan: planReading({ position, since }, candidates), candidates, problem };
  }

  async #replace(
    kept: readonly Segment[],
    planned: readonly PlannedFile<CandidateFile>[],
    candidates: readonly CandidateFile[],
  ): Promise<void> {
    const before = new Set(this.#segments.map(({ file }) => file));
    try {
      this.#segments = [...kept, ...(await openAll(planned))];
    } finally {
      // When a file could not be opened, too: the segments are still the old ones then.
      const files = new Set(this.#segments.map(({ file }) => file));
      await Promise.all([...before].filter((file) => !files.has(file)).map(({ handle }) => handle.close()));
      await closeOthers(candidates, new Set([...files, ...before]));
    }
  }
}

async function openAll(files: readonly PlannedFile<CandidateFile>[]): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const { candidate, offset, stillWritten } of files) {
    const segment = await Segment.open(candidate.file, offset, candidate.head, stillWritten);
    segment.size = candidate.size;
    segments.push(segment);
  }
  return segments;
}
