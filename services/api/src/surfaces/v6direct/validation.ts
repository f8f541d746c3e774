import type { Request, RequestHandler } from "express";
import { rawBody } from "../../http/request-body.js";
import { type FastApiError, invalidV6DirectInput } from "./errors.js";
import { laxInteger } from "./lax-values.js";
import { parseRefresh } from "./parse-refresh.js";

/** How many history samples one may ask for. */
const historyLimit = { ge: 1, le: 60 };

/**
 * Reads the query as FastAPI does: the last of repeated parameters counts, `limit` is a lax integer. Runs before the
 * rate limit, because what is refused here costs nothing. Errors: 422 in FastAPI's shape.
 */
export const fastApiQuery: RequestHandler = (request, _response, next) => {
  const query: Record<string, unknown> = {};
  const errors: FastApiError[] = [];
  for (const [name, raw] of Object.entries(request.query)) {
    const text = String(Array.isArray(raw) ? raw.at(-1) : raw);
    if (name !== "limit") query[name] = text;
    else {
      const limit = laxInteger(text, ["query", "limit"], historyLimit);
      if (limit.ok) query.limit = limit.value;
      else errors.push(limit.error);
    }
  }
  if (errors.length > 0) return next(invalidV6DirectInput(errors));
  replaceQuery(request, query);
  next();
};

/** Reads the body of a refresh as FastAPI does. Errors: 422 in FastAPI's shape, 413. */
export const fastApiRefreshBody: RequestHandler = (request, response, next) => {
  rawBody(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    const parsed = parseRefresh(request.body as Buffer, request.get("content-type"));
    if (!parsed.ok) return next(invalidV6DirectInput(parsed.errors));
    request.body = parsed.value;
    next();
  });
};

/** Express 5 parses the query anew at each access: an own property holds what was validated. */
function replaceQuery(request: Request, query: Record<string, unknown>): void {
  Object.defineProperty(request, "query", { value: query, configurable: true });
}
