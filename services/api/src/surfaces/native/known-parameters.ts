import type { Request, RequestHandler } from "express";
import { contextOf } from "../../http/context.js";
import { invalidField, type ProblemError } from "../../http/problem.js";

/**
 * Refuses query parameters that the operation does not document, so that a misspelt one is not silently ignored, and
 * repeated ones where one value is expected. Errors: invalid-input naming the parameter.
 */
export const knownParameters: RequestHandler = (request, _response, next) => {
  next(refusal(request));
};

function refusal(request: Request): ProblemError | undefined {
  const known = contextOf(request).routes.queryParameters(request.method, request.path);
  for (const [name, value] of Object.entries(request.query)) {
    const parameter = known.get(name);
    if (parameter === undefined) {
      const names = [...known.keys()];
      return invalidField(
        name,
        names.length === 0 ? "no parameter is expected" : `unknown parameter; known are ${names.join(", ")}`,
      );
    }
    if (Array.isArray(value) && !parameter.repeats) return invalidField(name, "may be given once");
  }
  return undefined;
}
