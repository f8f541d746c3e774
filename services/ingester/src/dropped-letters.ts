import { type EventLog, streamState } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { type Service, sleep } from "@statwire/runtime";
import { Counter } from "prom-client";
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

/**
 * Counts the dead letters that are dropped because there are too many, until the service stops. Whoever wants them has to
 * come earlier, or the stream has to be larger.
 */
export async function watchDeadLetters(service: Service<typeof ingesterSettings>, eventLog: EventLog): Promise<void> {
  const { settings, signal, log, metrics } = service;
  const counter = new Counter({
    name: "statwire_dead_letters_dropped_total",
    help: "Dead letters dropped because the stream of them was full, in this run",
    registers: [metrics],
  });
  let before: Holding | undefined;
  while (!signal.aborted) {
    try {
      const now = await streamState(eventLog, streams.DEAD_LETTERS.name);
      const dropped = before === undefined ? 0 : droppedForRoom(before, now);
      counter.inc(dropped);
      if (dropped > 0) log.error({ dropped, bytesMax: now.bytesMax }, "dead letters full, oldest dropped");
      before = now;
    } catch (error) {
      if (!signal.aborted) log.debug({ err: error }, "dead letters not seen, trying again later");
    }
    await sleep(settings.HOUSEKEEPING_INTERVAL_SECONDS * 1000, signal);
  }
}
