import type { FastApiError } from "../../http/fast-api/errors.js";
import { laxBoolean, optionalString } from "../../http/fast-api/lax-values.js";
import { whyTooMuch } from "../../http/json-bounds.js";

export interface ParsedRefresh {
  reason: string | null;
  full: boolean;
}

/**
 * The body of a refresh as FastAPI reads it: the whole list of what is wrong, or the values with their defaults. A body
 * of another content type is a string to FastAPI, not JSON; one without a content type is taken as JSON.
 */
export function parseRefresh(
  body: Uint8Array,
  contentType: string | undefined,
): { ok: true; value: ParsedRefresh } | { ok: false; errors: FastApiError[] } {
  const text = new TextDecoder().decode(body);
  if (text === "") return refused(missingBody);
  if (contentType !== undefined && !isJson(contentType)) return refused(notAnObject(text));
  const tooMuch = whyTooMuch(text);
  if (tooMuch !== undefined) return refused(invalidJson(new Error(tooMuch)));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refused(invalidJson(error as Error));
  }
  if (json === null) return refused(missingBody);
  if (typeof json !== "object" || Array.isArray(json)) return refused(notAnObject(json));
  return parseFields(json as Record<string, unknown>);
}

function parseFields(json: Record<string, unknown>): ReturnType<typeof parseRefresh> {
  const reason = optionalString(json.reason ?? null, ["body", "reason"]);
  const full = laxBoolean("full" in json ? json.full : false, ["body", "full"]);
  const errors = [reason, full].flatMap((field) => (field.ok ? [] : [field.error]));
  if (!reason.ok || !full.ok) return { ok: false, errors };
  return { ok: true, value: { reason: reason.value, full: full.value } };
}

const missingBody: FastApiError = { type: "missing", loc: ["body"], msg: "Field required", input: null };

function notAnObject(input: unknown): FastApiError {
  const msg = "Input should be a valid dictionary or object to extract fields from";
  return { type: "model_attributes_type", loc: ["body"], msg, input };
}

/** FastAPI gives the place and Python's words; here the place is 0 where V8 does not tell it, the words are V8's. */
function invalidJson(error: Error): FastApiError {
  const position = Number(/at position (\d+)/.exec(error.message)?.[1] ?? 0);
  return {
    type: "json_invalid",
    loc: ["body", position],
    msg: "JSON decode error",
    input: {},
    ctx: { error: error.message },
  };
}

function isJson(contentType: string): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType.trim());
}

function refused(error: FastApiError): { ok: false; errors: FastApiError[] } {
  return { ok: false, errors: [error] };
}
