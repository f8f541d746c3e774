/** Why a change is not made. Each has one answer in every API. */
export type RefusalCode =
  /** It has a value that is not allowed. */
  | "invalid"
  /** There is no such document, or the caller may not know of it. */
  | "not-found"
  /** The caller may not do that. */
  | "forbidden"
  /** Another document has that name. */
  | "taken"
  /** What it points at does not exist. */
  | "dangling"
  /** It was changed since the caller read it. */
  | "changed"
  /** Something that is in force depends on it. */
  | "in-use"
  /** The workspace would have no owner. */
  | "last-owner"
  /** There are as many of them as there may be. */
  | "too-many"
  /** The `Idempotency-Key` was used for something else. */
  | "key-reused"
  /** The log does not answer, or does not take it; nothing is known to have changed. */
  | "unavailable";

/** What is wrong with one field, by its dotted path in the document. */
export interface FieldFault {
  field: string;
  message: string;
}

export interface Refusal {
  ok: false;
  code: RefusalCode;
  /** For a person. */
  message: string;
  /** The fields at fault; empty when it is none in particular. */
  faults: readonly FieldFault[];
}

export function refuse(code: RefusalCode, message: string, faults: readonly FieldFault[] = []): Refusal {
  return { ok: false, code, message, faults };
}

/** A refusal for one field. */
export function refuseField(code: RefusalCode, field: string, message: string): Refusal {
  return refuse(code, `${field}: ${message}`, [{ field, message }]);
}
