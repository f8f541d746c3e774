import { readFileSync } from "node:fs";
import { z } from "zod";

/** Settings that cannot be used; `problems` has one sentence for each, beginning with the variable's name. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** A table of settings: variable name → schema of its text. */
export type SettingsShape = z.ZodRawShape;
export type Settings<Shape extends SettingsShape> = z.output<z.ZodObject<Shape>>;

/**
 * Parses the settings of a shape out of the environment. Each `NAME` may come from the file that `NAME_FILE` names
 * instead (its text without surrounding white space); an empty variable counts as absent.
 * @throws SettingsError with every problem at once.
 */
export function parseSettings<Shape extends SettingsShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>>,
): Settings<Shape> {
  const problems: string[] = [];
  const texts: Record<string, string> = {};
  for (const name of Object.keys(shape)) {
    const text = settingText(name, environment, problems);
    if (text !== undefined) texts[name] = text;
  }
  const parsed = z.object(shape).safeParse(texts);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (problems.some((problem) => problem.startsWith(`${name}:`))) continue;
    problems.push(name in texts ? `${name}: ${issue.message}` : `${name}: is required`);
  }
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return parsed.data;
}

/** A TCP port, 1 to 65535. */
export function port(fallback: number) {
  return wholeNumber({ min: 1, max: 65_535 }).default(fallback);
}

/** A whole number within bounds, written in decimal digits. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return z
    .string()
    .regex(/^-?\d+$/, "expected a whole number")
    .transform(Number)
    .refine((value) => value >= min && value <= max, `expected a number from ${min} to ${max}`);
}

/** `true`/`false`, `1`/`0`, `yes`/`no`, `on`/`off`. */
export function flag(fallback: boolean) {
  return z
    .string()
    .refine((text) => /^(true|false|1|0|yes|no|on|off)$/i.test(text), "expected true or false")
    .transform((text) => /^(true|1|yes|on)$/i.test(text))
    .default(fallback);
}

/** The settings as a readable table: name, default, meaning. */
export function describeSettings(shape: SettingsShape): string {
  const rows = Object.entries(shape).map(([name, schema]) => {
    const type = schema as z.ZodType;
    const absent = type.safeParse(undefined);
    const fallback = absent.success ? (absent.data === undefined ? "" : `[${String(absent.data)}]`) : "(required)";
    return { name, fallback, description: type.description ?? "" };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(
      ({ name, fallback, description }) =>
        `  ${name.padEnd(width)}  ${[description, fallback].filter(Boolean).join(" ")}`,
    )
    .join("\n");
}

function settingText(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string | undefined {
  const direct = environment[name] || undefined;
  // A setting that is itself a path ends in _FILE and has no twin.
  const file = name.endsWith("_FILE") ? undefined : environment[`${name}_FILE`] || undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) {
    problems.push(`${name}: set both directly and through ${name}_FILE; keep one`);
    return direct;
  }
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    problems.push(`${name}: ${name}_FILE cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}
