import { type KeptLetter, type StoredMessage, toKeptLetter } from "@statwire/event-log";
import { parseEventSubject, type ReadEvent, readEvents, streams } from "@statwire/events";
import { plainText } from "./readable.js";

/** One event of a stored message as `--json` prints it; 64-bit numbers as strings. */
export interface EventView {
  stream: string;
  streamSequence: number;
  subject: string;
  storedAt: string;
  workspace?: string;
  node?: string;
  /** The family; of a log's lines the name of the log. */
  family?: string;
  bootId?: string;
  sequence?: string;
  observedAt?: string;
  /** The event in protobuf's JSON form. */
  event?: Readonly<Record<string, unknown>>;
  /** Why there is no event to show. */
  unreadable?: string;
  /** Of a dead letter: why it is one. */
  reason?: string;
}

/** The events of a message, or one view that says why they cannot be read. Dead letters are read as what they were. */
export function toEventViews(stream: string, message: StoredMessage): EventView[] {
  const letter = stream === streams.DEAD_LETTERS.name ? toKeptLetter(message) : undefined;
  const place: EventView = {
    stream,
    streamSequence: message.sequence,
    subject: message.subject,
    storedAt: isoTime(message.storedAtMs),
    ...(letter && { reason: letter.reason }),
  };
  const address = parseEventSubject(letter?.originalSubject ?? message.subject);
  if (address === undefined) return [{ ...place, unreadable: "no kind of event has this subject" }];
  const { workspace, node, kind, family } = address;
  const read = readEvents(kind, message.payload);
  if (!read.ok) return [{ ...place, workspace, node, family, unreadable: read.reason }];
  return read.events.map((event) => ({ ...place, workspace, node, family, ...toFields(event) }));
}

/** What is true of a letter whether or not its events can be read. */
export function letterFields(letter: KeptLetter): Record<string, string | number> {
  return {
    number: letter.sequence,
    failedAt: isoTime(letter.failedAtMs),
    stream: letter.originalStream,
    streamSequence: letter.originalSequence,
    consumer: letter.consumer,
    subject: letter.originalSubject,
    bytes: letter.payload.length,
    reason: letter.reason,
  };
}

/** An event in a line or, of a log, in as many lines as it has. */
export function toLines(view: EventView): string[] {
  const { observedAt, storedAt, node, family, subject, bootId, sequence, unreadable, event } = view;
  if (event === undefined) return [`${storedAt}  ${plainText(subject)}  unreadable: ${plainText(unreadable ?? "")}`];
  const head = `${observedAt}  ${plainText(node ?? "")}  ${plainText(family ?? "")}`;
  const lines = event.lines as { text?: string }[] | undefined;
  if (lines !== undefined) {
    const first = BigInt(String(event.firstLine ?? 0));
    return lines.map(({ text = "" }, index) => `${head}  line ${first + BigInt(index)}  ${plainText(text)}`);
  }
  return [`${head}  boot ${bootId} #${sequence}  ${contentOf(event)}`];
}

/** The sub-messages that an event has: the modules of a sample. */
function contentOf(event: Readonly<Record<string, unknown>>): string {
  const modules = Object.entries(event).filter(([, value]) => typeof value === "object" && !Array.isArray(value));
  return modules.map(([name]) => name).join(" ");
}

function toFields({ bootId, sequence, observedAtMs, json }: ReadEvent): Partial<EventView> {
  return {
    bootId: String(bootId),
    sequence: String(sequence),
    observedAt: isoTime(observedAtMs),
    event: json,
  };
}

/** RFC 3339, or the number when it is no time that a date can have: senders make up any. */
function isoTime(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms);
}
