import type { Logger } from "@statwire/runtime";
import { ValidateError } from "@tsoa/runtime";
import type { ErrorRequestHandler, Request, Response } from "express";
import { dashmonError } from "../surfaces/dashmon/errors.js";
import { serverError } from "../surfaces/dashpad/errors.js";
import { toNezhaError } from "../surfaces/nezha/errors.js";
import { Answer } from "./answer.js";
import { detail } from "./fast-api/errors.js";
import { toInvalidInput } from "./invalid-input.js";
import { ProblemError, toProblem } from "./problem.js";
import { redactUrl } from "./redact-url.js";
import { requestIdOf } from "./request-id.js";
import { type Surface, surfaceOf } from "./surface.js";

/** What an answer says of the request. */
export interface FailedRequest {
  path: string;
  /** As `requestIds` has given it. */
  id?: unknown;
}

/** How each surface shows an error that is not in its own shape yet. */
const shapes: Record<Surface, (error: ProblemError, request: FailedRequest) => Answer> = {
  native: (error, request) =>
    new Answer(error.status, toProblem(error, { path: request.path, requestId: String(request.id) }), {
      ...error.headers,
      "Content-Type": "application/problem+json",
    }),
  v6direct: (error) => detail(error.status, error.message, error.headers),
  dashpad: (error) => (error.status === 500 ? serverError() : detail(error.status, error.message, error.headers)),
  nezha: (error, request) => toNezhaError(error, request.path),
  dashmon: dashmonError,
  peekaping: (error) => new Answer(error.status, { message: error.message, data: null }, error.headers),
};

/** The last error handler: every failure becomes one answer in the shape of the path's surface. */
export function renderErrors(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const answer = thrown instanceof Answer ? thrown : toAnswer(toProblemError(thrown), request);
    if (!(thrown instanceof Answer)) logFailure(log, request, thrown, answer.status);
    try {
      sendAnswer(response, answer);
    } catch (unsendable) {
      logFailure(log, request, unsendable, 500);
      sendAnswer(response, toAnswer(toProblemError(unsendable), request));
    }
  };
}

/** A failure of ours is for a person to fix; a part that is away comes back by itself. */
function logFailure(log: Logger, request: Request, thrown: unknown, status: number): void {
  const fields = { requestId: requestIdOf(request), path: redactUrl(request.path) };
  if (status === 503)
    log.warn({ ...fields, reason: String((thrown as Error).cause ?? thrown) }, "request not answerable");
  else if (status >= 500) log.error({ ...fields, err: thrown }, "request failed");
}

/** Sends an answer as it is. */
export function sendAnswer(response: Response, answer: Answer): void {
  // Before anything else is said: a body that cannot be written must leave no half of an answer behind.
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const type = answer.headers["Content-Type"] ?? (typeof answer.body === "string" ? "text/plain" : "application/json");
  response.status(answer.status).set(answer.headers).type(type).send(text);
}

function toAnswer(error: ProblemError, request: FailedRequest): Answer {
  return toAnswerOf(surfaceOf(request.path), error, request);
}

/** An error in the shape of a surface. */
export function toAnswerOf(surface: Surface, error: ProblemError, request: FailedRequest): Answer {
  return shapes[surface](error, request);
}

/** What was thrown, as a problem; whatever is not known is our fault and says nothing of the inside. */
export function toProblemError(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof ValidateError) return toInvalidInput(thrown.fields);
  const status = statusOf(thrown);
  if (status === 400) return new ProblemError("malformed-request", "The path has a malformed percent escape.");
  return new ProblemError(
    "internal-error",
    "The request could not be answered. Try again, or give the request_id to the operator.",
    {
      cause: thrown,
    },
  );
}

/** Express and its body parsers put a `status` on the errors that are the client's. */
function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== "object" || thrown === null || !("status" in thrown)) return undefined;
  return typeof thrown.status === "number" ? thrown.status : undefined;
}
