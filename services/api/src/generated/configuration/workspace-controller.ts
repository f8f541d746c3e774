// Generated from the kind "workspace" by scripts/configuration-surface.mjs.
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

/** What is written of a workspace. */
export interface WorkspaceInput {
  /**
   * Chosen at its creation, and never changed
   */
  id: string;
  /**
   * As people call it
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /**
   * What it is entitled to
   */
  plan?: "free" | "premium" | "unlimited";
  /**
   * When the plan becomes free; null: never
   * @maxLength 40
   */
  plan_until?: string | null;
  /**
   * Where its days begin
   * @maxLength 64
   */
  timezone?: string;
  /**
   * For people
   * @maxLength 2000
   */
  notes?: string | null;
}

/** What a workspace says. */
export interface WorkspaceFields {
  /**
   * Chosen at its creation, and never changed
   */
  id: string;
  /**
   * As people call it
   * @minLength 1
   * @maxLength 100
   */
  name: string;
  /**
   * What it is entitled to
   */
  plan: "free" | "premium" | "unlimited";
  /**
   * When the plan becomes free; null: never
   * @maxLength 40
   */
  plan_until: string | null;
  /**
   * Where its days begin
   * @maxLength 64
   */
  timezone: string;
  /**
   * For people
   * @maxLength 2000
   */
  notes: string | null;
}

/** A workspace. */
export interface WorkspaceDocument extends DocumentMeta, WorkspaceFields {}

export interface WorkspaceList {
  items: WorkspaceDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface WorkspaceRevision extends RevisionMeta {
  /** What it said from then on. */
  document: WorkspaceFields;
}

export interface WorkspaceHistory {
  /** The newest first. */
  revisions: WorkspaceRevision[];
}

export interface WorkspaceBatchItem {
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

export interface WorkspaceBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: WorkspaceBatchItem[];
}

@Route("api/v2/workspaces")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class WorkspacesController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists workspaces, a page at a time. A tenant, to which everything else belongs.
   * @summary Workspaces
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
  @Security("ApiKey", ["workspace:read"])
  @Security("Bearer", ["workspace:read"])
  @Security("Session", ["workspace:read"])
  @SuccessResponse(200, "A page of workspaces")
  @Response<Problem>(400, "A value is not allowed")
  async listWorkspaces(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceList> {
    return this.surface.list<WorkspaceList>(request, "workspace", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a workspace.
   * @summary New workspace
   * @example body {"id":"default","name":"Default","timezone":"Europe/Zurich"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same workspace instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["workspace:create"])
  @Security("Bearer", ["workspace:create"])
  @Security("Session", ["workspace:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createWorkspace(
    @Request() request: HttpRequest, @Body() body: WorkspaceInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceDocument> {
    return this.surface.create(request, "workspace", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many workspaces
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"id":"default","name":"Default","timezone":"Europe/Zurich"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["workspace:change"])
  @Security("Bearer", ["workspace:change"])
  @Security("Session", ["workspace:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchWorkspaces(
    @Request() request: HttpRequest, @Body() body: WorkspaceBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "workspace", body);
  }

  /**
   * Returns one workspace, with its revision as `ETag`.
   * @summary One workspace
   * @param id Which
   * @example id "default"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["workspace:read"])
  @Security("Bearer", ["workspace:read"])
  @Security("Session", ["workspace:read"])
  @SuccessResponse(200, "The workspace")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such workspace")
  async readWorkspace(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceDocument> {
    return this.surface.read(request, "workspace", id, at);
  }

  /**
   * Replaces a workspace; what is left out gets its default.
   * @summary Replace a workspace
   * @param id Which
   * @example id "default"
   * @example body {"id":"default","name":"Default","timezone":"Europe/Zurich"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["workspace:update"])
  @Security("Bearer", ["workspace:update"])
  @Security("Session", ["workspace:update"])
  @SuccessResponse(200, "The workspace as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such workspace")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceWorkspace(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: WorkspaceInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceDocument> {
    return this.surface.replace(request, "workspace", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a workspace
   * @param id Which
   * @example id "default"
   * @example body {"timezone":"Europe/Zurich"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["workspace:update"])
  @Security("Bearer", ["workspace:update"])
  @Security("Session", ["workspace:update"])
  @SuccessResponse(200, "The workspace as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such workspace")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchWorkspace(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceDocument> {
    return this.surface.patch(request, "workspace", id, body);
  }

  /**
   * Deletes a workspace, and what belongs to it.
   * @summary Delete a workspace
   * @param id Which
   * @example id "default"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["workspace:delete"])
  @Security("Bearer", ["workspace:delete"])
  @Security("Session", ["workspace:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such workspace")
  @Response<Problem>(409, "A node has a credential that is good")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteWorkspace(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "workspace", id);
  }

  /**
   * Lists the revisions of a workspace, also of a deleted one: who made it what, and when.
   * @summary History of a workspace
   * @param id Which
   * @example id "default"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["workspace:read"])
  @Security("Bearer", ["workspace:read"])
  @Security("Session", ["workspace:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such workspace")
  async listWorkspaceHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<WorkspaceHistory> {
    return this.surface.history<WorkspaceHistory>(request, "workspace", id, limit);
  }
}
