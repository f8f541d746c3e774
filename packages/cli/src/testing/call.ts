import { sleep } from "@statwire/runtime";
import { runCommandLine } from "../command-line.js";

/** Runs a command line and answers all that it did. */
export async function call(
  words: readonly string[],
  environment: Record<string, string> = {},
  options: { signal?: AbortSignal; onPrint?: (text: string) => void } = {},
): Promise<{ code: number; printed: string; told: string }> {
  const { signal = new AbortController().signal } = options;
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommandLine(words, {
    environment,
    version: "1.2.3",
    print: (text) => {
      printed.push(text);
      options.onPrint?.(text);
    },
    tell: (text) => void told.push(text),
    now: Date.now,
    sleep: async (ms) => {
      await sleep(ms, signal);
      signal.throwIfAborted();
    },
    signal,
  });
  return { code, printed: printed.join("\n"), told: told.join("\n") };
}
