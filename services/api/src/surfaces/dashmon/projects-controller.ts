import {
  Body,
  Delete,
  Get,
  Middlewares,
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
import { limited } from "../../http/rate-limits.js";
import { optionalJsonBody } from "../../http/request-body.js";
import type { Dashmon } from "./dashmon.js";
import { createDevice, devicesOf, readDeviceView, showDevice, toDevice } from "./devices.js";
import type {
  DashmonDeviceAnswer,
  DashmonDeviceDetailAnswer,
  DashmonDeviceList,
  DashmonDeviceRequest,
  DashmonDone,
  DashmonError,
  DashmonProjectAnswer,
  DashmonProjectRequest,
  DashmonProjectSummary,
} from "./dto.js";
import { listProjects } from "./list-projects.js";
import { createProject, deleteProject, replaceProject, shownProject, toProject } from "./projects.js";

@Route("api/projects")
@Tags("Dashmon")
@Middlewares(limited("dashmon"))
@Response<DashmonError>(400, "A value is missing or not allowed, or the plan has no more")
@Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
@Response<DashmonError>(403, "The caller may not do that")
@Response<DashmonError>(404, "Not found")
@Response<DashmonError>(412, "It was changed since the revision of `If-Match`")
@Response<DashmonError>(413, "The body is over 64 KiB")
@Response<DashmonError>(415, "The body is not JSON")
@Response<DashmonError>(429, "Too many requests")
@Response<DashmonError>(503, "It cannot be read or changed now")
export class DashmonProjectsController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Lists the projects with their devices and how these are, the newest first.
   * @summary Projects
   */
  @Get()
  @Security("DashmonBearer", ["project:read"])
  @Security("DashmonSession", ["project:read"])
  @SuccessResponse(200, "The projects")
  async dashmonListProjects(@Request() request: HttpRequest): Promise<DashmonProjectSummary[]> {
    return listProjects(this.dashmon.account(request), this.dashmon.nodes);
  }

  /**
   * Makes a project.
   * @summary Make a project
   */
  @Post()
  @Security("DashmonBearer", ["project:create"])
  @Security("DashmonSession", ["project:create"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Made")
  async dashmonCreateProject(
    @Request() request: HttpRequest,
    @Body() body: DashmonProjectRequest,
  ): Promise<DashmonProjectAnswer> {
    return { project: toProject(await createProject(this.dashmon.account(request), body)) };
  }

  /**
   * Returns a project.
   * @summary A project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Get("{projectId}")
  @Security("DashmonBearer", ["project:read"])
  @Security("DashmonSession", ["project:read"])
  @SuccessResponse(200, "The project")
  async dashmonReadProject(@Request() request: HttpRequest, @Path() projectId: string): Promise<DashmonProjectAnswer> {
    return { project: shownProject(this.dashmon.account(request), projectId) };
  }

  /**
   * Replaces a project: what is left out becomes null.
   * @summary Replace a project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Put("{projectId}")
  @Security("DashmonBearer", ["project:update"])
  @Security("DashmonSession", ["project:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Replaced")
  async dashmonReplaceProject(
    @Request() request: HttpRequest,
    @Path() projectId: string,
    @Body() body: DashmonProjectRequest,
  ): Promise<DashmonProjectAnswer> {
    return { project: toProject(await replaceProject(this.dashmon.account(request), projectId, body)) };
  }

  /**
   * Deletes a project with its devices.
   * @summary Delete a project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Delete("{projectId}")
  @Security("DashmonBearer", ["project:delete"])
  @Security("DashmonSession", ["project:delete"])
  @SuccessResponse(200, "Deleted")
  async dashmonDeleteProject(@Request() request: HttpRequest, @Path() projectId: string): Promise<DashmonDone> {
    await deleteProject(this.dashmon.account(request), projectId);
    return { ok: true };
  }

  /**
   * Lists the devices of a project, the newest first.
   * @summary Devices of a project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Get("{projectId}/devices")
  @Security("DashmonBearer", ["device:read"])
  @Security("DashmonSession", ["device:read"])
  @SuccessResponse(200, "The devices")
  async dashmonListProjectDevices(
    @Request() request: HttpRequest,
    @Path() projectId: string,
  ): Promise<DashmonDeviceList> {
    const account = this.dashmon.account(request);
    const devices = devicesOf(account, projectId);
    const view = await readDeviceView(account, this.dashmon.nodes, devices);
    return { devices: devices.map((device) => toDevice(device, view)) };
  }

  /**
   * Makes a device in a project.
   * @summary Make a device
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Post("{projectId}/devices")
  @Security("DashmonBearer", ["device:create"])
  @Security("DashmonSession", ["device:create"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Made")
  async dashmonCreateProjectDevice(
    @Request() request: HttpRequest,
    @Path() projectId: string,
    @Body() body: DashmonDeviceRequest,
  ): Promise<DashmonDeviceAnswer> {
    const account = this.dashmon.account(request);
    const device = await createDevice(account, projectId, body);
    return { device: toDevice(device, await readDeviceView(account, this.dashmon.nodes, [device])) };
  }

  /**
   * Returns a device with its tags.
   * @summary A device
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Get("{projectId}/devices/{deviceId}")
  @Security("DashmonBearer", ["device:read"])
  @Security("DashmonSession", ["device:read"])
  @SuccessResponse(200, "The device")
  async dashmonReadProjectDevice(
    @Request() request: HttpRequest,
    @Path() projectId: string,
    @Path() deviceId: string,
  ): Promise<DashmonDeviceDetailAnswer> {
    return showDevice(this.dashmon.account(request), this.dashmon.nodes, { projectId: projectId, deviceId });
  }
}
