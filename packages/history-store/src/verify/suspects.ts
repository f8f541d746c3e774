import type { History } from "../connect.js";
import type { RollupLevel } from "../rollups/record-close.js";

/** An hour, a day or a month that is to be compared next. */
export interface Suspect {
  level: RollupLevel;
  /** Unix milliseconds. */
  startMs: number;
}

const suspectsMax = 10_000;

/** Asks the ingester to compare hours, days and months next, and to close again what differs. */
export async function suspectRollups({ client }: History, suspects: readonly Suspect[]): Promise<void> {
  if (suspects.length === 0) return;
  await client.insert({
    table: "rollup_suspects",
    values: suspects.map(({ level, startMs }) => ({ level, start: Math.floor(startMs / 1000) })),
    columns: ["level", "start"],
    format: "JSONEachRow",
    clickhouse_settings: { async_insert: 0, deduplicate_insert: "disable" },
  });
}

const SQL = `
  SELECT level, toUnixTimestamp(start) AS start, toUnixTimestamp64Milli(max(suspected_at)) AS suspectedAtMs
  FROM rollup_suspects
  WHERE suspected_at >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
  GROUP BY level, start ORDER BY suspectedAtMs LIMIT ${suspectsMax}`;

/** What was suspected since a time of the history store's clock (Unix milliseconds), each once, the longest waiting first. */
export async function suspectedRollups(
  { client }: History,
  sinceMs: number,
): Promise<(Suspect & { suspectedAtMs: number })[]> {
  const result = await client.query({ query: SQL, query_params: { sinceMs }, format: "JSONEachRow" });
  const rows = await result.json<{ level: Suspect["level"]; start: number; suspectedAtMs: number }>();
  return rows.map(({ level, start, suspectedAtMs }) => ({ level, startMs: start * 1000, suspectedAtMs }));
}
