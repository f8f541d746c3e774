import { Get, Middlewares, Request, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { limited } from "../../http/rate-limits.js";
import type { Dashmon } from "./dashmon.js";
import type { DashmonError, DashmonTagCounts } from "./dto.js";
import { countTags } from "./tags.js";

@Route("api/tags")
@Tags("Dashmon")
@Middlewares(limited("dashmon"))
@Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
@Response<DashmonError>(403, "The caller may not read tags")
@Response<DashmonError>(404, "There is no such workspace")
@Response<DashmonError>(429, "Too many requests")
@Response<DashmonError>(503, "It cannot be read now")
export class DashmonTagsController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Lists the tags, with how many of the caller's devices have each.
   * @summary Tags
   */
  @Get()
  @Security("DashmonBearer", ["tag:read"])
  @Security("DashmonSession", ["tag:read"])
  @SuccessResponse(200, "The tags")
  async dashmonCountTags(@Request() request: HttpRequest): Promise<DashmonTagCounts> {
    return { tags: countTags(this.dashmon.account(request)) };
  }
}
