import type { Truth } from "./truth.js";

/** Streams of which some messages hold nothing that has a number of its own: findings, sign-ins. */
const byMessage = ["INTEGRITY", "AUDIT"] as const;

/** What was once in the log and is not there when it is read again; of revisions the bucket keeps the last ones alone. */
export function goneFromLog(truth: Truth, again: Truth): string[] {
  const numbers = [...truth.numbers.keys()].filter(
    (number) => !number.startsWith("config revision ") && !again.numbers.has(number),
  );
  const messages = byMessage.flatMap((stream) =>
    [...truth.rowsAt[stream].keys()]
      .filter((sequence) => !again.rowsAt[stream].has(sequence))
      .map((sequence) => `${stream} ${sequence}`),
  );
  return [...numbers, ...messages].map((what) => `${what} has left the log`);
}
