import type { Document, StoredRevision } from "@statwire/control-plane";
import {
  Body,
  Delete,
  Get,
  Middlewares,
  Patch,
  Path,
  Post,
  Put,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { DocumentSources } from "../../configuration/documents.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import { checkedBody } from "./checked-body.js";
import { contains, PeekapingDocuments } from "./documents.js";
import type {
  PeekapingDone,
  PeekapingError,
  PeekapingProxyAnswer,
  PeekapingProxyChange,
  PeekapingProxyInput,
  PeekapingProxyList,
} from "./dto.js";
import { peekapingError } from "./errors.js";
import { pageEntries, pageQuery } from "./page-query.js";
import {
  changedProxyBody,
  missingOf,
  newProxyBody,
  proxyMember,
  replacedProxyBody,
  toProxy,
  toProxyPatch,
  toProxyReplacement,
} from "./to-proxy.js";

@Route("api/v1/proxies")
@Tags("Peekaping configuration")
@Response<PeekapingError>(400, "A value is not allowed")
@Response<PeekapingError>(401, "Missing or wrong token or key")
@Response<PeekapingError>(403, "The caller may not do that")
@Response<PeekapingError>(404, "Proxy not found")
@Response<PeekapingError>(409, "There are too many proxies")
@Response<PeekapingError>(412, "The proxy was changed since it was read")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingError>(429, "Too many requests")
@Response<PeekapingError>(503, "It cannot be read or changed now")
export class PeekapingProxiesController {
  readonly #proxies: PeekapingDocuments;

  constructor(sources: DocumentSources) {
    this.#proxies = new PeekapingDocuments(sources, { kind: "proxy", name: "Proxy", memberName: proxyMember });
  }

  /**
   * Lists proxies, the newest first.
   * @summary Proxies
   * @param page From 0
   * @isInt page
   * @param limit How many a page has
   * @isInt limit
   * @param q Only those whose host contains this
   */
  @Get()
  @Security("PeekapingToken", ["proxy:read"])
  @Security("PeekapingKey", ["proxy:read"])
  @Middlewares(limited("peekaping"), pageQuery)
  @SuccessResponse(200, "The proxies")
  async listPeekapingProxies(
    @Request() request: HttpRequest,
    @Query() page = 0,
    @Query() limit = pageEntries,
    @Query() q?: string,
  ): Promise<PeekapingProxyList> {
    const isListed = ({ document }: StoredRevision) => contains(document.host, q);
    const found = this.#proxies.list(request, { page, limit, isListed });
    return { message: "success", data: found.map(toProxy) };
  }

  /**
   * Creates a proxy. Its password is stored apart, and never answered.
   * @summary Create a proxy
   */
  @Post()
  @Security("PeekapingToken", ["proxy:create"])
  @Security("PeekapingKey", ["proxy:create"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(newProxyBody))
  @SuccessResponse(201, "The proxy")
  async createPeekapingProxy(
    @Request() request: HttpRequest,
    @Body() body: PeekapingProxyInput,
  ): Promise<PeekapingProxyAnswer> {
    const { patch, secret } = toProxyReplacement(body);
    const created = await this.#proxies.create(request, { ...patch, ...(secret ? { secret } : {}) } as Document);
    return { message: "Proxy created successfully", data: toProxy(created.current) };
  }

  /**
   * Reads a proxy.
   * @summary A proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{id}")
  @Security("PeekapingToken", ["proxy:read"])
  @Security("PeekapingKey", ["proxy:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The proxy")
  async readPeekapingProxy(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingProxyAnswer> {
    return { message: "success", data: toProxy(this.#proxies.read(request, id)) };
  }

  /**
   * Replaces what a proxy is. Without a password the one that is stored stays.
   * @summary Replace a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{id}")
  @Security("PeekapingToken", ["proxy:update"])
  @Security("PeekapingKey", ["proxy:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(replacedProxyBody))
  @SuccessResponse(200, "The proxy")
  async replacePeekapingProxy(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingProxyInput,
  ): Promise<PeekapingProxyAnswer> {
    return this.#change(request, id, toProxyReplacement(body));
  }

  /**
   * Changes the named members of a proxy.
   * @summary Change a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}")
  @Security("PeekapingToken", ["proxy:update"])
  @Security("PeekapingKey", ["proxy:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(changedProxyBody))
  @SuccessResponse(200, "The proxy")
  async changePeekapingProxy(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingProxyChange,
  ): Promise<PeekapingProxyAnswer> {
    return this.#change(request, id, toProxyPatch(body));
  }

  /**
   * Deletes a proxy; monitors go without it.
   * @summary Delete a proxy
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("{id}")
  @Security("PeekapingToken", ["proxy:delete"])
  @Security("PeekapingKey", ["proxy:delete"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "Deleted")
  async deletePeekapingProxy(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingDone> {
    await this.#proxies.delete(request, id);
    return { message: "Proxy deleted successfully", data: null };
  }

  async #change(
    request: HttpRequest,
    id: string,
    change: ReturnType<typeof toProxyPatch>,
  ): Promise<PeekapingProxyAnswer> {
    const missing = missingOf(this.#proxies.read(request, id), change);
    if (missing !== undefined) throw peekapingError(400, missing);
    const changed = await this.#proxies.patch(request, id, change);
    return { message: "proxy updated successfully", data: toProxy(changed) };
  }
}
