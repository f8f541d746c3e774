import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { logFamilyPrefix } from "@statwire/events";
import type { LogLane } from "../lanes/family-publisher.js";
import type { ReachedLine } from "../lanes/reached-lines.js";
import { discoverLogs, type FoundLog } from "./discovery.js";
import { FollowedLog, type LogCounts, type LogsDeps } from "./followed-log.js";
import { MemoryBudget } from "./line-queue.js";
import type { LogSettings, LogsSettings } from "./log-settings.js";

/** A log as it is read, or would be if it were enabled. */
export interface LogStatus extends LogCounts {
  name: string;
  displayName: string;
  enabled: boolean;
  kind: "file" | "journald";
  lineLimit: number;
  redacts: boolean;
}

const discoverEveryMs = 5000;
/** A file of a pattern that is gone for so long is read to its end, if anybody still had it open. */
const goneForMs = 60_000;
/** All entries of the settings together. */
const logsMax = 200;
const memoryBytesMax = 64 * 1024 * 1024;
/** Progress of a log that is not read any more is forgotten after this time. */
const keepProgressMs = 90 * 86_400_000;

interface Running {
  log: FollowedLog;
  settings: LogSettings;
  key: string;
  seenAtMs: number;
}

const idle: LogCounts = {
  linesRead: 0,
  droppedByRate: 0,
  lost: 0,
  bytesBehind: 0,
  publishFailures: 0,
  lastLine: 0,
  problem: undefined,
};

/** Reads the logs that the settings name, as files come and go and the settings change. */
export class Logs {
  readonly #deps: LogsDeps;
  readonly #budget = new MemoryBudget(memoryBytesMax);
  readonly #running = new Map<string, Running>();
  /** Entries whose files were looked for once: what comes later is new. */
  readonly #discovered = new Set<string>();
  #settings: LogsSettings;
  #openLane: ((log: string) => LogLane) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #problems = "";
  #stopped = false;

  constructor(deps: LogsDeps, settings: LogsSettings) {
    this.#deps = deps;
    this.#settings = settings;
  }

  /** Begins to read; does not wait for the log. */
  start(): void {
    this.#inOrder(() => this.#forgetOldProgress());
    this.#inOrder(() => this.#discover());
    this.#timer = setInterval(() => this.#inOrder(() => this.#discover()), discoverEveryMs);
  }

