import {
  Body,
  Get,
  Header,
  Middlewares,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { TokenCreated } from "../../generated/configuration/token-controller.js";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type { TokenRotation, TokenUsage } from "./dto-token-secrets.js";
import { knownParameters } from "./known-parameters.js";
import { readTokenUsage, rotateToken } from "./token-secrets.js";

@Route("api/v2/tokens/{id}")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(400, "A value is not allowed")
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such token")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "It cannot be read or changed now")
export class TokenSecretsController {
  /**
   * Gives a token another text, which is shown this once; everything else about it stays. The one before is good for as long as
   * the overlap says.
   * @summary Rotate a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"overlap_seconds": 3600}
   * @param _workspace The workspace; absent: the one that is served
   */
  @Post("rotate")
  @Security("ApiKey", ["token:update"])
  @Security("Bearer", ["token:update"])
  @Security("Session", ["token:update"])
  @Middlewares(jsonBody)
  @SuccessResponse(200, "The token, with its new text")
  @Response<Problem>(409, "It was changed at the same time")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async rotateToken(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: TokenRotation,
    @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenCreated> {
    return rotateToken(request, id, body.overlap_seconds ?? 0);
  }

  /**
   * Tells how often a token was used, and when last. What other replicas have seen in the last minute may be missing.
   * @summary Uses of a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("usage")
  @Security("ApiKey", ["token:read"])
  @Security("Bearer", ["token:read"])
  @Security("Session", ["token:read"])
  @SuccessResponse(200, "Its uses")
  async readTokenUsage(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenUsage> {
    return readTokenUsage(request, id);
  }
}
