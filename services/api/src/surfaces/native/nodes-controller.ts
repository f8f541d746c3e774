import { Get, Middlewares, Path, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import { type Problem, ProblemError } from "../../http/problem.js";
import { limited } from "../../http/rate-limits.js";
import type { NodeDetail, NodeList } from "./dto-nodes.js";
import { knownParameters } from "./known-parameters.js";
import type { NodeReadings } from "./list-nodes.js";
import { listNodes } from "./list-nodes.js";
import { listPastNodes, readPastNode } from "./past-nodes.js";
import { toNodeDetail } from "./to-nodes.js";

@Route("api/v2/nodes")
@Tags("Nodes")
@Security("ApiKey", ["node:read"])
@Security("Bearer", ["node:read"])
@Security("Session", ["node:read"])
@Middlewares(limited("native"), knownParameters)
@Response<Problem>(401, "Missing or wrong key")
@Response<Problem>(403, "The key may not read nodes")
@Response<Problem>(429, "Too many requests with this key")
@Response<Problem>(503, "Neither store can be read")
export class NodesController {
  constructor(private readonly readings: NodeReadings) {}

  /**
   * Lists the nodes by name, a page at a time.
   * @summary Nodes
   * @param limit How many to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   * @example limit 50
   * @param cursor `next_cursor` of the page before
   * @param at As they were at this time: RFC 3339, Unix seconds or milliseconds, or relative as in `-1h`; as long as readings are kept.
   *   Out of the history: what arrived later counts, too, and the interval is that between two readings
   */
  @Get()
  @SuccessResponse(200, "A page of nodes")
  @Response<Problem>(400, "A parameter has an invalid value")
  async listNodes(@Query() limit: number = 100, @Query() cursor?: string, @Query() at?: string): Promise<NodeList> {
    if (at !== undefined) return listPastNodes(this.readings, { at, limit, cursor });
    return listNodes(this.readings, limit, cursor);
  }

  /**
   * Returns the latest reading of every module of a node.
   * @summary One node
   * @param node Name of the node
   * @example node "web-1"
   * @param at As it was at this time, as in the list: the last reading of each module until then, within ten minutes before the node's last one
   */
  @Get("{node}")
  @SuccessResponse(200, "The node")
  @Response<Problem>(400, "A parameter has an invalid value")
  @Response<Problem>(404, "Unknown node")
  async readNode(@Path() node: string, @Query() at?: string): Promise<NodeDetail> {
    if (at !== undefined) return readPastNode(this.readings, node, at);
    const snapshot = await this.readings.read(node);
    if (snapshot !== undefined) return toNodeDetail(snapshot, this.readings.now());
    const message = `no node "${node}" has reported; GET /api/v2/nodes lists them`;
    throw new ProblemError("unknown-node", `node: ${message}`, { errors: [{ field: "node", message }] });
  }
}
