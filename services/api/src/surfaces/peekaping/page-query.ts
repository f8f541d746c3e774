import type { RequestHandler } from "express";
import { peekapingError } from "./errors.js";

/** Which part of a list is asked for. */
export interface Page {
  /** From 0. */
  page: number;
  limit: number;
}

/** Lists have so many entries when nothing is said. */
export const pageEntries = 10;

/** For `@Middlewares`: refuses what is no part of a list, before the generated validation does so in its own words. Errors: 400. */
export const pageQuery: RequestHandler = (request, _response, next) => {
  const { page, limit } = request.query;
  if (!isWholeNumber(page, 0)) return next(peekapingError(400, "Invalid page parameter"));
  if (!isWholeNumber(limit, 1)) return next(peekapingError(400, "Invalid limit parameter"));
  next();
};

/** The entries of a page; there are none beyond the last. */
export function entriesOf<Entry>(entries: readonly Entry[], { page, limit }: Page): Entry[] {
  return entries.slice(page * limit, (page + 1) * limit);
}

function isWholeNumber(text: unknown, least: number): boolean {
  return text === undefined || (typeof text === "string" && /^\d{1,9}$/.test(text) && Number(text) >= least);
}
