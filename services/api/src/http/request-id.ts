import type { NextFunction, Request, RequestHandler, Response } from "express";

/** What a client may send as `X-Request-Id`: short, and safe in a header and a log line. */
const saneRequestId = /^[A-Za-z0-9._:-]{1,128}$/;

/** Gives every request an id (the client's own when it is sane) and echoes it in `X-Request-Id`. */
export function requestIds(createId: () => string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    request.id = toRequestId(request.get("x-request-id"), createId);
    response.setHeader("X-Request-Id", String(request.id));
    next();
  };
}

/** The id of a request that came with this one, or with none: the client's own when it is sane. */
export function toRequestId(offered: string | string[] | undefined, createId: () => string): string {
  return typeof offered === "string" && saneRequestId.test(offered) ? offered : createId();
}

/** The id that {@link requestIds} gave to this request. */
export function requestIdOf(request: Request): string {
  return String(request.id);
}
