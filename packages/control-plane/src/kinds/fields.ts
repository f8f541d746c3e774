import { z } from "zod";

/** Lower-case and sortable by age (UUIDv7), or chosen by the client where a kind says so. */
export const idPattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Whether a text can be the id of a document. */
export function isDocumentId(text: string): boolean {
  return idPattern.test(text);
}

/** The id of a document. */
export const documentId = z.string().regex(idPattern, "expected an id: a-z, 0-9, - and _, up to 63 characters");

/** Another document. */
export const reference = documentId.nullable().default(null);

/** Several other documents, each once. */
export function references(max: number) {
  return z
    .array(documentId)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, "expected each id once")
    .default([]);
}

/** A name that a person gives. */
export function title(max: number) {
  return z.string().trim().min(1).max(max);
}

/** A text that may be left out. */
export function note(max: number) {
  return z.string().max(max).nullable().default(null);
}

/** A moment with its offset, kept in UTC with milliseconds. */
export const instant = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((text, context) => {
    const ms = Date.parse(text);
    if (Number.isFinite(ms)) return new Date(ms).toISOString();
    context.addIssue("expected a moment such as 2026-01-31T22:00:00Z");
    return z.NEVER;
  })
  .pipe(z.string());

/** An address of mail, in lower case. */
export const email = z.email().max(254).toLowerCase();

/** A time zone of the IANA database. */
export const timezone = z.string().max(64).refine(isTimeZone, "expected an IANA time zone, such as Europe/Zurich");

/** Whether the IANA database has a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return !/^[+-]/.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
