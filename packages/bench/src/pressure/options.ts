import { parseArgs } from "node:util";

export interface PressureOptions {
  /** How long the history store is stopped. */
  minutes: number;
  /** How many nodes report at once in the last phase. */
  nodes: number;
  json: boolean;
}

export type ParsedOptions = { ok: true; options: PressureOptions } | { ok: false; text: string; isHelp: boolean };

export const pressureUsage = `usage: npm run bench -- pressure [--minutes M] [--nodes N] [--json]

Starts the built product in a temporary folder and publishes as many nodes would, on loopback, in four phases: normal load
(1000 nodes, a reading of each every 10 s); twice that while ClickHouse is stopped (SIGSTOP) for M minutes; 100 times the
normal load for 10 s; N nodes at once and then every 10 s. Prints memory, lag and recovery of each, and what was lost,
doubled and dropped. It takes M minutes and about five more (with M below 1 the other phases are shorter, too), two cores and 2 GB of disk. Exit code 1 when a target is
missed.

  --minutes M  how long ClickHouse is stopped [10]
  --nodes N    nodes of the last phase [10000]
  --json       figures as JSON`;

/** Reads the words behind `pressure`; what is wrong comes back as the text to print. */
export function parsePressureOptions(words: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        minutes: { type: "string", default: "10" },
        nodes: { type: "string", default: "10000" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { ok: false, text: pressureUsage, isHelp: true };
    const minutes = inRange(values.minutes, "--minutes", { min: 0.1, max: 120 });
    const nodes = inRange(values.nodes, "--nodes", { min: 1000, max: 50_000 });
    return { ok: true, options: { minutes, nodes: Math.floor(nodes), json: values.json } };
  } catch (error) {
    return { ok: false, text: `${(error as Error).message}\n\n${pressureUsage}`, isHelp: false };
  }
}

function inRange(text: string, name: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text);
  if (!(value >= min && value <= max)) throw new Error(`${name}: expected a number from ${min} to ${max}`);
  return value;
}
