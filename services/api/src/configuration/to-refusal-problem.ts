import type { Refusal, RefusalCode } from "@statwire/control-plane";
import { type ProblemCode, ProblemError } from "../http/problem.js";

const codes: Record<RefusalCode, ProblemCode> = {
  invalid: "invalid-input",
  "not-found": "unknown-document",
  forbidden: "forbidden",
  taken: "name-taken",
  dangling: "invalid-input",
  changed: "document-changed",
  "in-use": "conflict",
  "last-owner": "last-owner",
  "too-many": "too-many-documents",
  "key-reused": "key-reused",
  unavailable: "unavailable",
};

/** Why the control plane does not make a change, as a problem. What is unavailable is not told in detail. */
export function toRefusalProblem({ code, message, faults }: Refusal): ProblemError {
  if (code !== "unavailable") return new ProblemError(codes[code], message, { errors: faults });
  return new ProblemError("unavailable", "The change may not have been stored. Try again, with an Idempotency-Key.", {
    headers: { "Retry-After": "1" },
    cause: new Error(message),
  });
}
