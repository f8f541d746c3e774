import { type ParseArgsConfig, parseArgs } from "node:util";

/** What a command gets of the world. */
export interface Outside {
  environment: Readonly<Record<string, string | undefined>>;
  version: string;
  /** A line of the result, on standard output. */
  print(text: string): void;
  /** A line about what is going on, on standard error. */
  tell(text: string): void;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export interface Command {
  /** One line in the list of commands. */
  purpose: string;
  /** What `--help` prints below the purpose. */
  usage: string;
  /** @throws UsageError, CommandError or SettingsError; anything else is a fault of the program. */
  run(args: readonly string[], outside: Outside): Promise<void>;
}

/** The command was called wrongly: it says how, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was asked for cannot be done: one sentence for the person who asked; the exit code is 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

type OptionTable = NonNullable<ParseArgsConfig["options"]>;

type OptionValues<Options extends OptionTable> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; strict: true; allowPositionals: false }>
>["values"];

/**
 * The values of a command's options.
 * @throws UsageError for an unknown option, a missing value and any word that is no option.
 */
export function parseOptions<Options extends OptionTable>(
  args: readonly string[],
  options: Options,
): OptionValues<Options> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The value of an option that has to be there. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === "") throw new UsageError(`${option} is required`);
  return value;
}
