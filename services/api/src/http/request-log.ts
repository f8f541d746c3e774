import type { IncomingMessage, ServerResponse } from "node:http";
import { type Logger, logInfoText } from "@statwire/runtime";
import { redactUrl } from "./redact-url.js";

/** Paths that are asked for every few seconds by machines and tell nothing when they succeed. */
const quietPaths: ReadonlySet<string> = new Set(["/livez", "/readyz", "/health"]);

/** A request as it came: what handlers rewrite later is not what is logged. */
export type LoggedRequest = IncomingMessage & { id?: unknown; originalUrl?: string };

/** What a line tells of a request. */
interface Told {
  id: unknown;
  method: string | undefined;
  /** Without any credential. */
  url: string;
  remoteAddress: string | undefined;
}

/** One log line per answered request, without any credential. */
export function requestLog(log: Logger): (request: LoggedRequest, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    logWhenAnswered(log, request, response, Date.now());
    next();
  };
}

/** Writes the line when the answer is sent, its connection closes or it fails, whichever is first. `startedAtMs`: when the request came. */
function logWhenAnswered(log: Logger, request: LoggedRequest, response: ServerResponse, startedAtMs: number): void {
  const { id, method, socket } = request;
  const url = request.originalUrl ?? request.url ?? "";
  const { remoteAddress } = socket;
  let isWritten = false;
  const write = (error?: Error) => {
    if (isWritten) return;
    isWritten = true;
    const { statusCode } = response;
    const hasFailed = error !== undefined || statusCode >= 500;
    const told = { id, method, url: redactUrl(url), remoteAddress };
    writeLine(log, levelOf(url, statusCode, hasFailed), told, { statusCode, startedAtMs, hasFailed });
  };
  if (response.destroyed) write();
  response.on("finish", write);
  response.on("close", write);
  response.on("error", write);
}

/** Writes the line of a request that is answered with 200 now. `startedAtMs`: when it came. */
export type AnsweredLog = (request: { id: string; remoteAddress: string | undefined }, startedAtMs: number) => void;

/** The same lines of requests with one URL, which has no credential in it, and the method GET. */
export function answeredLog(log: Logger, url: string): AnsweredLog {
  const method = "GET";
  const level = levelOf(url, 200, false);
  if (level !== "info") {
    return ({ id, remoteAddress }, startedAtMs) =>
      writeLine(log, level, { id, method, url, remoteAddress }, { statusCode: 200, startedAtMs, hasFailed: false });
  }
  const asked = `"method":"${method}","url":${JSON.stringify(url)}`;
  return ({ id, remoteAddress }, startedAtMs) => {
    const name = quoted(id);
    const from = remoteAddress === undefined ? "" : `,"remoteAddress":${quoted(remoteAddress)}`;
    const request = `,"requestId":${name},"req":{"id":${name},${asked}${from}}`;
    const answer = `,"res":{"statusCode":200},"responseTime":${Date.now() - startedAtMs}`;
    logInfoText(log, request + answer, answered);
  };
}

const needsNoEscape = /^[A-Za-z0-9._:-]*$/;

/** A string as JSON. */
function quoted(text: string): string {
  return needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text);
}

const answered = "request answered";

function writeLine(
  log: Logger,
  level: "debug" | "info" | "warn" | "error",
  told: Told,
  { statusCode, startedAtMs, hasFailed }: { statusCode: number; startedAtMs: number; hasFailed: boolean },
): void {
  log[level](
    {
      requestId: told.id,
      req: told,
      res: { statusCode },
      responseTime: Date.now() - startedAtMs,
    },
    // What failed is logged where the answer is made; here it would be a stack of this function.
    hasFailed ? "request failed" : answered,
  );
}

function levelOf(url: string, statusCode: number, hasFailed: boolean): "debug" | "info" | "warn" | "error" {
  if (statusCode === 503) return "warn";
  if (hasFailed) return "error";
  return statusCode < 400 && quietPaths.has(url.split("?", 1)[0] ?? "") ? "debug" : "info";
}
