// Generated from the kind "credential" by scripts/configuration-surface.mjs.
import {
  Body, Get, Header, Middlewares, Patch, Path, Post, Put, Query, Request, Response, Route, Security, SuccessResponse,
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

/** What is written of a credential. */
export interface CredentialInput {
  /**
   * For people
   * @maxLength 255
   */
  note?: string | null;
}

/** What a credential says. */
export interface CredentialFields {
  /**
   * For people
   * @maxLength 255
   */
  note: string | null;
  /**
   * @minLength 1
   * @maxLength 255
   */
  node: string;
  /**
   * @maxLength 64
   */
  public_key: string;
  /**
   * @maxLength 63
   */
  invited_by: string | null;
  /**
   * @maxLength 40
   */
  revoked_at: string | null;
}

/** A credential. */
export interface CredentialDocument extends DocumentMeta, CredentialFields {}

export interface CredentialList {
  items: CredentialDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface CredentialRevision extends RevisionMeta {
  /** What it said from then on. */
  document: CredentialFields;
}

export interface CredentialHistory {
  /** The newest first. */
  revisions: CredentialRevision[];
}

export interface CredentialBatchItem {
  operation: "replace" | "patch";
  /** Which; not with create. */
  id?: string;
  /** Only when its current revision has this number. */
  revision?: number;
  /** With create and replace: as with a request of its own. */
  document?: MergePatch;
  /** With patch: a merge patch (RFC 7396). */
  patch?: MergePatch;
}

export interface CredentialBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: CredentialBatchItem[];
}

@Route("api/v2/credentials")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class CredentialsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists credentials, a page at a time. What a node publishes with; made when it enrolls.
   * @summary Credentials
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
  @Security("ApiKey", ["credential:read"])
  @Security("Bearer", ["credential:read"])
  @Security("Session", ["credential:read"])
  @SuccessResponse(200, "A page of credentials")
  @Response<Problem>(400, "A value is not allowed")
  async listCredentials(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<CredentialList> {
    return this.surface.list<CredentialList>(request, "credential", { limit, cursor, sort, filter }, at);
  }

  /**
   * Several changes with one request.
   * @summary Change many credentials
   * @example body {"dry_run": true, "items": [{"operation": "patch", "id": "0197a3b0-0000-7000-8000-000000000001", "patch": {"note":"Till at the entrance"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["credential:change"])
  @Security("Bearer", ["credential:change"])
  @Security("Session", ["credential:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchCredentials(
    @Request() request: HttpRequest, @Body() body: CredentialBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "credential", body);
  }

  /**
   * Returns one credential, with its revision as `ETag`.
   * @summary One credential
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["credential:read"])
  @Security("Bearer", ["credential:read"])
  @Security("Session", ["credential:read"])
  @SuccessResponse(200, "The credential")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such credential")
  async readCredential(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<CredentialDocument> {
    return this.surface.read(request, "credential", id, at);
  }

  /**
   * Replaces a credential; what is left out gets its default.
   * @summary Replace a credential
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"note":"Till at the entrance"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["credential:update"])
  @Security("Bearer", ["credential:update"])
  @Security("Session", ["credential:update"])
  @SuccessResponse(200, "The credential as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such credential")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceCredential(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: CredentialInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<CredentialDocument> {
    return this.surface.replace(request, "credential", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a credential
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"note":"Till at the entrance"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["credential:update"])
  @Security("Bearer", ["credential:update"])
  @Security("Session", ["credential:update"])
  @SuccessResponse(200, "The credential as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such credential")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchCredential(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<CredentialDocument> {
    return this.surface.patch(request, "credential", id, body);
  }

  /**
   * Lists the revisions of a credential, also of a deleted one: who made it what, and when.
   * @summary History of a credential
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["credential:read"])
  @Security("Bearer", ["credential:read"])
  @Security("Session", ["credential:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such credential")
  async listCredentialHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<CredentialHistory> {
    return this.surface.history<CredentialHistory>(request, "credential", id, limit);
  }
}
