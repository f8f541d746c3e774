import type { Request } from "express";
import { invalidField, ProblemError } from "../http/problem.js";

/** The header `If-Match`, without which nothing is changed. Errors: if-match-needed. */
export function ifMatchOf(request: Request): string {
  const header = request.get("if-match");
  if (header !== undefined) return header;
  throw new ProblemError(
    "if-match-needed",
    "Send the ETag that was read as If-Match, or * to change whatever is there.",
  );
}

/** The revision that an `If-Match` asks for; `*` takes any. Errors: invalid-input, document-changed for another's tag. */
export function expectedRevision(header: string): { expected?: number } {
  const text = header.trim();
  if (text === "*") return {};
  const [, revision] = /^"(\d{1,15})"$/.exec(text) ?? [];
  if (revision !== undefined) return { expected: Number(revision) };
  throw invalidField("If-Match", 'expected an ETag of this API, such as "12", or *');
}

/** Whether `If-None-Match` names a revision: what the client has is that. Not every client leaves this to Express (`fetch` does not). */
export function isKnown(request: Request, revision: number): boolean {
  const tags = request.get("if-none-match")?.split(",") ?? [];
  return tags.some((tag) => tag.trim().replace(/^W\//, "") === `"${revision}"`);
}
