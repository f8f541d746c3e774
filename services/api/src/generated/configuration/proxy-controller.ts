// Generated from the kind "proxy" by scripts/configuration-surface.mjs.
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
export interface ProxySecret {
  /**
   * @maxLength 1024
   */
  password: string;
}

/** What is written of a proxy. */
export interface ProxyInput {
  /**
   * What it speaks
   */
  protocol: "http" | "https" | "socks" | "socks4" | "socks5" | "socks5h";
  /**
   * Name or address
   * @minLength 1
   * @maxLength 253
   */
  host: string;
  /**
   * Its port
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port: number;
  /**
   * Whether it wants a name and a password
   */
  authentication?: boolean;
  /**
   * The name that it wants
   * @maxLength 255
   */
  username?: string | null;
  /** Stored apart and never shown; null takes it away, and absent leaves it as it is. */
  secret?: ProxySecret | null;
}

/** What a proxy says. */
export interface ProxyFields {
  /**
   * What it speaks
   */
  protocol: "http" | "https" | "socks" | "socks4" | "socks5" | "socks5h";
  /**
   * Name or address
   * @minLength 1
   * @maxLength 253
   */
  host: string;
  /**
   * Its port
   * @isInt
   * @minimum 1
   * @maximum 65535
   */
  port: number;
  /**
   * Whether it wants a name and a password
   */
  authentication: boolean;
  /**
   * The name that it wants
   * @maxLength 255
   */
  username: string | null;
}

/** A proxy. */
export interface ProxyDocument extends DocumentMeta, SecretMeta, ProxyFields {}

export interface ProxyList {
  items: ProxyDocument[];
  /** For the next page; null: this is the last one. */
  next_cursor: string | null;
}

export interface ProxyRevision extends RevisionMeta {
  /** What it said from then on. */
  document: ProxyFields;
}

export interface ProxyHistory {
  /** The newest first. */
  revisions: ProxyRevision[];
}

export interface ProxyBatchItem {
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

export interface ProxyBatch {
  /** Only says what would become of each. */
  dry_run?: boolean;
  /**
   * Done one after the other; one that is refused does not stop the others.
   * @minItems 1
   * @maxItems 100
   */
  items: ProxyBatchItem[];
}

@Route("api/v2/proxies")
@Tags("Configuration")
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The caller may not do that")
@Response<Problem>(404, "There is no such workspace")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "The configuration cannot be read or changed now")
export class ProxiesController {
  constructor(private readonly surface: ConfigurationSurface) {}

