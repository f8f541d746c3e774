import type { IncomingMessage } from "node:http";
import type { NextFunction, Request, RequestHandler, Response } from "express";

/** What a client may send as `X-Request-Id`: short, and safe in a header and a log line. */
const saneRequestId = /^[A-Za-z0-9._:-]{1,128}$/;

/** A request that has got its id. */
export type Identified = IncomingMessage & { id?: string };

/** Gives every request an id (the client's own when it is sane) and echoes it in `X-Request-Id`. */
export function requestIds(createId: () => string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    response.setHeader("X-Request-Id", giveRequestId(request, createId));
    next();
  };
}

/** The id of a request that came with this one, or with none: the client's own when it is sane. */
export function toRequestId(offered: string | string[] | undefined, createId: () => string): string {
  return typeof offered === "string" && saneRequestId.test(offered) ? offered : createId();
}

/** Gives a request its id. */
export function giveRequestId(request: Identified, createId: () => string): string {
  request.id = toRequestId(request.headers["x-request-id"], createId);
  return request.id;
}

/** The id that {@link requestIds} gave to this request. */
export function requestIdOf(request: Identified): string {
  return String(request.id);
}
