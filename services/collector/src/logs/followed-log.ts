import { sleep } from "@statwire/runtime";
import type { RecordAcknowledged } from "../acknowledged-record.js";
import type { LogLane } from "../lanes/family-publisher.js";
import type { Log } from "../log.js";
import { checkpointPath, loadCheckpoint, saveCheckpoint } from "./checkpoint.js";
import type { FoundLog } from "./discovery.js";
import { endOfFile } from "./file-end.js";
import { FileFollower } from "./file-follower.js";
import { JournalFollower } from "./journal-follower.js";
import { lastCursor } from "./journalctl.js";
import { LineIntake } from "./line-intake.js";
import { LineQueue, type MemoryBudget } from "./line-queue.js";
import { lineText } from "./line-text.js";
import { LinesPerSecond } from "./lines-per-second.js";
import { LogPublisher, type LogPublisherDeps } from "./log-publisher.js";
import type { LogSettings } from "./log-settings.js";
import type { LogSource } from "./log-source.js";
import { nothingRead, type Progress } from "./position.js";

/** What every log of this collector has in common. */
export interface LogsDeps extends Pick<LogPublisherDeps, "runNumber" | "random"> {
  workspace: string;
  node: string;
  /** Where progress is kept. */
  folder: string;
  /** The host's root directory. */
  hostRoot: string;
  /** Where programs are looked for. */
  path: string | undefined;
  log: Log;
  nowMs(): number;
  monotonicMs(): number;
  recordAcknowledged: RecordAcknowledged;
}

export interface FollowedLogOptions {
  found: FoundLog;
  settings: LogSettings;
  /** On this machine, the host's root included. */
  allowedFolders: readonly string[];
  /** The log was there when its settings were first read: `start: "end"` is about those. */
  wasThere: boolean;
  budget: MemoryBudget;
}

/** What can be seen of a log; counts are of this run. */
export interface LogCounts {
  linesRead: number;
  droppedByRate: number;
  /** Places where lines were lost, each of an unknown number of lines. */
  lost: number;
  bytesBehind: number;
  publishFailures: number;
  /** The number of the last line that is stored. */
  lastLine: number;
  problem: string | undefined;
}

const queueBytesMax = 8 * 1024 * 1024;
const saveEveryMs = 1000;
const finishWithinMs = 2500;

/** One log: its source, what was read and is not stored yet, and its lane. */
export class FollowedLog {
  readonly #deps: LogsDeps;
  readonly #options: FollowedLogOptions;
  readonly #intake: LineIntake;
  readonly #source: LogSource;
  readonly #queue: LineQueue;
  readonly #checkpoint: string;
  #publisher: LogPublisher | undefined;
  #openLane: (() => LogLane) | undefined;
  #saveTimer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #starting: Promise<void> | undefined;
  #stopped = false;

  constructor(deps: LogsDeps, options: FollowedLogOptions) {
    const { nowMs, monotonicMs } = deps;
    this.#deps = deps;
    this.#options = options;
    this.#checkpoint = checkpointPath(deps.folder, options.found.name);
    this.#queue = new LineQueue(queueBytesMax, options.budget);
    const rate = new LinesPerSecond(options.settings.linesPerSecondMax, monotonicMs());
    this.#intake = new LineIntake({ queue: this.#queue, rate, nowMs, monotonicMs });
    this.#source = this.#openSource(rate);
  }

  /** Begins to read, behind what was saved. What the stream says is known once it can be asked. */
  start(): void {
    this.#starting ??= this.#start();
  }

  /** Begins to publish. */
  connect(openLane: () => LogLane): void {
    this.#openLane = openLane;
    this.#publisher?.connect(openLane());
  }

