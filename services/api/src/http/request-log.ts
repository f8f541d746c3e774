import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "@statwire/runtime";
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
  if (response.closed) write();
  response.on("finish", write);
  response.on("close", write);
  response.on("error", write);
}

/** Writes the same line of a request that was answered with 200 just now. `startedAtMs`: when it came. */
export function logAnswered(log: Logger, told: Told, startedAtMs: number): void {
  writeLine(log, levelOf(told.url, 200, false), told, { statusCode: 200, startedAtMs, hasFailed: false });
}

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
    hasFailed ? "request failed" : "request answered",
  );
}

function levelOf(url: string, statusCode: number, hasFailed: boolean): "debug" | "info" | "warn" | "error" {
  if (statusCode === 503) return "warn";
  if (hasFailed) return "error";
  return statusCode < 400 && quietPaths.has(url.split("?", 1)[0] ?? "") ? "debug" : "info";
}
