import {
  Body,
  Delete,
  Middlewares,
  Path,
  Post,
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
import type {
  DashmonBulkMaintenanceRequest,
  DashmonDeviceMaintenanceSet,
  DashmonDone,
  DashmonDoneWith,
  DashmonError,
  DashmonMaintenanceRequest,
  DashmonProjectMaintenanceSet,
  DashmonStoreMaintenanceSet,
} from "./dto.js";
import {
  clearDeviceMaintenance,
  clearMaintenanceOf,
  clearProjectMaintenance,
  setDeviceMaintenance,
  setMaintenanceOf,
  setProjectMaintenance,
} from "./maintenance.js";

@Route("api/maintenance")
@Tags("Dashmon")
@Middlewares(limited("dashmon"))
@Response<DashmonError>(400, "A value is missing or not allowed")
@Response<DashmonError>(401, "`unauthenticated` or `api_token_expired`")
@Response<DashmonError>(403, "The caller may not do that, or the plan does not have it")
@Response<DashmonError>(404, "Not found")
@Response<DashmonError>(409, "Changed at the same time")
@Response<DashmonError>(412, "It was changed since the revision of `If-Match`")
@Response<DashmonError>(413, "The body is over 64 KiB")
@Response<DashmonError>(415, "The body is not JSON")
@Response<DashmonError>(429, "Too many requests")
@Response<DashmonError>(503, "It cannot be read or changed now")
export class DashmonMaintenanceController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Puts a device into maintenance, in the place of a window that was set before. To the minute: a window is longer by a part of
   * one, never shorter. For premium workspaces.
   * @summary Maintenance of a device
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Post("device/{deviceId}")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Set")
  async dashmonSetDeviceMaintenance(
    @Request() request: HttpRequest,
    @Path() deviceId: string,
    @Body() body: DashmonMaintenanceRequest,
  ): Promise<DashmonDeviceMaintenanceSet> {
    return { ok: true, device: await setDeviceMaintenance(this.dashmon.account(request), deviceId, body) };
  }

  /**
   * Ends the maintenance of a device that was set here.
   * @summary End the maintenance of a device
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("device/{deviceId}")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @SuccessResponse(200, "It has none")
  async dashmonClearDeviceMaintenance(@Request() request: HttpRequest, @Path() deviceId: string): Promise<DashmonDone> {
    await clearDeviceMaintenance(this.dashmon.account(request), deviceId);
    return { ok: true };
  }

  /**
   * Puts all devices of a project into maintenance. For premium workspaces.
   * @summary Maintenance of a project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Post("project/{projectId}")
  @Security("DashmonBearer", ["project:update"])
  @Security("DashmonSession", ["project:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Set")
  async dashmonSetProjectMaintenance(
    @Request() request: HttpRequest,
    @Path() projectId: string,
    @Body() body: DashmonMaintenanceRequest,
  ): Promise<DashmonProjectMaintenanceSet> {
    const account = this.dashmon.account(request);
    return { ok: true, project: await setProjectMaintenance(account, projectId, body, "project") };
  }

  /**
   * Ends the maintenance of a project that was set here.
   * @summary End the maintenance of a project
   * @param projectId As its maker chose it
   * @example projectId "store-12"
   */
  @Delete("project/{projectId}")
  @Security("DashmonBearer", ["project:update"])
  @Security("DashmonSession", ["project:update"])
  @SuccessResponse(200, "It has none")
  async dashmonClearProjectMaintenance(
    @Request() request: HttpRequest,
    @Path() projectId: string,
  ): Promise<DashmonDone> {
    await clearProjectMaintenance(this.dashmon.account(request), projectId, "project");
    return { ok: true };
  }

  /**
   * Puts all devices of a project into maintenance, by its older path. For premium workspaces.
   * @summary Maintenance of a project by its older path
   * @param storeId As its maker chose it
   * @example storeId "store-12"
   */
  @Post("store/{storeId}")
  @Security("DashmonBearer", ["project:update"])
  @Security("DashmonSession", ["project:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Set")
  async dashmonSetStoreMaintenance(
    @Request() request: HttpRequest,
    @Path() storeId: string,
    @Body() body: DashmonMaintenanceRequest,
  ): Promise<DashmonStoreMaintenanceSet> {
    const account = this.dashmon.account(request);
    return { ok: true, store: await setProjectMaintenance(account, storeId, body, "store") };
  }

  /**
   * Ends the maintenance of a project that was set here, by its older path.
   * @summary End the maintenance of a project by its older path
   * @param storeId As its maker chose it
   * @example storeId "store-12"
   */
  @Delete("store/{storeId}")
  @Security("DashmonBearer", ["project:update"])
  @Security("DashmonSession", ["project:update"])
  @SuccessResponse(200, "It has none")
  async dashmonClearStoreMaintenance(@Request() request: HttpRequest, @Path() storeId: string): Promise<DashmonDone> {
    await clearProjectMaintenance(this.dashmon.account(request), storeId, "store");
    return { ok: true };
  }

  /**
   * Puts several devices into maintenance. Those that are not there are passed over. For premium workspaces.
   * @summary Maintenance of several devices
   */
  @Post("devices/bulk-set")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "How many are")
  async dashmonSetMaintenances(
    @Request() request: HttpRequest,
    @Body() body: DashmonBulkMaintenanceRequest,
  ): Promise<DashmonDoneWith> {
    return { ok: true, updated: await setMaintenanceOf(this.dashmon.account(request), body) };
  }

  /**
   * Ends the maintenance of several devices that was set here.
   * @summary End the maintenance of several devices
   */
  @Post("devices/bulk-clear")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "How many had one")
  async dashmonClearMaintenances(
    @Request() request: HttpRequest,
    @Body() body: DashmonBulkMaintenanceRequest,
  ): Promise<DashmonDoneWith> {
    return { ok: true, updated: await clearMaintenanceOf(this.dashmon.account(request), body) };
  }
}
