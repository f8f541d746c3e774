/** What the library is asked, each named after the module that it serves; memory serves swap, too. */
export const questions = [
  "cpu",
  "load",
  "memory",
  "filesystems",
  "network",
  "sensors",
  "users",
  "gpus",
  "batteries",
  "physicalDisks",
  "containers",
] as const;

export type Question = (typeof questions)[number];

/** From the collector to the process with the library. */
export interface Request {
  id: number;
  question: Question;
}

/** And back. The value travels as text, so that its length is known before it is parsed. */
export type Response = { id: number; ok: true; json: string } | { id: number; ok: false; error: string };

/** Longer answers are refused: a host with a thousand containers stays below. */
export const answerLengthMax = 4 * 1024 ** 2;
