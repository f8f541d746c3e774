import type { Request, RequestHandler } from "express";
import { ProblemError } from "../../http/problem.js";
import type { MetricSeries } from "./dto-metrics.js";
import { toCsv } from "./to-csv.js";
import { toCsvHeaders } from "./to-csv-headers.js";

const offered = ["application/json", "text/csv"];

/** Refuses requests that accept neither JSON nor CSV. Errors: not-acceptable. */
export const jsonOrCsv: RequestHandler = (request, response, next) => {
  response.vary("Accept");
  if (request.accepts(offered) !== false) return next();
  next(new ProblemError("not-acceptable", `Accept must allow ${offered.join(" or ")}.`));
};

/** Answers with CSV when the client prefers it; otherwise leaves the answer to the controller. */
export function sendCsvWhenAsked(request: Request, results: readonly MetricSeries[]): void {
  if (request.accepts(offered) !== "text/csv") return;
  request.res?.type("text/csv").set(toCsvHeaders(results)).send(toCsv(results));
}
