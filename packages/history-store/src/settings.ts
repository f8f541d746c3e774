import { z } from "zod";
import type { HistoryOptions } from "./connect.js";

const days = z.coerce.number().int().min(1).max(36_500);

/** Environment variables of every process that opens the history store. */
export const historySettings = {
  CLICKHOUSE_URL: z.url(),
  CLICKHOUSE_DATABASE: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .default("statwire"),
  CLICKHOUSE_USER: z.string().min(1).default("default"),
  CLICKHOUSE_PASSWORD: z.string().default(""),
  /** An insert returns only when its rows are on the disk, not in the page cache: survives a power cut. */
  CLICKHOUSE_DURABLE_INSERTS: z.stringbool().default(false),
  /** The readings themselves. Reads choose their source by it, so every service must be given the same. */
  RETENTION_RAW_DAYS: days.min(2).default(14),
  RETENTION_HOURLY_DAYS: days.default(400),
  RETENTION_DAILY_DAYS: days.default(1826),
  /** Lines of logs, counted from when they arrived. */
  RETENTION_LOGS_DAYS: days.default(14),
  /** Versions of hours and days that were closed again: how far back a read can ask for what was known. */
  RETENTION_VERSIONS_DAYS: days.default(90),
};

export type HistorySettings = z.infer<z.ZodObject<typeof historySettings>>;

/** What `connectHistory` takes, from parsed settings. */
export function toHistoryOptions(settings: HistorySettings): HistoryOptions {
  return {
    url: settings.CLICKHOUSE_URL,
    database: settings.CLICKHOUSE_DATABASE,
    username: settings.CLICKHOUSE_USER,
    password: settings.CLICKHOUSE_PASSWORD,
    durableInserts: settings.CLICKHOUSE_DURABLE_INSERTS,
    retention: {
      rawDays: settings.RETENTION_RAW_DAYS,
      hourlyDays: settings.RETENTION_HOURLY_DAYS,
      dailyDays: settings.RETENTION_DAILY_DAYS,
      logsDays: settings.RETENTION_LOGS_DAYS,
      versionsDays: settings.RETENTION_VERSIONS_DAYS,
    },
  };
}

/** What of the settings loses acknowledged inserts, one sentence each. */
export function unsafeHistorySettings({ CLICKHOUSE_DURABLE_INSERTS }: HistorySettings): string[] {
  if (CLICKHOUSE_DURABLE_INSERTS) return [];
  return ["CLICKHOUSE_DURABLE_INSERTS: an insert counts before it is on disk; true waits for that"];
}
