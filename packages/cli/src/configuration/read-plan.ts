import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { CommandError } from "../command.js";
import type { ConfigurationApi } from "./api.js";
import { planChanges, type Step } from "./plan.js";

const fileBytesMax = 16 * 1024 ** 2;

/** What a file would change. @throws CommandError naming everything in it that cannot be. */
export async function readPlan(api: ConfigurationApi, file: string, options: { prune: boolean }): Promise<Step[]> {
  const planned = planChanges(readYaml(file), await api.read(), options);
  if (planned.ok) return planned.steps;
  throw new CommandError(`${file} cannot be applied:\n  ${planned.problems.join("\n  ")}`);
}

function readYaml(file: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    if (text.length > fileBytesMax) throw new Error(`it has more than ${fileBytesMax} characters`);
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
}
