import {
  Body,
  Get,
  Middlewares,
  NoSecurity,
  Post,
  Request,
  Response,
  Route,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { limited } from "../../http/rate-limits.js";
import { optionalJsonBody } from "../../http/request-body.js";
import { identityOf } from "../../identity/caller.js";
import { refuseForeignOrigin } from "../../identity/cookies.js";
import type { DashmonDone, DashmonError, DashmonLoginRequest, DashmonSignupRequest } from "./dto.js";
import { endDashmonSession } from "./session-cookie.js";
import { leaveForGoogle, logIn, returnFromGoogle, signUp } from "./sign-in.js";

@Route("")
@Tags("Dashmon sign-in")
@Response<DashmonError>(400, "A value is missing or not allowed")
@Response<DashmonError>(401, "Invalid credentials")
@Response<DashmonError>(403, "A page of another site, or no account")
@Response<DashmonError>(413, "The body is over 64 KiB")
@Response<DashmonError>(415, "The body is not JSON")
@Response<DashmonError>(429, "Too many requests or failed attempts")
@Response<DashmonError>(503, "Nobody can sign in now")
export class DashmonAuthController {
  /**
   * Makes an account, where that is let, and begins a session: its cookie is `dashmon_session`.
   * @summary Sign up
   */
  @Post("auth/local/signup")
  @NoSecurity()
  @Middlewares(limited("dashmon"), optionalJsonBody)
  @SuccessResponse(200, "Signed in; a cookie is set")
  @Response<DashmonError>(409, "Somebody has this address or user name")
  async dashmonSignUp(@Request() request: HttpRequest, @Body() body: DashmonSignupRequest): Promise<DashmonDone> {
    await signUp(request, body);
    return { ok: true };
  }

  /**
   * Begins a session of somebody with a password. Who has turned one-time codes on sends one as `code`.
   * @summary Sign in
   */
  @Post("auth/local/login")
  @NoSecurity()
  @Middlewares(limited("dashmon"), optionalJsonBody)
  @SuccessResponse(200, "Signed in; a cookie is set")
  async dashmonLogIn(@Request() request: HttpRequest, @Body() body: DashmonLoginRequest): Promise<DashmonDone> {
    await logIn(request, body);
    return { ok: true };
  }

  /**
   * Sends the browser to the system that people of this installation may sign in at, whichever that is.
   * @summary Sign in elsewhere
   */
  @Get("auth/google")
  @NoSecurity()
  @Middlewares(limited("dashmon-auth"))
  @SuccessResponse(302, "Go there")
  async dashmonLeaveForGoogle(@Request() request: HttpRequest): Promise<void> {
    return leaveForGoogle(request);
  }

  /**
   * Where that system sends the browser back to. It gets a session and goes on to `/`.
   * @summary Back from elsewhere
   */
  @Get("auth/google/callback")
  @NoSecurity()
  @Middlewares(limited("dashmon-auth"))
  @SuccessResponse(302, "Signed in; a cookie is set")
  async dashmonReturnFromGoogle(@Request() request: HttpRequest): Promise<void> {
    return returnFromGoogle(request);
  }

  /**
   * Ends the session, if there is one.
   * @summary Sign out
   */
  @Post("logout")
  @NoSecurity()
  @Middlewares(limited("dashmon"))
  @SuccessResponse(204, "Signed out")
  async dashmonLogOut(@Request() request: HttpRequest): Promise<void> {
    return endDashmonSession(request);
  }

  /**
   * Ends the session, if there is one, and leads to the sign-in. Not for links on other sites' pages.
   * @summary Sign out by a link
   */
  @Get("logout")
  @NoSecurity()
  @Middlewares(limited("dashmon"))
  @SuccessResponse(302, "Signed out")
  async dashmonLogOutByLink(@Request() request: HttpRequest): Promise<void> {
    refuseForeignOrigin(request, identityOf(request).policy.publicUrl);
    await endDashmonSession(request);
    request.res?.redirect(302, "/login.html");
  }
}
