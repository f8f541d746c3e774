// Generated from the kind "project" by scripts/configuration-surface.mjs.
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

/** What is written of a project. */
export interface ProjectInput {
  /**
   * The short name that people use for it
   * @minLength 1
   * @maxLength 64
   */
  key: string;
  /**
   * As people call it
   * @minLength 1
   * @maxLength 255
   */
  name: string;
  /**
   * Where it is
   * @maxLength 255
   */
  location?: string | null;
  /**
   * For people
   * @maxLength 10000
   */
  notes?: string | null;
}

/** What a project says. */
export interface ProjectFields {
  /**
   * The short name that people use for it
   * @minLength 1
   * @maxLength 64
   */
  key: string;
  /**
   * As people call it
   * @minLength 1
   * @maxLength 255
   */
  name: string;
  /**
   * Where it is
   * @maxLength 255
   */
  location: string | null;
  /**
   * For people
   * @maxLength 10000
   */
  notes: string | null;
}

/** A project. */
export interface ProjectDocument extends DocumentMeta, ProjectFields {}

export interface ProjectList {
  items: ProjectDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface ProjectRevision extends RevisionMeta {
  /** What it said from then on. */
  document: ProjectFields;
}

export interface ProjectHistory {
  /** The newest first. */
  revisions: ProjectRevision[];
}

export interface ProjectBatchItem {
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

export interface ProjectBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: ProjectBatchItem[];
}

@Route("api/v2/projects")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class ProjectsController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists projects, a page at a time. A group of devices.
   * @summary Projects
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
  @Security("ApiKey", ["project:read"])
  @Security("Bearer", ["project:read"])
  @Security("Session", ["project:read"])
  @SuccessResponse(200, "A page of projects")
  @Response<Problem>(400, "A value is not allowed")
  async listProjects(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectList> {
    return this.surface.list<ProjectList>(request, "project", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a project.
   * @summary New project
   * @example body {"key":"store-12","name":"Store 12","location":"Adelaide"}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same project instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["project:create"])
  @Security("Bearer", ["project:create"])
  @Security("Session", ["project:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createProject(
    @Request() request: HttpRequest, @Body() body: ProjectInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectDocument> {
    return this.surface.create(request, "project", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many projects
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"key":"store-12","name":"Store 12","location":"Adelaide"}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["project:change"])
  @Security("Bearer", ["project:change"])
  @Security("Session", ["project:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchProjects(
    @Request() request: HttpRequest, @Body() body: ProjectBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "project", body);
  }

  /**
   * Returns one project, with its revision as `ETag`.
   * @summary One project
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["project:read"])
  @Security("Bearer", ["project:read"])
  @Security("Session", ["project:read"])
  @SuccessResponse(200, "The project")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such project")
  async readProject(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectDocument> {
    return this.surface.read(request, "project", id, at);
  }

  /**
   * Replaces a project; what is left out gets its default.
   * @summary Replace a project
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"key":"store-12","name":"Store 12","location":"Adelaide"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["project:update"])
  @Security("Bearer", ["project:update"])
  @Security("Session", ["project:update"])
  @SuccessResponse(200, "The project as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such project")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceProject(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: ProjectInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectDocument> {
    return this.surface.replace(request, "project", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a project
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"location":"Adelaide"}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["project:update"])
  @Security("Bearer", ["project:update"])
  @Security("Session", ["project:update"])
  @SuccessResponse(200, "The project as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such project")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchProject(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectDocument> {
    return this.surface.patch(request, "project", id, body);
  }

  /**
   * Deletes a project, and what belongs to it.
   * @summary Delete a project
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["project:delete"])
  @Security("Bearer", ["project:delete"])
  @Security("Session", ["project:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such project")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteProject(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "project", id);
  }

  /**
   * Lists the revisions of a project, also of a deleted one: who made it what, and when.
   * @summary History of a project
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["project:read"])
  @Security("Bearer", ["project:read"])
  @Security("Session", ["project:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such project")
  async listProjectHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProjectHistory> {
    return this.surface.history<ProjectHistory>(request, "project", id, limit);
  }
}
