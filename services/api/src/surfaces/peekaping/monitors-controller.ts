import type { StoredRevision } from "@statwire/control-plane";
import {
  Body,
  Get,
  Middlewares,
  Patch,
  Path,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest, RequestHandler } from "express";
import type { DocumentSources } from "../../configuration/documents.js";
import { limited } from "../../http/rate-limits.js";
import { jsonBody } from "../../http/request-body.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import { type NodeStatus, statusOf } from "../../nodes/node-status.js";
import { checkedBody } from "./checked-body.js";
import { contains, newestFirst, PeekapingDocuments } from "./documents.js";
import type { PeekapingError } from "./dto.js";
import type {
  PeekapingMonitorAnswer,
  PeekapingMonitorChange,
  PeekapingMonitorDetailAnswer,
  PeekapingMonitorList,
} from "./dto-monitors.js";
import { peekapingError } from "./errors.js";
import { entriesOf, pageEntries, pageQuery } from "./page-query.js";
import { changedMonitorBody, toDevicePatch, toMonitor, toMonitorDetail } from "./to-monitor.js";

export interface MonitorSources extends DocumentSources {
  nodes: Pick<NodeReader, "readEach">;
}

const batchMax = 100;

/** For `@Middlewares`: what the generated validation would refuse in its own words. Errors: 400. */
const monitorQuery: RequestHandler = ({ query: { active, status } }, _response, next) => {
  if (active !== undefined && active !== "true" && active !== "false") {
    return next(peekapingError(400, "Invalid active parameter (must be true or false)"));
  }
  if (status !== undefined && !(typeof status === "string" && /^\d{1,9}$/.test(status))) {
    return next(peekapingError(400, "Invalid status parameter (must be int)"));
  }
  next();
};

@Route("api/v1/monitors")
@Tags("Peekaping configuration")
@Response<PeekapingError>(400, "A value is not allowed")
@Response<PeekapingError>(401, "Missing or wrong token or key")
@Response<PeekapingError>(403, "The caller may not do that")
@Response<PeekapingError>(404, "Monitor not found")
@Response<PeekapingError>(412, "The monitor was changed since it was read")
@Response<PeekapingError>(413, "The body is over 64 KiB")
@Response<PeekapingError>(415, "The body is not JSON")
@Response<PeekapingError>(429, "Too many requests")
@Response<PeekapingError>(503, "It cannot be read or changed now")
export class PeekapingMonitorsController {
  readonly #devices: PeekapingDocuments;

  constructor(private readonly sources: MonitorSources) {
    this.#devices = new PeekapingDocuments(sources, { kind: "device", name: "Monitor" });
  }

  /**
   * Lists devices as monitors, the newest first.
   * @summary Monitors
   * @param page From 0
   * @isInt page
   * @param limit How many a page has
   * @isInt limit
   * @param q Only those whose name contains this
   * @param active Only those that are checked, or are not
   * @param status Only those with this status
   * @isInt status
   * @param tagIds Only those with one of these tags, comma-separated
   */
  @Get()
  @Security("PeekapingToken", ["device:read"])
  @Security("PeekapingKey", ["device:read"])
  @Middlewares(limited("peekaping"), pageQuery, monitorQuery)
  @SuccessResponse(200, "The monitors")
  async listPeekapingMonitors(
    @Request() request: HttpRequest,
    @Query() page = 0,
    @Query() limit = pageEntries,
    @Query() q?: string,
    @Query() active?: boolean,
    @Query() status?: number,
    @Query("tag_ids") tagIds?: string,
  ): Promise<PeekapingMonitorList> {
    const tags = tagIds ? tagIds.split(",") : undefined;
    const isListed = ({ document }: StoredRevision) =>
      contains(document.name, q) &&
      (active === undefined || document.active === active) &&
      (tags === undefined || (document.tag_ids as string[]).some((id) => tags.includes(id)));
    const found = this.#devices.list(request, { page: 0, limit: Number.MAX_SAFE_INTEGER, isListed });
    // Of all of them is asked only where it makes a difference.
    const asked = status === undefined ? entriesOf(found, { page, limit }) : found;
    const monitors = await this.#toMonitors(request, asked);
    if (status === undefined) return { message: "success", data: monitors };
    const having = monitors.filter((monitor) => monitor.status === status);
    return { message: "success", data: entriesOf(having, { page, limit }) };
  }

