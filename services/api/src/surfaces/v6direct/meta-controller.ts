import { Example, Get, Middlewares, NoSecurity, Response, Route, SuccessResponse, Tags } from "@tsoa/runtime";
import type { ErrorDetail } from "../../http/fast-api/dto.js";
import { limited } from "../../http/rate-limits.js";
import type { DashPadHealth } from "../dashpad/dto-node.js";
import type { Health, Meta, RateLimitError } from "./dto.js";
import { landingPage } from "./landing-page.js";
import { meta } from "./meta.js";
import type { V6DirectReadings } from "./readings.js";

@Route("/")
@Tags("Meta")
export class MetaController {
  constructor(private readonly readings: V6DirectReadings) {}

  /**
   * Welcome message and links to the documentation.
   * @summary API root
   */
  @Get()
  @NoSecurity()
  @Middlewares(limited("v6direct-meta"), landingPage)
  @SuccessResponse(200, "What this API offers; a page for a browser")
  @Response<RateLimitError>(429, "Over 60 requests in a minute")
  async root(): Promise<Meta> {
    return meta;
  }

  /**
   * Lightweight liveness probe. On the HTTPS listener this path is DashPad's and needs a key: see `/dashpad/health`.
   * @summary Health check
   */
  @Get("health")
  @NoSecurity()
  @Middlewares(limited("v6direct-meta"))
  @SuccessResponse(200, "Alive")
  @Response<ErrorDetail>(401, "On the HTTPS listener: missing or wrong key")
  @Response<RateLimitError>(429, "Over 60 requests in a minute")
  @Example<Health>({ status: "ok", uptime_seconds: 86_400 })
  async health(): Promise<Health | DashPadHealth> {
    return { status: "ok", uptime_seconds: await this.readings.uptimeSeconds() };
  }
}
