import {
  type EventLog,
  findOnSubject,
  messageAt,
  nextOnSubject,
  openCutRecord,
  type StoredMessage,
  scan,
  streamState,
  toKeptLetter,
} from "@statwire/event-log";
import { type Lane, logSubject, parseEventSubject, readEvents, streams, telemetrySubject } from "@statwire/events";
import { comparisonWith, givenUpIn, indexOf, type Numbers, numbersIn, numbersInLetter } from "./numbers.js";
import type { CutPlace, LetterPlace, Neighbour, Sought, StreamPlace } from "./trace.js";

/** Runs of a lane that are looked through for a number, newest first. */
const runsMax = 20;
/** Retried messages of a family that are looked at. */
const retriesMax = 200;
const lettersMax = 20;

/** The stream that holds an event. */
export function streamNameOf({ kind }: Sought): string {
  return kind === "log" ? streams.LOGS.name : streams.TELEMETRY.name;
}

/** The newest run in which a lane of the family has come to the number; undefined when none has, or of lines. */
export async function newestRun(log: EventLog, sought: Sought): Promise<number | undefined> {
  if (sought.kind === "log") return undefined;
  const runs: number[] = [];
  for (const subject of lanesOf(sought)) {
    let below = Number.MAX_SAFE_INTEGER;
    for (let looked = 0; looked < runsMax; looked += 1) {
      const last = { ...sought, bootId: below, number: 0 };
      const { before } = await findOnSubject(log, { stream: streamNameOf(sought), subject }, comparisonWith(last));
      const end = before && numbersIn(sought.kind, before).at(-1);
      if (end?.bootId === undefined) break;
      if (end.last >= sought.number) {
        runs.push(end.bootId);
        break;
      }
      below = end.bootId;
    }
  }
  return runs.length === 0 ? undefined : Math.max(...runs);
}

/** Looks for an event in its stream: where the history says that it was, on its lanes, among the retries. */
export async function lookIntoStream(log: EventLog, sought: Sought, known: number | undefined): Promise<StreamPlace> {
  const stream = streamNameOf(sought);
  const { firstSequence } = await streamState(log, stream);
  const told = known === undefined ? undefined : await messageAt(log, stream, known);
  const isTold = told !== undefined && indexOf(numbersIn(sought.kind, told), sought) >= 0;
  if (isTold) return toPlace(stream, told, sought);
  const absent: Extract<StreamPlace, { state: "absent" }> = { state: "absent", stream, isCutShort: false };
  for (const subject of lanesOf(sought)) {
    const { found, before, after, isCutShort } = await findOnSubject(log, { stream, subject }, comparisonWith(sought));
    if (found !== undefined && indexOf(numbersIn(sought.kind, found), sought) >= 0) {
      return toPlace(stream, found, sought);
    }
    absent.isCutShort ||= isCutShort;
    // Those of the live lane, where it has some: it comes first.
    if (absent.before === undefined && absent.after === undefined) {
      Object.assign(absent, neighbours(sought, before, after));
    }
  }
  const retried = await findRetry(log, stream, sought);
  if (retried !== undefined) return toPlace(stream, retried, sought);
  if (known === undefined || told !== undefined) return absent;
  const how = known < firstSequence ? "dropped by age or for room" : "deleted";
  return { state: "left", stream, sequence: known, how };
}

/** What the ingester's record says of a message. */
export async function lookIntoCuts(log: EventLog, stream: string, sequence: number | undefined): Promise<CutPlace> {
  if (sequence === undefined) return { state: "no message" };
  const { record } = await openCutRecord(log, stream).load();
  const { created } = await streamState(log, stream);
  // A record of a stream that was deleted since says nothing about the one that is there.
  const isOfStream = record.created === undefined || record.created === created;
  const committed = isOfStream ? record.committed : 0;
  if (sequence <= committed) return { state: "committed", committed };
  const cut = isOfStream ? record.cuts.find(({ first, last }) => sequence >= first && sequence <= last) : undefined;
  if (cut !== undefined) return { state: "open", committed, first: cut.first, last: cut.last };
  return { state: "not taken", committed, messagesBefore: sequence - 1 - committed };
}

