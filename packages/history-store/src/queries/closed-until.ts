import type { History } from "../connect.js";
import { hourMs } from "../rollups/close-hour.js";

const SQL = `
  SELECT
      toUInt32(maxIf(start, level = '1h' AND nodes = 0)) AS hour,
      toUInt32(maxIf(start, level = '1d')) AS day
  FROM rollup_closes WHERE closed_at <= fromUnixTimestamp64Milli({asOfMs:Int64}, 'UTC')`;

/** Ends of the last closed hour and the last closed day (Unix milliseconds); what is later is read in finer detail. */
export interface ClosedUntil {
  hoursMs: number;
  daysMs: number;
}

/** How far the rollups reach, or reached at a time (Unix milliseconds). */
export async function closedUntil({ client }: History, asOfMs = endOfTimeMs): Promise<ClosedUntil> {
  const result = await client.query({ query: SQL, query_params: { asOfMs }, format: "JSONEachRow" });
  const [row] = await result.json<{ hour: number; day: number }>();
  return {
    hoursMs: row === undefined || row.hour === 0 ? 0 : row.hour * 1000 + hourMs,
    daysMs: row === undefined || row.day === 0 ? 0 : row.day * 1000 + 24 * hourMs,
  };
}

/** The year 2299, as far as the server's times reach. */
const endOfTimeMs = Date.UTC(2299, 0, 1);
