import {
  Body,
  Get,
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
import { limited } from "../../http/rate-limits.js";
import { optionalJsonBody } from "../../http/request-body.js";
import type { Dashmon } from "./dashmon.js";
import type { DashmonError } from "./dto.js";
import type {
  DashmonAcceptInvitationRequest,
  DashmonInvitationTaken,
  DashmonTeamInvitationRequest,
  DashmonTeamInvitationSent,
  DashmonTeamInvitations,
} from "./dto-user.js";
import { acceptTeamInvitation, cancelTeamInvitation, inviteToTeam, listInvitations } from "./team.js";

@Route("api/user/team-invitations")
@Tags("Dashmon team")
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
export class DashmonTeamController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Lists the invitations to the workspace, the newest first. For people with a session.
   * @summary Invitations
   */
  @Get()
  @Security("DashmonBearer", ["invitation:read"])
  @Security("DashmonSession", ["invitation:read"])
  @SuccessResponse(200, "The invitations")
  async dashmonListInvitations(@Request() request: HttpRequest): Promise<DashmonTeamInvitations> {
    return { invitations: listInvitations(this.dashmon.account(request)) };
  }

  /**
   * Invites somebody by mail, in no higher role than one's own. For people with a session.
   * @summary Invite
   */
  @Post()
  @Security("DashmonBearer", ["invitation:create"])
  @Security("DashmonSession", ["invitation:create"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Stored; the mail is on its way")
  async dashmonInviteToTeam(
    @Request() request: HttpRequest,
    @Body() body: DashmonTeamInvitationRequest,
  ): Promise<DashmonTeamInvitationSent> {
    return { ok: true, invitation: await inviteToTeam(this.dashmon.account(request), body) };
  }

  /**
   * Takes an invitation back. For people with a session.
   * @summary Cancel an invitation
   * @param invitationId Of the invitation
   * @example invitationId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Post("{invitationId}/cancel")
  @Security("DashmonBearer", ["invitation:update"])
  @Security("DashmonSession", ["invitation:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Cancelled")
  async dashmonCancelInvitation(
    @Request() request: HttpRequest,
    @Path() invitationId: string,
  ): Promise<DashmonTeamInvitationSent> {
    return { ok: true, invitation: await cancelTeamInvitation(this.dashmon.account(request), invitationId) };
  }

  /**
   * Makes the caller a member, with the token of the link that was sent to the caller's address. For people with a session.
   * @summary Accept an invitation
   */
  @Post("accept")
  @Security("DashmonBearer", ["self"])
  @Security("DashmonSession", ["self"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "A member now")
  async dashmonAcceptTeamInvitation(
    @Request() request: HttpRequest,
    @Body() body: DashmonAcceptInvitationRequest,
  ): Promise<DashmonInvitationTaken> {
    return acceptTeamInvitation(this.dashmon.account(request), body);
  }
}
