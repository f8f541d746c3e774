import { logTextCharactersMax, logTextsMax } from "@statwire/history-store";
import type { StoredLine } from "@statwire/snapshot-store";
import type { Request } from "express";
import { callerOf } from "../../http/authentication.js";
import { invalidField, ProblemError } from "../../http/problem.js";
import type { LogEntry, LogReader } from "../../logs/log-reader.js";
import type { LogTails } from "../../logs/log-tails.js";
import type { LogList, LogPage } from "./dto-logs.js";
import { parseBound } from "./time-range.js";
import { toLogLine, toLogSummary } from "./to-logs.js";

export interface LogReadings {
  logs: Pick<LogReader, "list" | "page">;
  tails: Pick<LogTails, "serve">;
  /** Whether anything of the node is known beside its logs. */
  knowsNode(node: string): Promise<boolean>;
  now(): number;
}

export interface LogQuery {
  q: readonly string[] | undefined;
  from: string | undefined;
  to: string | undefined;
  limit: number;
  cursor: string | undefined;
}

/** How many names of logs a problem lists. */
const namedMax = 20;

/** The last instant that a line can have, in Unix milliseconds. */
const endOfTimeMs = Date.UTC(2299, 11, 31);

/** The logs of a node. Errors: unknown-node. */
export async function listLogs({ logs, knowsNode }: LogReadings, node: string): Promise<LogList> {
  const entries = await logs.list(node);
  if (entries.length === 0 && !(await knowsNode(node))) throw unknownNode(node);
  return { node, logs: entries.map(toLogSummary) };
}

/** A page of a log's lines. Errors: unknown-node, unknown-log, invalid-input naming the field. */
export async function readLog(readings: LogReadings, node: string, log: string, query: LogQuery): Promise<LogPage> {
  const texts = parseTexts(query.q ?? []);
  const nowMs = readings.now();
  const toMs = parseBound("to", query.to, nowMs) ?? endOfTimeMs;
  const fromMs = parseBound("from", query.from, nowMs) ?? 0;
  if (fromMs >= toMs) throw invalidField("from", "must be before to");
  const before = query.cursor === undefined ? undefined : fromCursor(query.cursor);
  const { totalLines } = await find(readings, node, log);
  const request = { node, log, fromMs, toMs, texts, limit: query.limit, ...(before !== undefined && { before }) };
  const lines = await readings.logs.page(request);
  const last = lines.at(-1);
  return {
    node,
    log,
    total_lines: totalLines,
    lines: lines.map(toLogLine),
    next_cursor: last !== undefined && lines.length === query.limit ? toCursor(last) : null,
  };
}

/**
 * Follows a log for the request's client until that leaves or the time is over. Errors: as `readLog`, and
 * too-many-tails; none once the first event is sent.
 */
export async function followLog(
  readings: LogReadings,
  request: Request,
  { node, log, ...more }: { node: string; log: string; sinceLine?: number; seconds?: number; lastEventId?: string },
): Promise<void> {
  const { res: response } = request;
  if (response === undefined) throw new Error("a request without its response");
  const { sinceLine, seconds } = more;
  const lastEventId = parseLastEventId(more.lastEventId);
  const { totalLines } = await find(readings, node, log);
  // A client that comes back repeats its address, which names the line that it began with.
  const begin = lastEventId ?? sinceLine ?? totalLines;
  if (request.method === "HEAD") {
    response.type("text/event-stream").end();
    return;
  }
  const forMs = seconds === undefined ? undefined : seconds * 1_000;
  const isAllowed = callerOf(request)?.isStillGood;
  await readings.tails.serve(response, { node, log, sinceLine: begin, forMs, isAllowed, toData: toLogLine });
}

async function find({ logs, knowsNode }: LogReadings, node: string, log: string): Promise<LogEntry> {
  const entries = await logs.list(node);
  const entry = entries.find((candidate) => candidate.log === log);
  if (entry !== undefined) return entry;
  if (entries.length === 0 && !(await knowsNode(node))) throw unknownNode(node);
  const names = entries.slice(0, namedMax).map((candidate) => candidate.log);
  const more = entries.length > namedMax ? ` and ${entries.length - namedMax} more` : "";
  const known = names.length === 0 ? "it has none" : `it has ${names.join(", ")}${more}`;
  const message = `node "${node}" has no log "${log}"; ${known}`;
  throw new ProblemError("unknown-log", `log: ${message}`, { errors: [{ field: "log", message }] });
}

function unknownNode(node: string): ProblemError {
  const message = `no node "${node}" has reported; GET /api/v2/nodes lists them`;
  return new ProblemError("unknown-node", `node: ${message}`, { errors: [{ field: "node", message }] });
}

function parseTexts(texts: readonly string[]): readonly string[] {
  if (texts.length > logTextsMax) throw invalidField("q", `at most ${logTextsMax} at once`);
  for (const text of texts) {
    if (text === "") throw invalidField("q", "must not be empty");
    if (text.length > logTextCharactersMax) throw invalidField("q", `at most ${logTextCharactersMax} characters`);
  }
  return texts;
}

/** Opaque to clients: the last line of the page, so that pages stay right while lines come. */
export function toCursor({ atMs, line }: Pick<StoredLine, "atMs" | "line">): string {
  return Buffer.from(`before:${atMs}:${line}`, "utf8").toString("base64url");
}

function fromCursor(cursor: string): { atMs: number; line: number } {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const [, atMs, line] = (/^before:(\d{1,15}):(\d{1,15})$/.exec(text) ?? []).map(Number);
  if (atMs === undefined || line === undefined || toCursor({ atMs, line }) !== cursor) {
    throw invalidField("cursor", "is not a next_cursor of this API");
  }
  return { atMs, line };
}

function parseLastEventId(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalidField("Last-Event-ID", "expected the id of an event of this log");
  return Number(text);
}
