import {
  Body,
  Example,
  Get,
  Middlewares,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as HttpRequest } from "express";
import { limited } from "../../http/rate-limits.js";
import type { NezhaError, NezhaRegistered, NezhaRegistration, NezhaServerDetailsList, NezhaServerList } from "./dto.js";
import { form } from "./forms.js";
import type { Nezha } from "./nezha.js";
import { registerServer } from "./register-server.js";
import { selectServers } from "./select-servers.js";
import { toServer, toServerDetails } from "./to-server.js";

@Route("api/v1/server")
@Tags("Nezha")
@Response<NezhaError>(403, "The token may not do that")
@Response<NezhaError>(429, "Too many requests with this token")
@Response<NezhaError>(503, "It cannot be told now whose token it is, or nothing can be changed")
export class NezhaServerController {
  constructor(private readonly nezha: Nezha) {}

  /**
   * Lists the servers by id. A refused token is answered with HTTP 200 and `{"code":403,"message":"访问此接口需要认证"}`.
   * @summary Servers
   * @param tag Only servers of this group
   * @example tag "web"
   */
  @Get("list")
  @Security("NezhaToken", ["node:read"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "The servers, or code 403")
  @Example<NezhaServerList>({
    code: 0,
    message: "success",
    result: [
      {
        id: 1,
        name: "web-1",
        tag: "web",
        last_active: 1_795_000_000,
        ipv4: "192.0.2.7",
        ipv6: "2001:db8::7",
        valid_ip: "192.0.2.7",
        display_index: 0,
        hide_for_guest: false,
      },
    ],
  })
  async listServers(@Request() request: HttpRequest, @Query() tag?: string): Promise<NezhaServerList> {
    const servers = (await this.nezha.servers(request)).map(toServer);
    return { code: 0, message: "success", result: selectServers(servers, { tag }) };
  }

  /**
   * Returns servers with what they are and do: those of a group, or those with the given ids in that order, or all. The
   * group wins over the ids.
   * @summary Servers with host and status
   * @param id Ids, comma-separated; unknown ones are passed over
   * @example id "1"
   * @param tag Only servers of this group
   */
  @Get("details")
  @Security("NezhaToken", ["node:read"])
  @Middlewares(limited("nezha"))
  @SuccessResponse(200, "The servers, or code 403")
  async serverDetails(
    @Request() request: HttpRequest,
    @Query() id?: string,
    @Query() tag?: string,
  ): Promise<NezhaServerDetailsList> {
    const servers = (await this.nezha.servers(request)).map(toServerDetails);
    return { code: 0, message: "success", result: selectServers(servers, { id, tag }) };
  }

  /**
   * Makes a server that has not been seen yet, a device, and shows its secret this once. It is in the lists from then on.
   * @summary Register a server
   * @param simple `1` or `true`: answer with the secret alone
   * @example body {"Name": "web-2", "Tag": "web", "Note": "in the cellar", "HideForGuest": "on"}
   */
  @Post("register")
  @Security("NezhaToken", ["device:create"])
  @Middlewares(limited("nezha"), form("Name", "Tag", "Note", "HideForGuest"))
  @SuccessResponse(200, "The secret, or code 403")
  @Response<NezhaRegistered>(400, "The body is not JSON, or a value is not as it must be; the secret is empty")
  @Response<NezhaError>(404, "The token is of another workspace")
  @Response<NezhaError>(409, "There are as many devices as there may be")
  @Response<NezhaError>(413, "The body is over 64 KiB")
  @Response<NezhaError>(415, "The body has an unknown content encoding")
  async registerNezhaServer(
    @Request() request: HttpRequest,
    @Body() body: NezhaRegistration,
    @Query() simple?: string,
  ): Promise<NezhaRegistered | NezhaError | string> {
    const secret = await registerServer(this.nezha, request, body);
    if (simple === "1" || simple === "true") return secret;
    return { code: 200, message: "Server created successfully", secret };
  }
}
