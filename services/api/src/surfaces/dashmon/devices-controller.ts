import {
  Body,
  Delete,
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
import { deleteDevice, readDeviceView, replaceDevice, toDevice } from "./devices.js";
import type {
  DashmonBulkTagsRequest,
  DashmonDeviceAnswer,
  DashmonDeviceRequest,
  DashmonDoneWith,
  DashmonError,
  DashmonTagNames,
  DashmonTagsRequest,
} from "./dto.js";
import { changeTagsOf, setDeviceTags } from "./tags.js";

@Route("api/devices")
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
export class DashmonDevicesController {
  constructor(private readonly dashmon: Dashmon) {}

  /**
   * Replaces what is known of a device here: what is left out becomes null. Its tags stay.
   * @summary Replace a device
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{deviceId}")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "Replaced")
  async dashmonReplaceDevice(
    @Request() request: HttpRequest,
    @Path() deviceId: string,
    @Body() body: DashmonDeviceRequest,
  ): Promise<DashmonDeviceAnswer> {
    const account = this.dashmon.account(request);
    const device = await replaceDevice(account, deviceId, body);
    return { device: toDevice(device, await readDeviceView(account, this.dashmon.nodes, [device])) };
  }

  /**
   * Deletes a device.
   * @summary Delete a device
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Delete("{deviceId}")
  @Security("DashmonBearer", ["device:delete"])
  @Security("DashmonSession", ["device:delete"])
  @SuccessResponse(204, "Deleted")
  async dashmonDeleteDevice(@Request() request: HttpRequest, @Path() deviceId: string): Promise<void> {
    return deleteDevice(this.dashmon.account(request), deviceId);
  }

  /**
   * Gives a device the tags of these names, and no others. Tags that are not there are made.
   * @summary Tag a device
   * @param deviceId Of the device
   * @example deviceId "0197a3b0-0000-7000-8000-000000000001"
   */
  @Put("{deviceId}/tags")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "The tags that it has")
  async dashmonSetDeviceTags(
    @Request() request: HttpRequest,
    @Path() deviceId: string,
    @Body() body: DashmonTagsRequest,
  ): Promise<DashmonTagNames> {
    return { tags: await setDeviceTags(this.dashmon.account(request), deviceId, body) };
  }

  /**
   * Adds tags to several devices, takes them away, or replaces what they have. Devices that are not there are passed over. For
   * premium workspaces.
   * @summary Tag several devices
   */
  @Post("tags/bulk")
  @Security("DashmonBearer", ["device:update"])
  @Security("DashmonSession", ["device:update"])
  @Middlewares(optionalJsonBody)
  @SuccessResponse(200, "How many were changed")
  async dashmonTagDevices(
    @Request() request: HttpRequest,
    @Body() body: DashmonBulkTagsRequest,
  ): Promise<DashmonDoneWith> {
    return { ok: true, updated: await changeTagsOf(this.dashmon.account(request), body) };
  }
}
