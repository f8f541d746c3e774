import { type EventLog, type KeptLetter, messageAt, scan, toKeptLetter } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { CommandError, UsageError } from "../command.js";
import { countOf } from "./moments.js";

const stream = streams.DEAD_LETTERS.name;

/** The most letters that one command names. */
export const numbersMax = 1_000;

/** Every dead letter there is now, oldest first; messages that no service of ours has put there are left out. */
export async function* allLetters(log: EventLog, signal: AbortSignal): AsyncGenerator<KeptLetter> {
  for await (const message of scan(log, { stream, start: { sequence: 1 }, signal })) {
    const letter = toKeptLetter(message);
    if (letter !== undefined) yield letter;
  }
}

/** One dead letter. @throws CommandError when it is not there. */
export async function letterAt(log: EventLog, number: number): Promise<KeptLetter> {
  const message = await messageAt(log, stream, number);
  const letter = message && toKeptLetter(message);
  if (letter === undefined)
    throw new CommandError(`there is no dead letter ${number}; "statwire deadletters list" shows all`);
  return letter;
}

/** The numbers that a command was given, or "all". @throws UsageError */
export function numbersOf(words: readonly string[], all: boolean): number[] | "all" {
  if (all === words.length > 0) throw new UsageError("give the numbers of dead letters, or --all");
  if (all) return "all";
  return words.map((word) => countOf(word, "NUMBER", { min: 1, max: Number.MAX_SAFE_INTEGER }));
}

/** The letters of these numbers, one after the other. @throws CommandError when one is not there. */
export async function* lettersOf(
  log: EventLog,
  numbers: readonly number[] | "all",
  signal: AbortSignal,
): AsyncGenerator<KeptLetter> {
  if (numbers === "all") return yield* allLetters(log, signal);
  for (const number of numbers) yield await letterAt(log, number);
}
