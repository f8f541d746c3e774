import type { History } from "../connect.js";
import type { EventName } from "./event-name.js";

/** The last thing that was reported of an event's number. */
export interface ReportOfEvent {
  event: string;
  /** When it was found out, Unix milliseconds. */
  observedAtMs: number;
}

const SQL = `
  SELECT event, toUnixTimestamp64Milli(observed_at) AS observedAtMs FROM integrity_events
  WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
      AND event IN ('GapDetected', 'GapHealed')
      AND first_sequence <= {sequence:UInt64} AND last_sequence >= {sequence:UInt64}
      AND ({bootId:UInt64} = 0 OR boot_id = {bootId:UInt64})
  ORDER BY received_at DESC, event_seq DESC LIMIT 1`;

/** What the watch for gaps has reported of a number last; undefined for nothing. */
export async function reportOfEvent(
  { client }: History,
  { bootId = 0, ...name }: EventName,
): Promise<ReportOfEvent | undefined> {
  const result = await client.query({ query: SQL, query_params: { ...name, bootId }, format: "JSONEachRow" });
  return (await result.json<ReportOfEvent>())[0];
}
