// Generated from the kind "tag" by scripts/configuration-surface.mjs.
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

/** What is written of a tag. */
export interface TagInput {
  /**
   * As people see it
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /**
   * Six hexadecimal digits after a #
   */
  color?: string;
  /**
   * What it means
   * @maxLength 1000
   */
  description?: string | null;
}

/** What a tag says. */
export interface TagFields {
  /**
   * As people see it
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /**
   * Six hexadecimal digits after a #
   */
  color: string;
  /**
   * What it means
   * @maxLength 1000
   */
  description: string | null;
}

/** A tag. */
export interface TagDocument extends DocumentMeta, TagFields {}

export interface TagList {
  items: TagDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface TagRevision extends RevisionMeta {
  /** What it said from then on. */
  document: TagFields;
}

export interface TagHistory {
  /** The newest first. */
  revisions: TagRevision[];
}

export interface TagBatchItem {
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

export interface TagBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: TagBatchItem[];
}

@Route("api/v2/tags")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class TagsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists tags, a page at a time. A word that devices share.
   * @summary Tags
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
  @Security("ApiKey", ["tag:read"])
  @Security("Bearer", ["tag:read"])
  @Security("Session", ["tag:read"])
  @SuccessResponse(200, "A page of tags")
  @Response<Problem>(400, "A value is not allowed")
  async listTags(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagList> {
    return this.surface.list<TagList>(request, "tag", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a tag.
   * @summary New tag
   * @example body {"name":"production","color":"#ef4444"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same tag instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["tag:create"])
  @Security("Bearer", ["tag:create"])
  @Security("Session", ["tag:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createTag(
    @Request() request: HttpRequest, @Body() body: TagInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagDocument> {
    return this.surface.create(request, "tag", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many tags
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"name":"production","color":"#ef4444"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["tag:change"])
  @Security("Bearer", ["tag:change"])
  @Security("Session", ["tag:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchTags(
    @Request() request: HttpRequest, @Body() body: TagBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "tag", body);
  }

  /**
   * Returns one tag, with its revision as `ETag`.
   * @summary One tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["tag:read"])
  @Security("Bearer", ["tag:read"])
  @Security("Session", ["tag:read"])
  @SuccessResponse(200, "The tag")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such tag")
  async readTag(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagDocument> {
    return this.surface.read(request, "tag", id, at);
  }

  /**
   * Replaces a tag; what is left out gets its default.
   * @summary Replace a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"name":"production","color":"#ef4444"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["tag:update"])
  @Security("Bearer", ["tag:update"])
  @Security("Session", ["tag:update"])
  @SuccessResponse(200, "The tag as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such tag")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceTag(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: TagInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagDocument> {
    return this.surface.replace(request, "tag", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"color":"#ef4444"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["tag:update"])
  @Security("Bearer", ["tag:update"])
  @Security("Session", ["tag:update"])
  @SuccessResponse(200, "The tag as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such tag")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchTag(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagDocument> {
    return this.surface.patch(request, "tag", id, body);
  }

  /**
   * Deletes a tag, and what belongs to it.
   * @summary Delete a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["tag:delete"])
  @Security("Bearer", ["tag:delete"])
  @Security("Session", ["tag:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such tag")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteTag(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "tag", id);
  }

  /**
   * Lists the revisions of a tag, also of a deleted one: who made it what, and when.
   * @summary History of a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["tag:read"])
  @Security("Bearer", ["tag:read"])
  @Security("Session", ["tag:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such tag")
  async listTagHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<TagHistory> {
    return this.surface.history<TagHistory>(request, "tag", id, limit);
  }
}
