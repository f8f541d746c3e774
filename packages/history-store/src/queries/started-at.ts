import type { History } from "../connect.js";

const SQL = "SELECT (toInt64(toUnixTimestamp(now())) - toInt64(uptime())) * 1000 AS startedAtMs";

/** When the server was started, by its own clock (Unix milliseconds, exact to a second). */
export async function startedAtMs({ client }: History): Promise<number> {
  const result = await client.query({ query: SQL, format: "JSONEachRow" });
  const [row] = await result.json<{ startedAtMs: number | string }>();
  return Number(row?.startedAtMs ?? 0);
}
