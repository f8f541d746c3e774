import type { History } from "../connect.js";
import { rowHash, typedRows } from "./reached-rows.js";
import type { ReachedTable } from "./reached-tables.js";

/** Lines of a log that are stored too often. */
export interface ExcessLines {
  workspace: string;
  node: string;
  log: string;
  lines: number;
}

/** How many lines of the batch `log_lines` has too often, by log. To be asked before they are deleted. */
export async function excessLines({ client }: History, table: ReachedTable): Promise<ExcessLines[]> {
  const query = `
    SELECT workspace, node, log, toUInt32(countIf(isFound) - countIf(NOT isFound)) AS lines
    FROM (
        SELECT workspace, node, log, false AS isFound FROM (${typedRows(table)})
        UNION ALL
        SELECT workspace, node, log, true AS isFound FROM log_lines
        WHERE (workspace, node, log, at, line) IN (SELECT workspace, node, log, at, line FROM (${typedRows(table)}))
          AND ${rowHash(table)} IN (SELECT ${rowHash(table)} FROM (${typedRows(table)}))
    )
    GROUP BY workspace, node, log
    HAVING countIf(isFound) > countIf(NOT isFound)`;
  return (await client.query({ query, format: "JSONEachRow" })).json<ExcessLines>();
}

/**
 * Takes lines out of the sums of `known_logs`, which hold what every insert added and keep no rows: what was inserted
 * too often into `log_lines` was so there, too. The sum is of unsigned numbers and wraps, so the complement is added.
 */
export async function correctKnownLogs({ client }: History, excess: readonly ExcessLines[]): Promise<void> {
  if (excess.length === 0) return;
  await client.insert({
    table: "known_logs",
    values: excess.map(({ lines, ...names }) => ({
      ...names,
      last_line: 0,
      last_at: 0,
      lines: String(2n ** 64n - BigInt(lines)),
    })),
    format: "JSONEachRow",
    clickhouse_settings: { insert_deduplicate: 0, async_insert: 0 },
  });
}
