import { Get, Middlewares, NoSecurity, Response, Route, SuccessResponse, Tags } from "@tsoa/runtime";
import { limited } from "../../http/rate-limits.js";
import type { PeekapingError, PeekapingHealth, PeekapingVersion } from "./dto.js";

/** What the process is, and what time it is there. */
export interface SystemSources {
  now(): number;
}

/** Of this surface: clients compare it with releases of the original, of which this is the one that it is like. */
const version = "0.0.46";

@Route("api/v1")
@Tags("Peekaping")
@NoSecurity()
@Middlewares(limited("peekaping"))
@Response<PeekapingError>(429, "Too many requests")
export class PeekapingSystemController {
  constructor(private readonly sources: SystemSources) {}

  /**
   * Tells that the API is alive.
   * @summary Health
   */
  @Get("health")
  @SuccessResponse(200, "Alive")
  async peekapingHealth(): Promise<PeekapingHealth> {
    return { status: "ok", timestamp: new Date(this.sources.now()).toISOString() };
  }

  /**
   * Tells of which version of Peekaping this surface is.
   * @summary Version
   */
  @Get("version")
  @SuccessResponse(200, "The version")
  async peekapingVersion(): Promise<PeekapingVersion> {
    return { version };
  }
}