  counts(): LogCounts {
    const { read, droppedByRate, lost } = this.#intake.counts;
    return {
      linesRead: read,
      droppedByRate,
      lost,
      bytesBehind: this.#source.bytesBehind,
      publishFailures: this.#publisher?.failures ?? 0,
      lastLine: (this.#publisher?.known.nextLine ?? 1) - 1,
      problem: this.#source.problem,
    };
  }

  /** How far it is stored; nothing before its first event is. */
  get stored(): Progress | undefined {
    const known = this.#publisher?.known;
    return known !== undefined && known.sequence > 0 && known.nextLine > 1 ? known : undefined;
  }

  /** Lets a publish under way come to its end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    // A filesystem that does not answer must not hold up the end.
    await Promise.race([this.#finish(), sleep(finishWithinMs)]);
    this.#queue.discard();
    if (this.#saveTimer !== undefined) this.#save();
    await this.#saving;
  }

  async #finish(): Promise<void> {
    await this.#starting;
    await Promise.all([this.#publisher?.stop(), this.#source.stop()]);
  }

  async #start(): Promise<void> {
    const progress = (await loadCheckpoint(this.#checkpoint, this.#sourceName)) ?? (await this.#firstStart());
    if (this.#stopped) return;
    const { workspace, node, log, runNumber, nowMs, random } = this.#deps;
    this.#publisher = new LogPublisher(progress, {
      identity: { workspace, node, log: this.#options.found.name },
      queue: this.#queue,
      runNumber,
      onAdopted: (further) => {
        this.#acknowledged(further);
        this.#source.readFrom(further);
      },
      onStored: (progress) => {
        this.#acknowledged(progress);
        this.#saveSoon();
      },
      log,
      nowMs,
      random,
    });
    this.#source.readFrom(progress);
    if (this.#openLane !== undefined) this.#publisher.connect(this.#openLane());
  }

  #acknowledged({ bootId, sequence }: Progress): void {
    this.#deps.recordAcknowledged([{ family: `log/${this.#options.found.name}`, bootId, sequence }]);
  }

  async #firstStart(): Promise<Progress> {
    const { settings, found, allowedFolders, wasThere } = this.#options;
    if (settings.start === "beginning" || !wasThere) return nothingRead;
    const { hostRoot, path, nowMs } = this.#deps;
    let progress = nothingRead;
    if (settings.source.kind === "journald") {
      const cursor = await lastCursor(settings.source, hostRoot, path);
      if (cursor !== undefined) progress = { ...nothingRead, position: { kind: "journald", cursor } };
    } else if (found.path !== undefined) {
      progress = await endOfFile(found.path, { allowedFolders, nowMs: nowMs() });
    }
    // At once: another start must not begin at another end.
    await this.#write(progress);
    return progress;
  }

  #openSource(rate: LinesPerSecond): LogSource {
    const { settings, found, allowedFolders } = this.#options;
    const { log, nowMs, monotonicMs, hostRoot, path, random } = this.#deps;
    const toLineText = lineText(settings);
    const common = { toLineText, intake: this.#intake, queue: this.#queue, log };
    if (settings.source.kind === "journald") {
      return new JournalFollower({
        ...common,
        rate,
        nowMs,
        monotonicMs,
        source: settings.source,
        hostRoot,
        path,
        random,
      });
    }
    const { lineBytesMax } = settings;
    return new FileFollower({
      ...common,
      path: found.path ?? "",
      allowedFolders,
      lineBytesMax,
      rate,
      nowMs,
      monotonicMs,
    });
  }

  /** What the saved position is a position in. */
  get #sourceName(): string {
    return this.#options.found.path ?? "journald";
  }

  #saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => this.#save(), saveEveryMs);
  }

  #save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    const progress = this.#publisher?.known;
    if (progress !== undefined) this.#saving = this.#saving.then(() => this.#write(progress));
  }

  async #write(progress: Progress): Promise<void> {
    try {
      await saveCheckpoint(this.#checkpoint, this.#sourceName, progress);
    } catch (error) {
      this.#deps.log.warn({ path: this.#checkpoint, error: String(error) }, "progress of a log cannot be saved");
    }
  }
}
