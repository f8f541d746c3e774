// Generated from the kind "membership" by scripts/configuration-surface.mjs.
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

/** What is written of a membership. */
export interface MembershipInput {
  /**
   * Who is let in
   */
  user_id: string;
  /**
   * What the member may do
   */
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids?: (string)[] | null;
}

/** What a membership says. */
export interface MembershipFields {
  /**
   * Who is let in
   */
  user_id: string;
  /**
   * What the member may do
   */
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids: (string)[] | null;
}

/** A membership. */
export interface MembershipDocument extends DocumentMeta, MembershipFields {}

export interface MembershipList {
  items: MembershipDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface MembershipRevision extends RevisionMeta {
  /** What it said from then on. */
  document: MembershipFields;
}

export interface MembershipHistory {
  /** The newest first. */
  revisions: MembershipRevision[];
}

export interface MembershipBatchItem {
  operation: "create" | "replace" | "patch" | "delete";
  /** Which; not with create. */
  id?: string;
  /** Only when its current revision has this number. */
  revision?: number;
  /** With create and replace: as with a request of its own. */
  document?: MergePatch;
  /** With patch: a merge patch (RFC 7396). */
  patch?: MergePatch;
}

export interface MembershipBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: MembershipBatchItem[];
}

@Route("api/v2/memberships")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class MembershipsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists memberships, a page at a time. Lets a user into the workspace.
   * @summary Memberships
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
  @Security("ApiKey", ["membership:read"])
  @Security("Bearer", ["membership:read"])
  @Security("Session", ["membership:read"])
  @SuccessResponse(200, "A page of memberships")
  @Response<Problem>(400, "A value is not allowed")
  async listMemberships(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipList> {
    return this.surface.list<MembershipList>(request, "membership", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a membership.
   * @summary New membership
   * @example body {"user_id":"0197a3b0-0000-7000-8000-000000000001","role":"editor"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same membership instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["membership:create"])
  @Security("Bearer", ["membership:create"])
  @Security("Session", ["membership:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createMembership(
    @Request() request: HttpRequest, @Body() body: MembershipInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipDocument> {
    return this.surface.create(request, "membership", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many memberships
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"user_id":"0197a3b0-0000-7000-8000-000000000001","role":"editor"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["membership:change"])
  @Security("Bearer", ["membership:change"])
  @Security("Session", ["membership:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchMemberships(
    @Request() request: HttpRequest, @Body() body: MembershipBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "membership", body);
  }

  /**
   * Returns one membership, with its revision as `ETag`.
   * @summary One membership
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["membership:read"])
  @Security("Bearer", ["membership:read"])
  @Security("Session", ["membership:read"])
  @SuccessResponse(200, "The membership")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such membership")
  async readMembership(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipDocument> {
    return this.surface.read(request, "membership", id, at);
  }

  /**
   * Replaces a membership; what is left out gets its default.
   * @summary Replace a membership
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"user_id":"0197a3b0-0000-7000-8000-000000000001","role":"editor"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["membership:update"])
  @Security("Bearer", ["membership:update"])
  @Security("Session", ["membership:update"])
  @SuccessResponse(200, "The membership as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such membership")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceMembership(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MembershipInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipDocument> {
    return this.surface.replace(request, "membership", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a membership
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"role":"editor"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["membership:update"])
  @Security("Bearer", ["membership:update"])
  @Security("Session", ["membership:update"])
  @SuccessResponse(200, "The membership as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such membership")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchMembership(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipDocument> {
    return this.surface.patch(request, "membership", id, body);
  }

  /**
   * Deletes a membership, and what belongs to it.
   * @summary Delete a membership
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["membership:delete"])
  @Security("Bearer", ["membership:delete"])
  @Security("Session", ["membership:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such membership")
  @Response<Problem>(409, "A workspace would have no owner")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteMembership(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "membership", id);
  }

  /**
   * Lists the revisions of a membership, also of a deleted one: who made it what, and when.
   * @summary History of a membership
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["membership:read"])
  @Security("Bearer", ["membership:read"])
  @Security("Session", ["membership:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such membership")
  async listMembershipHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<MembershipHistory> {
    return this.surface.history<MembershipHistory>(request, "membership", id, limit);
  }
}
