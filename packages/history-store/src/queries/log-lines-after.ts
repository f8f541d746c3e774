import type { History } from "../connect.js";
import { type HistoricLine, logLinesMax } from "./log-lines.js";

/** How far beyond the limit numbers are looked at: they have holes. */
const reachFactor = 10;

const SQL = `
  SELECT line, toUnixTimestamp64Milli(at) AS atMs, text, severity, origin, truncated
  FROM log_lines
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {log:String}
    AND line > {after:UInt64} AND line <= {last:UInt64}
  ORDER BY line, at DESC LIMIT 1 BY line LIMIT {limit:UInt32}`;

const NEXT = `
  SELECT min(line) AS first FROM log_lines
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {log:String} AND line > {after:UInt64}`;

/**
 * The first lines with a number above `sinceLine`, by number, each number once: for who follows a log. Empty when there
 * are none.
 * @throws RangeError for a limit that is not from 1 to `logLinesMax`.
 */
export async function logLinesAfter(
  history: History,
  { sinceLine, limit, ...name }: { workspace: string; node: string; log: string; sinceLine: number; limit: number },
): Promise<HistoricLine[]> {
  if (!(limit >= 1 && limit <= logLinesMax)) throw new RangeError(`limit must be from 1 to ${logLinesMax}`);
  const read = <Row>(query: string, parameters: Record<string, number>) =>
    history.client
      .query({ query, query_params: { ...name, ...parameters }, format: "JSONEachRow" })
      .then((result) => result.json<Row>());
  const within = (after: number) => read<HistoricLine>(SQL, { after, last: after + limit * reachFactor, limit });
  const found = await within(sinceLine);
  if (found.length > 0) return found;
  // A hole as wide as that, or the end.
  const [next] = await read<{ first: number }>(NEXT, { after: sinceLine });
  return next === undefined || next.first === 0 ? [] : within(next.first - 1);
}
