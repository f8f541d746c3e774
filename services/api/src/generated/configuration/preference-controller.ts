// Generated from the kind "preference" by scripts/configuration-surface.mjs.
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

/** What is written of a preference. */
export interface PreferenceInput {
  /**
   * Whose it is
   */
  user_id: string;
  /**
   * What it is about
   */
  key: string;
  /**
   * What the user prefers
   * @maxLength 10000
   */
  value: string;
}

/** What a preference says. */
export interface PreferenceFields {
  /**
   * Whose it is
   */
  user_id: string;
  /**
   * What it is about
   */
  key: string;
  /**
   * What the user prefers
   * @maxLength 10000
   */
  value: string;
}

/** A preference. */
export interface PreferenceDocument extends DocumentMeta, PreferenceFields {}

export interface PreferenceList {
  items: PreferenceDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface PreferenceRevision extends RevisionMeta {
  /** What it said from then on. */
  document: PreferenceFields;
}

export interface PreferenceHistory {
  /** The newest first. */
  revisions: PreferenceRevision[];
}

export interface PreferenceBatchItem {
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

export interface PreferenceBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: PreferenceBatchItem[];
}

@Route("api/v2/preferences")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class PreferencesController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists preferences, a page at a time. Something that a user prefers.
   * @summary Preferences
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
  @Security("ApiKey", ["preference:read"])
  @Security("Bearer", ["preference:read"])
  @Security("Session", ["preference:read"])
  @SuccessResponse(200, "A page of preferences")
  @Response<Problem>(400, "A value is not allowed")
  async listPreferences(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceList> {
    return this.surface.list<PreferenceList>(request, "preference", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a preference.
   * @summary New preference
   * @example body {"user_id":"0197a3b0-0000-7000-8000-000000000001","key":"timezone","value":"Australia/Adelaide"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same preference instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["preference:create"])
  @Security("Bearer", ["preference:create"])
  @Security("Session", ["preference:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createPreference(
    @Request() request: HttpRequest, @Body() body: PreferenceInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceDocument> {
    return this.surface.create(request, "preference", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many preferences
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"user_id":"0197a3b0-0000-7000-8000-000000000001","key":"timezone","value":"Australia/Adelaide"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["preference:change"])
  @Security("Bearer", ["preference:change"])
  @Security("Session", ["preference:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchPreferences(
    @Request() request: HttpRequest, @Body() body: PreferenceBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "preference", body);
  }

  /**
   * Returns one preference, with its revision as `ETag`.
   * @summary One preference
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["preference:read"])
  @Security("Bearer", ["preference:read"])
  @Security("Session", ["preference:read"])
  @SuccessResponse(200, "The preference")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such preference")
  async readPreference(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceDocument> {
    return this.surface.read(request, "preference", id, at);
  }

  /**
   * Replaces a preference; what is left out gets its default.
   * @summary Replace a preference
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"user_id":"0197a3b0-0000-7000-8000-000000000001","key":"timezone","value":"Australia/Adelaide"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["preference:update"])
  @Security("Bearer", ["preference:update"])
  @Security("Session", ["preference:update"])
  @SuccessResponse(200, "The preference as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such preference")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replacePreference(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: PreferenceInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceDocument> {
    return this.surface.replace(request, "preference", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a preference
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"value":"Australia/Adelaide"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["preference:update"])
  @Security("Bearer", ["preference:update"])
  @Security("Session", ["preference:update"])
  @SuccessResponse(200, "The preference as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such preference")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchPreference(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceDocument> {
    return this.surface.patch(request, "preference", id, body);
  }

  /**
   * Deletes a preference, and what belongs to it.
   * @summary Delete a preference
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["preference:delete"])
  @Security("Bearer", ["preference:delete"])
  @Security("Session", ["preference:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such preference")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deletePreference(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "preference", id);
  }

  /**
   * Lists the revisions of a preference, also of a deleted one: who made it what, and when.
   * @summary History of a preference
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["preference:read"])
  @Security("Bearer", ["preference:read"])
  @Security("Session", ["preference:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such preference")
  async listPreferenceHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<PreferenceHistory> {
    return this.surface.history<PreferenceHistory>(request, "preference", id, limit);
  }
}
