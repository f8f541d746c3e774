import {
  Body,
  Get,
  Middlewares,
  NoSecurity,
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
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import {
  askForNewPassword,
  leaveForOpenId,
  resetUserTwoFactor,
  returnFromOpenId,
  sendInvitation,
  setNewPassword,
  takeInvitation,
} from "./auth-links.js";
import type {
  InvitationAcceptance,
  InvitationAccepted,
  InvitationRequest,
  InvitationSent,
  PasswordReset,
  PasswordResetRequest,
} from "./dto-auth-links.js";
import { knownParameters } from "./known-parameters.js";

@Route("api/v2/auth")
@Tags("Sign-in")
@Response<Problem>(400, "A value is invalid, or the link is not good")
@Response<Problem>(413, "The request body is too large")
@Response<Problem>(415, "The request body is not JSON")
@Response<Problem>(429, "Too many requests")
@Response<Problem>(503, "It cannot be looked up now, or is not set up")
export class AuthLinksController {
  /**
   * Invites somebody to a workspace by mail, in no higher role than one's own.
   * @summary Invite by mail
   */
  @Post("invitations")
  @Security("ApiKey", ["invitation:create"])
  @Security("Bearer", ["invitation:create"])
  @Security("Session", ["invitation:create"])
  @Middlewares(knownParameters, limited("native"), jsonBody)
  @SuccessResponse(200, "Stored; the mail is on its way")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "The caller may not, or has not sent the session's CSRF token")
  @Response<Problem>(409, "There are as many invitations as there may be")
  async sendInvitation(@Request() request: HttpRequest, @Body() body: InvitationRequest): Promise<InvitationSent> {
    return sendInvitation(request, body);
  }

  /**
   * Accepts an invitation with the token of its link. Who has no user yet chooses a password, and is signed in.
   * @summary Accept an invitation
   */
  @Post("invitations/accept")
  @NoSecurity()
  @Middlewares(knownParameters, limited("sign-in"), jsonBody)
  @SuccessResponse(200, "A member now")
  @Response<Problem>(403, "A page of another site")
  @Response<Problem>(409, "Accepted at the same time")
  async acceptInvitation(
    @Request() request: HttpRequest,
    @Body() body: InvitationAcceptance,
  ): Promise<InvitationAccepted> {
    return takeInvitation(request, body);
  }

  /**
   * Sends a link for a new password, if somebody has this address; the answer does not tell. One mail a minute.
   * @summary Ask for a new password
   */
  @Post("password-reset")
  @NoSecurity()
  @Middlewares(knownParameters, limited("sign-in"), jsonBody)
  @SuccessResponse(204, "If somebody has this address, a mail is on its way")
  async askForPasswordReset(@Request() request: HttpRequest, @Body() body: PasswordResetRequest): Promise<void> {
    return askForNewPassword(request, body.email);
  }

  /**
   * Sets a new password with the token of such a link. Every session and token of before is void.
   * @summary Set a new password
   */
  @Post("password-reset/finish")
  @NoSecurity()
  @Middlewares(knownParameters, limited("sign-in"), jsonBody)
  @SuccessResponse(204, "Set; sign in with it")
  @Response<Problem>(403, "A page of another site")
  @Response<Problem>(409, "Used at the same time")
  async finishPasswordReset(@Request() request: HttpRequest, @Body() body: PasswordReset): Promise<void> {
    return setNewPassword(request, body);
  }

  /**
   * Turns one-time codes off for a user who has neither app nor recovery codes left, and ends what the user is signed in with. For
   * administrators.
   * @summary Turn a user's one-time codes off
   * @param id Of the user
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Post("users/{id}/two-factor/reset")
  @Security("ApiKey", ["user:update"])
  @Security("Bearer", ["user:update"])
  @Security("Session", ["user:update"])
  @Middlewares(knownParameters, limited("native"))
  @SuccessResponse(204, "Off")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not an administrator, or without the session's CSRF token")
  @Response<Problem>(404, "No such user")
  @Response<Problem>(409, "It is not on")
  async resetTwoFactor(@Request() request: HttpRequest, @Path() id: string): Promise<void> {
    return resetUserTwoFactor(request, id);
  }

  /**
   * Sends a browser to the system that `OIDC_ISSUER` names, to sign in there.
   * @summary Sign in elsewhere
   */
  @Get("openid/start")
  @NoSecurity()
  @Middlewares(knownParameters, limited("sign-in"))
  @SuccessResponse(302, "Go there")
  async startOpenId(@Request() request: HttpRequest): Promise<void> {
    return leaveForOpenId(request);
  }

  /**
   * Where that system sends the browser back to. It gets a session and goes on to `/`.
   * @summary Back from elsewhere
   */
  @Get("openid/callback")
  @NoSecurity()
  @Middlewares(limited("sign-in"))
  @SuccessResponse(302, "Signed in; two cookies are set")
  @Response<Problem>(401, "The sign-in was not confirmed, or not begun here")
  @Response<Problem>(403, "Nobody here has this identity")
  async finishOpenId(@Request() request: HttpRequest): Promise<void> {
    return returnFromOpenId(request);
  }
}
