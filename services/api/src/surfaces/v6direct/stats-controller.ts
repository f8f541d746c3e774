import { Body, Get, Middlewares, Post, Query, Response, Route, Security, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail, HTTPValidationError } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type {
  CPUStats,
  HistorySample,
  InterfaceStats,
  MemoryStats,
  NodeInfo,
  RateLimitError,
  RefreshRequest,
  RefreshResponse,
  SystemSnapshots,
} from "./dto.js";
import { unknownInterface } from "./errors.js";
import type { V6DirectReadings } from "./readings.js";
import { toHistory } from "./to-history.js";
import { timestampOf, toCpuPart, toInterfacesPart, toMemoryPart, toNodePart, toSnapshot } from "./to-snapshot.js";
import { fastApiRefreshBody, v6DirectQuery } from "./validation.js";

@Route("stats")
@Security("APIKeyHeader", ["node:read"])
@Response<ErrorDetail>(403, "Missing or wrong key")
@Response<ErrorDetail>(404, "Unknown node or interface")
@Response<ErrorDetail>(503, "Nothing was reported yet, or the node cannot be reached")
export class StatsController {
  constructor(private readonly readings: V6DirectReadings) {}

  /**
   * Returns a full system snapshot. One reading of a node is served for 30 seconds.
   * @summary Full system snapshot
   * @param node Name of the node; the default node when absent
   */
  @Get()
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "The reading")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async stats(@Query() node?: string): Promise<SystemSnapshots> {
    const { snapshot, ageSeconds } = await this.readings.pinned(node);
    return toSnapshot(snapshot, ageSeconds);
  }

  /**
   * Returns processor usage, per core too, frequency, temperature and load.
   * @summary CPU metrics
   * @param node Name of the node; the default node when absent
   */
  @Get("cpu")
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "The reading")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async cpu(@Query() node?: string): Promise<CPUStats> {
    return toCpuPart((await this.readings.pinned(node)).snapshot);
  }

  /**
   * Returns memory and swap usage.
   * @summary Memory and swap stats
   * @param node Name of the node; the default node when absent
   */
  @Get("memory")
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "The reading")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async memory(@Query() node?: string): Promise<MemoryStats> {
    return toMemoryPart((await this.readings.pinned(node)).snapshot);
  }

  /**
   * Returns counters and addresses of each interface.
   * @summary Network interface stats
   * @param interfaceName Filter by interface name, e.g. `eth0`, `wg0`
   * @example interfaceName "lo"
   * @param node Name of the node; the default node when absent
   */
  @Get("network")
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "One entry an interface")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async network(@Query("interface") interfaceName?: string, @Query() node?: string): Promise<InterfaceStats[]> {
    const interfaces = toInterfacesPart((await this.readings.pinned(node)).snapshot);
    if (interfaceName === undefined || interfaceName === "") return interfaces;
    const found = interfaces.filter(({ name }) => name === interfaceName);
    if (found.length === 0) throw unknownInterface(interfaceName);
    return found;
  }

  /**
   * Returns the last samples of the short history, oldest first.
   * @summary Rolling metric history
   * @param limit Number of samples to return
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 60
   * @example limit 10
   * @param node Name of the node; the default node when absent
   */
  @Get("history")
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "One entry a sample")
  @Response<HTTPValidationError>(422, "Validation error")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async history(@Query() limit: number = 60, @Query() node?: string): Promise<HistorySample[]> {
    const resolved = await this.readings.resolveNode(node);
    return toHistory(await this.readings.headlines(resolved), limit);
  }

  /**
   * Returns what the node is.
   * @summary Node info
   * @param node Name of the node; the default node when absent
   */
  @Get("node")
  @Tags("Stats")
  @Middlewares(v6DirectQuery, limited("v6direct-stats"))
  @SuccessResponse(200, "The node")
  @Response<RateLimitError>(429, "Over 30 requests in a minute")
  async nodeInfo(@Query() node?: string): Promise<NodeInfo> {
    return toNodePart((await this.readings.pinned(node)).snapshot);
  }

  /**
   * Has the node read everything now, whatever the age of the last reading.
   * @summary Force refresh of the reading
   * @param node Name of the node; the default node when absent
   */
  @Post("refresh")
  @Security("APIKeyHeader", ["node:update"])
  @Tags("Control")
  @Middlewares(v6DirectQuery, fastApiRefreshBody, limited("v6direct-refresh"))
  @SuccessResponse(200, "Read anew")
  @Response<ErrorDetail>(413, "The body is over 64 KiB")
  @Response<ErrorDetail>(415, "The body has an unknown content encoding")
  @Response<HTTPValidationError>(422, "Validation error")
  @Response<RateLimitError>(429, "Over 10 requests in a minute")
  async refresh(@Body() body: RefreshRequest, @Query() node?: string): Promise<RefreshResponse> {
    const resolved = await this.readings.resolveNode(node);
    const { reason = null, full = false } = body;
    const snapshot = await this.readings.refresh(resolved, { reason, clearHistory: full });
    return {
      success: true,
      message: `Cache refreshed sucessfully.${reason === null || reason === "" ? "" : ` Reason: ${reason}`}`,
      cleared_history: full,
      new_snapshot_timestamp: timestampOf(snapshot),
    };
  }
}
