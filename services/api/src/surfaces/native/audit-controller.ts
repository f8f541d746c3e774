import {
  Example,
  Get,
  Header,
  Middlewares,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { callerOf } from "../../http/authentication.js";
import { contextOf } from "../../http/context.js";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import type { AuditList } from "./dto-audit.js";
import { knownParameters } from "./known-parameters.js";
import { type AuditReadings, readAudit } from "./read-audit.js";

@Route("api/v2/audit")
@Tags("Configuration")
@Security("ApiKey", ["audit:read"])
@Security("Bearer", ["audit:read"])
@Security("Session", ["audit:read"])
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(400, "A value is not allowed")
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not read the audit")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The history cannot be read")
export class AuditController {
  constructor(private readonly readings: AuditReadings) {}

  /**
   * Lists who changed which document and what happened to sign-ins, the newest first; what documents say is in their own history. Entries
   * come out of the history store, a second or two after they happened. For admins and owners of the whole workspace; what
   * belongs to the installation (`_`), such as users and sign-ins of who is no member, for administrators of the installation.
   * @summary Audit
   * @param type Only changes of documents, or only what happened to sign-ins
   * @param actor Id or name of who did it
   * @example actor "0197a3b0-0000-7000-8000-000000000001"
   * @param kind Only changes of documents of this kind
   * @example kind "device"
   * @param id Only changes of this document; with `kind`
   * @param action Only this
   * @example action "deleted"
   * @param from RFC 3339, Unix seconds or milliseconds, or relative to now as in `-1h`; from the beginning when absent
   * @example from "-24h"
   * @param to As `from`, and before it; until now when absent
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   * @param cursor `next_cursor` of the page before
   * @param _workspace The workspace; absent: the one that is served, and for administrators the installation's, too
   */
  @Get()
  @SuccessResponse(200, "A page of entries")
  @Example<AuditList>({
    entries: [
      {
        at: "2026-11-02T08:15:00.000Z",
        type: "change",
        action: "patched",
        workspace: "default",
        actor: { kind: "user", id: "0197a3b0-0000-7000-8000-000000000001", name: "Ada" },
        document: { kind: "device", id: "0197a3b0-0000-7000-8000-000000000002", revision: 4711 },
        method: null,
        address: null,
        request_id: "7b0c7b0e-4d5b-4a53-8c33-0f3c6a0d8f8e",
        count: 1,
      },
      {
        at: "2026-11-02T08:14:00.000Z",
        type: "sign-in",
        action: "signed-in",
        workspace: "default",
        actor: { kind: "user", id: "0197a3b0-0000-7000-8000-000000000001", name: "Ada" },
        document: null,
        method: "password",
        address: "192.0.2.7",
        request_id: "1f6d3a52-0b3c-4f4e-9a6c-2f0f7f4e9b11",
        count: 1,
      },
    ],
    next_cursor: null,
  })
  async listAudit(
    @Request() request: HttpRequest,
    @Query() type?: "change" | "sign-in",
    @Query() actor?: string,
    @Query() kind?: string,
    @Query() id?: string,
    @Query() action?: string,
    @Query() from?: string,
    @Query() to?: string,
    @Query() limit: number = 100,
    @Query() cursor?: string,
    @Header("X-Workspace") _workspace?: string,
  ): Promise<AuditList> {
    const principal = callerOf(request)?.principal;
    if (principal === undefined) throw new Error("the audit has no caller");
    const workspace = { asked: request.get("x-workspace"), own: contextOf(request).workspace };
    return readAudit(this.readings, principal, workspace, { type, actor, kind, id, action, from, to, limit, cursor });
  }
}
