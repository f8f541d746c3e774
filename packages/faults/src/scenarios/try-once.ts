import type { EventLog } from "@statwire/event-log";
import { sleep } from "@statwire/runtime";
import type { Poison } from "./poisons.js";

/** Codes of an answer of JetStream that is about the message, not about the server's own state. */
const badRequest = 400;

/**
 * Publishes what the bus has to refuse, until it says something about it: a timeout, or a server that is being started, is
 * no refusal. `stopped` when the signal aborts before.
 */
export async function tryOnce(
  { jetstream }: EventLog,
  { subject, payload, expectedSequence }: Poison,
  signal: AbortSignal,
): Promise<"taken" | "refused" | "stopped"> {
  const expect = expectedSequence === undefined ? {} : { expect: { lastSubjectSequence: expectedSequence } };
  while (!signal.aborted) {
    try {
      await jetstream.publish(subject, payload, { timeout: 2_000, ...expect });
      return "taken";
    } catch (error) {
      if (isRefusal(error)) return "refused";
    }
    await sleep(250, signal);
  }
  return "stopped";
}

/** Whether an error is the bus's word on a message. */
export function isRefusal(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === "PermissionViolationError") return true;
    if (cause.name === "JetStreamApiError") return (cause as { status?: unknown }).status === badRequest;
  }
  return false;
}
