// Generated from the kind "maintenance" by scripts/configuration-surface.mjs.
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

/** What the field holds. */
export interface MaintenanceInputSchedule {
  /**
   * How often it takes place
   */
  strategy: "manual" | "single" | "interval" | "weekday" | "day-of-month" | "cron";
  /**
   * An IANA time zone; not with `manual`
   * @maxLength 64
   */
  timezone?: string;
  /**
   * Wall clock, such as 2026-01-31T22:00
   * @maxLength 16
   */
  from?: string;
  /**
   * Wall clock; absent: until it is ended by hand, or for ever
   * @maxLength 16
   */
  until?: string;
  /**
   * With interval, weekday and day-of-month: 22:00
   * @maxLength 16
   */
  start_time?: string;
  /**
   * Not after the start: on the next day
   * @maxLength 16
   */
  end_time?: string;
  /**
   * With interval
   * @isInt
   * @minimum 1
   * @maximum 366
   */
  every_days?: number;
  /**
   * With weekday; 0 is Sunday
   * @maxItems 7
   */
  weekdays?: (number)[];
  /**
   * With day-of-month
   * @maxItems 31
   */
  days_of_month?: (number)[];
  /**
   * With day-of-month: its last day, too
   */
  last_day_of_month?: boolean;
  /**
   * With cron: five fields
   * @maxLength 200
   */
  cron?: string;
  /**
   * With cron
   * @isInt
   * @minimum 1
   * @maximum 10080
   */
  duration_minutes?: number;
}

/** What is written of a maintenance. */
export interface MaintenanceInput {
  /**
   * As people see it
   * @minLength 1
   * @maxLength 255
   */
  title: string;
  /**
   * What is done
   * @maxLength 10000
   */
  description?: string | null;
  /**
   * Whether it takes place
   */
  active?: boolean;
  schedule: MaintenanceInputSchedule;
  /**
   * Which devices are in maintenance
   * @maxItems 5000
   */
  device_ids?: (string)[];
  /**
   * Whose devices all are
   * @maxItems 500
   */
  project_ids?: (string)[];
}

/** What the field holds. */
export interface MaintenanceScheduleState {
  /**
   * How often it takes place
   */
  strategy: "manual" | "single" | "interval" | "weekday" | "day-of-month" | "cron";
  /**
   * An IANA time zone; not with `manual`
   * @maxLength 64
   */
  timezone?: string;
  /**
   * Wall clock, such as 2026-01-31T22:00
   * @maxLength 16
   */
  from?: string;
  /**
   * Wall clock; absent: until it is ended by hand, or for ever
   * @maxLength 16
   */
  until?: string;
  /**
   * With interval, weekday and day-of-month: 22:00
   * @maxLength 16
   */
  start_time?: string;
  /**
   * Not after the start: on the next day
   * @maxLength 16
   */
  end_time?: string;
  /**
   * With interval
   * @isInt
   * @minimum 1
   * @maximum 366
   */
  every_days?: number;
  /**
   * With weekday; 0 is Sunday
   * @maxItems 7
   */
  weekdays?: (number)[];
  /**
   * With day-of-month
   * @maxItems 31
   */
  days_of_month?: (number)[];
  /**
   * With day-of-month: its last day, too
   */
  last_day_of_month?: boolean;
  /**
   * With cron: five fields
   * @maxLength 200
   */
  cron?: string;
  /**
   * With cron
   * @isInt
   * @minimum 1
   * @maximum 10080
   */
  duration_minutes?: number;
}

/** What a maintenance says. */
export interface MaintenanceFields {
  /**
   * As people see it
   * @minLength 1
   * @maxLength 255
   */
  title: string;
  /**
   * What is done
   * @maxLength 10000
   */
  description: string | null;
  /**
   * Whether it takes place
   */
  active: boolean;
  schedule: MaintenanceScheduleState;
  /**
   * Which devices are in maintenance
   * @maxItems 5000
   */
  device_ids: (string)[];
  /**
   * Whose devices all are
   * @maxItems 500
   */
  project_ids: (string)[];
  own_of_device_id: string | null;
  own_of_project_id: string | null;
}

