import type { History } from "../connect.js";
import type { EventName } from "./event-name.js";

/** An event as the history has it. */
export interface StoredEvent {
  bootId: number;
  /** The message in the stream of telemetry, and which of its events. */
  eventSeq: number;
  eventIndex: number;
  /** Unix milliseconds. */
  observedAtMs: number;
  receivedAtMs: number;
  /** Why it is among the quarantined events, and in no typed table; empty otherwise. */
  quarantined: string;
}

/** So many rows of one number are answered, of the newest runs. */
const rowsMax = 100;

const SQL = `
  SELECT * FROM (
      SELECT boot_id AS bootId, event_seq AS eventSeq, event_index AS eventIndex,
          toUnixTimestamp64Milli(observed_at) AS observedAtMs, toUnixTimestamp64Milli(received_at) AS receivedAtMs,
          '' AS quarantined
      FROM host_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
          AND sequence = {sequence:UInt64} AND ({bootId:UInt64} = 0 OR boot_id = {bootId:UInt64})
      UNION ALL
      SELECT boot_id AS bootId, event_seq AS eventSeq, event_index AS eventIndex,
          observed_at_ms AS observedAtMs, toUnixTimestamp64Milli(received_at) AS receivedAtMs, toString(reason) AS quarantined
      FROM quarantined_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
          AND sequence = {sequence:UInt64} AND ({bootId:UInt64} = 0 OR boot_id = {bootId:UInt64})
  )
  ORDER BY bootId DESC, eventSeq, eventIndex LIMIT ${rowsMax}`;

/** The rows of one number of a family, of every run or of one; the newest run first. One row, or the event is doubled. */
export async function storedEvent({ client }: History, { bootId = 0, ...name }: EventName): Promise<StoredEvent[]> {
  const result = await client.query({ query: SQL, query_params: { ...name, bootId }, format: "JSONEachRow" });
  return result.json<StoredEvent>();
}
