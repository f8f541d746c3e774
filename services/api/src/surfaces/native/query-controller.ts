import { Body, Middlewares, Post, Request, Response, Route, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type { SeriesQuery, SeriesQueryResult } from "./dto-metrics.js";
import { knownParameters } from "./known-parameters.js";
import { jsonOrCsv, sendCsvWhenAsked } from "./negotiate.js";
import { type MetricReadings, readQuery } from "./read-metric.js";

const problemType = "application/problem+json";

@Route("api/v2/query")
@Tags("Metrics")
@Middlewares(limited("native"), knownParameters)
export class QueryController {
  constructor(private readonly readings: MetricReadings) {}

  /**
   * Returns several metrics of several nodes over one range, in one answer.
   * @summary Many metrics of many nodes
   * @example query {"nodes": ["web-1"], "metrics": ["system.cpu.utilization", "system.network.io"], "from": "-1h", "step": "5m"}
   */
  @Post()
  @Middlewares(jsonOrCsv, jsonBody)
  @SuccessResponse(200, "The series", ["application/json", "text/csv"])
  @Response<Problem>(400, "The body has an invalid value", undefined, problemType)
  @Response<Problem>(401, "Missing or wrong key", undefined, problemType)
  @Response<Problem>(404, "Unknown node or metric", undefined, problemType)
  @Response<Problem>(406, "Neither JSON nor CSV is accepted", undefined, problemType)
  @Response<Problem>(413, "The body is over 64 KiB", undefined, problemType)
  @Response<Problem>(415, "The body is not JSON", undefined, problemType)
  @Response<Problem>(429, "Too many requests with this key", undefined, problemType)
  @Response<Problem>(503, "The history cannot be read", undefined, problemType)
  async query(@Request() request: HttpRequest, @Body() query: SeriesQuery): Promise<SeriesQueryResult> {
    const result = await readQuery(this.readings, query);
    sendCsvWhenAsked(request, result.results);
    return result;
  }
}
