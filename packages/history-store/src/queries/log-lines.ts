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

/**
 * Lines of a log, newest first by their time, then by their number. Texts are found in any case; a rare one without
 * reading every line (`text_ngrams` of 0010), from three characters on. Gives up after 30 s.
 * @throws RangeError for a limit or texts beyond what one query takes.
 */
export async function logLines({ client }: History, request: LogLinesRequest): Promise<HistoricLine[]> {
  const { texts, before, ...parameters } = request;
  const { limit } = request;
  if (!(limit >= 1 && limit <= logLinesMax)) throw new RangeError(`limit must be from 1 to ${logLinesMax}`);
  if (texts.length > logTextsMax || texts.some((text) => text.length > logTextCharactersMax)) {
    throw new RangeError(`at most ${logTextsMax} texts of ${logTextCharactersMax} characters`);
  }
  const { conditions, texts: textParameters } = holding(texts);
  const result = await client.query({
    query: `${SQL}${conditions}\n  ${ORDER}`,
    query_params: {
      ...parameters,
      beforeAtMs: before?.atMs ?? request.toMs,
      beforeLine: before?.line ?? 0,
      ...textParameters,
    },
    format: "JSONEachRow",
    // Whoever asked has gone by then; without a bound a rare text in a long log would go on being looked for.
    clickhouse_settings: { max_execution_time: 30 },
  });
  return result.json<HistoricLine>();
}

/** Conditions on a line that holds every text in any case, and their parameters. */
function holding(texts: readonly string[]): { conditions: string; texts: Record<string, string> } {
  const parameters: Record<string, string> = {};
  const parameter = (text: string) => {
    const name = `text${Object.keys(parameters).length}`;
    parameters[name] = text;
    return `{${name}:String}`;
  };
  const conditions = texts.flatMap((text) => [
    // What is ASCII in the text, by the expression of the filter; then it is cheap to find, too.
    ...(text.match(/\p{ASCII}+/gu) ?? []).map((part) => `lower(text) LIKE lower(${parameter(toPattern(part))})`),
    ...(isAscii(text) ? [] : [`positionCaseInsensitiveUTF8(text, ${parameter(text)}) > 0`]),
  ]);
  return { conditions: conditions.map((condition) => `\n    AND ${condition}`).join(""), texts: parameters };
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** A pattern for LIKE that holds the text itself: what has a meaning there loses it. */
function toPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}
