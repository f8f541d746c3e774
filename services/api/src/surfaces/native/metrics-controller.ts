import {
  Get,
  Middlewares,
  Path,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import type { MetricCatalogue, MetricSeries } from "./dto-metrics.js";
import { knownParameters } from "./known-parameters.js";
import { jsonOrCsv, sendCsvWhenAsked } from "./negotiate.js";
import { type MetricReadings, readMetric } from "./read-metric.js";
import type { CsvHeaders } from "./to-csv-headers.js";
import { toMetricDescriptions } from "./to-metrics.js";

@Route("api/v2")
@Tags("Metrics")
@Security("ApiKey", ["node:read"])
@Security("Bearer", ["node:read"])
@Security("Session", ["node:read"])
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(400, "A parameter has an invalid value")
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The key may not read nodes")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "It cannot be told now whose key it is")
export class MetricsController {
  constructor(private readonly readings: MetricReadings) {}

  /**
   * Lists every metric: name, unit, kind and attributes.
   * @summary Metric catalogue
   */
  @Get("metrics")
  @SuccessResponse(200, "The catalogue")
  async listMetrics(): Promise<MetricCatalogue> {
    return { metrics: toMetricDescriptions() };
  }

  /**
   * Returns statistics of one metric of one node, a point a step, with a summary of the whole range. Counters are
   * answered as rates per second; `increase` is what they grew by. Where closed hours, days or months are read, the answer
   * says their versions: late readings restate them. CSV (`Accept: text/csv`) has the points, and versions and
   * completeness in header fields.
   * @summary One metric over time
   * @param node Name of the node
   * @example node "web-1"
   * @param metric Name in the catalogue
   * @example metric "system.cpu.utilization"
   * @param from RFC 3339, Unix seconds or milliseconds, `now`, or relative to now as in `-1h`; an hour before `to` when absent
   * @example from "-1h"
   * @param to As `from`; now when absent
   * @example to "now"
   * @param step A duration such as `30s` or `5m`, or `range` for one point; chosen to suit the range when absent
   * @example step "1m"
   * @param stat `avg`, `min`, `max`, `last`, `sum`, `count`, `rate`, `increase` or a percentile such as `p95` or `p99.9`; several by repetition or commas; `avg` for gauges and `rate` for counters when absent
   * @example stat ["avg", "p95"]
   * @param asOf As `from`: answers what was known at that time, with the readings that had been received and the versions of closed hours and days that were current; `RETENTION_VERSIONS_DAYS` says how far back
   * @example asOf "-5m"
   * @param attribute Only this series, as `attribute` in the answer has it; several by repetition
   */
  @Get("nodes/{node}/metrics/{metric}")
  @Middlewares(jsonOrCsv)
  @SuccessResponse<CsvHeaders>(200, "The series", ["application/json", "text/csv"])
  @Response<Problem>(404, "Unknown node or metric")
  @Response<Problem>(406, "Neither JSON nor CSV is accepted")
  @Response<Problem>(503, "The history cannot be read")
  async readSeries(
    @Request() request: HttpRequest,
    @Path() node: string,
    @Path() metric: string,
    @Query() from?: string,
    @Query() to?: string,
    @Query() step?: string,
    @Query() stat?: string[],
    @Query() attribute?: string[],
    @Query() asOf?: string,
  ): Promise<MetricSeries> {
    const result = await readMetric(this.readings, node, metric, { from, to, step, stat, attribute, asOf });
    sendCsvWhenAsked(request, [result]);
    return result;
  }
}
