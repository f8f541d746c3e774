import type { History } from "../connect.js";

/** A line of a log as the history has it. */
export interface StoredLogLine {
  /** The message in the stream of logs. */
  eventSeq: number;
  /** Unix milliseconds. */
  atMs: number;
  receivedAtMs: number;
}

/** Lines that were given up, and why. */
export interface GivenUpLines {
  /** Numbers, both included. */
  first: number;
  last: number;
  why: string;
  atMs: number;
}

export interface LineName {
  workspace: string;
  node: string;
  log: string;
  line: number;
}

const rowsMax = 100;

const LINES = `
  SELECT event_seq AS eventSeq, toUnixTimestamp64Milli(at) AS atMs, toUnixTimestamp64Milli(received_at) AS receivedAtMs
  FROM log_lines
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {log:String} AND line = {line:UInt64}
  ORDER BY event_seq DESC LIMIT ${rowsMax}`;

const GIVEN_UP = `
  SELECT before_line - dropped_lines AS first, before_line - 1 AS last, why, toUnixTimestamp64Milli(at) AS atMs
  FROM log_drops
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {log:String}
      AND before_line > {line:UInt64} AND before_line - dropped_lines <= {line:UInt64} AND dropped_lines < before_line
  ORDER BY received_at DESC LIMIT 1`;

/** The rows of a line's number, newest first, and whether the collector had given that number up. */
export async function storedLine(
  { client }: History,
  name: LineName,
): Promise<{ rows: StoredLogLine[]; givenUp: GivenUpLines | undefined }> {
  const read = async <Row>(query: string) =>
    (await client.query({ query, query_params: { ...name }, format: "JSONEachRow" })).json<Row>();
  const [rows, givenUp] = await Promise.all([read<StoredLogLine>(LINES), read<GivenUpLines>(GIVEN_UP)]);
  return { rows, givenUp: givenUp[0] };
}
