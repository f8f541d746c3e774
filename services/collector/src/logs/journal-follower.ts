import { type ChildProcess, spawn } from "node:child_process";
import { backoffMs, sleep } from "@statwire/runtime";
import type { Log } from "../log.js";
import { parseJournalEntry, toLines } from "./journal-entry.js";
import { entryBytesMax, followArguments, journalctl, journalctlEnvironment } from "./journalctl.js";
import type { LineIntake } from "./line-intake.js";
import type { LineQueue } from "./line-queue.js";
import { LineSplitter } from "./line-splitter.js";
import type { ToLineText } from "./line-text.js";
import type { LinesPerSecond } from "./lines-per-second.js";
import type { JournalSource } from "./log-settings.js";
import type { LogSource } from "./log-source.js";
import type { Progress } from "./position.js";

export interface JournalDeps {
  source: JournalSource;
  hostRoot: string;
  /** Where programs are looked for. */
  path: string | undefined;
  toLineText: ToLineText;
  intake: LineIntake;
  queue: LineQueue;
  rate: LinesPerSecond;
  log: Log;
  nowMs(): number;
  monotonicMs(): number;
  random(): number;
}

const pauses = { baseMs: 1000, maxMs: 60_000 };
/** A run that lasts so long has found what it reads. */
const soundAfterMs = 2000;
const killAfterMs = 1000;
/** An older entry was written while nobody read: it is never too fast for the rate, but waits for it. */
const backlogAfterMs = 5000;

/** Reads the journal through `journalctl --follow`, from cursor to cursor, and starts it again when it ends. */
export class JournalFollower implements LogSource {
  readonly bytesBehind = 0;
  readonly #deps: JournalDeps;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #from: Progress | undefined;
  #cursor: string | undefined;
  #running: Promise<void> | undefined;
  #problem: string | undefined;
  #resumeTimer: NodeJS.Timeout | undefined;

  constructor(deps: JournalDeps) {
    this.#deps = deps;
    deps.queue.onRemoved = () => this.#resume();
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  readFrom(progress: Progress): void {
    this.#from = progress;
    this.#child?.kill();
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#child?.kill();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; ) {
      this.#begin();
      const { sound, reason } = await this.#follow();
      if (signal.aborted || this.#from !== undefined) continue;
      failures = sound ? 1 : failures + 1;
      this.#report(reason);
      await sleep(backoffMs(failures, { ...pauses, random: this.#deps.random() }), signal);
    }
  }

  #begin(): void {
    if (this.#from === undefined) return;
    const { position } = this.#from;
    this.#cursor = position?.kind === "journald" ? position.cursor : undefined;
    this.#from = undefined;
    this.#deps.intake.reset();
    this.#deps.queue.accept();
  }

  /** Runs the program once; resolves when it has ended, with the reason in words. */
  async #follow(): Promise<{ sound: boolean; reason: string }> {
    const { source, hostRoot, path, intake } = this.#deps;
    const child = spawn(journalctl, followArguments(source, hostRoot, this.#cursor), {
      env: journalctlEnvironment(path),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const splitter = new LineSplitter(entryBytesMax);
    child.stdout.on("data", (chunk: Buffer) => this.#take(child, splitter, chunk));
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-500);
    });
    let sound = false;
    const isSound = setTimeout(() => {
      sound = true;
      this.#report(undefined);
    }, soundAfterMs);
    const tellDrops = setInterval(() => intake.tellDrops(), 1000);
    const killer = this.#killWhenStopped(child);
    const reason = await ended(child);
    for (const timer of [isSound, tellDrops]) clearInterval(timer);
    killer();
    clearTimeout(this.#resumeTimer);
    this.#child = undefined;
    return { sound, reason: `journalctl ${reason}${said.trim() === "" ? "" : `: ${said.trim()}`}` };
  }

  #take(child: ChildProcess, splitter: LineSplitter, chunk: Buffer): void {
    if (child !== this.#child || this.#from !== undefined) return;
    const { intake, toLineText, nowMs } = this.#deps;
    splitter.push(chunk, (line, cut) => {
      const entry = cut ? undefined : parseJournalEntry(line);
      const before = this.#cursor;
      if (entry !== undefined) {
        const { cursor } = entry;
        this.#cursor = cursor;
        intake.addAll(
          toLines(entry, toLineText),
          () => ({ kind: "journald", cursor }),
          nowMs() - entry.atMs < backlogAfterMs,
        );
      } else if (before !== undefined) {
        // Too long an entry, or no JSON.
        intake.lose({ kind: "journald", cursor: before });
      }
    });
    intake.endChunk();
    child.stdout?.pause();
    this.#resume();
  }

  /** Reads on when there is room and the rate allows it. */
  #resume(): void {
    const { queue, rate, monotonicMs } = this.#deps;
    const waitMs = rate.waitMs(monotonicMs());
    clearTimeout(this.#resumeTimer);
    if (waitMs > 0) this.#resumeTimer = setTimeout(() => this.#resume(), waitMs);
    else if (!queue.isFull) this.#child?.stdout?.resume();
  }

  /** A program that does not end when it is asked to is killed. Returns what forgets it. */
  #killWhenStopped(child: ChildProcess): () => void {
    let timer: NodeJS.Timeout | undefined;
    const kill = () => {
      timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    };
    this.#stopping.signal.addEventListener("abort", kill, { once: true });
    return () => {
      clearTimeout(timer);
      this.#stopping.signal.removeEventListener("abort", kill);
    };
  }

  #report(problem: string | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    if (problem === undefined) this.#deps.log.info({}, "journal is read");
    else this.#deps.log.warn({ problem }, "journal cannot be read");
  }
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ENOENT" ? "is not installed" : `cannot be started (${error.message})`);
    });
    child.once("close", (code, signal) => resolve(`ended with ${code ?? signal}`));
  });
}
