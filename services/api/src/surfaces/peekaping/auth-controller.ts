import {
  Body,
  Middlewares,
  NoSecurity,
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
import { jsonBody } from "../../http/request-body.js";
import { signInBody } from "./auth-bodies.js";
import type { PeekapingDone, PeekapingError } from "./dto.js";
import type {
  PeekapingLockout,
  PeekapingLogin,
  PeekapingPasswordChange,
  PeekapingRefresh,
  PeekapingRegistration,
  PeekapingTokensAnswer,
  PeekapingTwoFactorCode,
  PeekapingTwoFactorDisable,
  PeekapingTwoFactorSecret,
  PeekapingTwoFactorSetup,
  PeekapingTwoFactorVerdict,
} from "./dto-auth.js";
import {
  changeOwnPassword,
  exchangeToken,
  registerPerson,
  setUpCodes,
  signIn,
  turnCodesOff,
  verifyCode,
} from "./sign-in.js";

@Route("api/v1/auth")
@Tags("Peekaping sign-in")
@Response<PeekapingError>(400, "A value is not allowed, or is not right")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingLockout | PeekapingError>(429, "Too many attempts failed, or too many requests")
@Response<PeekapingError>(503, "It cannot be looked up now, or too many passwords are being checked")
export class PeekapingAuthController {
  /**
   * Makes an account without an invitation, as far as `REGISTRATION` lets it: the first one is the administrator.
   * @summary Register
   */
  @Post("register")
  @NoSecurity()
  @Middlewares(limited("sign-in"), jsonBody, signInBody({ email: "email", password: "new" }))
  @SuccessResponse(201, "Registered, and signed in")
  @Response<PeekapingError>(403, "Nobody registers here")
  async registerPeekaping(
    @Request() request: HttpRequest,
    @Body() body: PeekapingRegistration,
  ): Promise<PeekapingTokensAnswer> {
    return { message: "User registered successfully", data: await registerPerson(request, body) };
  }

  /**
   * Signs in, with `token` where one-time codes are on.
   * @summary Sign in
   */
  @Post("login")
  @NoSecurity()
  @Middlewares(limited("sign-in"), jsonBody, signInBody({ email: "email", password: "text", token: "optional" }))
  @SuccessResponse(200, "Signed in")
  @Response<PeekapingError>(401, "Address, password or code is not right")
  async loginPeekaping(@Request() request: HttpRequest, @Body() body: PeekapingLogin): Promise<PeekapingTokensAnswer> {
    return { message: "Login successful", data: await signIn(request, body) };
  }

  /**
   * Exchanges a refresh token for the next two tokens. Each is good once: when one comes back, the whole sign-in ends.
   * @summary Next tokens
   */
  @Post("refresh")
  @NoSecurity()
  @Middlewares(limited("sign-in"), jsonBody, signInBody({ refreshToken: "text" }))
  @SuccessResponse(200, "The tokens")
  @Response<PeekapingError>(401, "The token is not good")
  async refreshPeekaping(
    @Request() request: HttpRequest,
    @Body() body: PeekapingRefresh,
  ): Promise<PeekapingTokensAnswer> {
    return { message: "Token refreshed successfully", data: await exchangeToken(request, body.refreshToken) };
  }

  /**
   * Changes the caller's password. Every token of before is void, that of the request, too.
   * @summary Change my password
   */
  @Put("password")
  @Security("PeekapingJwt", ["self"])
  @Middlewares(limited("peekaping"), jsonBody, signInBody({ currentPassword: "text", newPassword: "new" }))
  @SuccessResponse(200, "Changed")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(409, "Changed at the same time")
  async changePeekapingPassword(
    @Request() request: HttpRequest,
    @Body() body: PeekapingPasswordChange,
  ): Promise<PeekapingDone> {
    await changeOwnPassword(request, body);
    return { message: "Password updated successfully", data: null };
  }

  /**
   * Gives the caller a secret for an authenticator app. Sign-ins ask for codes once one has been verified.
   * @summary Set up one-time codes
   */
  @Post("2fa/setup")
  @Security("PeekapingJwt", ["self"])
  @Middlewares(limited("peekaping"), jsonBody, signInBody({ email: "email", password: "text" }))
  @SuccessResponse(200, "The secret, shown once")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(409, "They are on already, or the user was changed at the same time")
  async setUpPeekapingCodes(
    @Request() request: HttpRequest,
    @Body() body: PeekapingTwoFactorSetup,
  ): Promise<PeekapingTwoFactorSecret> {
    return setUpCodes(request, body);
  }

  /**
   * Turns one-time codes on with a first code of the app. A wrong one is told in `success` alone.
   * @summary Turn one-time codes on
   */
  @Post("2fa/verify")
  @Security("PeekapingJwt", ["self"])
  @Middlewares(limited("peekaping"), jsonBody, signInBody({ email: "email", code: "text" }))
  @SuccessResponse(200, "Whether the code was right")
  @Response<PeekapingTwoFactorVerdict | PeekapingError>(400, "A value is not allowed, or it was not set up")
  @Response<PeekapingError>(401, "Missing or wrong token")
  async verifyPeekapingCode(
    @Request() request: HttpRequest,
    @Body() body: PeekapingTwoFactorCode,
  ): Promise<PeekapingTwoFactorVerdict> {
    return verifyCode(request, body);
  }

  /**
   * Turns one-time codes off, by the password and a last code.
   * @summary Turn one-time codes off
   */
  @Post("2fa/disable")
  @Security("PeekapingJwt", ["self"])
  @Middlewares(limited("peekaping"), jsonBody, signInBody({ email: "email", password: "text", token: "optional" }))
  @SuccessResponse(200, "Off")
  @Response<PeekapingError>(401, "Missing or wrong token")
  async disablePeekapingCodes(
    @Request() request: HttpRequest,
    @Body() body: PeekapingTwoFactorDisable,
  ): Promise<PeekapingDone> {
    await turnCodesOff(request, body);
    return { message: "2FA disabled successfully", data: null };
  }
}
