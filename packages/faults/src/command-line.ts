import { parseArgs } from "node:util";

export interface Options {
  kills: number;
  seed: number;
  /** After so long no fault is begun any more. */
  minutes: number;
  /** Faults go on for so long between two checks. */
  checkSeconds: number;
  scenario: string;
  json: boolean;
  keep: boolean;
}

export type CommandLine = { options: Options } | { help: true } | { problem: string };

/** The arguments of `npm run faults --`. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  let values: Record<string, string | boolean | undefined>;
  try {
    values = parseArgs({
      args: [...words],
      options: {
        ...Object.fromEntries(
          ["kills", "seed", "minutes", "check-seconds", "scenario"].map((name) => [name, { type: "string" } as const]),
        ),
        json: { type: "boolean" },
        keep: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values as typeof values;
  } catch (error) {
    return { problem: (error as Error).message };
  }
  if (values.help) return { help: true };
  const kills = numberOf(values.kills, { fallback: 60, least: 0, most: 10_000 });
  const seed = numberOf(values.seed, { fallback: 1, least: 0, most: 2 ** 32 - 1 });
  const minutes = numberOf(values.minutes, { fallback: Math.ceil((kills ?? 0) / 10) + 10, least: 1, most: 1_440 });
  const checkSeconds = numberOf(values["check-seconds"], { fallback: 45, least: 5, most: 3_600 });
  if (kills === undefined) return { problem: "--kills: expected a whole number up to 10000" };
  if (seed === undefined) return { problem: "--seed: expected a whole number of at most 32 bits" };
  if (minutes === undefined) return { problem: "--minutes: expected a whole number from 1 to 1440" };
  if (checkSeconds === undefined) return { problem: "--check-seconds: expected a whole number from 5 to 3600" };
  const scenario = typeof values.scenario === "string" ? values.scenario : "kills";
  return {
    options: { kills, seed, minutes, checkSeconds, scenario, json: values.json === true, keep: values.keep === true },
  };
}

function numberOf(
  text: string | boolean | undefined,
  { fallback, least, most }: { fallback: number; least: number; most: number },
): number | undefined {
  if (text === undefined) return fallback;
  const value = typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
