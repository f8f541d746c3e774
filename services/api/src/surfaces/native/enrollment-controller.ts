import {
  Body,
  Header,
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
import type { EnrolledNode, EnrollmentAcceptance, EnrollmentRequest, EnrollmentToken } from "./dto-enrollment.js";
import { acceptEnrollment, giveEnrollment, noteRevoked } from "./enrollment.js";
import { knownParameters } from "./known-parameters.js";

@Route("api/v2/enrollments")
@Tags("Enrollment")
@Response<Problem>(400, "A value is invalid, or the token is not good")
@Response<Problem>(413, "The request body is too large")
@Response<Problem>(415, "The request body is not JSON")
@Response<Problem>(429, "Too many requests")
@Response<Problem>(503, "It cannot be looked up now, or is not set up")
export class EnrollmentController {
  /**
   * Gives out a token with which one node gets its credential for the bus, once.
   * @summary Let a node enroll
   * @param _workspace The one that is served when absent
   */
  @Post()
  @Security("ApiKey", ["credential:create"])
  @Security("Bearer", ["credential:create"])
  @Security("Session", ["credential:create"])
  @Middlewares(knownParameters, limited("native"), jsonBody)
  @SuccessResponse(200, "Bring it to the node")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "The caller may not, or has not sent the session's CSRF token")
  @Response<Problem>(404, "No such workspace")
  @Response<Problem>(409, "The node has a credential that is good")
  async giveEnrollment(
    @Request() request: HttpRequest,
    @Body() body: EnrollmentRequest,
    @Header("X-Workspace") _workspace?: string,
  ): Promise<EnrollmentToken> {
    return giveEnrollment(request, body);
  }

  /**
   * Signs the key of a node that comes with such a token. The node's own half of the key is not sent.
   * @summary Enroll a node
   */
  @Post("accept")
  @NoSecurity()
  @Middlewares(knownParameters, limited("sign-in"), jsonBody)
  @SuccessResponse(200, "Signed: the node may publish its own readings")
  @Response<Problem>(403, "A page of another site")
  @Response<Problem>(409, "The node has a credential that is good")
  async acceptEnrollment(@Request() request: HttpRequest, @Body() body: EnrollmentAcceptance): Promise<EnrolledNode> {
    return acceptEnrollment(request, body);
  }

  /**
   * Notes that a credential was revoked. It does not tell the bus: `statwire node revoke`, which has the bus's keys, does that first.
   * @summary Note a revocation
   * @param id Of the credential
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _workspace The one that is served when absent
   */
  @Post("{id}/revoked")
  @Security("ApiKey", ["credential:update"])
  @Security("Bearer", ["credential:update"])
  @Security("Session", ["credential:update"])
  @Middlewares(knownParameters, limited("native"))
  @SuccessResponse(204, "Noted")
  @Response<Problem>(401, "Not signed in")
  @Response<Problem>(403, "The caller may not, or has not sent the session's CSRF token")
  @Response<Problem>(404, "No such credential")
  @Response<Problem>(409, "Changed at the same time")
  async noteRevocation(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    return noteRevoked(request, id);
  }
}
