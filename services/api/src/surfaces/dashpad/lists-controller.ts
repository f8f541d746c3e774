import { Get, Middlewares, Path, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail, HTTPValidationError } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type { DashPad } from "./dashpad.js";
import type { CronTasks, DashPadLog, DashPadLogs, NetdataAlerts, ServerError } from "./dto.js";
import { dashPadLogQuery, dashPadQuery } from "./validation.js";

@Route("/")
@Tags("DashPad")
@Security("DashPadKey", ["node:read"])
@Security("BearerAuth", ["node:read"])
@Security("APIKeyQuery", ["node:read"])
@Response<ErrorDetail>(401, "Missing or wrong key")
@Response<ErrorDetail>(403, "The key may not do that with nodes")
@Response<ErrorDetail>(404, "Unknown node or log")
@Response<ErrorDetail>(429, "Over 3000 requests in a minute")
@Response<ErrorDetail>(503, "No node has reported yet, or its logs cannot be read now")
@Response<ServerError>(500, "Something failed on our side")
export class DashPadListsController {
  constructor(private readonly dashPad: DashPad) {}

  /**
   * The last lines of every log, by their numbers.
   * @summary All logs
   * @param node Name of the node; the default node when absent
   */
  @Get("logs")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The lines")
  dashPadLogs(@Query() node?: string): Promise<DashPadLogs> {
    return this.dashPad.logs(node);
  }

  /**
   * The last lines of one log, or those after a number.
   * @summary A specific log
   * @param logName Name of the log; a slash in it is written %2F
   * @example logName "syslog"
   * @param sinceLine Number of the last line that is known: only higher ones are answered
   * @isInt sinceLine
   * @example sinceLine 0
   * @param node Name of the node; the default node when absent
   */
  @Get("logs/{log_name}")
  @Middlewares(dashPadLogQuery, limited("dashpad"))
  @SuccessResponse(200, "The lines")
  @Response<HTTPValidationError>(422, "Validation error")
  dashPadLog(
    @Path("log_name") logName: string,
    @Query("since_line") sinceLine?: number,
    @Query() node?: string,
  ): Promise<DashPadLog> {
    return this.dashPad.log(logName, sinceLine, node);
  }

  /**
   * What will run on the node by itself, the soonest first.
   * @summary Scheduled tasks
   * @param node Name of the node; the default node when absent
   */
  @Get("cron_tasks")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The tasks")
  cronTasks(@Query() node?: string): Promise<CronTasks> {
    return this.dashPad.cronTasks(node);
  }

  /**
   * What Netdata on the node complains of.
   * @summary Active alerts
   * @param node Name of the node; the default node when absent
   */
  @Get("alerts/netdata")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The alerts")
  netdataAlerts(@Query() node?: string): Promise<NetdataAlerts> {
    return this.dashPad.alerts(node);
  }
}
