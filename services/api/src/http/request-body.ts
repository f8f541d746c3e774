import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { whyTooMuch } from "./json-bounds.js";
import { ProblemError } from "./problem.js";

/** The largest request body that is read, compressed or not. */
const bodyBytesMax = 64 * 1024;

const readRaw = express.raw({ type: () => true, limit: bodyBytesMax });

/**
 * Reads the body as bytes into `request.body` (an empty Buffer when there is none). Runs after authentication, so that
 * nobody without a key makes us read one. Errors: 413, 415 (an unknown content encoding), 400 (aborted, wrong length).
 */
export const rawBody: RequestHandler = (request, response, next) => {
  readRaw(request, response, (error?: unknown) => {
    if (error !== undefined) return next(toBodyError(error));
    if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
    next();
  });
};

/** Reads a JSON body into `request.body`. Errors: as {@link rawBody}, 415 for another media type, 400 for bad JSON. */
export const jsonBody: RequestHandler = (request: Request, response: Response, next: NextFunction) => {
  if (!request.is(["application/json", "application/*+json"]) && hasBody(request)) {
    const sent = request.get("content-type") ?? "no content type";
    return next(new ProblemError("unsupported-media-type", `Send application/json; this request has ${sent}.`));
  }
  rawBody(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    try {
      request.body = parseJson(request.body as Buffer);
      next();
    } catch (parseError) {
      next(parseError);
    }
  });
};

/** As {@link jsonBody}, but a request without a body has an empty object. */
export const optionalJsonBody: RequestHandler = (request, response, next) => {
  if (hasBody(request)) {
    jsonBody(request, response, next);
    return;
  }
  request.body = {};
  next();
};

/** A body as JSON, within bounds. Errors: 400. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new ProblemError("malformed-body", "A JSON body is needed; this request has none.");
  const text = bytes.toString("utf8");
  const tooMuch = whyTooMuch(text);
  if (tooMuch !== undefined) throw new ProblemError("malformed-body", `The body ${tooMuch}.`);
  try {
    return JSON.parse(text, refuseConversions);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError("malformed-body", `The body is not JSON: ${(error as Error).message}.`, { cause: error });
  }
}

/** The generated validation writes what it refuses as text, which an object with members of these names would end. */
function refuseConversions(name: string, value: unknown): unknown {
  if (name !== "toString" && name !== "valueOf") return value;
  throw new ProblemError("malformed-body", `The body has a member ${name}, which nothing here has.`);
}

function hasBody(request: Request): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

function toBodyError(error: unknown): ProblemError {
  const { type, message } = error as { type?: string; message?: string };
  if (type === "entity.too.large") {
    return new ProblemError("body-too-large", `The body may have up to ${bodyBytesMax} bytes.`, { cause: error });
  }
  if (type === "encoding.unsupported") {
    return new ProblemError("unsupported-media-type", message ?? "unsupported content encoding", { cause: error });
  }
  return new ProblemError("malformed-body", `The body could not be read: ${message ?? "unknown reason"}.`, {
    cause: error,
  });
}
