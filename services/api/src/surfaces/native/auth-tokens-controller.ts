import { Body, Middlewares, NoSecurity, Post, Request, Response, Route, SuccessResponse, Tags } from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type { SignInRequest, TokenExchange, Tokens } from "./dto-auth.js";
import { knownParameters } from "./known-parameters.js";
import { exchangeTokens, giveUpTokens, makeTokens } from "./sign-in.js";

@Route("api/v2/auth/tokens")
@Tags("Sign-in")
@Middlewares(knownParameters, limited("sign-in"), jsonBody)
@NoSecurity()
@Response<Problem>(400, "A value is invalid")
@Response<Problem>(413, "The request body is too large")
@Response<Problem>(415, "The request body is not JSON")
@Response<Problem>(429, "Too many requests or failed attempts")
@Response<Problem>(503, "It cannot be looked up now, or too many passwords are being checked")
export class AuthTokensController {
  /**
   * Signs a program of a person in: an access token of 15 minutes for `Authorization: Bearer`, and a refresh token of 30 days.
   * @summary Sign in for tokens
   */
  @Post()
  @SuccessResponse(200, "The tokens")
  @Response<Problem>(401, "`wrong-credentials`, `code-needed` or `wrong-code`")
  async makeTokens(@Request() request: HttpRequest, @Body() body: SignInRequest): Promise<Tokens> {
    return makeTokens(request, body);
  }

  /**
   * Exchanges a refresh token for the next two. Each is good once: when one comes back, the whole sign-in ends.
   * @summary Next tokens
   */
  @Post("refresh")
  @SuccessResponse(200, "The tokens")
  @Response<Problem>(401, "`invalid-token`")
  async refreshTokens(@Request() request: HttpRequest, @Body() body: TokenExchange): Promise<Tokens> {
    return exchangeTokens(request, body.refresh_token);
  }

  /**
   * Ends the sign-in that a refresh token belongs to. One that is not good is answered like one that is.
   * @summary Give tokens up
   */
  @Post("end")
  @SuccessResponse(204, "Ended")
  async endTokens(@Request() request: HttpRequest, @Body() body: TokenExchange): Promise<void> {
    return giveUpTokens(request, body.refresh_token);
  }
}
