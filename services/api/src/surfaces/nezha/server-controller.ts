import { Example, Get, Middlewares, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import { limited } from "../../http/rate-limits.js";
import type { NumberedNodes } from "../../nodes/numbered-nodes.js";
import type { NezhaError, NezhaServerDetailsList, NezhaServerList } from "./dto.js";
import { selectServers } from "./select-servers.js";
import { toServer, toServerDetails } from "./to-server.js";

export type ServerReadings = Pick<NumberedNodes, "list">;

@Route("api/v1/server")
@Tags("Nezha")
@Security("NezhaToken", ["node:read"])
@Middlewares(limited("nezha"))
@Response<NezhaError>(403, "The token may not read nodes")
@Response<NezhaError>(429, "Too many requests with this token")
@Response<NezhaError>(503, "It cannot be told now whose token it is")
export class NezhaServerController {
  constructor(private readonly readings: ServerReadings) {}

  /**
   * Lists the servers by id. A refused token is answered with HTTP 200 and `{"code":403,"message":"访问此接口需要认证"}`.
   * @summary Servers
   * @param tag Only servers of this group
   * @example tag "web"
   */
  @Get("list")
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
  async listServers(@Query() tag?: string): Promise<NezhaServerList> {
    const servers = (await this.readings.list()).map(toServer);
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
  @SuccessResponse(200, "The servers, or code 403")
  async serverDetails(@Query() id?: string, @Query() tag?: string): Promise<NezhaServerDetailsList> {
    const servers = (await this.readings.list()).map(toServerDetails);
    return { code: 0, message: "success", result: selectServers(servers, { id, tag }) };
  }
}
