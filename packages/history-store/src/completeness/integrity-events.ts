import type { History } from "../connect.js";
import type { SequenceGap } from "./sequence-gaps.js";

/** What was reported of some numbers of a line. */
export interface IntegrityEvent {
  event: "GapDetected" | "GapHealed";
  gap: SequenceGap;
}

const eventsMax = 100_000;

const SQL = `
  SELECT event, workspace, node, family, boot_id AS bootId, first_sequence AS first, last_sequence AS last,
      toUnixTimestamp64Milli(after) AS afterMs, toUnixTimestamp64Milli(before) AS beforeMs,
      toUnixTimestamp64Milli(observed_at) AS visibleAtMs
  FROM (
      SELECT * FROM integrity_events
      WHERE event IN ('GapDetected', 'GapHealed') AND before >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
      ORDER BY received_at DESC, event_seq DESC, event_index DESC LIMIT ${eventsMax}
  )
  ORDER BY received_at, event_seq, event_index`;

/** What was reported of events observed since a time, in the order of the reports; of very many the latest. */
export async function integrityEvents({ client }: History, sinceMs: number): Promise<IntegrityEvent[]> {
  const result = await client.query({ query: SQL, query_params: { sinceMs }, format: "JSONEachRow" });
  const rows = await result.json<SequenceGap & Pick<IntegrityEvent, "event">>();
  return rows.map(({ event, ...gap }) => ({ event, gap }));
}
