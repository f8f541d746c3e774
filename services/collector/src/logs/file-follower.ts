import { stat } from "node:fs/promises";
import type { Log } from "../log.js";
import { FileChain, type Turn } from "./file-chain.js";
import { FileWake } from "./file-wake.js";
import { windowBytes } from "./fingerprint.js";
import { LateWriters } from "./late-writers.js";
import type { LineIntake } from "./line-intake.js";
import type { LineQueue } from "./line-queue.js";
import { LineSplitter } from "./line-splitter.js";
import { marginBytes, type ToLineText } from "./line-text.js";
import type { LinesPerSecond } from "./lines-per-second.js";
import type { LogSource } from "./log-source.js";
import { toProblem } from "./open-log-file.js";
import type { FilePosition, Progress } from "./position.js";
import { type Chunk, chunkBytes, type Segment } from "./segment.js";

export interface FollowerDeps {
  path: string;
  allowedFolders: readonly string[];
  lineBytesMax: number;
  toLineText: ToLineText;
  intake: LineIntake;
  queue: LineQueue;
  rate: LinesPerSecond;
  log: Log;
  nowMs(): number;
  monotonicMs(): number;
}

/** How often the path is looked at while there is something to read. */
const lookEveryMs = 100;
/** A program that was told of the rotation writes to the old file for so long after the new one has its first line. */
const letGoMs = 1000;
const retryMs = 1000;

/**
 * Reads a file as it grows, over rotation by rename and by truncation, as fast as the queue has room: what was read is
 * safe from a truncation.
 */
export class FileFollower implements LogSource {
  readonly #deps: FollowerDeps;
  readonly #chain: FileChain;
  readonly #wake: FileWake;
  readonly #splitter: LineSplitter;
  readonly #late: LateWriters;
  readonly #memory = Buffer.alloc(windowBytes + chunkBytes);
  #from: Progress | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;
  #problem: string | undefined;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #unharmedAtMs = 0;
  /** The position after the last whole line. */
  #lineEnd: FilePosition | undefined;
  #nextHasLinesSinceMs: number | undefined;
  /** Up to here the last file was written while nobody read: not too fast, only all at once. */
  #backlogUntil = 0;
  #isBlocked = false;
  #followAgainAtMs = 0;

  constructor(deps: FollowerDeps) {
    const { path, allowedFolders, lineBytesMax, toLineText, intake, monotonicMs } = deps;
    this.#deps = deps;
    this.#chain = new FileChain({ path, allowedFolders });
    this.#wake = new FileWake(monotonicMs);
    this.#splitter = new LineSplitter(lineBytesMax + marginBytes);
    this.#late = new LateWriters({ lineBytesMax, toLineText, intake, monotonicMs });
    deps.queue.onRemoved = () => {
      if (this.#isBlocked) this.#wake.now();
    };
  }

  get bytesBehind(): number {
    return this.#chain.unread + this.#deps.queue.bytes;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  readFrom(progress: Progress): void {
    this.#from = progress;
    this.#wake.now();
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        if (this.#from !== undefined) await this.#begin(this.#from);
        else if (!(await this.#step())) await this.#wake.wait();
      } catch (error) {
        this.#report(toProblem(this.#deps.path, error).problem);
        await this.#wake.wait(retryMs);
      }
    }
    await this.#late.close();
    await this.#chain.close();
  }

  async #begin(progress: Progress): Promise<void> {
    const { queue, intake } = this.#deps;
    const position = progress.position?.kind === "file" ? progress.position : undefined;
    const turn = await this.#chain.begin(position, progress.observedAtMs);
    const { first, last } = this.#chain;
    if (first === undefined || (turn.lost && turn.problem !== undefined)) {
      // The file that has the position may yet be seen.
      this.#report(turn.problem);
      return this.#wake.wait(retryMs);
    }
    if (this.#from !== progress) return;
    this.#from = undefined;
    intake.reset();
    queue.accept();
    this.#splitter.reset(first.offset === 0);
    this.#lineEnd = first.here();
    this.#nextHasLinesSinceMs = undefined;
    this.#backlogUntil = last?.size ?? 0;
    this.#unharmedAtMs = this.#deps.nowMs();
    this.#turned(turn);
  }

  /** Does what is next; false when there is nothing to do before the file changes. */
  async #step(): Promise<boolean> {
    const { queue, rate, monotonicMs, intake } = this.#deps;
    intake.tellDrops();
    if (monotonicMs() - this.#lookedAtMs >= lookEveryMs) await this.#look();
    const { first: segment, last } = this.#chain;
    this.#isBlocked = queue.isFull;
    if (this.#isBlocked) {
      // What is written meanwhile was not too fast for the rate, only for the log.
      this.#backlogUntil = last?.size ?? 0;
      return false;
    }
    if (segment === undefined) return false;
    const isBacklog = this.#isBacklog(segment);
    if (isBacklog && rate.waitMs(monotonicMs()) > 0) {
      await this.#wake.wait(rate.waitMs(monotonicMs()));
      return true;
    }
    const read = await segment.read(this.#memory);
    if (this.#from !== undefined) return true;
    if (read === "changed") return this.#changed(segment);
    if (read !== "end") return this.#take(read, !isBacklog);
    if (segment === last) return this.#look();
    return this.#isLetGo(segment) ? this.#finish(segment) : false;
  }

  #isBacklog(segment: Segment): boolean {
    return segment !== this.#chain.last || segment.offset < this.#backlogUntil;
  }

  #take({ bytes, positionAt }: Chunk, mayDrop: boolean): true {
    const { intake, toLineText } = this.#deps;
    let lastEnd: number | undefined;
    this.#splitter.push(bytes, (line, cut, end) => {
      lastEnd = end;
      intake.add({ ...toLineText(line, cut), severity: 0, origin: "" }, () => positionAt(end), mayDrop);
    });
    if (lastEnd !== undefined) this.#lineEnd = positionAt(lastEnd);
    intake.endChunk();
    return true;
  }

