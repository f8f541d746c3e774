import type { KeptLetter } from "@statwire/event-log";
import { type EventAddress, encodeFrames, parseEventSubject, type ReadEvent, readEvents } from "@statwire/events";
import type { EventIdentity, Finding } from "@statwire/history-store";

/** A letter that can be tried again: whose events, and which. */
export interface Retriable {
  ok: true;
  address: EventAddress;
  events: ReadEvent[];
}

/** Whether a letter can be tried again by this version. */
export function toRetriable(letter: KeptLetter): Retriable | { ok: false; reason: string } {
  if (letter.isLogAnswer) return { ok: false, reason: "no node published it: the log had answered a request with it" };
  const address = parseEventSubject(letter.originalSubject);
  if (address === undefined) {
    return { ok: false, reason: `this version knows no kind of event with the subject ${letter.originalSubject}` };
  }
  const read = readEvents(address.kind, letter.payload);
  return read.ok ? { ok: true, address, events: read.events } : { ok: false, reason: `unreadable: ${read.reason}` };
}

/**
 * What is to be published of a letter when the history has some of its events: all of it as it is, the missing events,
 * each as it was, or nothing.
 */
export function missingPayload(
  letter: KeptLetter,
  { events }: Retriable,
  stored: readonly boolean[],
): Uint8Array | undefined {
  const missing = events.filter((_, index) => stored[index] !== true);
  if (missing.length === 0) return undefined;
  return missing.length === events.length ? letter.payload : encodeFrames(missing.map(({ bytes }) => bytes));
}

/** How the history tells an event. */
export function toIdentity({ kind }: EventAddress, { bootId, sequence, observedAtMs, json }: ReadEvent): EventIdentity {
  if (kind === "integrity") return { bootId, sequence, observedAtMs, finding: findingOf(json) };
  if (kind !== "log") return { bootId, sequence, observedAtMs };
  const [first] = (json.lines ?? []) as { text?: string }[];
  const firstText = first === undefined ? undefined : (first.text ?? "");
  const lines = {
    firstLine: BigInt(String(json.firstLine ?? 0)),
    firstText,
    droppedLines: BigInt(String(json.droppedLines ?? 0)),
  };
  return { bootId, sequence, observedAtMs, lines };
}

/** The one sub-message that a finding has; its name is what was found. */
function findingOf(json: ReadEvent["json"]): Finding {
  const [name = "", fields = {}] = Object.entries(json).find(([, value]) => typeof value === "object") ?? [];
  const { family = "", bootId = 0, firstSequence = 0, lastSequence = 0 } = fields as Record<string, string | undefined>;
  const numbers = { bootId: BigInt(bootId), first: BigInt(firstSequence), last: BigInt(lastSequence) };
  return { event: name.charAt(0).toUpperCase() + name.slice(1), family: String(family), ...numbers };
}
