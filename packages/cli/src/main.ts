import { readFileSync } from "node:fs";
import { sleep } from "@statwire/runtime";
import { runCommandLine } from "./command-line.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  version,
  print: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
  now: Date.now,
  sleep,
});
