import type { RequestHandler } from "express";
import { invalidInput } from "../../http/fast-api/errors.js";
import { fastApiQuery } from "../../http/fast-api/query.js";
import { rawBody } from "../../http/request-body.js";
import { parseRefresh } from "./parse-refresh.js";

/** What V6Direct's operations say of their queries: how many history samples one may ask for. */
export const v6DirectQuery: RequestHandler = fastApiQuery({ limit: { integer: { ge: 1, le: 60 } } });

/** Reads the body of a refresh as FastAPI does. Errors: 422 in FastAPI's shape, 413. */
export const fastApiRefreshBody: RequestHandler = (request, response, next) => {
  rawBody(request, response, (error?: unknown) => {
    if (error !== undefined) return next(error);
    const parsed = parseRefresh(request.body as Buffer, request.get("content-type"));
    if (!parsed.ok) return next(invalidInput(parsed.errors));
    request.body = parsed.value;
    next();
  });
};
