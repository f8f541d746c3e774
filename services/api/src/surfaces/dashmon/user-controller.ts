import {
  Body,
  Delete,
  Get,
  Middlewares,
  Path,
  Post,
  Put,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { limited } from "../../http/rate-limits.js";
import { optionalJsonBody } from "../../http/request-body.js";
import { deleteToken, listTokens, makeToken, tokenStatusOf } from "./api-tokens.js";
import type { Dashmon } from "./dashmon.js";
import type { DashmonDone, DashmonError } from "./dto.js";
import type {
  DashmonAccountContextRequest,
  DashmonAccountContextSet,
  DashmonApiTokenMade,
  DashmonApiTokenRequest,
  DashmonApiTokenStatus,
  DashmonApiTokens,
  DashmonIntegrationPosture,
  DashmonPermissionFoundation,
  DashmonPreferencesAnswer,
  DashmonTimezoneRequest,
} from "./dto-user.js";
import { permissionsOf, setContext, setTimezone, timezoneOf } from "./me.js";
import { postureOf } from "./support.js";

@Route("api/user")
@Tags("Dashmon")
@Middlewares(limited("dashmon"))
@Response<DashmonError>(400, "A value is missing or not allowed")
@Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
@Response<DashmonError>(403, "The caller may not do that, or the plan does not have it")
@Response<DashmonError>(404, "Not found")
@Response<DashmonError>(409, "Changed at the same time")
@Response<DashmonError>(412, "It was changed since the revision of `If-Match`")
@Response<DashmonError>(413, "The body is over 64 KiB")
@Response<DashmonError>(415, "The body is not JSON")
@Response<DashmonError>(429, "Too many requests")
@Response<DashmonError>(503, "It cannot be read or changed now")
export class DashmonUserController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Returns what the caller prefers.
   * @summary Preferences
   */
  @Get("preferences")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @SuccessResponse(200, "The preferences")
  async dashmonReadPreferences(@Request() request: HttpRequest): Promise<DashmonPreferencesAnswer> {
    const account = this.dashmon.account(request);
    const { userId } = account.caller.principal;
    return { preferences: { timezone: userId === undefined ? null : timezoneOf(account, userId) } };
  }

  /**
   * Sets the caller's time zone; an empty one takes it away. For people in premium workspaces.
   * @summary Set my time zone
   */
  @Put("preferences/timezone")
  @Security("DashmonBearer", ["preference:change"])
  @Security("DashmonSession", ["preference:change"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "The preferences")
  async dashmonSetTimezone(
    @Request() request: HttpRequest,
    @Body() body: DashmonTimezoneRequest,
  ): Promise<DashmonPreferencesAnswer> {
    return { preferences: { timezone: await setTimezone(this.dashmon.account(request), body) } };
  }

  /**
   * Tells what the caller may do, and in whose workspaces.
   * @summary Permissions
   */
  @Get("permission-foundation")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @SuccessResponse(200, "The permissions")
  async dashmonReadPermissions(@Request() request: HttpRequest): Promise<DashmonPermissionFoundation> {
    return permissionsOf(this.dashmon.account(request));
  }

  /**
   * Has the session act in somebody's workspace from now on, where the caller is a member. For people with a session.
   * @summary Act in a workspace
   */
  @Post("account-context")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "The session acts there")
  async dashmonSetContext(
    @Request() request: HttpRequest,
    @Body() body: DashmonAccountContextRequest,
  ): Promise<DashmonAccountContextSet> {
    return { ok: true, context: await setContext(this.dashmon.account(request), body) };
  }

  /**
   * Tells whether the workspace has a token, as older clients ask.
   * @summary Token status
   */
  @Get("api-token")
  @Security("DashmonBearer", ["token:read"])
  @Security("DashmonSession", ["token:read"])
  @SuccessResponse(200, "The status")
  async dashmonReadTokenStatus(@Request() request: HttpRequest): Promise<DashmonApiTokenStatus> {
    return tokenStatusOf(this.dashmon.account(request));
  }

  /**
   * Lists the workspace's tokens, without their texts.
   * @summary Tokens
   */
  @Get("api-tokens")
  @Security("DashmonBearer", ["token:read"])
  @Security("DashmonSession", ["token:read"])
  @SuccessResponse(200, "The tokens")
  async dashmonListApiTokens(@Request() request: HttpRequest): Promise<DashmonApiTokens> {
    return { tokens: listTokens(this.dashmon.account(request)) };
  }

  /**
   * Makes a token, whose text is in this answer alone. For people with a session, in premium workspaces.
   * @summary Make a token
   */
  @Post("api-tokens")
  @Security("DashmonBearer", ["token:create"])
  @Security("DashmonSession", ["token:create"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Made")
  async dashmonMakeApiToken(
    @Request() request: HttpRequest,
    @Body() body: DashmonApiTokenRequest,
  ): Promise<DashmonApiTokenMade> {
    return makeToken(this.dashmon.account(request), body);
  }

  /**
   * Deletes a token, which is good no more. For people with a session.
   * @summary Delete a token
   * @param tokenId Of the token
   * @example tokenId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("api-tokens/{tokenId}")
  @Security("DashmonBearer", ["token:delete"])
  @Security("DashmonSession", ["token:delete"])
  @SuccessResponse(200, "Deleted")
  async dashmonDeleteApiToken(@Request() request: HttpRequest, @Path() tokenId: string): Promise<DashmonDone> {
    await deleteToken(this.dashmon.account(request), tokenId);
    return { ok: true };
  }

  /**
   * Tells what this installation is connected with.
   * @summary Integrations
   */
  @Get("integration-posture")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @SuccessResponse(200, "The integrations")
  async dashmonReadPosture(@Request() request: HttpRequest): Promise<DashmonIntegrationPosture> {
    return postureOf(this.dashmon.account(request));
  }
}
