import type { Document, StoredRevision } from "@statwire/control-plane";
import {
  Body,
  Delete,
  Get,
  Middlewares,
  NoSecurity,
  Path,
  Post,
  Put,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import type { DocumentSources } from "../../configuration/documents.js";
import { Answer } from "../../http/answer.js";
import { contextOf } from "../../http/context.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import { readUses } from "../../tokens/read-uses.js";
import { checkedBody } from "./checked-body.js";
import { PeekapingDocuments, timesOf } from "./documents.js";
import type { PeekapingError } from "./dto.js";
import type {
  PeekapingApiKey,
  PeekapingApiKeyAnswer,
  PeekapingApiKeyChange,
  PeekapingApiKeyConfigAnswer,
  PeekapingApiKeyInput,
  PeekapingApiKeyList,
  PeekapingNewApiKeyAnswer,
} from "./dto-api-keys.js";
import { keyPrefix, peekapingError } from "./errors.js";

const members = {
  name: { is: "text", min: 1, max: 255 },
  expires_at: { is: "text", max: 40 },
  max_usage_count: { is: "integer", min: 1, max: 1_000_000_000 },
} as const;

const newKeyBody = {
  name: "CreateAPIKeyDto",
  members: { ...members, name: { ...members.name, required: true } },
} as const;

/** Of a workspace with more keys than this, those before are not listed: each is looked up for its uses. */
const keysListedMax = 1_000;

@Route("api/v1/api-keys")
@Tags("Peekaping API keys")
@Response<PeekapingError>(429, "Too many requests")
export class PeekapingApiKeysController {
  readonly #keys: PeekapingDocuments;

  constructor(private readonly sources: DocumentSources) {
    const called: Record<string, string> = { label: "name", uses_max: "max_usage_count" };
    const memberName = (path: string) => called[path] ?? path;
    this.#keys = new PeekapingDocuments(sources, { kind: "token", name: "API key", memberName });
  }

  /**
   * Tells how keys begin.
   * @summary What keys look like
   */
  @Get("config")
  @NoSecurity()
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "Their prefix")
  async peekapingApiKeyConfig(): Promise<PeekapingApiKeyConfigAnswer> {
    return { message: "success", data: { prefix: keyPrefix } };
  }

  /**
   * Lists keys, the newest first: every token of the workspace, in whatever form it is written.
   * @summary API keys
   */
  @Get()
  @Security("PeekapingJwt", ["token:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The keys")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(403, "The caller may not do that")
  @Response<PeekapingError>(503, "They cannot be read now")
  async listPeekapingApiKeys(@Request() request: HttpRequest): Promise<PeekapingApiKeyList> {
    const found = this.#keys.list(request, { page: 0, limit: keysListedMax, isListed: () => true });
    return { message: "success", data: await Promise.all(found.map((stored) => toApiKey(request, stored))) };
  }

  /**
   * Creates a key, which may what the caller may. Its text is shown this once.
   * @summary Create an API key
   */
  @Post()
  @Security("PeekapingJwt", ["token:create"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(newKeyBody))
  @SuccessResponse(201, "The key")
  @Response<PeekapingError>(400, "A value is not allowed")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(403, "The caller may not do that")
  @Response<PeekapingError>(409, "There are too many keys")
  @Response<PeekapingError>(413, "The body is over 64 KiB")
  @Response<PeekapingError>(415, "The body is not JSON")
  @Response<PeekapingError>(503, "It cannot be created now")
  async createPeekapingApiKey(
    @Request() request: HttpRequest,
    @Body() body: PeekapingApiKeyInput,
  ): Promise<PeekapingNewApiKeyAnswer> {
    const document = { ...this.#toDocument(body), access: "read-write", format: "peekaping" };
    const { current, made } = await this.#keys.create(request, document);
    if (made === undefined) throw new Error("a key was created without its text");
    const data = { ...(await toApiKey(request, current)), token: made.shown };
    return { message: "API key created successfully", data };
  }

  /**
   * Reads a key.
   * @summary An API key
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{id}")
  @Security("PeekapingJwt", ["token:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The key")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(403, "The caller may not do that")
  @Response<PeekapingError>(404, "API key not found")
  @Response<PeekapingError>(503, "It cannot be read now")
  async readPeekapingApiKey(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingApiKeyAnswer> {
    return { message: "success", data: await toApiKey(request, this.#keys.read(request, id)) };
  }

  /**
   * Changes the named members of a key.
   * @summary Change an API key
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{id}")
  @Security("PeekapingJwt", ["token:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody({ name: "UpdateAPIKeyDto", members }))
  @SuccessResponse(200, "The key")
  @Response<PeekapingError>(400, "A value is not allowed")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(403, "The caller may not do that")
  @Response<PeekapingError>(404, "API key not found")
  @Response<PeekapingError>(412, "The key was changed since it was read")
  @Response<PeekapingError>(413, "The body is over 64 KiB")
  @Response<PeekapingError>(415, "The body is not JSON")
  @Response<PeekapingError>(503, "It cannot be changed now")
  async changePeekapingApiKey(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingApiKeyChange,
  ): Promise<PeekapingApiKeyAnswer> {
    const changed = await this.#keys.patch(request, id, { patch: this.#toDocument(body) });
    return { message: "API key updated successfully", data: await toApiKey(request, changed) };
  }

  /**
   * Revokes a key at once. One that is not there is gone already.
   * @summary Delete an API key
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("{id}")
  @Security("PeekapingJwt", ["token:delete"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(204, "Deleted")
  @Response<PeekapingError>(401, "Missing or wrong token")
  @Response<PeekapingError>(403, "The caller may not do that")
  @Response<PeekapingError>(412, "The key was changed since it was read")
  @Response<PeekapingError>(503, "It cannot be deleted now")
  async deletePeekapingApiKey(@Request() request: HttpRequest, @Path() id: string): Promise<void> {
    await this.#keys.delete(request, id).catch((error: unknown) => {
      if (!(error instanceof Answer && error.status === 404)) throw error;
    });
  }

  #toDocument({ name, expires_at: expiresAt, max_usage_count: usesMax }: PeekapingApiKeyChange): Document {
    if (expiresAt !== undefined && Date.parse(expiresAt) <= this.sources.now()) {
      throw peekapingError(400, "expiration date cannot be in the past");
    }
    return {
      ...(name === undefined ? {} : { label: name }),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      ...(usesMax === undefined ? {} : { uses_max: usesMax }),
    };
  }
}

async function toApiKey(request: HttpRequest, stored: StoredRevision): Promise<PeekapingApiKey> {
  const { count, lastAtMs } = await readUses(contextOf(request).tokens, stored.id);
  const { label, display, expires_at, uses_max } = stored.document as {
    label: string;
    display: string;
    expires_at: string | null;
    uses_max: number | null;
  };
  return {
    ...{ id: stored.id, name: label, display_key: display, usage_count: count, expires_at },
    last_used: lastAtMs === undefined ? null : new Date(lastAtMs).toISOString(),
    max_usage_count: uses_max,
    ...timesOf(stored),
  };
}
