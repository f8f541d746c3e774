// Generated from the kind "device" by scripts/configuration-surface.mjs.
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

/** What the field holds. */
export interface DeviceInputCheck {
  /**
   * http, tcp, ping, dns, push and so on
   */
  kind: string;
  /**
   * How often
   * @isInt
   * @minimum 20
   * @maximum 86400
   */
  interval_seconds?: number;
  /**
   * How long one may take
   * @isInt
   * @minimum 1
   * @maximum 3600
   */
  timeout_seconds?: number;
  /**
   * How many failures in a row are not yet down
   * @isInt
   * @minimum 0
   * @maximum 100
   */
  retries_max?: number;
  /**
   * How often while it is failing
   * @isInt
   * @minimum 20
   * @maximum 86400
   */
  retry_interval_seconds?: number;
  /**
   * Tell again after so many failures; 0: once
   * @isInt
   * @minimum 0
   * @maximum 10000
   */
  resend_every?: number;
  /**
   * What the kind of check needs
   */
  config?: { [name: string]: unknown };
}

/** What the field holds. */
export interface DeviceSecret {
  config: { [name: string]: string };
}

/** What is written of a device. */
export interface DeviceInput {
  /**
   * As people call it
   * @minLength 1
   * @maxLength 255
   */
  name: string;
  /**
   * The project that it is in
   */
  project_id?: string | null;
  /**
   * What it is: server, hypervisor, fortigate…
   * @minLength 1
   * @maxLength 64
   */
  type?: string;
  /**
   * The node whose readings are this device's
   * @minLength 1
   * @maxLength 255
   */
  node?: string | null;
  /**
   * Name or address, for checks
   * @maxLength 253
   */
  address?: string | null;
  /**
   * Port, for checks
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port?: number | null;
  /**
   * URL, for checks
   * @maxLength 2048
   */
  url?: string | null;
  /**
   * Whether it is checked
   */
  active?: boolean;
  /**
   * What is checked; null: only its node reports
   */
  check?: DeviceInputCheck | null;
  /**
   * Its tags
   * @maxItems 100
   */
  tag_ids?: (string)[];
  /**
   * The proxy that its checks go through
   */
  proxy_id?: string | null;
  /**
   * A word that servers are listed by
   * @maxLength 100
   */
  group?: string | null;
  /**
   * Higher comes first in lists
   * @isInt
   * @minimum -1000000
   * @maximum 1000000
   */
  display_index?: number;
  /**
   * Whether visitors without a credential see it
   */
  hidden_from_guests?: boolean;
  /**
   * For people
   * @maxLength 10000
   */
  notes?: string | null;
  /**
   * For visitors
   * @maxLength 10000
   */
  public_notes?: string | null;
  /** Stored apart and never shown; null takes it away, and absent leaves it as it is. */
  secret?: DeviceSecret | null;
}

/** What the field holds. */
export interface DeviceCheckState {
  /**
   * http, tcp, ping, dns, push and so on
   */
  kind: string;
  /**
   * How often
   * @isInt
   * @minimum 20
   * @maximum 86400
   */
  interval_seconds: number;
  /**
   * How long one may take
   * @isInt
   * @minimum 1
   * @maximum 3600
   */
  timeout_seconds: number;
  /**
   * How many failures in a row are not yet down
   * @isInt
   * @minimum 0
   * @maximum 100
   */
  retries_max: number;
  /**
   * How often while it is failing
   * @isInt
   * @minimum 20
   * @maximum 86400
   */
  retry_interval_seconds: number;
  /**
   * Tell again after so many failures; 0: once
   * @isInt
   * @minimum 0
   * @maximum 10000
   */
  resend_every: number;
  /**
   * What the kind of check needs
   */
  config: { [name: string]: unknown };
}

