// Generated from the kind "invitation" by scripts/configuration-surface.mjs.
import {
  Body, Delete, Get, Header, Middlewares, Patch, Path, Post, Put, Query, Request, Response, Route, Security, SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type {
  BatchResults, DocumentMeta, MergePatch, RevisionMeta,
} from "../../surfaces/native/configuration/dto.js";
import type { ConfigurationSurface } from "../../surfaces/native/configuration/surface.js";
import { knownParameters } from "../../surfaces/native/known-parameters.js";

/** What is written of a invitation. */
export interface InvitationInput {
  /**
   * Who is invited
   * @maxLength 254
   */
  email: string;
  /**
   * What the member will be
   */
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids?: (string)[] | null;
  /**
   * Until when it can be accepted; null: seven days
   * @maxLength 40
   */
  expires_at?: string | null;
}

/** What a invitation says. */
export interface InvitationFields {
  /**
   * Who is invited
   * @maxLength 254
   */
  email: string;
  /**
   * What the member will be
   */
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids: (string)[] | null;
  /**
   * Until when it can be accepted; null: seven days
   */
  expires_at: unknown;
  status: "pending" | "accepted" | "cancelled";
  /**
   * @maxLength 63
   */
  invited_by: string | null;
  /**
   * @maxLength 63
   */
  accepted_by: string | null;
}

/** A invitation. */
export interface InvitationDocument extends DocumentMeta, InvitationFields {}

export interface InvitationList {
  items: InvitationDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface InvitationRevision extends RevisionMeta {
  /** What it said from then on. */
  document: InvitationFields;
}

export interface InvitationHistory {
  /** The newest first. */
  revisions: InvitationRevision[];
}

export interface InvitationBatchItem {
  operation: "replace" | "patch" | "delete";
  /** Which; not with create. */
  id?: string;
  /** Only when its current revision has this number. */
  revision?: number;
  /** With create and replace: as with a request of its own. */
  document?: MergePatch;
  /** With patch: a merge patch (RFC 7396). */
  patch?: MergePatch;
}

export interface InvitationBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: InvitationBatchItem[];
}

@Route("api/v2/invitations")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class InvitationsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists invitations, a page at a time. An offer to become a member, sent by mail.
   * @summary Invitations
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   * @param cursor `next_cursor` of the page before
   * @param sort A field, with `-` before it the other way round
   * @param filter `field=value`, or `field~text` for a part of it; of several each must hold
   * @param at As they were at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get()
  @Security("ApiKey", ["invitation:read"])
  @Security("Bearer", ["invitation:read"])
  @Security("Session", ["invitation:read"])
  @SuccessResponse(200, "A page of invitations")
  @Response<Problem>(400, "A value is not allowed")
  async listInvitations(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<InvitationList> {
    return this.surface.list<InvitationList>(request, "invitation", { limit, cursor, sort, filter }, at);
  }

  /**
   * Several changes with one request.
   * @summary Change many invitations
   * @example body {"dry_run": true, "items": [{"operation": "delete", "id": "0197a3b0-0000-7000-8000-000000000001"}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["invitation:change"])
  @Security("Bearer", ["invitation:change"])
  @Security("Session", ["invitation:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchInvitations(
    @Request() request: HttpRequest, @Body() body: InvitationBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "invitation", body);
  }

  /**
   * Returns one invitation, with its revision as `ETag`.
   * @summary One invitation
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["invitation:read"])
  @Security("Bearer", ["invitation:read"])
  @Security("Session", ["invitation:read"])
  @SuccessResponse(200, "The invitation")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such invitation")
  async readInvitation(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<InvitationDocument> {
    return this.surface.read(request, "invitation", id, at);
  }

  /**
   * Replaces a invitation; what is left out gets its default.
   * @summary Replace a invitation
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"email":"ada@example.org","role":"viewer"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["invitation:update"])
  @Security("Bearer", ["invitation:update"])
  @Security("Session", ["invitation:update"])
  @SuccessResponse(200, "The invitation as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such invitation")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceInvitation(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: InvitationInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<InvitationDocument> {
    return this.surface.replace(request, "invitation", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a invitation
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"role":"viewer"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["invitation:update"])
  @Security("Bearer", ["invitation:update"])
  @Security("Session", ["invitation:update"])
  @SuccessResponse(200, "The invitation as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such invitation")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchInvitation(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<InvitationDocument> {
    return this.surface.patch(request, "invitation", id, body);
  }

  /**
   * Deletes a invitation, and what belongs to it.
   * @summary Delete a invitation
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["invitation:delete"])
  @Security("Bearer", ["invitation:delete"])
  @Security("Session", ["invitation:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such invitation")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteInvitation(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "invitation", id);
  }

  /**
   * Lists the revisions of a invitation, also of a deleted one: who made it what, and when.
   * @summary History of a invitation
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["invitation:read"])
  @Security("Bearer", ["invitation:read"])
  @Security("Session", ["invitation:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such invitation")
  async listInvitationHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<InvitationHistory> {
    return this.surface.history<InvitationHistory>(request, "invitation", id, limit);
  }
}
