import {
  type EventLog,
  messageFrom,
  publishOnceSince,
  purgeBefore,
  streamState,
  toKeptLetter,
} from "@statwire/event-log";
import { streams } from "@statwire/events";
import { type Service, sleep } from "@statwire/runtime";
import { Counter } from "prom-client";
import { toDroppedLetter } from "./integrity/to-dropped-letter.js";
import type { ingesterSettings } from "./settings.js";

/** What a stream holds, at one look. */
export interface Holding {
  lastSequence: number;
  messages: number;
  bytes: number;
  bytesMax: number;
}

/** A stream that drops its oldest is within one message of its limit: the largest is less than a tenth of the smallest. */
const fullShare = 0.9;

/**
 * How many messages a stream that drops its oldest has given up for room between two looks. What an operator deleted
 * meanwhile cannot be told from it.
 */
export function droppedForRoom(before: Holding, now: Holding): number {
  if (now.bytesMax <= 0 || now.bytes < now.bytesMax * fullShare || now.lastSequence < before.lastSequence) return 0;
  return Math.max(0, before.messages + (now.lastSequence - before.lastSequence) - now.messages);
}

/** Dead letters have this share of their room, so that what comes between two looks does not push any out unannounced. */
const keptShare = 0.8;
/** A letter is given up so long before its age would have it go: many looks. */
const beforeItGoesMs = 10 * 60_000;
/** So many letters make room at one look. */
const givenUpMax = 1_000;
const lookMs = 5_000;

/** How many letters were given up: those whose node was told, and those that are nobody's; and how many because of their age. */
export interface GivenUp {
  announced: number;
  unannounced: number;
  old: number;
}

/**
 * Gives up the oldest dead letters of a stream that is nearly full, and those whose age would have them go: each is
 * announced as an event of its node before it is deleted. A kill in between leaves it announced, and the next look deletes it.
 * @throws when the log does not answer.
 */
export async function giveUpOldest(eventLog: EventLog, now: () => number): Promise<GivenUp> {
  const stream = streams.DEAD_LETTERS.name;
  const givenUp: GivenUp = { announced: 0, unannounced: 0, old: 0 };
  for (let count = 0; count < givenUpMax; count += 1) {
    const { bytes, bytesMax, ageMaxMs = 0, firstSequence, firstAtMs } = await streamState(eventLog, stream);
    const isFull = bytesMax > 0 && bytes >= bytesMax * keptShare;
    const isTooOld = (atMs: number) => ageMaxMs > 0 && now() - atMs >= ageMaxMs - beforeItGoesMs;
    // A letter may be as large as a message can be: it is read when it is about to go, and not to learn its age.
    if (firstAtMs === undefined || !(isFull || isTooOld(firstAtMs))) return givenUp;
    const oldest = await messageFrom(eventLog, stream, firstSequence);
    if (oldest === undefined) return givenUp;
    const isOld = isTooOld(oldest.storedAtMs);
    if (!isFull && !isOld) return givenUp;
    const letter = toKeptLetter(oldest);
    const told = letter && toDroppedLetter(letter, now(), isOld ? "dead-letters-old" : "dead-letters-full");
    if (told !== undefined) {
      // Numbers begin again when the stream is made anew: what was said before the letter came was of another one.
      const since = { stream: streams.INTEGRITY.name, sinceMs: oldest.storedAtMs };
      await publishOnceSince(eventLog, told, since);
    }
    await purgeBefore(eventLog, stream, oldest.sequence + 1);
    givenUp[told === undefined ? "unannounced" : "announced"] += 1;
    if (isOld) givenUp.old += 1;
  }
  return givenUp;
}

/**
 * Keeps the dead letters from filling their stream and from going with their age unannounced, until the service stops, and counts those that go. Those that a flood
 * pushes out between two looks are counted alone.
 */
export async function watchDeadLetters(service: Service<typeof ingesterSettings>, eventLog: EventLog): Promise<void> {
  const { settings, signal, log, metrics } = service;
  const counter = new Counter({
    name: "statwire_dead_letters_dropped_total",
    help: "Dead letters dropped because there were too many or they were old, in this run",
    labelNames: ["announced"],
    registers: [metrics],
  });
  let before: Holding | undefined;
  while (!signal.aborted) {
    try {
      const found = await streamState(eventLog, streams.DEAD_LETTERS.name);
      const pushedOut = before === undefined ? 0 : droppedForRoom(before, found);
      before = found;
      counter.inc({ announced: "no" }, pushedOut);
      const { announced, unannounced, old } = await giveUpOldest(eventLog, Date.now);
      counter.inc({ announced: "yes" }, announced);
      counter.inc({ announced: "no" }, unannounced);
      const givenUp = announced + unannounced;
      const full = givenUp - old;
      const { bytesMax } = found;
      if (pushedOut + full > 0)
        log.error({ givenUp: full, pushedOut, bytesMax }, "too many dead letters, oldest dropped");
      if (old > 0) log.error({ givenUp: old }, "dead letters that nobody looked after have grown old, dropped");
      if (givenUp > 0) before = await streamState(eventLog, streams.DEAD_LETTERS.name);
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, "dead letters not seen, trying again later");
    }
    await sleep(Math.min(lookMs, settings.HOUSEKEEPING_INTERVAL_SECONDS * 1000), signal);
  }
}
