import type { History } from "../connect.js";

/** The most lines that one query answers. */
export const logLinesMax = 1_000;

/** The most texts that a line is asked to hold, and the longest of them. */
export const logTextsMax = 10;
export const logTextCharactersMax = 256;

/** One stored line. */
export interface HistoricLine {
  line: number;
  atMs: number;
  text: string;
  /** Syslog severity plus one (1 emergency … 8 debug); 0 where it is not known. */
  severity: number;
  /** The unit or identifier that wrote it; empty where it is not known. */
  origin: string;
  truncated: boolean;
}

export interface LogLinesRequest {
  workspace: string;
  node: string;
  log: string;
  /** Half-open, Unix milliseconds. */
  fromMs: number;
  toMs: number;
  /** Each must be in the line, in whatever case. */
  texts: readonly string[];
  /** Only lines before this one, in the order of the answer. */
  before?: { atMs: number; line: number };
  limit: number;
}

const SQL = `
  SELECT line, toUnixTimestamp64Milli(at) AS atMs, text, severity, origin, truncated
  FROM log_lines
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {log:String}
    AND at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
    AND at <= fromUnixTimestamp64Milli({beforeAtMs:Int64}, 'UTC')
    AND (at < fromUnixTimestamp64Milli({beforeAtMs:Int64}, 'UTC') OR line < {beforeLine:UInt64})`;

const ORDER = "ORDER BY at DESC, line DESC LIMIT {limit:UInt32}";

/** A text that is in the line in any case, by the same expression that the filter of the table has. */
const containsText = (index: number) => `lowerUTF8(text) LIKE lowerUTF8({text${index}:String})`;

/**
 * Lines of a log, newest first by their time, then by their number. Texts are found in any case; a rare one without
 * reading every line (`text_ngrams` of 0010), from three characters on.
 * @throws RangeError for a limit or texts beyond what one query takes.
 */
export async function logLines({ client }: History, request: LogLinesRequest): Promise<HistoricLine[]> {
  const { texts, before, ...parameters } = request;
  const { limit } = request;
  if (!(limit >= 1 && limit <= logLinesMax)) throw new RangeError(`limit must be from 1 to ${logLinesMax}`);
  if (texts.length > logTextsMax || texts.some((text) => text.length > logTextCharactersMax)) {
    throw new RangeError(`at most ${logTextsMax} texts of ${logTextCharactersMax} characters`);
  }
  const conditions = texts.map((_, index) => `\n    AND ${containsText(index)}`).join("");
  const patterns = texts.map((text, index) => [`text${index}`, toPattern(text)]);
  const result = await client.query({
    query: `${SQL}${conditions}\n  ${ORDER}`,
    query_params: {
      ...parameters,
      beforeAtMs: before?.atMs ?? request.toMs,
      beforeLine: before?.line ?? 0,
      ...Object.fromEntries(patterns),
    },
    format: "JSONEachRow",
  });
  return result.json<HistoricLine>();
}

/** A pattern for LIKE that holds the text itself: what has a meaning there loses it. */
function toPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}