  /** Begins to publish. */
  connect(openLane: (log: string) => LogLane): void {
    this.#openLane = openLane;
    for (const [name, { log }] of this.#running) log.connect(() => openLane(name));
  }

  /** Takes other settings: logs are added, removed, and opened again where their own have changed. */
  apply(settings: LogsSettings): void {
    this.#settings = settings;
    this.#inOrder(() => this.#discover());
  }

  /** Every log that is read, and every entry of the settings that is switched off or has no file yet. */
  status(): LogStatus[] {
    const running = [...this.#running].map(([name, { log, settings }]) => toStatus(name, settings, log.counts()));
    const others = this.#settings.logs.filter(
      ({ name }) => ![...this.#running.values()].some(({ settings }) => settings.name === name),
    );
    return [...running, ...others.map((settings) => toStatus(settings.name, settings, idle))];
  }

  /** The last line that is stored of each log that is read. */
  reached(): ReachedLine[] {
    return [...this.#running].flatMap(([name, { log }]) => {
      if (log.stored === undefined) return [];
      const { nextLine, observedAtMs } = log.stored;
      return [{ family: `${logFamilyPrefix}${name}`, bootId: 0, sequence: nextLine - 1, observedAtMs }];
    });
  }

  /** Ends reading, and lets publishes under way come to their end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#working;
    await Promise.all([...this.#running.values()].map(({ log }) => log.stop()));
  }

  /** Discoveries must not overlap: a log that is opened again has to be closed first. */
  #inOrder(work: () => Promise<void>): void {
    this.#working = this.#working.then(async () => {
      if (this.#stopped) return;
      try {
        await work();
      } catch (error) {
        this.#deps.log.error({ error: String(error) }, "logs cannot be looked for");
      }
    });
  }

  async #discover(): Promise<void> {
    const { logs, allowedFolders } = this.#settings;
    const { hostRoot, log, monotonicMs } = this.#deps;
    const folders = allowedFolders.map((folder) => join(hostRoot, folder));
    const wanted = new Map<string, { settings: LogSettings; found: FoundLog }>();
    const problems: string[] = [];
    for (const settings of logs.filter(({ enabled }) => enabled)) {
      const discovery = await discoverLogs(settings, hostRoot);
      problems.push(...discovery.problems);
      for (const found of discovery.logs) {
        if (wanted.size < logsMax) wanted.set(found.name, { settings, found });
        else problems.push(`${found.name} is not read: there are ${logsMax} logs already`);
      }
    }
    if (problems.join() !== this.#problems && problems.length > 0)
      log.warn({ problems: problems.slice(0, 10) }, "logs");
    this.#problems = problems.join();
    for (const [name, running] of [...this.#running]) await this.#retire(name, running, wanted.get(name), folders);
    for (const [name, { settings, found }] of wanted) {
      const running = this.#running.get(name);
      if (running === undefined) this.#open(settings, found, folders);
      else running.seenAtMs = monotonicMs();
    }
    for (const { name } of logs) this.#discovered.add(name);
  }

  /** Stops a log that is no longer wanted, or not as it is. */
  async #retire(
    name: string,
    running: Running,
    wanted: { settings: LogSettings; found: FoundLog } | undefined,
    folders: readonly string[],
  ): Promise<void> {
    const { monotonicMs } = this.#deps;
    if (wanted !== undefined && keyOf(wanted.settings, wanted.found, folders) === running.key) return;
    const isConfigured = this.#settings.logs.includes(running.settings) || this.#isSameEntry(running.settings);
    const isOnlyGone = wanted === undefined && isConfigured;
    if (isOnlyGone && monotonicMs() - running.seenAtMs < goneForMs) return;
    this.#running.delete(name);
    await running.log.stop();
  }

  #isSameEntry(settings: LogSettings): boolean {
    return this.#settings.logs.some((entry) => JSON.stringify(entry) === JSON.stringify(settings));
  }

  #open(settings: LogSettings, found: FoundLog, allowedFolders: readonly string[]): void {
    const { monotonicMs } = this.#deps;
    const wasThere = !this.#discovered.has(settings.name);
    const log = new FollowedLog(this.#deps, { found, settings, allowedFolders, wasThere, budget: this.#budget });
    const key = keyOf(settings, found, allowedFolders);
    this.#running.set(found.name, { log, settings, key, seenAtMs: monotonicMs() });
    const openLane = this.#openLane;
    if (openLane !== undefined) log.connect(() => openLane(found.name));
    log.start();
  }

  async #forgetOldProgress(): Promise<void> {
    const { folder, nowMs } = this.#deps;
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const path = join(folder, name);
      const { mtimeMs } = await stat(path);
      if (nowMs() - mtimeMs > keepProgressMs) await rm(path, { force: true });
    }
  }
}

function keyOf(settings: LogSettings, found: FoundLog, allowedFolders: readonly string[]): string {
  // The paths of an entry may change without a change for one of its files.
  const { source, ...others } = settings;
  return JSON.stringify([others, source.kind === "journald" ? source : found.path, allowedFolders]);
}

function toStatus(name: string, settings: LogSettings, counts: LogCounts): LogStatus {
  const { displayName, enabled, source, lineLimit, redact } = settings;
  return {
    ...counts,
    name,
    displayName: name === settings.name ? displayName : `${displayName}${name.slice(settings.name.length)}`,
    enabled,
    kind: source.kind,
    lineLimit,
    redacts: redact.kinds.length + redact.strings.length > 0,
  };
}
