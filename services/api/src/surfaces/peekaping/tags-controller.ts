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
import { type BodyRules, checkedBody } from "./checked-body.js";
import { contains, PeekapingDocuments, timesOf } from "./documents.js";
import type {
  PeekapingDone,
  PeekapingError,
  PeekapingTag,
  PeekapingTagAnswer,
  PeekapingTagChange,
  PeekapingTagInput,
  PeekapingTagList,
} from "./dto.js";
import { pageEntries, pageQuery } from "./page-query.js";

const members = {
  name: { is: "text", min: 1, max: 100 },
  color: { is: "text", form: "hexcolor" },
  description: { is: "text" },
} as const;

const tagBody: BodyRules = {
  name: "CreateUpdateDto",
  members: { ...members, name: { ...members.name, required: true }, color: { ...members.color, required: true } },
};

@Route("api/v1/tags")
@Tags("Peekaping configuration")
@Response<PeekapingError>(400, "A value is not allowed")
@Response<PeekapingError>(401, "Missing or wrong token or key")
@Response<PeekapingError>(403, "The caller may not do that")
@Response<PeekapingError>(404, "Tag not found")
@Response<PeekapingError>(409, "Another tag has that name, or there are too many")
@Response<PeekapingError>(412, "The tag was changed since it was read")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingError>(429, "Too many requests")
@Response<PeekapingError>(503, "It cannot be read or changed now")
export class PeekapingTagsController {
  readonly #tags: PeekapingDocuments;

  constructor(sources: DocumentSources) {
    const taken = "Tag with this name already exists";
    this.#tags = new PeekapingDocuments(sources, { kind: "tag", name: "Tag", taken });
  }

  /**
   * Lists tags by their names.
   * @summary Tags
   * @param page From 0
   * @isInt page
   * @param limit How many a page has
   * @isInt limit
   * @param q Only those whose name contains this
   */
  @Get()
  @Security("PeekapingToken", ["tag:read"])
  @Security("PeekapingKey", ["tag:read"])
  @Middlewares(limited("peekaping"), pageQuery)
  @SuccessResponse(200, "The tags")
  async listPeekapingTags(
    @Request() request: HttpRequest,
    @Query() page = 0,
    @Query() limit = pageEntries,
    @Query() q?: string,
  ): Promise<PeekapingTagList> {
    const isListed = ({ document }: StoredRevision) => contains(document.name, q);
    const found = this.#tags.list(request, { page, limit, isListed, compare: byName });
    return { message: "success", data: found.map(toTag) };
  }

  /**
   * Creates a tag.
   * @summary Create a tag
   */
  @Post()
  @Security("PeekapingToken", ["tag:create"])
  @Security("PeekapingKey", ["tag:create"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(tagBody))
  @SuccessResponse(201, "The tag")
  async createPeekapingTag(
    @Request() request: HttpRequest,
    @Body() body: PeekapingTagInput,
  ): Promise<PeekapingTagAnswer> {
    const { current } = await this.#tags.create(request, toDocument(body));
    return { message: "Tag created successfully", data: toTag(current) };
  }

  /**
   * Reads a tag.
   * @summary A tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{id}")
  @Security("PeekapingToken", ["tag:read"])
  @Security("PeekapingKey", ["tag:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The tag")
  async readPeekapingTag(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingTagAnswer> {
    return { message: "success", data: toTag(this.#tags.read(request, id)) };
  }

  /**
   * Replaces what a tag is.
   * @summary Replace a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{id}")
  @Security("PeekapingToken", ["tag:update"])
  @Security("PeekapingKey", ["tag:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(tagBody))
  @SuccessResponse(200, "The tag")
  async replacePeekapingTag(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingTagInput,
  ): Promise<PeekapingTagAnswer> {
    const patch = { description: null, ...toDocument(body) };
    return { message: "Tag updated successfully", data: toTag(await this.#tags.patch(request, id, { patch })) };
  }

  /**
   * Changes the named members of a tag.
   * @summary Change a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}")
  @Security("PeekapingToken", ["tag:update"])
  @Security("PeekapingKey", ["tag:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody({ name: "PartialUpdateDto", members }))
  @SuccessResponse(200, "The tag")
  async changePeekapingTag(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingTagChange,
  ): Promise<PeekapingTagAnswer> {
    const changed = await this.#tags.patch(request, id, { patch: toDocument(body) });
    return { message: "Tag updated successfully", data: toTag(changed) };
  }

  /**
   * Deletes a tag; monitors go without it.
   * @summary Delete a tag
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("{id}")
  @Security("PeekapingToken", ["tag:delete"])
  @Security("PeekapingKey", ["tag:delete"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "Deleted")
  async deletePeekapingTag(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingDone> {
    await this.#tags.delete(request, id);
    return { message: "Tag deleted successfully", data: null };
  }
}

/** Colours of three digits are kept with six. */
function toDocument({ color, ...others }: PeekapingTagChange): Document {
  if (color === undefined) return others;
  return { ...others, color: color.length === 4 ? color.replaceAll(/[0-9a-fA-F]/g, "$&$&") : color };
}

function toTag(stored: StoredRevision): PeekapingTag {
  const { name, color, description } = stored.document as { name: string; color: string; description: string | null };
  return { id: stored.id, name, color, description: description ?? null, ...timesOf(stored) };
}

function byName({ document: one }: StoredRevision, { document: other }: StoredRevision): number {
  return String(one.name) < String(other.name) ? -1 : 1;
}
