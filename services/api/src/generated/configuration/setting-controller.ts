// Generated from the kind "setting" by scripts/configuration-surface.mjs.
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

/** What is written of a setting. */
export interface SettingInput {
  /**
   * Its name
   * @maxLength 100
   */
  key: string;
  /**
   * How its value is meant
   */
  type?: "string" | "int" | "bool" | "json";
  /**
   * Its value as a text
   * @maxLength 10000
   */
  value: string;
}

/** What a setting says. */
export interface SettingFields {
  /**
   * Its name
   * @maxLength 100
   */
  key: string;
  /**
   * How its value is meant
   */
  type: "string" | "int" | "bool" | "json";
  /**
   * Its value as a text
   * @maxLength 10000
   */
  value: string;
}

/** A setting. */
export interface SettingDocument extends DocumentMeta, SettingFields {}

export interface SettingList {
  items: SettingDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface SettingRevision extends RevisionMeta {
  /** What it said from then on. */
  document: SettingFields;
}

export interface SettingHistory {
  /** The newest first. */
  revisions: SettingRevision[];
}

export interface SettingBatchItem {
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

export interface SettingBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: SettingBatchItem[];
}

@Route("api/v2/settings")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class SettingsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists settings, a page at a time. A named value of the workspace.
   * @summary Settings
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
  @Security("ApiKey", ["setting:read"])
  @Security("Bearer", ["setting:read"])
  @Security("Session", ["setting:read"])
  @SuccessResponse(200, "A page of settings")
  @Response<Problem>(400, "A value is not allowed")
  async listSettings(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingList> {
    return this.surface.list<SettingList>(request, "setting", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a setting.
   * @summary New setting
   * @example body {"key":"KEEP_DATA_PERIOD_DAYS","type":"int","value":"365"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same setting instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["setting:create"])
  @Security("Bearer", ["setting:create"])
  @Security("Session", ["setting:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createSetting(
    @Request() request: HttpRequest, @Body() body: SettingInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingDocument> {
    return this.surface.create(request, "setting", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many settings
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"key":"KEEP_DATA_PERIOD_DAYS","type":"int","value":"365"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["setting:change"])
  @Security("Bearer", ["setting:change"])
  @Security("Session", ["setting:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchSettings(
    @Request() request: HttpRequest, @Body() body: SettingBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "setting", body);
  }

  /**
   * Returns one setting, with its revision as `ETag`.
   * @summary One setting
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["setting:read"])
  @Security("Bearer", ["setting:read"])
  @Security("Session", ["setting:read"])
  @SuccessResponse(200, "The setting")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such setting")
  async readSetting(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingDocument> {
    return this.surface.read(request, "setting", id, at);
  }

  /**
   * Replaces a setting; what is left out gets its default.
   * @summary Replace a setting
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"key":"KEEP_DATA_PERIOD_DAYS","type":"int","value":"365"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["setting:update"])
  @Security("Bearer", ["setting:update"])
  @Security("Session", ["setting:update"])
  @SuccessResponse(200, "The setting as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such setting")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceSetting(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: SettingInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingDocument> {
    return this.surface.replace(request, "setting", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a setting
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"value":"365"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["setting:update"])
  @Security("Bearer", ["setting:update"])
  @Security("Session", ["setting:update"])
  @SuccessResponse(200, "The setting as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such setting")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchSetting(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingDocument> {
    return this.surface.patch(request, "setting", id, body);
  }

  /**
   * Deletes a setting, and what belongs to it.
   * @summary Delete a setting
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["setting:delete"])
  @Security("Bearer", ["setting:delete"])
  @Security("Session", ["setting:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such setting")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteSetting(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "setting", id);
  }

  /**
   * Lists the revisions of a setting, also of a deleted one: who made it what, and when.
   * @summary History of a setting
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["setting:read"])
  @Security("Bearer", ["setting:read"])
  @Security("Session", ["setting:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such setting")
  async listSettingHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<SettingHistory> {
    return this.surface.history<SettingHistory>(request, "setting", id, limit);
  }
}
