import { Body, Middlewares, Post, Request, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { type Problem, ProblemError } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import { identityOf, personOf, visitorOf } from "../../identity/caller.js";
import { disableTwoFactor, enableTwoFactor, setUpTwoFactor } from "../../identity/two-factor.js";
import type {
  RecoveryCodes,
  TwoFactorCode,
  TwoFactorDisableRequest,
  TwoFactorSecret,
  TwoFactorSetupRequest,
} from "./dto-auth.js";
import { knownParameters } from "./known-parameters.js";

@Route("api/v2/auth/two-factor")
@Tags("Sign-in")
@Security("Bearer", ["self"])
@Security("Session", ["self"])
@Middlewares(knownParameters, limited("native"), jsonBody)
@Response<Problem>(400, "A value is invalid, or the current password is not right")
@Response<Problem>(401, "Not signed in, or the code is refused")
@Response<Problem>(403, "Not a person, or without the session's CSRF token")
@Response<Problem>(409, "It is on already, or off, or was changed at the same time")
@Response<Problem>(413, "The request body is too large")
@Response<Problem>(415, "The request body is not JSON")
@Response<Problem>(429, "Too many requests or failed attempts")
@Response<Problem>(503, "It cannot be looked up now, or too many passwords are being checked")
export class TwoFactorController {
  /**
   * Gives the caller a secret for an authenticator app. Sign-ins ask for codes once one has been verified.
   * @summary Set up one-time codes
   */
  @Post("setup")
  @SuccessResponse(200, "The secret, shown once")
  async setUpTwoFactor(@Request() request: HttpRequest, @Body() body: TwoFactorSetupRequest): Promise<TwoFactorSecret> {
    const setup = await setUpTwoFactor(identityOf(request), personOf(request), body.password, visitorOf(request));
    return { secret: setup.secret, provisioning_uri: setup.provisioningUri };
  }

  /**
   * Turns one-time codes on with a first code of the app, and gives ten recovery codes.
   * @summary Turn one-time codes on
   */
  @Post("verify")
  @SuccessResponse(200, "The recovery codes, shown once")
  async enableTwoFactor(@Request() request: HttpRequest, @Body() body: TwoFactorCode): Promise<RecoveryCodes> {
    const enabled = await enableTwoFactor(identityOf(request), personOf(request), body.code, visitorOf(request));
    if (enabled === undefined) throw new ProblemError("wrong-code", "The code is not right, or was used before.");
    return { recovery_codes: enabled.recoveryCodes };
  }

  /**
   * Turns one-time codes off, by the password and a last code.
   * @summary Turn one-time codes off
   */
  @Post("disable")
  @SuccessResponse(204, "Off")
  async disableTwoFactor(@Request() request: HttpRequest, @Body() body: TwoFactorDisableRequest): Promise<void> {
    const { password, code } = body;
    await disableTwoFactor(identityOf(request), personOf(request), { password, code }, visitorOf(request));
  }
}
