import { Get, Middlewares, NoSecurity, Request, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { Answer } from "../../http/answer.js";
import { contextOf } from "../../http/context.js";
import { limited } from "../../http/rate-limits.js";
import type { Dashmon } from "./dashmon.js";
import type { DashmonCapabilities, DashmonError, DashmonHealth, DashmonUnhealthy } from "./dto.js";
import type { DashmonMe, DashmonSupportSummary } from "./dto-user.js";
import { meOf } from "./me.js";
import { capabilitiesAt } from "./meta.js";
import { supportSummaryOf } from "./support.js";

@Route("api")
@Tags("Dashmon")
@Middlewares(limited("dashmon"))
@Response<DashmonError>(429, "Too many requests")
export class DashmonMetaController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Tells whether the service can answer.
   * @summary Health
   */
  @Get("health")
  @NoSecurity()
  @SuccessResponse(200, "It can")
  @Response<DashmonUnhealthy>(503, "The configuration cannot be read yet")
  async dashmonReadHealth(): Promise<DashmonHealth> {
    const time = new Date(this.dashmon.now()).toISOString();
    if (this.dashmon.isReady()) return { ok: true, service: "dashmon", time };
    throw new Answer(503, { ok: false, service: "dashmon", time, error: "db_unavailable" } satisfies DashmonUnhealthy);
  }

  /**
   * Tells what clients can do here.
   * @summary Capabilities
   */
  @Get("meta/capabilities")
  @NoSecurity()
  @SuccessResponse(200, "The capabilities")
  async dashmonReadCapabilities(@Request() request: HttpRequest): Promise<DashmonCapabilities> {
    return capabilitiesAt(contextOf(request).identity?.policy.publicUrl);
  }

  /**
   * Tells who the caller is, and what its workspace is entitled to.
   * @summary Me
   */
  @Get("me")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @SuccessResponse(200, "The caller")
  @Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
  @Response<DashmonError>(503, "It cannot be looked up now")
  async dashmonReadMe(@Request() request: HttpRequest): Promise<DashmonMe> {
    return meOf(this.dashmon.account(request));
  }

  /**
   * Tells how much of its plan the workspace uses, as far as the caller sees it.
   * @summary Support
   */
  @Get("support/summary")
  @Security("DashmonBearer", ["device:read"])
  @Security("DashmonSession", ["device:read"])
  @SuccessResponse(200, "The summary")
  @Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
  @Response<DashmonError>(403, "The caller may not read devices")
  @Response<DashmonError>(404, "There is no such workspace")
  @Response<DashmonError>(503, "It cannot be read now")
  async dashmonReadSupportSummary(@Request() request: HttpRequest): Promise<DashmonSupportSummary> {
    return supportSummaryOf(this.dashmon.account(request));
  }
}
