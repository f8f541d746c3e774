import type { NextFunction, Request, RequestHandler, Response } from "express";
import { ProblemError } from "../../http/problem.js";
import { parseJson, rawBody } from "../../http/request-body.js";

/**
 * Reads a JSON object as the original does: whatever media type is said, members by their names in any case, unknown ones passed over,
 * null as if it were absent. Errors: 400, 413, 415 (an unknown content encoding).
 */
export function form(...names: string[]): RequestHandler {
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  return jsonOf((value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new ProblemError("malformed-body", "The body is not an object.");
    }
    const members = Object.entries(value).flatMap(([name, member]) => {
      const known = byLowerCase.get(name.toLowerCase());
      return known === undefined || member === null ? [] : [[known, member] as const];
    });
    return Object.fromEntries(members);
  });
}

/** Reads a JSON list in the same way. */
export const list: RequestHandler = jsonOf((value) => {
  if (Array.isArray(value)) return value;
  throw new ProblemError("malformed-body", "The body is not a list.");
});

function jsonOf(shape: (value: unknown) => unknown): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    rawBody(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      try {
        request.body = shape(parseJson(request.body as Buffer));
        next();
      } catch (failure) {
        next(failure);
      }
    });
  };
}
