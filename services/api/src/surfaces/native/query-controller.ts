import { Body, Middlewares, Post, Request, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type { SeriesQuery, SeriesQueryResult } from "./dto-metrics.js";
import { knownParameters } from "./known-parameters.js";
import { jsonOrCsv, sendCsvWhenAsked } from "./negotiate.js";
import { type MetricReadings, readQuery } from "./read-metric.js";
import type { CsvHeaders } from "./to-csv-headers.js";

@Route("api/v2/query")
@Tags("Metrics")
@Security("ApiKey", ["node:read"])
@Security("Bearer", ["node:read"])
@Security("Session", ["node:read"])
@Middlewares(limited("native"), knownParameters)
export class QueryController {
  constructor(private readonly readings: MetricReadings) {}

  /**
   * Returns several metrics of several nodes over one range, in one answer. CSV (`Accept: text/csv`) has the points, and
   * versions and completeness of all together in header fields.
   * @summary Many metrics of many nodes
   * @example body {"nodes": ["web-1"], "metrics": ["system.cpu.utilization", "system.network.io"], "from": "-1h", "step": "5m"}
   */
  @Post()
  @Middlewares(jsonOrCsv, jsonBody)
  @SuccessResponse<CsvHeaders>(200, "The series", ["application/json", "text/csv"])
  @Response<Problem>(400, "The body has an invalid value")
  @Response<Problem>(401, "Missing or wrong key")
  @Response<Problem>(403, "The key may not read nodes")
  @Response<Problem>(404, "Unknown node or metric")
  @Response<Problem>(406, "Neither JSON nor CSV is accepted")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(429, "Too many requests with this key")
  @Response<Problem>(503, "The history cannot be read")
  async query(@Request() request: HttpRequest, @Body() body: SeriesQuery): Promise<SeriesQueryResult> {
    const result = await readQuery(this.readings, body);
    sendCsvWhenAsked(request, result.results);
    return result;
  }
}
