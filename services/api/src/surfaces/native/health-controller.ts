import { Get, NoSecurity, Query, Res, Response, Route, SuccessResponse, Tags, type TsoaResponse } from "@tsoa/runtime";

export interface Liveness {
  status: "ok";
}

export interface Readiness {
  status: "ok" | "unavailable";
  /** By check: `ok` or the reason why not; only with `verbose`. */
  checks?: Record<string, string>;
}

export type ReadReadiness = () => Promise<{ ready: boolean; checks: Record<string, string> }>;

@Route("/")
@Tags("Health")
export class HealthController {
  constructor(private readonly readReadiness: ReadReadiness) {}

  /**
   * Answers as long as the process runs.
   * @summary Liveness
   */
  @Get("livez")
  @NoSecurity()
  @SuccessResponse(200, "Alive")
  async livez(): Promise<Liveness> {
    return { status: "ok" };
  }

  /**
   * Tells whether requests can be answered: not while starting, draining, or when neither store can be read.
   * @summary Readiness
   * @param verbose With any value: also each check
   * @example verbose "true"
   */
  @Get("readyz")
  @NoSecurity()
  @SuccessResponse(200, "Ready")
  @Response<Readiness>(503, "Not ready")
  async readyz(@Res() unavailable: TsoaResponse<503, Readiness>, @Query() verbose?: string): Promise<Readiness> {
    const { ready, checks } = await this.readReadiness();
    const details = verbose === undefined ? {} : { checks };
    return ready ? { status: "ok", ...details } : unavailable(503, { status: "unavailable", ...details });
  }
}
