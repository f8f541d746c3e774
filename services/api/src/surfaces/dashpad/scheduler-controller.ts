import { Get, Middlewares, Post, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail, HTTPValidationError } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type { DashPad } from "./dashpad.js";
import type { ServerError } from "./dto.js";
import type { SchedulerControlled, SchedulerStatus } from "./dto-node.js";
import { dashPadActionQuery, dashPadQuery } from "./validation.js";

@Route("scheduler")
@Tags("DashPad")
@Security("DashPadKey", ["node:read"])
@Security("BearerAuth", ["node:read"])
@Security("APIKeyQuery", ["node:read"])
@Response<ErrorDetail>(401, "Missing or wrong key")
@Response<ErrorDetail>(403, "The key may not do that with nodes")
@Response<ErrorDetail>(404, "Unknown node")
@Response<ErrorDetail>(429, "Over 3000 requests in a minute")
@Response<ErrorDetail>(503, "No node has reported yet, or the node cannot be reached")
@Response<ServerError>(500, "Something failed on our side")
export class SchedulerController {
  constructor(private readonly dashPad: DashPad) {}

  /**
   * Whether the node is sampled, how often, and when next.
   * @summary Scheduler status
   * @param node Name of the node; the default node when absent
   */
  @Get("status")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The status")
  schedulerStatus(@Query() node?: string): Promise<SchedulerStatus> {
    return this.dashPad.schedulerStatus(node);
  }

  /**
   * Stops or starts the sampling of the node, and tells what was really done. Its logs go on.
   * @summary Control the scheduler
   * @param action `start`, `stop` or `restart`
   * @example action "restart"
   * @param node Name of the node; the default node when absent
   */
  @Post("control")
  @Security("DashPadKey", ["node:update"])
  @Security("BearerAuth", ["node:update"])
  @Security("APIKeyQuery", ["node:update"])
  @Middlewares(dashPadActionQuery, limited("dashpad"))
  @SuccessResponse(200, "Done")
  @Response<ErrorDetail>(400, "Another action")
  @Response<HTTPValidationError>(422, "Validation error")
  schedulerControl(@Query() action: string, @Query() node?: string): Promise<SchedulerControlled> {
    return this.dashPad.control(action, node);
  }
}
