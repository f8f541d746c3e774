import type { FastApiError } from "./errors.js";

/** A value or FastAPI's complaint about it. */
export type Lax<T> = { ok: true; value: T } | { ok: false; error: FastApiError };

/** Inclusive. */
export interface IntegerBounds {
  ge?: number;
  le?: number;
}

/**
 * An integer out of a query string as pydantic reads it in lax mode: blanks around it, a sign, single underscores
 * between digits and a fraction of zeros are fine. What a double cannot hold exactly becomes the nearest that it can.
 */
export function laxInteger(input: string, loc: (string | number)[], { ge, le }: IntegerBounds): Lax<number> {
  const match = /^([+-]?\d+(?:_\d+)*)(?:\.0+)?$/.exec(input.trim());
  if (match?.[1] === undefined) {
    const msg = "Input should be a valid integer, unable to parse string as an integer";
    return { ok: false, error: { type: "int_parsing", loc, msg, input } };
  }
  const exact = Number(match[1].replaceAll("_", ""));
  const value = Math.max(Number.MIN_SAFE_INTEGER, Math.min(exact, Number.MAX_SAFE_INTEGER));
  if (ge !== undefined && value < ge) {
    const msg = `Input should be greater than or equal to ${ge}`;
    return { ok: false, error: { type: "greater_than_equal", loc, msg, input, ctx: { ge } } };
  }
  if (le !== undefined && value > le) {
    const msg = `Input should be less than or equal to ${le}`;
    return { ok: false, error: { type: "less_than_equal", loc, msg, input, ctx: { le } } };
  }
  return { ok: true, value };
}

const truths: ReadonlySet<string> = new Set(["1", "on", "t", "true", "y", "yes"]);
const untruths: ReadonlySet<string> = new Set(["0", "off", "f", "false", "n", "no"]);

/** A boolean out of JSON as pydantic reads it in lax mode: also 0, 1 and the usual words in any case. */
export function laxBoolean(input: unknown, loc: (string | number)[]): Lax<boolean> {
  if (typeof input === "boolean") return { ok: true, value: input };
  if (input === 0 || input === 1) return { ok: true, value: input === 1 };
  if (typeof input === "string") {
    const word = input.toLowerCase();
    if (truths.has(word)) return { ok: true, value: true };
    if (untruths.has(word)) return { ok: true, value: false };
  }
  const parsable = typeof input === "string" || Number.isInteger(input);
  const msg = "Input should be a valid boolean";
  return {
    ok: false,
    error: parsable
      ? { type: "bool_parsing", loc, msg: `${msg}, unable to interpret input`, input }
      : { type: "bool_type", loc, msg, input },
  };
}

/** A string or null out of JSON. */
export function optionalString(input: unknown, loc: (string | number)[]): Lax<string | null> {
  if (input === null || typeof input === "string") return { ok: true, value: input };
  return { ok: false, error: { type: "string_type", loc, msg: "Input should be a valid string", input } };
}