/** What a device says. */
export interface DeviceFields {
  /**
   * As people call it
   * @minLength 1
   * @maxLength 255
   */
  name: string;
  /**
   * The project that it is in
   */
  project_id: string | null;
  /**
   * What it is: server, hypervisor, fortigate…
   * @minLength 1
   * @maxLength 64
   */
  type: string;
  /**
   * The node whose readings are this device's
   * @minLength 1
   * @maxLength 255
   */
  node: string | null;
  /**
   * Name or address, for checks
   * @maxLength 253
   */
  address: string | null;
  /**
   * Port, for checks
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port: number | null;
  /**
   * URL, for checks
   * @maxLength 2048
   */
  url: string | null;
  /**
   * Whether it is checked
   */
  active: boolean;
  /**
   * What is checked; null: only its node reports
   */
  check: DeviceCheckState | null;
  /**
   * Its tags
   * @maxItems 100
   */
  tag_ids: (string)[];
  /**
   * The proxy that its checks go through
   */
  proxy_id: string | null;
  /**
   * A word that servers are listed by
   * @maxLength 100
   */
  group: string | null;
  /**
   * Higher comes first in lists
   * @isInt
   * @minimum -1000000
   * @maximum 1000000
   */
  display_index: number;
  /**
   * Whether visitors without a credential see it
   */
  hidden_from_guests: boolean;
  /**
   * For people
   * @maxLength 10000
   */
  notes: string | null;
  /**
   * For visitors
   * @maxLength 10000
   */
  public_notes: string | null;
}

/** A device. */
export interface DeviceDocument extends DocumentMeta, SecretMeta, DeviceFields {}

export interface DeviceList {
  items: DeviceDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface DeviceRevision extends RevisionMeta {
  /** What it said from then on. */
  document: DeviceFields;
}

export interface DeviceHistory {
  /** The newest first. */
  revisions: DeviceRevision[];
}

export interface DeviceBatchItem {
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

export interface DeviceBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: DeviceBatchItem[];
}

@Route("api/v2/devices")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class DevicesController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists devices, a page at a time. A monitored thing: a node, a target of checks, or both.
   * @summary Devices
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
  @Security("ApiKey", ["device:read"])
  @Security("Bearer", ["device:read"])
  @Security("Session", ["device:read"])
  @SuccessResponse(200, "A page of devices")
  @Response<Problem>(400, "A value is not allowed")
  async listDevices(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceList> {
    return this.surface.list<DeviceList>(request, "device", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a device.
   * @summary New device
   * @example body {"name":"Till 3","type":"posserver","address":"10.0.12.3","check":{"kind":"tcp","interval_seconds":60,"config":{"port":443}}}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same device instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["device:create"])
  @Security("Bearer", ["device:create"])
  @Security("Session", ["device:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createDevice(
    @Request() request: HttpRequest, @Body() body: DeviceInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceDocument> {
    return this.surface.create(request, "device", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many devices
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"name":"Till 3","type":"posserver","address":"10.0.12.3","check":{"kind":"tcp","interval_seconds":60,"config":{"port":443}}}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["device:change"])
  @Security("Bearer", ["device:change"])
  @Security("Session", ["device:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchDevices(
    @Request() request: HttpRequest, @Body() body: DeviceBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "device", body);
  }

  /**
   * Returns one device, with its revision as `ETag`.
   * @summary One device
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["device:read"])
  @Security("Bearer", ["device:read"])
  @Security("Session", ["device:read"])
  @SuccessResponse(200, "The device")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such device")
  async readDevice(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceDocument> {
    return this.surface.read(request, "device", id, at);
  }

  /**
   * Replaces a device; what is left out gets its default.
   * @summary Replace a device
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"name":"Till 3","type":"posserver","address":"10.0.12.3","check":{"kind":"tcp","interval_seconds":60,"config":{"port":443}}}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["device:update"])
  @Security("Bearer", ["device:update"])
  @Security("Session", ["device:update"])
  @SuccessResponse(200, "The device as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such device")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceDevice(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: DeviceInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceDocument> {
    return this.surface.replace(request, "device", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a device
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"check":{"kind":"tcp","interval_seconds":60,"config":{"port":443}}}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["device:update"])
  @Security("Bearer", ["device:update"])
  @Security("Session", ["device:update"])
  @SuccessResponse(200, "The device as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such device")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchDevice(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceDocument> {
    return this.surface.patch(request, "device", id, body);
  }

  /**
   * Deletes a device, and what belongs to it.
   * @summary Delete a device
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["device:delete"])
  @Security("Bearer", ["device:delete"])
  @Security("Session", ["device:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such device")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteDevice(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "device", id);
  }

  /**
   * Lists the revisions of a device, also of a deleted one: who made it what, and when.
   * @summary History of a device
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["device:read"])
  @Security("Bearer", ["device:read"])
  @Security("Session", ["device:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such device")
  async listDeviceHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<DeviceHistory> {
    return this.surface.history<DeviceHistory>(request, "device", id, limit);
  }
}
