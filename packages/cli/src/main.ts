import { readFileSync } from "node:fs";
import { sleep } from "@statwire/runtime";
import { runCommandLine } from "./command-line.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const stop = new AbortController();
// Once: who asks a second time gets what the system does with it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
// Whoever reads our output wants no more of it, as `head` does.
process.stdout.on("error", () => process.exit());

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  version,
  print: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
  now: Date.now,
  sleep: async (ms) => {
    await sleep(ms, stop.signal);
    stop.signal.throwIfAborted();
  },
  signal: stop.signal,
});
