import {
  Get,
  Header,
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
import type { LogList, LogPage } from "./dto-logs.js";
import { knownParameters } from "./known-parameters.js";
import { followLog, type LogReadings, listLogs, readLog } from "./read-logs.js";

@Route("api/v2/nodes/{node}/logs")
@Tags("Logs")
@Security("ApiKey", ["node:read"])
@Security("Bearer", ["node:read"])
@Security("Session", ["node:read"])
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(400, "A parameter has an invalid value")
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The key may not read nodes")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "Neither store can be read")
export class LogsController {
  constructor(private readonly readings: LogReadings) {}

  /**
   * Lists the logs that a node has sent lines of.
   * @summary Logs of a node
   * @param node Name of the node
   * @example node "web-1"
   */
  @Get()
  @SuccessResponse(200, "The logs")
  @Response<Problem>(404, "Unknown node")
  async listLogs(@Path() node: string): Promise<LogList> {
    return listLogs(this.readings, node);
  }

  /**
   * Returns lines of a log, newest first, a page at a time.
   * @summary Lines of a log
   * @param node Name of the node
   * @example node "web-1"
   * @param log Name of the log; a slash in it as `%2F`
   * @example log "syslog"
   * @param q Only lines that hold this text, in upper or lower case; several by repetition, all of which they hold
   * @example q ["session"]
   * @param from RFC 3339, Unix seconds or milliseconds, `now`, or relative to now as in `-1h`; no bound when absent
   * @example from "-1h"
   * @param to As `from`, and not included
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @example limit 50
   * @param cursor `next_cursor` of the page before
   */
  @Get("{log}")
  @SuccessResponse(200, "A page of lines")
  @Response<Problem>(404, "Unknown node or log")
  async readLog(
    @Path() node: string,
    @Path() log: string,
    @Query() q?: string[],
    @Query() from?: string,
    @Query() to?: string,
    @Query() limit: number = 100,
    @Query() cursor?: string,
  ): Promise<LogPage> {
    return readLog(this.readings, node, log, { q, from, to, limit, cursor });
  }

  /**
   * Follows a log: server-sent events, one a line, with the line's number as `id` and a `LogLine` as JSON in `data`. The
   * first is of type `start` and says after which line it begins. Whoever comes back with `Last-Event-ID` (browsers do by
   * themselves) gets every line that was written meanwhile, once. Every 15 seconds a comment says that the stream lives.
   * Ends with an event of type `error` for a client that does not read as fast as lines come, and without one when the
   * server stops: come back then.
   * @summary A log, live
   * @param node Name of the node
   * @example node "web-1"
   * @param log Name of the log; a slash in it as `%2F`
   * @example log "syslog"
   * @param sinceLine Begin after this line; after the last one when absent
   * @isLong sinceLine
   * @minimum sinceLine 0
   * @maximum sinceLine 562949953421312
   * @example sinceLine 0
   * @param seconds End after so many seconds; when the client leaves when absent
   * @isInt seconds
   * @minimum seconds 1
   * @maximum seconds 86400
   * @example seconds 1
   * @param lastEventId The `id` of the last event that was read; counts more than `since_line`
   */
  @Get("{log}/tail")
  @SuccessResponse(200, "The lines, as they come", ["text/event-stream"])
  @Response<Problem>(404, "Unknown node or log")
  async tailLog(
    @Request() request: HttpRequest,
    @Path() node: string,
    @Path() log: string,
    @Query("since_line") sinceLine?: number,
    @Query() seconds?: number,
    @Header("Last-Event-ID") lastEventId?: string,
  ): Promise<string> {
    await followLog(this.readings, request, { node, log, sinceLine, seconds, lastEventId });
    return "";
  }
}
