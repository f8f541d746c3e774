import { randomBytes } from "node:crypto";
import { type ControlPlane, createSealer, newDocumentId, openControlPlane } from "@statwire/control-plane";
import type { EventLog } from "@statwire/event-log";

/** The configuration of a log, as the process opens it. */
export async function openTestControlPlane(
  log: EventLog,
  now: () => number,
): Promise<{ controlPlane: ControlPlane; end(): void }> {
  const ended = new AbortController();
  const controlPlane = await openControlPlane({
    log,
    sealer: createSealer("a key for tests"),
    createId: () => newDocumentId(Date.now(), randomBytes(10)),
    now,
    signal: ended.signal,
  });
  return { controlPlane, end: () => ended.abort(new Error("the test is over")) };
}
