import { Answer } from "../../http/answer.js";
import { detail } from "../../http/fast-api/errors.js";

/** 401: the same for a missing and for a wrong key. */
export function invalidDashPadKey(): Answer {
  return detail(401, "Invalid or missing API key", { "WWW-Authenticate": "Bearer" });
}

/** 400 for what the scheduler cannot do. */
export function invalidAction(given: string, actions: readonly string[]): Answer {
  return detail(400, `Invalid action: ${given}. Must be one of: ${actions.join(", ")}`);
}

/** 404 for what has no such name. */
export function notFound(what: "Metric" | "Log" | "Source" | "Node", name: string): Answer {
  return detail(404, `${what} '${name}' not found`);
}

/** 404 for a source that a metric cannot be read from, with what the collector says of it. */
export function sourceUnavailable(source: string, metric: string, reason: string): Answer {
  return detail(404, `Source '${source}' cannot provide metric '${metric}': ${reason}`);
}

/** 503 with the reason. */
export function dashPadUnavailable(reason: string): Answer {
  return detail(503, reason);
}

/** 500, which says nothing of the inside. */
export function serverError(): Answer {
  return new Answer(500, { detail: "Internal server error", type: "server_error" });
}

/** 429. */
export function tooManyDashPadRequests(_request: unknown, policy: { limit: number }): Answer {
  return detail(429, `Rate limit exceeded: ${policy.limit} per 1 minute`);
}
