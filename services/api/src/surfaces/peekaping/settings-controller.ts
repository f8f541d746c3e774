import type { StoredRevision } from "@statwire/control-plane";
import {
  Body,
  Delete,
  Get,
  Middlewares,
  Path,
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
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import { type BodyRules, checkedBody } from "./checked-body.js";
import { PeekapingDocuments, timesOf } from "./documents.js";
import type {
  PeekapingDone,
  PeekapingError,
  PeekapingSetting,
  PeekapingSettingAnswer,
  PeekapingSettingInput,
} from "./dto.js";
import { peekapingError } from "./errors.js";

const settingBody: BodyRules = {
  name: "CreateUpdateDto",
  members: {
    value: { is: "text", max: 10_000 },
    type: { is: "text", required: true, oneOf: ["string", "int", "bool", "json"] },
  },
};

/** What signs tokens is no setting here, and whoever puts one where the original has it would show it to others. */
const hiddenKeys: ReadonlySet<string> = new Set(["ACCESS_TOKEN_SECRET_KEY", "REFRESH_TOKEN_SECRET_KEY"]);

@Route("api/v1/settings/key")
@Tags("Peekaping configuration")
@Response<PeekapingError>(400, "The key or a value is not allowed")
@Response<PeekapingError>(401, "Missing or wrong token or key")
@Response<PeekapingError>(403, "The caller may not do that")
@Response<PeekapingError>(404, "Setting not found")
@Response<PeekapingError>(409, "There are too many settings")
@Response<PeekapingError>(412, "The setting was changed since it was read")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingError>(429, "Too many requests")
@Response<PeekapingError>(503, "It cannot be read or changed now")
export class PeekapingSettingsController {
  readonly #settings: PeekapingDocuments;

  constructor(sources: DocumentSources) {
    const taken = "The setting was created at the same time";
    this.#settings = new PeekapingDocuments(sources, { kind: "setting", name: "Setting", taken });
  }

  /**
   * Reads a setting.
   * @summary A setting
   * @param key Which
   * @example key "KEEP_DATA_PERIOD_DAYS"
   */
  @Get("{key}")
  @Security("PeekapingToken", ["setting:read"])
  @Security("PeekapingKey", ["setting:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The setting")
  async readPeekapingSetting(@Request() request: HttpRequest, @Path() key: string): Promise<PeekapingSettingAnswer> {
    return { message: "success", data: toSetting(this.#find(request, key) ?? notFound()) };
  }

  /**
   * Sets a setting, whether it is there or not.
   * @summary Set a setting
   * @param key Which
   * @example key "KEEP_DATA_PERIOD_DAYS"
   */
  @Put("{key}")
  @Security("PeekapingToken", ["setting:update"])
  @Security("PeekapingKey", ["setting:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(settingBody))
  @SuccessResponse(200, "The setting")
  async setPeekapingSetting(
    @Request() request: HttpRequest,
    @Path() key: string,
    @Body() body: PeekapingSettingInput,
  ): Promise<PeekapingSettingAnswer> {
    const { value = "", type } = body;
    return { message: "setting set successfully", data: toSetting(await this.#set(request, key, { value, type })) };
  }

  /**
   * Deletes a setting.
   * @summary Delete a setting
   * @param key Which
   * @example key "KEEP_DATA_PERIOD_DAYS"
   */
  @Delete("{key}")
  @Security("PeekapingToken", ["setting:delete"])
  @Security("PeekapingKey", ["setting:delete"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "Deleted")
  async deletePeekapingSetting(@Request() request: HttpRequest, @Path() key: string): Promise<PeekapingDone> {
    await this.#settings.delete(request, (this.#find(request, key) ?? notFound()).id);
    return { message: "Setting deleted successfully", data: null };
  }

  async #set(request: HttpRequest, key: string, patch: { value: string; type: string }): Promise<StoredRevision> {
    const found = this.#find(request, key);
    if (found !== undefined) return this.#settings.patch(request, found.id, { patch });
    if (request.get("if-match") !== undefined) throw peekapingError(412, "there is no setting that could be meant");
    try {
      return (await this.#settings.create(request, { key, ...patch })).current;
    } catch (error) {
      const since = error instanceof Answer && error.status === 409 ? this.#find(request, key) : undefined;
      if (since === undefined) throw error;
      return this.#settings.patch(request, since.id, { patch });
    }
  }

  #find(request: HttpRequest, key: string): StoredRevision | undefined {
    if (!/^[A-Z0-9_]+$/.test(key)) throw peekapingError(400, "Key must be SCREAMING_SNAKE_CASE (A-Z, 0-9, _).");
    if (hiddenKeys.has(key)) notFound();
    const isListed = ({ document }: StoredRevision) => document.key === key;
    return this.#settings.list(request, { page: 0, limit: 1, isListed })[0];
  }
}

function notFound(): never {
  throw peekapingError(404, "Setting not found");
}

function toSetting(stored: StoredRevision): PeekapingSetting {
  const { key, value, type } = stored.document as { key: string; value: string; type: string };
  return { id: stored.id, key, value, type, ...timesOf(stored) };
}
