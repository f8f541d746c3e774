import { Answer } from "../../http/answer.js";

/** "This interface needs authentication": HTTP 200, as clients of Nezha v0 know it. */
export function nezhaUnauthorized(): Answer {
  return new Answer(200, { code: 403, message: "访问此接口需要认证" });
}

/** 429; Nezha itself has no limits, so the shape is that of its other errors. */
export function tooManyNezhaRequests(_request: unknown, policy: { limit: number }): Answer {
  return new Answer(429, { code: 429, message: `More than ${policy.limit} requests in one minute.` });
}

/** Any other failure in the same shape. */
export function nezhaError(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return new Answer(status, { code: status, message }, headers);
}