  /**
   * Reads up to 100 monitors by their ids; unknown ones are passed over.
   * @summary Several monitors
   * @param ids Which, comma-separated
   * @example ids "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("batch")
  @Security("PeekapingToken", ["device:read"])
  @Security("PeekapingKey", ["device:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The monitors")
  async listPeekapingMonitorsById(
    @Request() request: HttpRequest,
    @Query() ids?: string,
  ): Promise<PeekapingMonitorList> {
    if (!ids) throw peekapingError(400, "ids parameter is required");
    const wanted = new Set(ids.split(",", batchMax + 1));
    if (wanted.size > batchMax) throw peekapingError(400, `maximum ${batchMax} monitor IDs allowed`);
    const isListed = ({ id }: StoredRevision) => wanted.has(id);
    const found = this.#devices.list(request, { page: 0, limit: batchMax, isListed, compare: newestFirst });
    return { message: "success", data: await this.#toMonitors(request, found) };
  }

  /**
   * Reads a monitor, with its tags.
   * @summary A monitor
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{id}")
  @Security("PeekapingToken", ["device:read"])
  @Security("PeekapingKey", ["device:read"])
  @Middlewares(limited("peekaping"))
  @SuccessResponse(200, "The monitor")
  async readPeekapingMonitor(
    @Request() request: HttpRequest,
    @Path() id: string,
  ): Promise<PeekapingMonitorDetailAnswer> {
    const stored = this.#devices.read(request, id);
    const [status = "never"] = await this.#statusesOf(request, [stored]);
    return { message: "success", data: toMonitorDetail(stored, status) };
  }

  /**
   * Changes the name, the tags and the proxy of a monitor, and whether it is checked. What it is checked for cannot be changed here yet.
   * @summary Change a monitor
   * @param id Which
   * @example id "0197a3b0-0000-7000-8000-000000000001"
   */
  @Patch("{id}")
  @Security("PeekapingToken", ["device:update"])
  @Security("PeekapingKey", ["device:update"])
  @Middlewares(limited("peekaping"), jsonBody, checkedBody(changedMonitorBody))
  @SuccessResponse(200, "The monitor")
  async changePeekapingMonitor(
    @Request() request: HttpRequest,
    @Path() id: string,
    @Body() body: PeekapingMonitorChange,
  ): Promise<PeekapingMonitorAnswer> {
    const changed = await this.#devices.patch(request, id, { patch: toDevicePatch(body) });
    const [monitor] = await this.#toMonitors(request, [changed]);
    if (monitor === undefined) throw new Error("a changed device became no monitor");
    return { message: "Monitor updated successfully", data: monitor };
  }

  async #toMonitors(request: HttpRequest, found: readonly StoredRevision[]) {
    const statuses = await this.#statusesOf(request, found);
    return found.map((stored, index) => toMonitor(stored, statuses[index] ?? "never"));
  }

  /** Of the nodes of devices; of what has none nothing is known. */
  async #statusesOf(request: HttpRequest, found: readonly StoredRevision[]): Promise<NodeStatus[]> {
    const isKnown = this.#devices.mayReadNodes(request);
    const nodes = found.map(({ document }) => (isKnown ? (document.node as string | null) : null));
    const named = [...new Set(nodes.filter((node) => node !== null))];
    const snapshots = await this.sources.nodes.readEach(named);
    const nowMs = this.sources.now();
    const statuses = new Map(named.map((node, index) => [node, statusOf(snapshots[index], nowMs)]));
    return nodes.map((node) => (node === null ? "never" : (statuses.get(node) ?? "never")));
  }
}
