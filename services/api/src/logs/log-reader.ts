import { SubjectError } from "@statwire/events";
import type { HistoricLine, KnownLog, LogLinesRequest } from "@statwire/history-store";
import {
  type LastLines,
  type LogSummary,
  SnapshotStoreUnavailableError,
  type StoredLine,
} from "@statwire/snapshot-store";
import { untilHole } from "./until-hole.js";

/** Where lines of logs are read from. The snapshot store has the newest at once, the history all a second later. */
export interface LogSources {
  /** Both throw SnapshotStoreUnavailableError when the store is away or being rebuilt. */
  latestLogs(node: string): Promise<readonly LogSummary[]>;
  latestLines(node: string, log: string, options: { sinceLine?: number; limit: number }): Promise<LastLines>;
  storedLogs(node: string): Promise<readonly KnownLog[]>;
  storedLines(request: Omit<LogLinesRequest, "workspace">): Promise<HistoricLine[]>;
  storedLinesAfter(node: string, log: string, options: { sinceLine: number; limit: number }): Promise<HistoricLine[]>;
  now(): number;
}

/** One log of a node. */
export interface LogEntry {
  log: string;
  /** Number of its last line. */
  totalLines: number;
  /** When that was written (Unix milliseconds). */
  lastAtMs: number;
}

export interface PageRequest {
  node: string;
  log: string;
  fromMs: number;
  toMs: number;
  texts: readonly string[];
  before?: { atMs: number; line: number };
  limit: number;
}

/** Reads lines of logs from both stores. Errors: `unavailable` problem when neither can be read. */
export class LogReader {
  constructor(private readonly sources: LogSources) {}

  /** Every log of a node that either store knows, by name. */
  async list(node: string): Promise<LogEntry[]> {
    const { latestLogs, storedLogs } = this.sources;
    const [latest, stored] = await Promise.allSettled([latestLogs(node), storedLogs(node)]);
    // What no node can be called has no logs.
    if (latest.status === "rejected" && latest.reason instanceof SubjectError) return [];
    if (latest.status === "rejected" && !(latest.reason instanceof SnapshotStoreUnavailableError)) throw latest.reason;
    if (latest.status === "rejected" && stored.status === "rejected") throw stored.reason;
    const entries: LogEntry[] = [
      ...(stored.status === "fulfilled" ? stored.value : []),
      ...(latest.status === "fulfilled" ? latest.value : []),
    ].map(({ log, totalLines, lastAtMs }) => ({ log, totalLines, lastAtMs }));
    const unique = new Map(entries.map((entry) => [entry.log, entry]));
    return [...unique.values()].sort((one, other) => (one.log < other.log ? -1 : 1));
  }

  /**
   * A page of lines, newest first. The first page also has the lines that the history does not have yet; when the
   * history is away it has those alone that the snapshot store keeps.
   */
  async page(request: PageRequest): Promise<StoredLine[]> {
    if (request.before !== undefined) return this.sources.storedLines(request);
    const { node, log } = request;
    const [stored, known, latest] = await Promise.allSettled([
      this.sources.storedLines(request),
      this.sources.storedLogs(node),
      this.latest(node, log, { limit: latestLinesMax }),
    ]);
    if (latest.status === "rejected") throw latest.reason;
    const fresh = (latest.value?.lines ?? []).filter((line) => isAskedFor(line, request));
    if (stored.status === "rejected" || known.status === "rejected") {
      if (latest.value === undefined || latest.value.totalLines === 0) throw reasonOf(stored) ?? reasonOf(known);
      return newestFirst(fresh, request.limit);
    }
    const storedUpTo = known.value.find((entry) => entry.log === log)?.totalLines ?? 0;
    // Lines that neither store has at this moment would be skipped by the pages that follow: then these wait, too.
    const areNext = (latest.value?.lines[0]?.line ?? 0) <= storedUpTo + 1;
    return newestFirst(areNext ? [...stored.value, ...fresh] : stored.value, request.limit);
  }

  /**
   * The lines after a number, in the order of their numbers, up to where one may still be on its way to the stores;
   * `isHeldBack` says that there are more behind that. With `believe`, which is for who has waited, a gap is taken for
   * one, and the history is asked even if the snapshot store says that there is nothing more.
   */
  async after(
    node: string,
    log: string,
    { sinceLine, limit, believe }: { sinceLine: number; limit: number; believe: boolean },
  ): Promise<{ lines: StoredLine[]; isHeldBack: boolean }> {
    const latest = await this.latest(node, log, { sinceLine, limit });
    const [first] = latest?.lines ?? [];
    if (first?.line === sinceLine + 1) return { lines: latest?.lines ?? [], isHeldBack: false };
    if (first === undefined && (latest?.totalLines ?? 0) > 0 && !believe) return { lines: [], isHeldBack: false };
    const stored = await this.sources.storedLinesAfter(node, log, { sinceLine, limit }).catch((error: unknown) => {
      if (latest === undefined) throw error;
      return [];
    });
    const found = stored.length > 0 ? stored : (latest?.lines ?? []);
    const lines = believe ? found : untilHole(found, sinceLine, this.sources.now());
    return { lines: [...lines], isHeldBack: lines.length < found.length };
  }

  /**
   * The last lines, or the first of those after a number: what the snapshot store keeps, and while that is away what
   * the history has.
   */
  async last(node: string, log: string, options: { sinceLine?: number; limit: number }): Promise<LastLines> {
    const latest = await this.latest(node, log, options);
    if (latest !== undefined) return latest;
    const { sinceLine, limit } = options;
    const [logs, lines] = await Promise.all([
      this.sources.storedLogs(node),
      sinceLine === undefined
        ? this.sources.storedLines({ node, log, ...everMs, texts: [], limit })
        : this.sources.storedLinesAfter(node, log, { sinceLine, limit }),
    ]);
    const totalLines = logs.find((entry) => entry.log === log)?.totalLines ?? 0;
    return { totalLines, lines: [...lines].sort((one, other) => one.line - other.line) };
  }

  /** Undefined while the snapshot store cannot be read. */
  private async latest(node: string, log: string, options: { sinceLine?: number; limit: number }) {
    try {
      return await this.sources.latestLines(node, log, options);
    } catch (error) {
      if (error instanceof SnapshotStoreUnavailableError) return undefined;
      throw error;
    }
  }
}

/** From the first time that can be stored to the last. */
const everMs = { fromMs: 0, toMs: 4_102_444_800_000 };

/** All that the snapshot store keeps of a log. */
const latestLinesMax = 1_000;

function isAskedFor({ atMs, text }: StoredLine, { fromMs, toMs, texts }: PageRequest): boolean {
  const lower = text.toLowerCase();
  return atMs >= fromMs && atMs < toMs && texts.every((asked) => lower.includes(asked.toLowerCase()));
}

/** Each line once, by time and then by number. */
function newestFirst(lines: readonly StoredLine[], limit: number): StoredLine[] {
  const unique = new Map(lines.map((line) => [`${line.atMs}.${line.line}`, line]));
  return [...unique.values()].sort((one, other) => other.atMs - one.atMs || other.line - one.line).slice(0, limit);
}

function reasonOf(result: PromiseSettledResult<unknown>): unknown {
  return result.status === "rejected" ? result.reason : undefined;
}
