import { Answer } from "../../http/answer.js";
import { detail } from "../../http/fast-api/errors.js";

/** 403: the same for a missing and for a wrong key. */
export function invalidV6DirectKey(): Answer {
  return detail(403, "Invalid or missing API key. Pass it as X-API-Key header.");
}

/** 429 in slowapi's words; without `Retry-After` and `X-RateLimit-*`, as clients know it. */
export function tooManyV6DirectRequests(_request: unknown, policy: { limit: number }): Answer {
  return new Answer(429, { error: `Rate limit exceeded: ${policy.limit} per 1 minute` });
}

/** 404 for an interface that the node does not have. */
export function unknownInterface(name: string): Answer {
  return detail(404, `Interface '${name}' not found.`);
}

/** 404 for a node that never reported. */
export function unknownV6DirectNode(name: string): Answer {
  return detail(404, `Node '${name}' not found.`);
}

/** 503 with the reason. */
export function v6DirectUnavailable(reason: string): Answer {
  return detail(503, reason);
}
