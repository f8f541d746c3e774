import { type EventLog, scan, toKeptLetter } from "@statwire/event-log";
import type { PoisonTries } from "../scenarios/poison.js";
import { poisonKinds } from "../scenarios/poisons.js";
import type { Findings } from "./findings.js";
import { type Truth, truthStreams } from "./truth.js";

/** `stream sequence` of every dead letter's message, as often as there is a letter of it. */
export type Letters = readonly string[];

/** A row of the table: of one kind of poison how many were tried, and what became of them. */
export interface PoisonRow {
  kind: string;
  attempts: number;
  refused: number;
  deadLettered: number;
  apart: number;
  stored: number;
}

const withinMs = 60_000;

/** Reads all of them, as an operator. */
export async function readLetters(log: EventLog): Promise<Letters> {
  const letters: string[] = [];
  const from = { stream: "DEAD_LETTERS", start: { sequence: 1 }, signal: AbortSignal.timeout(withinMs) };
  for await (const message of scan(log, from)) {
    const letter = toKeptLetter(message);
    letters.push(letter === undefined ? message.subject : `${letter.originalStream} ${letter.originalSequence}`);
  }
  return letters;
}

/** Each message that nobody can read is a dead letter once, and nothing else is. */
export function compareLetters(
  truth: Truth,
  letters: Letters,
): Pick<Findings, "lost" | "doubled"> & { expected: number } {
  const expected = truthStreams.flatMap((stream) =>
    [...truth.unreadable[stream]].map((sequence) => `${stream} ${sequence}`),
  );
  const times = new Map<string, number>();
  for (const letter of letters) times.set(letter, (times.get(letter) ?? 0) + 1);
  const lost = expected.filter((message) => !times.has(message)).map((message) => `${message} is no dead letter`);
  const doubled = [...times].flatMap(([message, count]) => [
    ...(count > 1 ? [`${message} is a dead letter ${count} times`] : []),
    ...(expected.includes(message) ? [] : [`${message} can be read, and is a dead letter`]),
  ]);
  return { lost, doubled, expected: expected.length };
}

/** What became of each kind; a finding for each that was never tried, or did not all end where it has to. */
export function comparePoisons(
  truth: Truth,
  letters: Letters,
  tries: readonly PoisonTries[],
): { rows: PoisonRow[]; findings: string[] } {
  const apart = sequencesIn(truth.quarantined);
  const stored = sequencesIn(truth.events);
  const setAside = new Set(letters);
  const rows = tries.map(({ kind, attempts, refused, taken }) => ({
    ...{ kind, attempts, refused },
    deadLettered: taken.filter((sequence) => setAside.has(`TELEMETRY ${sequence}`)).length,
    apart: taken.filter((sequence) => apart.has(sequence)).length,
    stored: taken.filter((sequence) => stored.has(sequence)).length,
  }));
  const findings = rows.flatMap((row) => {
    if (row.attempts === 0) return [`nothing ${row.kind} was tried`];
    const { end } = poisonKinds[row.kind];
    // One that is dated tomorrow is stored apart like any other event.
    const arrived = {
      refused: row.refused,
      letter: row.deadLettered,
      apart: row.apart,
      stored: row.stored + row.apart,
    };
    return arrived[end] === row.attempts ? [] : [`${row.kind}: ${arrived[end]} of ${row.attempts} were ${ends[end]}`];
  });
  return { rows, findings };
}

const ends = { refused: "refused", letter: "dead letters", apart: "stored apart", stored: "stored" };

function sequencesIn(events: ReadonlyMap<string, readonly string[]>): Set<number> {
  return new Set([...events.values()].flat().map((place) => Number(place.slice(0, place.indexOf("/")))));
}
