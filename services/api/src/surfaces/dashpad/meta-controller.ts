import { Example, Get, Middlewares, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type { DashPad } from "./dashpad.js";
import type { ServerError } from "./dto.js";
import type { DashPadHealth, DashPadStatus, ModuleSettings } from "./dto-node.js";
import { dashPadQuery } from "./validation.js";

@Route("/")
@Tags("DashPad")
@Security("DashPadKey", ["node:read"])
@Security("BearerAuth", ["node:read"])
@Security("APIKeyQuery", ["node:read"])
@Response<ErrorDetail>(401, "Missing or wrong key")
@Response<ErrorDetail>(403, "The key may not do that with nodes")
@Response<ErrorDetail>(404, "Unknown node")
@Response<ErrorDetail>(429, "Over 3000 requests in a minute")
@Response<ErrorDetail>(503, "It cannot be told now whose key it is")
@Response<ServerError>(500, "Something failed on our side")
export class DashPadMetaController {
  constructor(private readonly dashPad: DashPad) {}

  /**
   * Whether the node can be asked, and what time it is there. On the HTTPS listener this is `GET /health`.
   * @summary Health check
   * @param node Name of the node; the default node when absent
   */
  @Get("dashpad/health")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "Alive")
  @Example<DashPadHealth>({
    status: "ok",
    server_identity: "web-1",
    timezone: "America/Los_Angeles",
    server_time: "2025-06-18T19:17:00.000-07:00",
  })
  dashPadHealth(@Query() node?: string): Promise<DashPadHealth> {
    return this.dashPad.health(node);
  }

  /**
   * What the node is and how it is set up.
   * @summary Server status
   * @param node Name of the node; the default node when absent
   */
  @Get("status")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The status")
  @Response<ErrorDetail>(503, "No node has reported yet")
  dashPadStatus(@Query() node?: string): Promise<DashPadStatus> {
    return this.dashPad.status(node);
  }

  /**
   * What the node collects: metrics with their sources and thresholds, logs, scheduled tasks, alerts.
   * @summary Modules and their settings
   * @param node Name of the node; the default node when absent
   */
  @Get("settings/modules")
  @Middlewares(dashPadQuery, limited("dashpad"))
  @SuccessResponse(200, "The modules")
  @Response<ErrorDetail>(503, "No node has reported yet")
  dashPadModules(@Query() node?: string): Promise<ModuleSettings> {
    return this.dashPad.modules(node);
  }
}