/** A maintenance. */
export interface MaintenanceDocument extends DocumentMeta, MaintenanceFields {}

export interface MaintenanceList {
  items: MaintenanceDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface MaintenanceRevision extends RevisionMeta {
  /** What it said from then on. */
  document: MaintenanceFields;
}

export interface MaintenanceHistory {
  /** The newest first. */
  revisions: MaintenanceRevision[];
}

export interface MaintenanceBatchItem {
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

export interface MaintenanceBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: MaintenanceBatchItem[];
}

@Route("api/v2/maintenances")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class MaintenancesController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists maintenances, a page at a time. When devices are expected to be down.
   * @summary Maintenances
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
  @Security("ApiKey", ["maintenance:read"])
  @Security("Bearer", ["maintenance:read"])
  @Security("Session", ["maintenance:read"])
  @SuccessResponse(200, "A page of maintenances")
  @Response<Problem>(400, "A value is not allowed")
  async listMaintenances(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceList> {
    return this.surface.list<MaintenanceList>(request, "maintenance", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a maintenance.
   * @summary New maintenance
   * @example body {"title":"Nightly backup","schedule":{"strategy":"weekday","weekdays":[1,2,3,4,5],"start_time":"02:00","end_time":"03:00","timezone":"Europe/Zurich"}}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same maintenance instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["maintenance:create"])
  @Security("Bearer", ["maintenance:create"])
  @Security("Session", ["maintenance:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createMaintenance(
    @Request() request: HttpRequest, @Body() body: MaintenanceInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceDocument> {
    return this.surface.create(request, "maintenance", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many maintenances
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"title":"Nightly backup","schedule":{"strategy":"weekday","weekdays":[1,2,3,4,5],"start_time":"02:00","end_time":"03:00","timezone":"Europe/Zurich"}}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["maintenance:change"])
  @Security("Bearer", ["maintenance:change"])
  @Security("Session", ["maintenance:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchMaintenances(
    @Request() request: HttpRequest, @Body() body: MaintenanceBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "maintenance", body);
  }

  /**
   * Returns one maintenance, with its revision as `ETag`.
   * @summary One maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["maintenance:read"])
  @Security("Bearer", ["maintenance:read"])
  @Security("Session", ["maintenance:read"])
  @SuccessResponse(200, "The maintenance")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such maintenance")
  async readMaintenance(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceDocument> {
    return this.surface.read(request, "maintenance", id, at);
  }

  /**
   * Replaces a maintenance; what is left out gets its default.
   * @summary Replace a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"title":"Nightly backup","schedule":{"strategy":"weekday","weekdays":[1,2,3,4,5],"start_time":"02:00","end_time":"03:00","timezone":"Europe/Zurich"}}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["maintenance:update"])
  @Security("Bearer", ["maintenance:update"])
  @Security("Session", ["maintenance:update"])
  @SuccessResponse(200, "The maintenance as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such maintenance")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceMaintenance(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MaintenanceInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceDocument> {
    return this.surface.replace(request, "maintenance", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"schedule":{"strategy":"weekday","weekdays":[1,2,3,4,5],"start_time":"02:00","end_time":"03:00","timezone":"Europe/Zurich"}}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["maintenance:update"])
  @Security("Bearer", ["maintenance:update"])
  @Security("Session", ["maintenance:update"])
  @SuccessResponse(200, "The maintenance as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such maintenance")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchMaintenance(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceDocument> {
    return this.surface.patch(request, "maintenance", id, body);
  }

  /**
   * Deletes a maintenance, and what belongs to it.
   * @summary Delete a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["maintenance:delete"])
  @Security("Bearer", ["maintenance:delete"])
  @Security("Session", ["maintenance:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such maintenance")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteMaintenance(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "maintenance", id);
  }

  /**
   * Lists the revisions of a maintenance, also of a deleted one: who made it what, and when.
   * @summary History of a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["maintenance:read"])
  @Security("Bearer", ["maintenance:read"])
  @Security("Session", ["maintenance:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such maintenance")
  async listMaintenanceHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<MaintenanceHistory> {
    return this.surface.history<MaintenanceHistory>(request, "maintenance", id, limit);
  }
}
