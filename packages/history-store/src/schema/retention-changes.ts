import type { History, Retention } from "../connect.js";

/** What is kept for a time of its own: the settings of `Retention`. */
export type RetentionLevel = keyof Retention;

export interface RetentionChange {
  level: RetentionLevel;
  daysBefore: number;
  days: number;
}

/** Since when all of a level is there, Unix milliseconds. */
export interface KeptSince {
  rawMs: number;
  hourlyMs: number;
  dailyMs: number;
  /** Versions that were current at an earlier time may be gone. */
  versionsMs: number;
}

const millisecondsPerDay = 86_400_000;

/** Remembers that rows of a level were leaving at another age until now. To be called before the tables are altered. */
export async function recordRetentionChanges({ client }: History, changes: readonly RetentionChange[]): Promise<void> {
  if (changes.length === 0) return;
  await client.insert({
    table: "retention_changes",
    values: changes.map(({ level, daysBefore, days }) => ({ level, days_before: daysBefore, days })),
    columns: ["level", "days_before", "days"],
    format: "JSONEachRow",
    clickhouse_settings: { async_insert: 0, deduplicate_insert: "disable" },
  });
}

/** Levels that were kept for a shorter time once, with the time since which all of them is there, Unix milliseconds. */
export type RetentionChanges = ReadonlyMap<string, number>;

/** Which retentions were changed. */
export async function retentionChanges({ client }: History): Promise<RetentionChanges> {
  const result = await client.query({ query: SQL, format: "JSONEachRow" });
  const rows = await result.json<{ level: string; sinceMs: number }>();
  return new Map(rows.map(({ level, sinceMs }) => [level, sinceMs]));
}

/** `keptSinceOf` the changes there are. */
export async function keptSince(history: History, nowMs: number): Promise<KeptSince> {
  return keptSinceOf(history, await retentionChanges(history), nowMs);
}

/**
 * Since when each level is whole: that is its retention ago, or later when the retention was made longer a short time
 * ago, because what had left by then does not come back.
 */
export function keptSinceOf({ options }: History, changes: RetentionChanges, nowMs: number): KeptSince {
  const since = (level: RetentionLevel) =>
    Math.max(sinceAtBest(options.retention, level, nowMs), changes.get(level) ?? 0);
  return sinceOfLevels(since);
}

/** The same when the retention was never changed: nothing is kept for longer. */
export function keptAtBest({ options: { retention } }: History, nowMs: number): KeptSince {
  const since = (level: RetentionLevel) => sinceAtBest(retention, level, nowMs);
  return sinceOfLevels(since);
}

function sinceOfLevels(since: (level: RetentionLevel) => number): KeptSince {
  return {
    rawMs: since("rawDays"),
    hourlyMs: since("hourlyDays"),
    dailyMs: since("dailyDays"),
    versionsMs: since("versionsDays"),
  };
}

function sinceAtBest(retention: Retention, level: RetentionLevel, nowMs: number): number {
  return nowMs - retention[level] * millisecondsPerDay;
}

const SQL = `
  SELECT level, max(toUnixTimestamp64Milli(changed_at) - toInt64(days_before) * ${millisecondsPerDay}) AS sinceMs
  FROM retention_changes GROUP BY level`;
