import {
  Body,
  Delete,
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
import type {
  FirstAdministratorLink,
  FirstAdministratorRequest,
  Me,
  PasswordChange,
  SessionBegun,
  SignInList,
  SignInRequest,
} from "./dto-auth.js";
import { knownParameters } from "./known-parameters.js";
import {
  askForFirstLink,
  becomeFirstAdministrator,
  changeOwnPassword,
  endOtherSignIns,
  endOwnSignIn,
  listOwnSignIns,
  signIn,
  signOut,
  whoAmI,
} from "./sign-in.js";

@Route("api/v2/auth")
@Tags("Sign-in")
@Middlewares(knownParameters)
@Response<Problem>(400, "A value is invalid, or the current password is not right")
@Response<Problem>(413, "The request body is too large")
@Response<Problem>(415, "The request body is not JSON")
@Response<Problem>(429, "Too many requests or failed attempts")
@Response<Problem>(503, "It cannot be looked up now, or too many passwords are being checked")
export class AuthController {
  /**
   * Begins a session of a browser. Its cookie `statwire_session` is not for scripts; `statwire_csrf` is, and its value goes into
   * `X-CSRF-Token` with every change. Who has turned it on needs a `code`, too.
   * @summary Sign in
   */
  @Post("login")
  @NoSecurity()
  @Middlewares(limited("sign-in"), jsonBody)
  @SuccessResponse(200, "Signed in; two cookies are set")
  @Response<Problem>(401, "`wrong-credentials`, `code-needed` or `wrong-code`")
  @Response<Problem>(403, "A page of another site")
  async login(@Request() request: HttpRequest, @Body() body: SignInRequest): Promise<SessionBegun> {
    return signIn(request, body);
  }

  /**
   * Ends the session of the request; asked with an access token, its refresh token.
   * @summary Sign out
   */
  @Post("logout")
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"))
  @SuccessResponse(204, "Signed out; the cookies are taken away")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not a person, or without the session's CSRF token")
  async logout(@Request() request: HttpRequest): Promise<void> {
    return signOut(request);
  }

  /**
   * Tells who the caller is, and which workspaces it is let into.
   * @summary Who am I
   */
  @Get("me")
  @Security("ApiKey", ["self"])
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"))
  @SuccessResponse(200, "The caller")
  @Response<Problem>(401, "Not signed in")
  async me(@Request() request: HttpRequest): Promise<Me> {
    return whoAmI(request);
  }

  /**
   * Lists what the caller is signed in with: sessions of browsers, and pairs of tokens.
   * @summary My sessions
   */
  @Get("sessions")
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"))
  @SuccessResponse(200, "The sessions")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not a person")
  async listSessions(@Request() request: HttpRequest): Promise<SignInList> {
    return listOwnSignIns(request);
  }

  /**
   * Ends one of the caller's sessions, or pairs of tokens: an access token of it lives for its 15 minutes at most.
   * @summary End a session of mine
   * @param id As in the list
   * @example id "5f4dcc3b5aa765d61d8327deb882cf995f4dcc3b5aa765d61d8327deb882cf99"
   */
  @Delete("sessions/{id}")
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"))
  @SuccessResponse(204, "Ended")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not a person, or without the session's CSRF token")
  @Response<Problem>(404, "The caller has no such session")
  async endSession(@Request() request: HttpRequest, @Path() id: string): Promise<void> {
    return endOwnSignIn(request, id);
  }

  /**
   * Ends all of the caller's sessions and tokens but those of the request.
   * @summary End my other sessions
   */
  @Delete("sessions")
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"))
  @SuccessResponse(204, "Ended")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not a person, or without the session's CSRF token")
  async endSessions(@Request() request: HttpRequest): Promise<void> {
    return endOtherSignIns(request);
  }

  /**
   * Changes the caller's password. Every session and token of before is void from then on; a session that asks for it is
   * followed by a new one, whose cookies are in the answer.
   * @summary Change my password
   */
  @Post("password")
  @Security("Bearer", ["self"])
  @Security("Session", ["self"])
  @Middlewares(limited("native"), jsonBody)
  @SuccessResponse(204, "Changed")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "Not a person, or without the session's CSRF token")
  @Response<Problem>(409, "Changed at the same time")
  async changePassword(@Request() request: HttpRequest, @Body() body: PasswordChange): Promise<void> {
    return changeOwnPassword(request, body);
  }

  /**
   * Gives a link with which the first administrator makes an account, as long as there is no user. For the installation's key.
   * @summary Link for the first administrator
   */
  @Post("first-administrator/link")
  @Security("ApiKey", ["user:create"])
  @Security("Bearer", ["user:create"])
  @Middlewares(limited("native"))
  @SuccessResponse(200, "The link")
  @Response<Problem>(401, "Missing or wrong key")
  @Response<Problem>(403, "Not the installation's key")
  @Response<Problem>(409, "There is a user already")
  async firstAdministratorLink(@Request() request: HttpRequest): Promise<FirstAdministratorLink> {
    return askForFirstLink(request);
  }

  /**
   * Makes the first administrator, with the token of that link, and begins a session.
   * @summary Become the first administrator
   */
  @Post("first-administrator")
  @NoSecurity()
  @Middlewares(limited("sign-in"), jsonBody)
  @SuccessResponse(200, "Made and signed in; two cookies are set")
  @Response<Problem>(403, "A page of another site")
  @Response<Problem>(409, "There is a user already")
  async becomeFirstAdministrator(
    @Request() request: HttpRequest,
    @Body() body: FirstAdministratorRequest,
  ): Promise<SessionBegun> {
    return becomeFirstAdministrator(request, body);
  }
}
