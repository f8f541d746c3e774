import { Get, Middlewares, Path, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type { DashPad } from "./dashpad.js";
import type { DashPadMetric, DashPadMetrics, QueriedMetric, ServerError } from "./dto.js";
import { dashPadQuery } from "./validation.js";

@Route("/")
@Tags("DashPad")
@Security("DashPadKey", ["node:read"])
@Security("BearerAuth", ["node:read"])
@Security("APIKeyQuery", ["node:read"])
@Response<ErrorDetail>(401, "Missing or wrong key")
@Response<ErrorDetail>(403, "The key may not do that with nodes")
@Response<ErrorDetail>(404, "Unknown node, metric or source")
@Response<ErrorDetail>(429, "Over 3000 requests in a minute")
@Response<ErrorDetail>(503, "Nothing was reported yet, or the node cannot be reached")
@Response<ServerError>(500, "Something failed on our side")
export class DashPadMetricsController {
  constructor(private readonly dashPad: DashPad) {}

  /**
   * Every enabled metric, the last lines of every log, scheduled tasks and alerts: what a dashboard polls.
   * @summary Everything at once
   * @param node Name of the node; the default node when absent
   */
  @Get("metrics")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The latest readings")
  dashPadMetrics(@Query() node?: string): Promise<DashPadMetrics> {
    return this.dashPad.metrics(node);
  }

  /**
   * One metric.
   * @summary A specific metric
   * @param metricName `cpu_usage`, `ram_usage` or `system_uptime`
   * @example metricName "cpu_usage"
   * @param node Name of the node; the default node when absent
   */
  @Get("metrics/{metric_name}")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The latest reading")
  dashPadMetric(@Path("metric_name") metricName: string, @Query() node?: string): Promise<DashPadMetric> {
    return this.dashPad.metric(metricName, node);
  }

  /**
   * Has the node read one metric from one source now, whatever the order of its sources.
   * @summary Query a source
   * @param source `direct`, `netdata` or `systeminformation`
   * @example source "direct"
   * @param metric As in `/metrics/{metric_name}`
   * @example metric "ram_usage"
   * @param node Name of the node; the default node when absent
   */
  @Get("query/{source}/{metric}")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The reading")
  queryMetric(@Path() source: string, @Path() metric: string, @Query() node?: string): Promise<QueriedMetric> {
    return this.dashPad.query(source, metric, node);
  }
}
