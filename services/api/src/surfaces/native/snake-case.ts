/** `readBytesPerSecond` → `read_bytes_per_second`. */
export type SnakeCase<Name extends string> = Name extends `${infer Head}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<Head>}${SnakeCase<Rest>}`
    : `${Lowercase<Head>}_${SnakeCase<Rest>}`
  : Name;

/** Milliseconds have no place in JSON: `startedAtMs` → `started_at`, `sinceMs` → `since`, `intervalMs` → `interval_seconds`. */
type JsonName<Name extends string> =
  SnakeCase<Name> extends `${infer Before}interval_ms`
    ? `${Before}interval_seconds`
    : SnakeCase<Name> extends `${infer Before}_ms`
      ? Before
      : SnakeCase<Name>;

type JsonValue<Name extends string, Value> =
  SnakeCase<Name> extends `${string}interval_ms`
    ? Value
    : SnakeCase<Name> extends `${string}_ms`
      ? string
      : SnakeCased<Value>;

/** A value as JSON has it: every key in snake case, all the way down, instants as ISO 8601 and intervals in seconds. */
export type SnakeCased<T> = T extends readonly (infer Item)[]
  ? SnakeCased<Item>[]
  : T extends object
    ? {
        [Key in keyof T as Key extends string ? JsonName<Key> : Key]: Key extends string
          ? JsonValue<Key, T[Key]>
          : never;
      }
    : T;

/** The same data with JSON names; its type follows from the source, so a DTO that differs does not compile. */
export function snakeCased<T>(value: T): SnakeCased<T> {
  return convert(value) as SnakeCased<T>;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => convertField(snakeCase(key), item)));
}

function convertField(name: string, value: unknown): [name: string, value: unknown] {
  if (name.endsWith("interval_ms")) return [`${name.slice(0, -2)}seconds`, Number(value) / 1_000];
  if (name.endsWith("_ms")) return [name.slice(0, -3), toInstant(Number(value))];
  return [name, convert(value)];
}

/** The last instant that a Date holds. What a node says is not checked, and must not make its answer fail. */
const instantMaxMs = 8.64e15;

function toInstant(milliseconds: number): string {
  return new Date(Math.max(-instantMaxMs, Math.min(milliseconds, instantMaxMs))).toISOString();
}

/** A name as JSON has it. */
export function snakeCase<Name extends string>(name: Name): SnakeCase<Name> {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as SnakeCase<Name>;
}
