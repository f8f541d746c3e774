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
import type { PeekapingDone, PeekapingError } from "./dto.js";
import type {
  PeekapingMaintenanceAnswer,
  PeekapingMaintenanceChange,
  PeekapingMaintenanceDetailAnswer,
  PeekapingMaintenanceInput,
  PeekapingMaintenanceList,
} from "./dto-maintenances.js";
import { pageEntries, pageQuery } from "./page-query.js";
import {
  changedMaintenanceBody,
  maintenanceBody,
  maintenanceMember,
  toMaintenance,
  toMaintenanceDetail,
  toMaintenanceDocument,
  toMaintenancePatch,
  toMaintenanceReplacement,
} from "./to-maintenance.js";

@Route("api/v1/maintenances")
@Tags("Peekaping configuration")
@Response<PeekapingError>(400, "A value is not allowed")
@Response<PeekapingError>(401, "Missing or wrong token or key")
@Response<PeekapingError>(403, "The caller may not do that")
@Response<PeekapingError>(404, "Maintenance not found")
@Response<PeekapingError>(409, "There are too many maintenances")
@Response<PeekapingError>(412, "The maintenance was changed since it was read")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingError>(429, "Too many requests")
@Response<PeekapingError>(503, "It cannot be read or changed now")
export class PeekapingMaintenancesController {
  readonly #maintenances: PeekapingDocuments;

  constructor(sources: DocumentSources) {
    const wordings = { kind: "maintenance", name: "Maintenance", memberName: maintenanceMember } as const;
    this.#maintenances = new PeekapingDocuments(sources, wordings);
  }

  /**
   * Lists maintenances, the newest first.
   * @summary Maintenances
   * @param page From 0
   * @isInt page
   * @param limit How many a page has
   * @isInt limit
   * @param q Only those whose title or description contains this
   * @param strategy Only those with this one
   */
  @Get()
  @Security("PeekapingToken", ["maintenance:read"])
  @Security("PeekapingKey", ["maintenance:read"])
  @Middlewares(limited("peekaping"), pageQuery)
  @SuccessResponse(200, "The maintenances")
  async listPeekapingMaintenances(
    @Request() request: HttpRequest,
    @Query() page = 0,
    @Query() limit = pageEntries,
    @Query() q?: string,
    @Query() strategy?: string,
  ): Promise<PeekapingMaintenanceList> {
    const isListed = (stored: StoredRevision) =>
      (contains(stored.document.title, q) || contains(stored.document.description, q)) &&
      (!strategy || toMaintenance(stored).strategy === strategy);
    const found = this.#maintenances.list(request, { page, limit, isListed });
    return { message: "success", data: found.map(toMaintenance) };
  }

  /**
   * Creates a maintenance.
   * @summary Create a maintenance
   */
  @Post()
  @Security("PeekapingToken", ["maintenance:create"])
  @Security("PeekapingKey", ["maintenance:create"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(maintenanceBody))
  @SuccessResponse(201, "The maintenance")
  async createPeekapingMaintenance(
    @Request() request: HttpRequest,
    @Body() body: PeekapingMaintenanceInput,
  ): Promise<PeekapingMaintenanceAnswer> {
    const { current } = await this.#maintenances.create(request, toMaintenanceDocument(body, this.#zoneOf(request)));
    return { message: "Maintenance created successfully", data: toMaintenance(current) };
  }

  /**
   * Reads a maintenance, with the monitors that are in it.
   * @summary A maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{id}")
  @Security("PeekapingToken", ["maintenance:read"])
  @Security("PeekapingKey", ["maintenance:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The maintenance")
  async readPeekapingMaintenance(
    @Request() request: HttpRequest,
    @Path() id: string,
  ): Promise<PeekapingMaintenanceDetailAnswer> {
    return { message: "success", data: toMaintenanceDetail(this.#maintenances.read(request, id)) };
  }

  /**
   * Replaces what a maintenance is. Without `monitor_ids` those that are in it stay.
   * @summary Replace a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{id}")
  @Security("PeekapingToken", ["maintenance:update"])
  @Security("PeekapingKey", ["maintenance:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(maintenanceBody))
  @SuccessResponse(200, "The maintenance")
  async replacePeekapingMaintenance(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingMaintenanceInput,
  ): Promise<PeekapingMaintenanceAnswer> {
    return this.#change(request, id, (current, zone) => toMaintenanceReplacement(body, current, zone));
  }

  /**
   * Changes the named members of a maintenance.
   * @summary Change a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}")
  @Security("PeekapingToken", ["maintenance:update"])
  @Security("PeekapingKey", ["maintenance:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(changedMaintenanceBody))
  @SuccessResponse(200, "The maintenance")
  async changePeekapingMaintenance(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingMaintenanceChange,
  ): Promise<PeekapingMaintenanceAnswer> {
    return this.#change(request, id, (current, zone) => toMaintenancePatch(body, current, zone));
  }

  /**
   * Has a maintenance take place no more until it is resumed.
   * @summary Pause a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}/pause")
  @Security("PeekapingToken", ["maintenance:update"])
  @Security("PeekapingKey", ["maintenance:update"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The maintenance")
  async pausePeekapingMaintenance(
    @Request() request: HttpRequest,
    @Path() id: string,
  ): Promise<PeekapingMaintenanceAnswer> {
    const paused = await this.#maintenances.patch(request, id, { patch: { active: false } });
    return { message: "Paused", data: toMaintenance(paused) };
  }

  /**
   * Has a maintenance take place again.
   * @summary Resume a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}/resume")
  @Security("PeekapingToken", ["maintenance:update"])
  @Security("PeekapingKey", ["maintenance:update"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The maintenance")
  async resumePeekapingMaintenance(
    @Request() request: HttpRequest,
    @Path() id: string,
  ): Promise<PeekapingMaintenanceAnswer> {
    const resumed = await this.#maintenances.patch(request, id, { patch: { active: true } });
    return { message: "Resumed", data: toMaintenance(resumed) };
  }

  /**
   * Deletes a maintenance.
   * @summary Delete a maintenance
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("{id}")
  @Security("PeekapingToken", ["maintenance:delete"])
  @Security("PeekapingKey", ["maintenance:delete"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "Deleted")
  async deletePeekapingMaintenance(@Request() request: HttpRequest, @Path() id: string): Promise<PeekapingDone> {
    await this.#maintenances.delete(request, id);
    return { message: "Maintenance deleted successfully", data: null };
  }

  async #change(
    request: HttpRequest,
    id: string,
    toPatch: (current: StoredRevision, zone: string) => Document,
  ): Promise<PeekapingMaintenanceAnswer> {
    const patch = toPatch(this.#maintenances.read(request, id), this.#zoneOf(request));
    const changed = await this.#maintenances.patch(request, id, { patch });
    return { message: "maintenance updated successfully", data: toMaintenance(changed) };
  }

  /** Of who names none: a server may be anywhere, and the days of a workspace begin there. */
  #zoneOf(request: HttpRequest): string {
    const workspace = this.#maintenances.workspace(request)?.document as { timezone?: string } | undefined;
    return workspace?.timezone ?? "UTC";
  }
}
