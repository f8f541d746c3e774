import type { History } from "../connect.js";

const SQL = "SELECT (toInt64(toUnixTimestamp(now())) - toInt64(uptime())) * 1000 AS startedAtMs";

/** A server that works answers this at once, whatever else it does. */
const answerWithinMs = 8_000;

/**
 * When the server was started, by its own clock (Unix milliseconds, exact to a second).
 * @throws also when it does not answer within `withinMs`: whoever waits for a server that is stopped or cut off asks
 * again on a new connection, and is not held up by the old one when the server goes on.
 */
export async function startedAtMs({ client }: History, withinMs = answerWithinMs): Promise<number> {
  const abort_signal = AbortSignal.timeout(withinMs);
  const result = await client.query({ query: SQL, format: "JSONEachRow", abort_signal });
  const [row] = await result.json<{ startedAtMs: number | string }>();
  return Number(row?.startedAtMs ?? 0);
}
