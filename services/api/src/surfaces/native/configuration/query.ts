import { type KindName, kindOf, type StoredRevision } from "@statwire/control-plane";
import { invalidField } from "../../../http/problem.js";

/** Which documents of a kind are listed, and in which order. */
export interface ListQuery {
  limit: number;
  cursor?: string | undefined;
  sort?: string | undefined;
  filter?: readonly string[] | undefined;
}

type Value = string | number | boolean | null;

/** Filters beyond this are refused. */
const filtersMax = 10;

const metaFields: Record<string, (stored: StoredRevision) => Value> = {
  id: ({ id }) => id,
  revision: ({ revision }) => revision,
  created_at: ({ createdAtMs }) => new Date(createdAtMs).toISOString(),
  updated_at: ({ atMs }) => new Date(atMs).toISOString(),
};

/**
 * One page of documents in the order asked for, those with the same value by their id. A cursor names the last document of the
 * page before, so that pages stay right while documents come and go. Errors: invalid-input naming the parameter.
 */
export function pageOf(
  documents: Iterable<StoredRevision>,
  kind: KindName,
  query: ListQuery,
): { items: StoredRevision[]; nextCursor: string | null } {
  const matches = filterOf(kind, query.filter ?? []);
  const descending = query.sort?.startsWith("-") ?? false;
  const read = readerOf(kind, "sort", (query.sort ?? "id").replace(/^-/, ""));
  const compare = (one: Place, other: Place) => comparePlaces(one, other) * (descending ? -1 : 1);
  const after = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  const found = [...documents]
    .filter(matches)
    .map((stored) => ({ stored, place: { value: scalar(read(stored)), id: stored.id } }))
    .filter(({ place }) => after === undefined || compare(place, after) > 0)
    .sort((one, other) => compare(one.place, other.place));
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ stored }) => stored),
    nextCursor: last !== undefined && found.length > query.limit ? toCursor(last.place) : null,
  };
}

interface Place {
  value: Value;
  id: string;
}

function filterOf(kind: KindName, filters: readonly string[]): (stored: StoredRevision) => boolean {
  if (filters.length > filtersMax) throw invalidField("filter", `at most ${filtersMax} are taken`);
  const tests = filters.map((filter) => {
    const [, field = "", operator, text = ""] = /^([a-z_]+)(=|~)(.*)$/s.exec(filter) ?? [];
    if (operator === undefined) throw invalidField("filter", `"${filter}" is not field=value or field~text`);
    const read = readerOf(kind, "filter", field);
    const wanted = text.toLowerCase();
    const isMatch = (value: unknown) =>
      operator === "=" ? textOf(value) === text : textOf(value).toLowerCase().includes(wanted);
    return (stored: StoredRevision) => [read(stored)].flat().some(isMatch);
  });
  return (stored) => tests.every((test) => test(stored));
}

function readerOf(kind: KindName, parameter: string, field: string): (stored: StoredRevision) => unknown {
  const meta = Object.hasOwn(metaFields, field) ? metaFields[field] : undefined;
  if (meta !== undefined) return meta;
  const { fields, kept } = kindOf(kind);
  const known = [...Object.keys(metaFields), ...Object.keys(fields.shape), ...Object.keys(kept?.shape ?? {})];
  if (!known.includes(field)) {
    throw invalidField(parameter, `unknown field "${field}"; known are ${known.join(", ")}`);
  }
  return ({ document }) => document[field];
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function scalar(value: unknown): Value {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Nothing comes first, then numbers, then texts by their code points, so that the order is the same everywhere. */
function comparePlaces(one: Place, other: Place): number {
  return compareValues(one.value, other.value) || compareTexts(one.id, other.id);
}

function compareValues(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? -1 : 1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return compareTexts(String(one), String(other));
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function toCursor({ value, id }: Place): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

function parseCursor(cursor: string): Place {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === 2 && typeof parsed[1] === "string") {
      const [value, id] = parsed as [unknown, string];
      if (value === null || ["string", "number", "boolean"].includes(typeof value))
        return { value: value as Value, id };
    }
  } catch {
    // refused below
  }
  throw invalidField("cursor", "is not a next_cursor of this API");
}
