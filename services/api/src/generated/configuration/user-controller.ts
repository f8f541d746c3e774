// Generated from the kind "user" by scripts/configuration-surface.mjs.
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

/** What is written of a user. */
export interface UserInput {
  /**
   * Signs in with it
   * @maxLength 254
   */
  email: string;
  /**
   * Signs in with it, too
   */
  username?: string | null;
  /**
   * As others see it
   * @minLength 1
   * @maxLength 100
   */
  name?: string | null;
  /**
   * Whether the user may sign in
   */
  active?: boolean;
  /**
   * Whether the user looks after the installation
   */
  administrator?: boolean;
  /**
   * Where the user's days begin; null: as in the workspace
   * @maxLength 64
   */
  timezone?: string | null;
}

/** What the field holds. */
export interface UserIdentitiesState {
  /**
   * @maxLength 500
   */
  issuer: string;
  /**
   * @maxLength 255
   */
  subject: string;
}

/** What a user says. */
export interface UserFields {
  /**
   * Signs in with it
   * @maxLength 254
   */
  email: string;
  /**
   * Signs in with it, too
   */
  username: string | null;
  /**
   * As others see it
   * @minLength 1
   * @maxLength 100
   */
  name: string | null;
  /**
   * Whether the user may sign in
   */
  active: boolean;
  /**
   * Whether the user looks after the installation
   */
  administrator: boolean;
  /**
   * Where the user's days begin; null: as in the workspace
   * @maxLength 64
   */
  timezone: string | null;
  /**
   * @maxItems 20
   */
  identities: (UserIdentitiesState)[];
  email_verified: boolean;
  two_factor: boolean;
  /**
   * @maxLength 40
   */
  credentials_changed_at: string | null;
  /**
   * @maxLength 63
   */
  last_workspace: string | null;
}

/** A user. */
export interface UserDocument extends DocumentMeta, UserFields {}

export interface UserList {
  items: UserDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface UserRevision extends RevisionMeta {
  /** What it said from then on. */
  document: UserFields;
}

export interface UserHistory {
  /** The newest first. */
  revisions: UserRevision[];
}

export interface UserBatchItem {
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

export interface UserBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: UserBatchItem[];
}

@Route("api/v2/users")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class UsersController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists users, a page at a time. A person, who is let into workspaces by memberships.
   * @summary Users
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
  @Security("ApiKey", ["user:read"])
  @Security("Bearer", ["user:read"])
  @Security("Session", ["user:read"])
  @SuccessResponse(200, "A page of users")
  @Response<Problem>(400, "A value is not allowed")
  async listUsers(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserList> {
    return this.surface.list<UserList>(request, "user", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a user.
   * @summary New user
   * @example body {"email":"ada@example.org","name":"Ada"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same user instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["user:create"])
  @Security("Bearer", ["user:create"])
  @Security("Session", ["user:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createUser(
    @Request() request: HttpRequest, @Body() body: UserInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserDocument> {
    return this.surface.create(request, "user", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many users
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"email":"ada@example.org","name":"Ada"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["user:change"])
  @Security("Bearer", ["user:change"])
  @Security("Session", ["user:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchUsers(
    @Request() request: HttpRequest, @Body() body: UserBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "user", body);
  }

  /**
   * Returns one user, with its revision as `ETag`.
   * @summary One user
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["user:read"])
  @Security("Bearer", ["user:read"])
  @Security("Session", ["user:read"])
  @SuccessResponse(200, "The user")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such user")
  async readUser(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserDocument> {
    return this.surface.read(request, "user", id, at);
  }

  /**
   * Replaces a user; what is left out gets its default.
   * @summary Replace a user
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"email":"ada@example.org","name":"Ada"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["user:update"])
  @Security("Bearer", ["user:update"])
  @Security("Session", ["user:update"])
  @SuccessResponse(200, "The user as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such user")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceUser(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: UserInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserDocument> {
    return this.surface.replace(request, "user", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a user
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"name":"Ada"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["user:update"])
  @Security("Bearer", ["user:update"])
  @Security("Session", ["user:update"])
  @SuccessResponse(200, "The user as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such user")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchUser(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserDocument> {
    return this.surface.patch(request, "user", id, body);
  }

  /**
   * Deletes a user, and what belongs to it.
   * @summary Delete a user
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["user:delete"])
  @Security("Bearer", ["user:delete"])
  @Security("Session", ["user:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such user")
  @Response<Problem>(409, "A workspace would have no owner")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteUser(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "user", id);
  }

  /**
   * Lists the revisions of a user, also of a deleted one: who made it what, and when.
   * @summary History of a user
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["user:read"])
  @Security("Bearer", ["user:read"])
  @Security("Session", ["user:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such user")
  async listUserHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<UserHistory> {
    return this.surface.history<UserHistory>(request, "user", id, limit);
  }
}
