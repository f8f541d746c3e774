import { Answer } from "../../http/answer.js";
import type { ProblemError } from "../../http/problem.js";
import { isNezhaAdministration } from "./paths.js";

/** "This interface needs authentication": HTTP 200, as clients of Nezha v0 know it. */
export function nezhaUnauthorized(): Answer {
  return new Answer(200, { code: 403, message: "访问此接口需要认证" });
}

/** "This interface needs signing in": what a token gets that tries the administration. */
export function nezhaSignInNeeded(): Answer {
  return new Answer(200, { code: 403, message: "访问此接口需要登录" });
}

/** 429; Nezha itself has no limits, so the shape is that of its other errors. */
export function tooManyNezhaRequests(_request: unknown, policy: { limit: number }): Answer {
  return new Answer(429, { code: 429, message: `More than ${policy.limit} requests in one minute.` });
}

/** "The request is wrong", and why: what its administration says of anything that a person did. */
export function nezhaWrongRequest(reason: string): Answer {
  return new Answer(200, { code: 400, message: `请求错误：${reason}` });
}

/** "There is no such token". */
export function unknownNezhaToken(): Answer {
  return new Answer(200, { code: 400, message: "token 不存在" });
}

/** A failure in the shape that its path has in the original: registering has statuses and a secret, the administration has none. */
export function toNezhaError(error: ProblemError, path: string): Answer {
  const { status, code, headers } = error;
  const message = messageOf(error);
  if (path === "/api/v1/server/register" && status === 400) {
    return new Answer(400, {
      code: 400,
      message: code === "malformed-body" ? "Parse JSON failed" : message,
      secret: "",
    });
  }
  if (!isNezhaAdministration(path) || status >= 500 || status === 429) {
    return new Answer(status, { code: status, message }, headers);
  }
  return status === 403 ? new Answer(200, { code: 403, message }) : nezhaWrongRequest(message);
}

/** What fields of documents are called in the forms of Nezha. */
const formNames: Readonly<Record<string, string>> = {
  name: "Name",
  group: "Tag",
  notes: "Note",
  public_notes: "PublicNote",
  display_index: "DisplayIndex",
  label: "Note",
};

function messageOf({ message, errors }: ProblemError): string {
  if (errors.length === 0) return message;
  return errors.map(({ field, message: fault }) => `${formNames[field] ?? field}: ${fault}`).join("; ");
}
