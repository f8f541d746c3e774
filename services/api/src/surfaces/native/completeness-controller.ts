import { Get, Middlewares, Path, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import type { Completeness } from "./dto-completeness.js";
import { knownParameters } from "./known-parameters.js";
import { type CompletenessReadings, readCompleteness } from "./read-completeness.js";

@Route("api/v2/nodes")
@Tags("Nodes")
@Security("ApiKey", ["node:read"])
@Security("Bearer", ["node:read"])
@Security("Session", ["node:read"])
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(400, "A parameter has an invalid value")
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The key may not read nodes")
@Response<Problem>(404, "Unknown node")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The history cannot be read")
export class CompletenessController {
  constructor(private readonly readings: CompletenessReadings) {}

  /**
   * Returns how many events of a node, and lines of its logs, the history should have and has, and which are missing. A
   * node numbers its events, and the lines of each log, without gaps; what is missing at the very end shows with the next one. Beyond the retention of raw data nothing
   * is expected.
   * @summary Completeness of one node
   * @param node Name of the node
   * @example node "web-1"
   * @param from RFC 3339, Unix seconds or milliseconds, `now`, or relative to now as in `-1h`; an hour before `to` when absent; at most 31 days before it
   * @example from "-1h"
   * @param to As `from`; now when absent
   * @example to "now"
   */
  @Get("{node}/completeness")
  @SuccessResponse(200, "The counts and what is missing")
  async readCompleteness(@Path() node: string, @Query() from?: string, @Query() to?: string): Promise<Completeness> {
    return readCompleteness(this.readings, node, { from, to });
  }
}