  /** True when the old file's writer has had time to notice the rotation. */
  #isLetGo(segment: Segment): boolean {
    if (!segment.stillWritten) return true;
    if ((this.#chain.second?.size ?? 0) === 0) return false;
    this.#nextHasLinesSinceMs ??= this.#deps.monotonicMs();
    return this.#deps.monotonicMs() - this.#nextHasLinesSinceMs >= letGoMs;
  }

  /** Goes on to the next file. A line without an end is one, since its file has ended. */
  #finish(segment: Segment): true {
    this.#endLine(segment.here());
    this.#chain.shift();
    this.#nextHasLinesSinceMs = undefined;
    this.#lineEnd = this.#chain.first?.here() ?? this.#lineEnd;
    this.#backlogUntil = this.#chain.last?.size ?? 0;
    this.#late.add(segment);
    return true;
  }

  #endLine(position: FilePosition): void {
    const { intake, toLineText } = this.#deps;
    this.#splitter.finish(0, (line, cut) => {
      intake.add({ ...toLineText(line, cut), severity: 0, origin: "" }, () => position, false);
    });
    intake.endChunk();
  }

  async #changed(segment: Segment): Promise<true> {
    if (segment === this.#chain.last) {
      await this.#follow();
      return true;
    }
    // Somebody has cut a file that was rotated already.
    this.#endLine(segment.here());
    this.#deps.intake.lose(segment.here());
    await this.#chain.shift()?.file.handle.close();
    this.#splitter.reset(true);
    return true;
  }

  /** Looks whether the last file is still the one under the path, and unharmed; true when reading can go on. */
  async #look(): Promise<boolean> {
    const { path, nowMs, monotonicMs } = this.#deps;
    this.#lookedAtMs = monotonicMs();
    if (!this.#isBlocked) await this.#late.read(this.#lineEnd);
    const { last } = this.#chain;
    this.#wake.watch(last?.file.handle.fd);
    const { second } = this.#chain;
    if (second !== undefined && second !== last) await second.look();
    const isUnharmed = last === undefined || (await last.look());
    const atPath = await stat(path, { bigint: true }).catch((error) => toProblem(path, error));
    if (isUnharmed && "ok" in atPath) {
      // Between renaming the old file and creating the new one, or for good.
      this.#report(atPath.problem);
      return false;
    }
    const isSame = last !== undefined && "dev" in atPath && last.isFile({ device: atPath.dev, inode: atPath.ino });
    if (isUnharmed && isSame) {
      this.#unharmedAtMs = nowMs();
      this.#report(undefined);
      return last.unread > 0;
    }
    if (!this.#chain.hasRoom || monotonicMs() < this.#followAgainAtMs) return false;
    return this.#follow();
  }

  async #follow(): Promise<boolean> {
    const { first, last } = this.#chain;
    const turn = await this.#chain.follow(this.#unharmedAtMs);
    this.#unharmedAtMs = this.#deps.nowMs();
    // The line that has no end yet is of the first file.
    if (first === last && !turn.continues) {
      if (last !== undefined) this.#endLine(last.here());
      this.#splitter.reset(true);
      this.#lineEnd = this.#chain.first?.here() ?? this.#lineEnd;
    }
    if (turn.problem !== undefined) this.#followAgainAtMs = this.#deps.monotonicMs() + retryMs;
    this.#turned(turn);
    return turn.problem === undefined;
  }

  #turned({ lost, problem }: Turn): void {
    const position = this.#lineEnd;
    if (lost) {
      this.#deps.log.warn({ path: this.#deps.path }, "lines of a log are lost: the file that had them is gone");
      if (position !== undefined) this.#deps.intake.lose(position);
    }
    this.#report(problem);
  }

  #report(problem: string | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    const { log, path } = this.#deps;
    if (problem === undefined) log.info({ path }, "log is read");
    else log.warn({ problem }, "log cannot be read");
  }
}