/** The dead letters that hold an event, or that were the message in which it is. */
export async function lookIntoDeadLetters(
  log: EventLog,
  sought: Sought,
  sequence: number | undefined,
  signal: AbortSignal,
): Promise<LetterPlace[]> {
  const found: LetterPlace[] = [];
  const stream = streamNameOf(sought);
  const all = { stream: streams.DEAD_LETTERS.name, filter: `deadletters.v1.${stream}.>`, start: { sequence: 1 } };
  for await (const message of scan(log, { ...all, signal })) {
    const letter = toKeptLetter(message);
    const address = letter && parseEventSubject(letter.originalSubject);
    if (letter === undefined || address === undefined) continue;
    const { workspace, node, family } = address;
    if (workspace !== sought.workspace || node !== sought.node || family !== sought.family) continue;
    const holds = indexOf(numbersInLetter(sought.kind, letter), sought) >= 0;
    if (!holds && (sequence === undefined || letter.originalSequence !== sequence)) continue;
    found.push({ number: letter.sequence, streamSequence: letter.originalSequence, reason: letter.reason });
    if (found.length === lettersMax) break;
  }
  return found;
}

function lanesOf({ workspace, node, kind, family }: Sought): string[] {
  if (kind === "log") return [logSubject({ workspace, node, log: family })];
  return (["live", "backlog"] as Lane[]).map((lane) => telemetrySubject({ workspace, node, lane, family }));
}

/** Retried dead letters have subjects of their own, in no order. */
async function findRetry(log: EventLog, stream: string, sought: Sought): Promise<StoredMessage | undefined> {
  const [lane = ""] = lanesOf(sought);
  const subject = sought.kind === "log" ? `${lane}.retry.*` : lane.replace(".live.", ".retry.*.");
  let from = 1;
  for (let looked = 0; looked < retriesMax; looked += 1) {
    const message = await nextOnSubject(log, { stream, subject }, from);
    if (message === undefined) return undefined;
    if (indexOf(numbersIn(sought.kind, message), sought) >= 0) return message;
    from = message.sequence + 1;
  }
  return undefined;
}

function toPlace(stream: string, message: StoredMessage, sought: Sought): StreamPlace {
  const { sequence, subject, storedAtMs, payload } = message;
  const lane = /\.retry\./.test(subject)
    ? "retry"
    : sought.kind === "log"
      ? "log"
      : /\.backlog\./.test(subject)
        ? "backlog"
        : "live";
  const place = {
    state: "there" as const,
    stream,
    sequence,
    subject,
    lane,
    storedAtMs,
    bytes: payload.length,
  } as const;
  const read = readEvents(sought.kind, payload);
  if (!read.ok) return { ...place, unreadable: read.reason, parts: [] };
  const frame = indexOf(numbersIn(sought.kind, message), sought);
  const event = read.events[frame];
  return { ...place, frame, frames: read.events.length, parts: [], ...(event && contentOf(event, sought)) };
}

function contentOf(event: NonNullable<Numbers["event"]>, { kind, number }: Sought) {
  const { json, observedAtMs } = event;
  const parts = Object.entries(json).filter(([, value]) => typeof value === "object" && !Array.isArray(value));
  const isGivenUp = kind === "log" && givenUpIn(event) > 0 && number < Number(json.firstLine ?? 0);
  return {
    observedAtMs,
    parts: kind === "log" ? [] : parts.map(([name]) => name),
    ...(isGivenUp && { givenUp: String(json.droppedWhy ?? "") }),
  };
}

function neighbours(
  sought: Sought,
  before: StoredMessage | undefined,
  after: StoredMessage | undefined,
): { before?: Neighbour; after?: Neighbour } {
  const toNeighbour = (message: StoredMessage | undefined, end: 0 | -1) => {
    const numbers = message && numbersIn(sought.kind, message).at(end);
    return message && numbers && { sequence: message.sequence, ...withoutEvent(numbers) };
  };
  const [left, right] = [toNeighbour(before, -1), toNeighbour(after, 0)];
  return { ...(left && { before: left }), ...(right && { after: right }) };
}

function withoutEvent({ bootId, first, last }: Numbers) {
  return { bootId, first, last };
}
