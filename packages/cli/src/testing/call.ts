import { sleep } from "@statwire/runtime";
import { runCommandLine } from "../command-line.js";

/** Runs a command line and answers all that it did. */
export async function call(
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; printed: string; told: string }> {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommandLine(words, {
    environment,
    version: "1.2.3",
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    now: Date.now,
    sleep,
  });
  return { code, printed: printed.join("\n"), told: told.join("\n") };
}
