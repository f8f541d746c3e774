import type { History } from "../connect.js";

const SQL = `
  SELECT DISTINCT event_seq
  FROM (
      SELECT event_seq FROM host_events WHERE event_seq >= {first:UInt64} AND event_seq <= {last:UInt64}
      UNION ALL
      SELECT event_seq FROM quarantined_events
      WHERE event_seq >= {first:UInt64} AND event_seq <= {last:UInt64} AND NOT startsWith(family, 'log/')
  )
  ORDER BY event_seq`;

/**
 * Which sequences of the stream of telemetry within a range (both ends included) have events in the history, quarantined ones among them; for
 * an insert whose outcome is in doubt. The log is one for all workspaces, and so is this.
 */
export async function eventPositions(
  { client }: History,
  range: { firstSeq: number; lastSeq: number },
): Promise<number[]> {
  const result = await client.query({
    query: SQL,
    query_params: { first: range.firstSeq, last: range.lastSeq },
    format: "JSONEachRow",
  });
  return (await result.json<{ event_seq: number }>()).map(({ event_seq }) => event_seq);
}
