import { type Comparison, isLogAnswer, type KeptLetter, type StoredMessage } from "@statwire/event-log";
import { type ReadEvent, readEvents } from "@statwire/events";
import type { Sought } from "./trace.js";

/** The numbers of one event: of a log's event those of its lines, the lines given up before them among them. */
export interface Numbers {
  /** Undefined where the number alone counts: of lines. */
  bootId: number | undefined;
  first: number;
  last: number;
  event?: ReadEvent;
}

/** What a message holds, event by event; of an unreadable one what its `ce-id` says of the first. */
export function numbersIn(kind: Sought["kind"], message: StoredMessage): Numbers[] {
  if (isForeign(message)) return [];
  const read = readEvents(kind, message.payload);
  if (read.ok) return read.events.map((event) => numbersOf(kind, event));
  return kind === "log" ? [] : numbersOfId(message.headers?.get("ce-id"));
}

/**
 * Whether the log itself had sent the message there, as an answer to somebody. What is read one by one has a mark of
 * where it was; a copy of a stored message brings another one along.
 */
function isForeign({ headers, payload }: StoredMessage): boolean {
  return (headers?.values("Nats-Sequence") ?? []).length > 1 || isLogAnswer({ headers: undefined, payload });
}

/** The same of a dead letter. */
export function numbersInLetter(kind: Sought["kind"], letter: KeptLetter): Numbers[] {
  const read = readEvents(kind, letter.payload);
  if (read.ok) return read.events.map((event) => numbersOf(kind, event));
  return kind === "log" ? [] : numbersOfId(letter.originalHeaders["ce-id"]);
}

/** Which of them the sought one is among; -1 for none. */
export function indexOf(numbers: readonly Numbers[], sought: Sought): number {
  return numbers.findIndex((held) => standing(held, sought) === 0);
}

/** Where a message of a lane stands against what is sought. */
export function comparisonWith(sought: Sought): (message: StoredMessage) => Comparison {
  return (message) => {
    const numbers = numbersIn(sought.kind, message);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    if (standing(last, sought) < 0) return "before";
    // Between two events of one message there is nothing either.
    return standing(first, sought) > 0 ? "after" : "sought";
  };
}

/** Below 0 when the numbers come before what is sought, 0 when it is among them. A missing run is taken for any. */
function standing({ bootId, first, last }: Numbers, sought: Sought): number {
  const run = bootId === undefined || sought.bootId === undefined ? 0 : bootId - sought.bootId;
  if (run !== 0) return run;
  if (last < sought.number) return -1;
  return first > sought.number ? 1 : 0;
}

function numbersOf(kind: Sought["kind"], event: ReadEvent): Numbers {
  if (kind !== "log") {
    const sequence = Number(event.sequence);
    return { bootId: Number(event.bootId), first: sequence, last: sequence, event };
  }
  const firstLine = Number(event.json.firstLine ?? 0);
  const lines = (event.json.lines as unknown[] | undefined)?.length ?? 0;
  return { bootId: undefined, first: firstLine - givenUpIn(event), last: firstLine + lines - 1, event };
}

/** How many lines an event says were given up right before its first. */
export function givenUpIn({ json }: ReadEvent): number {
  return Number(json.droppedLines ?? 0);
}

function numbersOfId(id: string | undefined): Numbers[] {
  const match = /\/(\d{1,16})\/(\d{1,16})$/.exec(id ?? "");
  if (match === null) return [];
  const [bootId, sequence] = [Number(match[1]), Number(match[2])];
  return [{ bootId, first: sequence, last: sequence }];
}
