import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file that lines are written to all the time. */
export interface LogWriter {
  file: string;
  /** How many lines it has: `line 1 of NAME` to `line N of NAME`. */
  written(): number;
  stop(): void;
}

const intervalMs = 50;

/** Begins to write, twenty lines a second. */
export function startLogWriter(folder: string, name: string): LogWriter {
  const file = join(folder, `${name}.log`);
  let written = 0;
  writeFileSync(file, "");
  const writing = setInterval(() => {
    written += 1;
    appendFileSync(file, `${lineText(name, written)}\n`);
  }, intervalMs);
  return { file, written: () => written, stop: () => clearInterval(writing) };
}

/** What is written as line `number`. */
export function lineText(name: string, number: number): string {
  return `line ${number} of ${name}`;
}