  /**
   * Lists proxies, a page at a time. A host through which checks go.
   * @summary Proxies
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
  @Security("ApiKey", ["proxy:read"])
  @Security("Bearer", ["proxy:read"])
  @Security("Session", ["proxy:read"])
  @SuccessResponse(200, "A page of proxies")
  @Response<Problem>(400, "A value is not allowed")
  async listProxies(
    @Request() request: HttpRequest, @Query() limit: number = 100, @Query() cursor?: string, @Query() sort?: string,
    @Query() filter?: string[], @Query() at?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyList> {
    return this.surface.list<ProxyList>(request, "proxy", { limit, cursor, sort, filter }, at);
  }

  /**
   * Creates a proxy.
   * @summary New proxy
   * @example body {"protocol":"http","host":"proxy.example.org","port":3128}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key The same key again gives the same proxy instead of another, for a day
   */
  @Post()
  @Middlewares(jsonBody)
  @Security("ApiKey", ["proxy:create"])
  @Security("Bearer", ["proxy:create"])
  @Security("Session", ["proxy:create"])
  @SuccessResponse(201, "Created")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  @Response<Problem>(422, "The Idempotency-Key was used for something else")
  async createProxy(
    @Request() request: HttpRequest, @Body() body: ProxyInput, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyDocument> {
    return this.surface.create(request, "proxy", body);
  }

  /**
   * Several changes with one request.
   * @summary Change many proxies
   * @example body {"dry_run": true, "items": [{"operation": "create", "document": {"protocol":"http","host":"proxy.example.org","port":3128}}]}
   * @param _workspace The workspace; absent: the one that is served
   * @param _key With the same key again what was created is the same, for a day; the other changes are made again, or refused
   *   when they name a revision
   */
  @Post("batch")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["proxy:change"])
  @Security("Bearer", ["proxy:change"])
  @Security("Session", ["proxy:change"])
  @SuccessResponse(200, "What became of each")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async batchProxies(
    @Request() request: HttpRequest, @Body() body: ProxyBatch, @Header("Idempotency-Key") _key?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<BatchResults> {
    return this.surface.batch(request, "proxy", body);
  }

  /**
   * Returns one proxy, with its revision as `ETag`.
   * @summary One proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param at As it was at this time: ISO 8601, Unix time, or relative as in -1h
   * @param _ifNoneMatch An `ETag` that was read: then only another revision is answered
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}")
  @Security("ApiKey", ["proxy:read"])
  @Security("Bearer", ["proxy:read"])
  @Security("Session", ["proxy:read"])
  @SuccessResponse(200, "The proxy")
  @Response(304, "It is what had this ETag")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such proxy")
  async readProxy(
    @Request() request: HttpRequest, @Path() id: string, @Query() at?: string,
    @Header("If-None-Match") _ifNoneMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyDocument> {
    return this.surface.read(request, "proxy", id, at);
  }

  /**
   * Replaces a proxy; what is left out gets its default.
   * @summary Replace a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"protocol":"http","host":"proxy.example.org","port":3128}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Put("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["proxy:update"])
  @Security("Bearer", ["proxy:update"])
  @Security("Session", ["proxy:update"])
  @SuccessResponse(200, "The proxy as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such proxy")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async replaceProxy(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: ProxyInput, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyDocument> {
    return this.surface.replace(request, "proxy", id, body);
  }

  /**
   * Changes some fields by a merge patch (RFC 7396): null gives a field its default.
   * @summary Change a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @example body {"port":3128}
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Patch("{id}")
  @Middlewares(jsonBody)
  @Security("ApiKey", ["proxy:update"])
  @Security("Bearer", ["proxy:update"])
  @Security("Session", ["proxy:update"])
  @SuccessResponse(200, "The proxy as it is now")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such proxy")
  @Response<Problem>(409, "A name is taken, or there are too many")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  @Response<Problem>(413, "The body is over 64 KiB")
  @Response<Problem>(415, "The body is not JSON")
  async patchProxy(
    @Request() request: HttpRequest, @Path() id: string, @Body() body: MergePatch, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyDocument> {
    return this.surface.patch(request, "proxy", id, body);
  }

  /**
   * Deletes a proxy, and what belongs to it.
   * @summary Delete a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param _ifMatch The `ETag` that was read, or `*`
   * @param _workspace The workspace; absent: the one that is served
   */
  @Delete("{id}")
  @Security("ApiKey", ["proxy:delete"])
  @Security("Bearer", ["proxy:delete"])
  @Security("Session", ["proxy:delete"])
  @SuccessResponse(204, "Deleted")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such proxy")
  @Response<Problem>(412, "It was changed since")
  @Response<Problem>(428, "If-Match is needed")
  async deleteProxy(
    @Request() request: HttpRequest, @Path() id: string, @Header("If-Match") _ifMatch?: string, @Header("X-Workspace") _workspace?: string,
  ): Promise<void> {
    await this.surface.delete(request, "proxy", id);
  }

  /**
   * Lists the revisions of a proxy, also of a deleted one: who made it what, and when.
   * @summary History of a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param _workspace The workspace; absent: the one that is served
   */
  @Get("{id}/history")
  @Security("ApiKey", ["proxy:read"])
  @Security("Bearer", ["proxy:read"])
  @Security("Session", ["proxy:read"])
  @SuccessResponse(200, "Its revisions")
  @Response<Problem>(400, "A value is not allowed")
  @Response<Problem>(404, "There is no such proxy")
  async listProxyHistory(
    @Request() request: HttpRequest, @Path() id: string, @Query() limit: number = 64, @Header("X-Workspace") _workspace?: string,
  ): Promise<ProxyHistory> {
    return this.surface.history<ProxyHistory>(request, "proxy", id, limit);
  }
}
