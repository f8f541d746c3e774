import { levels, type Quantiles } from "./ask.js";
import { dayMs, type Subject } from "./readings.js";
import type { HistoryServer } from "./server.js";

/** Exact quantiles of every reading that is stored, by a query of its own: what the product's answer is compared with. */
export function quantilesOfReadings(server: HistoryServer, subject: Subject): Promise<Quantiles> {
  return read(server, `SELECT node, ${quantiles("value", "1")} FROM (${values[subject]}) GROUP BY node`, {});
}

const values: Record<Subject, string> = {
  cpu: "SELECT node, utilization_e4 / 1e4 AS value FROM host_cpu",
  network: `
    SELECT node, if(receive_bytes >= before, receive_bytes - before, receive_bytes) / 10 AS value
    FROM (
        SELECT node, receive_bytes, lagInFrame(receive_bytes, 1, -1) OVER (PARTITION BY node ORDER BY ts) AS before
        FROM host_network WHERE interface = 'eth0'
    )
    WHERE before >= 0`,
};

/**
 * The same of the rollups, a row a bucket: hours of a first day that is not whole, then days. The middle of a bucket is
 * written out once more here (DDSketch, see packages/history-store/src/rollups/buckets.ts).
 */
export function quantilesOfDays(
  server: HistoryServer,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<Quantiles> {
  const rows = (table: string, column: string, from: number, to: number) =>
    `SELECT node, bucket, weight FROM ${table} FINAL ARRAY JOIN buckets AS bucket, counts AS weight
     WHERE metric = 'system.cpu.utilization' AND ${column} >= toDateTime(${from / 1000}, 'UTC') AND ${column} < toDateTime(${to / 1000}, 'UTC')`;
  const firstDayMs = Math.ceil(fromMs / dayMs) * dayMs;
  return read(
    server,
    `SELECT node, ${quantiles("if(bucket = 0, 0, 2 * pow({gamma:Float64}, bucket - 700) / ({gamma:Float64} + 1)) / 1e4", "weight")}
     FROM (${rows("metric_1h", "hour", fromMs, firstDayMs)} UNION ALL ${rows("metric_1d", "day", firstDayMs, toMs)})
     GROUP BY node`,
    { gamma: 1.01 / 0.99 },
  );
}

function quantiles(value: string, weight: string): string {
  return `quantilesExactWeighted(${levels.join(", ")})(${value}, ${weight})`;
}

async function read({ history }: HistoryServer, query: string, parameters: Record<string, number>): Promise<Quantiles> {
  const result = await history.client.query({ query, query_params: parameters, format: "JSONCompactEachRow" });
  return new Map(await result.json<[string, number[]]>());
}
