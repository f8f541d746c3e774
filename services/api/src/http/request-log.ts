import type { Logger } from "@statwire/runtime";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import { redactUrl } from "./redact-url.js";

/** Paths that are asked for every few seconds by machines and tell nothing when they succeed. */
const quietPaths: ReadonlySet<string> = new Set(["/livez", "/readyz", "/health"]);

/** One log line per answered request, without any credential. */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (request) => request.id,
    serializers: {
      req: (request: { id: unknown; method: string; url: string; remoteAddress: string }) => ({
        id: request.id,
        method: request.method,
        url: redactUrl(request.url),
        remoteAddress: request.remoteAddress,
      }),
      res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
    },
    customLogLevel: (request, response, error) => {
      if (response.statusCode === 503) return "warn";
      if (error !== undefined || response.statusCode >= 500) return "error";
      const path = ((request as { originalUrl?: string }).originalUrl ?? request.url ?? "").split("?", 1)[0] ?? "";
      return response.statusCode < 400 && quietPaths.has(path) ? "debug" : "info";
    },
    customSuccessMessage: () => "request answered",
    customErrorMessage: () => "request failed",
    // What failed is logged where the answer is made; here it would be a stack of this middleware.
    customErrorObject: (_request, _response, _error, { err: _, ...value }) => value,
    quietReqLogger: true,
    customAttributeKeys: { reqId: "requestId" },
  }) as RequestHandler;
}
