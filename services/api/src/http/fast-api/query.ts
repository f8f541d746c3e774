import type { RequestHandler } from "express";
import { type FastApiError, invalidInput } from "./errors.js";
import { type IntegerBounds, laxInteger } from "./lax-values.js";

/** What FastAPI checks of one query parameter; a parameter without a rule is an optional text. */
export interface QueryRule {
  integer?: IntegerBounds;
  required?: boolean;
}

export type QueryRules = Readonly<Record<string, QueryRule>>;

type QueryValues = Record<string, string | number>;

/**
 * Reads the query as FastAPI does: the last of repeated parameters counts, integers are lax, whatever no rule names
 * passes. To be run before the rate limit, because what is refused here costs nothing. Errors: 422 in FastAPI's shape.
 */
export function fastApiQuery(rules: QueryRules): RequestHandler {
  return (request, _response, next) => {
    const parsed = parseQuery(request.query, rules);
    if (!parsed.ok) return next(invalidInput(parsed.errors));
    // Express 5 parses the query anew at each access: an own property holds what was validated.
    Object.defineProperty(request, "query", { value: parsed.values, configurable: true });
    next();
  };
}

/** The values of a query, or the whole list of what is wrong with it. */
export function parseQuery(
  query: Readonly<Record<string, unknown>>,
  rules: QueryRules,
): { ok: true; values: QueryValues } | { ok: false; errors: FastApiError[] } {
  const values: QueryValues = {};
  const errors: FastApiError[] = [];
  for (const [name, raw] of Object.entries(query)) {
    const text = String(Array.isArray(raw) ? raw.at(-1) : raw);
    const bounds = rules[name]?.integer;
    const read = bounds === undefined ? { ok: true as const, value: text } : laxInteger(text, ["query", name], bounds);
    if (read.ok) values[name] = read.value;
    else errors.push(read.error);
  }
  for (const [name, { required = false }] of Object.entries(rules)) {
    if (required && !(name in query)) errors.push(missing(name));
  }
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors };
}

function missing(name: string): FastApiError {
  return { type: "missing", loc: ["query", name], msg: "Field required", input: null };
}
