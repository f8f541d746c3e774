import { measureControlPlane } from "./control-plane/measure-control-plane.js";
import type { Measurement } from "./measurement.js";
import { measureOperations } from "./operations/operations.js";
import { pressure } from "./pressure/measure-pressure.js";
import { replay } from "./replay/measure-replay.js";
import { measureTokens } from "./tokens/measure-tokens.js";
import { measureUnits } from "./units/units.js";

export const measurements: readonly Measurement[] = [
  pressure,
  replay,
  {
    name: "operations",
    summary: "verify, rebuild history, backup and restore of a store of 50 million samples: how long, how large",
    run: measureOperations,
  },
  {
    name: "control-plane",
    summary: "a replica's start with 100 000 documents of configuration, its memory, and how long a change takes",
    run: measureControlPlane,
  },
  {
    name: "tokens",
    summary: "what authentication costs a cached read when there are 100 000 tokens",
    run: measureTokens,
  },
  {
    name: "units",
    summary: "what one node takes in the log, in the history and in Redis: docs/scaling.md computes with it",
    run: measureUnits,
  },
];

export function findMeasurement(among: readonly Measurement[], name: string | undefined): Measurement | undefined {
  return among.find((measurement) => measurement.name === name);
}

/** The text of `--help`. */
export function usage(among: readonly Measurement[]): string {
  const lines = among.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`);
  return ["usage: npm run bench -- MEASUREMENT [OPTIONS]   (each has --help)", "", ...lines].join("\n");
}
