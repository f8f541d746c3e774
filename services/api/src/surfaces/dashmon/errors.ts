import { Answer } from "../../http/answer.js";
import type { ProblemCode, ProblemError } from "../../http/problem.js";
import { knownDashmonCaller } from "./caller.js";
import { forbiddenCode } from "./forbidden-code.js";

/** An error as Dashmon's clients know it. */
export function refusal(status: number, error: string, message?: string): Answer {
  return new Answer(status, { error, ...(message === undefined ? {} : { message }) });
}

/** 403: what only a premium workspace has. */
export function premiumRequired(): Answer {
  return refusal(403, "premium_required", "This feature is available on the Premium plan only.");
}

/** 429 for too many changes at one path. `Retry-After` says for how long. */
export function tooManyDashmonWrites(): Answer {
  return refusal(429, "Too many write requests. Please slow down.");
}

/** 429 for too many sign-ins by way of another system. */
export function tooManyDashmonSignIns(): Answer {
  return refusal(429, "Too many auth requests. Please retry later.");
}

/** 429; Dashmon itself does not limit what is read. */
export function tooManyDashmonRequests(): Answer {
  return refusal(429, "Too many requests. Please slow down.");
}

/** Codes that its clients may decide by; other problems are told in words. */
const codes: Partial<Record<ProblemCode, string>> = {
  "cross-site": "cross_site_request",
  "code-needed": "code_needed",
  "openid-off": "google_sign_in_off",
  "identity-off": "sign_in_off",
  "mail-off": "mail_off",
};

/** Any other failure in the same shape. */
export function dashmonError(error: ProblemError, request: object): Answer {
  const { code, status, message, headers } = error;
  return new Answer(status, bodyOf(code, message, request), headers);
}

function bodyOf(code: ProblemCode, message: string, request: object): { error: string; message?: string } {
  if (code === "malformed-body") return { error: "Invalid JSON" };
  if (code === "unknown-document") return { error: "Not found" };
  if (code === "unauthorized") return { error: "unauthenticated" };
  if (code === "forbidden") return { error: forbiddenCode(knownDashmonCaller(request)), message };
  const told = codes[code];
  return told === undefined ? { error: message } : { error: told, message };
}
