// Generated from the kind "token" by scripts/configuration-surface.mjs.
import {
  Body, Delete, Get, Header, Middlewares, Patch, Path, Post, Put, Query, Request, Response, Route, Security, SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { Problem } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type {
  BatchResults, DocumentMeta, SecretMeta, MergePatch, RevisionMeta,
} from "../../surfaces/native/configuration/dto.js";
import type { ConfigurationSurface } from "../../surfaces/native/configuration/surface.js";
import { knownParameters } from "../../surfaces/native/known-parameters.js";

/** What is written of a token. */
export interface TokenInput {
  /**
   * What it is for
   * @minLength 1
   * @maxLength 255
   */
  label: string;
  /**
   * Whether it may change anything
   */
  access?: "read-only" | "read-write";
  /**
   * Only these, as `kind:verb`; null: all that its owner may
   * @maxItems 50
   */
  scopes?: (string)[] | null;
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids?: (string)[] | null;
  /**
   * When it ends; null: never
   * @maxLength 40
   */
  expires_at?: string | null;
  /**
   * How often it can be used at most
   * @isInt
   * @minimum 1
   * @maximum 1000000000
   */
  uses_max?: number | null;
  /**
   * How it is written
   */
  format?: "statwire" | "peekaping" | "hex64" | "alphanumeric32";
}

/** What a token says. */
export interface TokenFields {
  /**
   * What it is for
   * @minLength 1
   * @maxLength 255
   */
  label: string;
  /**
   * Whether it may change anything
   */
  access: "read-only" | "read-write";
  /**
   * Only these, as `kind:verb`; null: all that its owner may
   * @maxItems 50
   */
  scopes: (string)[] | null;
  /**
   * Only these projects, and nothing that is in none; null: all of the workspace
   * @maxItems 200
   */
  project_ids: (string)[] | null;
  /**
   * When it ends; null: never
   */
  expires_at: unknown;
  /**
   * How often it can be used at most
   * @isInt
   * @minimum 1
   * @maximum 1000000000
   */
  uses_max: number | null;
  /**
   * How it is written
   */
  format: "statwire" | "peekaping" | "hex64" | "alphanumeric32";
  /**
   * @maxLength 40
   */
  display: string;
  /**
   * @maxLength 63
   */
  user_id: string | null;
  role: "viewer" | "editor" | "admin" | "owner";
  /**
   * @maxLength 40
   */
  rotated_at: string | null;
  /**
   * @maxLength 40
   */
  previous_until: string | null;
  /**
   * @isInt
   * @minimum 0
   * @maximum 1000000000
   */
  uses_noted: number;
}

/** A token. */
export interface TokenDocument extends DocumentMeta, SecretMeta, TokenFields {}

export interface TokenCreated extends TokenDocument {
  /** Shown this once; null when the same Idempotency-Key was used before. */
  token: string | null;
}

export interface TokenList {
  items: TokenDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface TokenRevision extends RevisionMeta {
  /** What it said from then on. */
  document: TokenFields;
}

export interface TokenHistory {
  /** The newest first. */
  revisions: TokenRevision[];
}

export interface TokenBatchItem {
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

export interface TokenBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: TokenBatchItem[];
}

@Route("api/v2/tokens")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class TokensController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists tokens, a page at a time. A credential of a program; shown once.
   * @summary Tokens
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
  @Security("ApiKey", ["token:read"])
  @Security("Bearer", ["token:read"])
  @Security("Session", ["token:read"])
  @SuccessResponse(200, "A page of tokens")
  @Response<Problem>(400, "A value is not allowed")
  async listTokens(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenList> {
    return this.surface.list<TokenList>(request, "token", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a token.
   * @summary New token
   * @example body {"label":"Dashboard in the hall","access":"read-only"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same token instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["token:create"])
  @Security("Bearer", ["token:create"])
  @Security("Session", ["token:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createToken(
    @Request() request: HttpRequest, @Body() body: TokenInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenCreated> {
    return this.surface.create(request, "token", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many tokens
   * @example body {"dry_run": true, "items": [{"operation": "delete", "id": "0197a3b0-0000-7000-8000-000000000001"}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["token:change"])
  @Security("Bearer", ["token:change"])
  @Security("Session", ["token:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchTokens(
    @Request() request: HttpRequest, @Body() body: TokenBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "token", body);
  }

  /**
   * Returns one token, with its revision as `ETag`.
   * @summary One token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["token:read"])
  @Security("Bearer", ["token:read"])
  @Security("Session", ["token:read"])
  @SuccessResponse(200, "The token")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such token")
  async readToken(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenDocument> {
    return this.surface.read(request, "token", id, at);
  }

  /**
   * Replaces a token; what is left out gets its default.
   * @summary Replace a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"label":"Dashboard in the hall","access":"read-only"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["token:update"])
  @Security("Bearer", ["token:update"])
  @Security("Session", ["token:update"])
  @SuccessResponse(200, "The token as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such token")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceToken(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: TokenInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenDocument> {
    return this.surface.replace(request, "token", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"access":"read-only"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["token:update"])
  @Security("Bearer", ["token:update"])
  @Security("Session", ["token:update"])
  @SuccessResponse(200, "The token as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such token")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchToken(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenDocument> {
    return this.surface.patch(request, "token", id, body);
  }

  /**
   * Deletes a token, and what belongs to it.
   * @summary Delete a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["token:delete"])
  @Security("Bearer", ["token:delete"])
  @Security("Session", ["token:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such token")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteToken(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "token", id);
  }

  /**
   * Lists the revisions of a token, also of a deleted one: who made it what, and when.
   * @summary History of a token
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["token:read"])
  @Security("Bearer", ["token:read"])
  @Security("Session", ["token:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such token")
  async listTokenHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<TokenHistory> {
    return this.surface.history<TokenHistory>(request, "token", id, limit);
  }
}
