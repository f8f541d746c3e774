import type { NextFunction, Request, RequestHandler, Response } from "express";

/**
 * One handler that runs several in order, each when the one before it says next, as a router of Express would: what is thrown, rejected or
 * handed to `next` ends the row. Each layer of a router costs its match, a copy of what was matched and three closures: 3 µs of the
 * processor for each request, which a hundred handlers on the way of a read made a third of it.
 */
export function inOrder(handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => runFrom(handlers, 0, { request, response, next });
}

interface Exchange {
  request: Request;
  response: Response;
  /** What comes after the last handler, or after a failure. */
  next: NextFunction;
}

function runFrom(handlers: readonly RequestHandler[], index: number, exchange: Exchange): void {
  const handler = handlers[index];
  if (handler === undefined) {
    exchange.next();
    return;
  }
  const next = (error?: unknown): void => {
    if (error) exchange.next(error);
    else runFrom(handlers, index + 1, exchange);
  };
  try {
    const result: unknown = handler(exchange.request, exchange.response, next);
    if (result instanceof Promise) {
      result.catch((error: unknown) => next(error || new Error("a handler was rejected without a reason")));
    }
  } catch (error) {
    next(error);
  }
}
