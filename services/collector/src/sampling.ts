import { type SamplingAction, type SamplingReply, samplingActions } from "@statwire/events";
import { z } from "zod";
import type { Log } from "./log.js";

/** What an action means while sampling runs or does not. */
export interface SamplingStep {
  running: boolean;
  /** False when nothing is to be done: it was so already. */
  changed: boolean;
  /** Every module is opened anew and read at once. */
  reopens: boolean;
}

/** What follows from an action. Stopping what is stopped and starting what runs changes nothing; a restart always acts. */
export function decideSampling(running: boolean, action: SamplingAction): SamplingStep {
  const after = action !== "stop";
  return { running: after, changed: running !== after || action === "restart", reopens: action === "restart" };
}

export interface SamplingDeps {
  /** Carries an action out; resolves when the state has changed. */
  controlSampling(action: SamplingAction): Promise<SamplingStep>;
  log: Log;
}

const requestSchema = z.strictObject({ action: z.enum(samplingActions) });

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A request is a few words. */
const payloadBytesMax = 1024;

/**
 * Answers `sampling`: stops or starts the reading of modules, never the process, and says what was really done when it
 * is done. One at a time, in the order in which they come.
 */
export function openSampling({ controlSampling, log }: SamplingDeps): (payload: Uint8Array) => Promise<Uint8Array> {
  let before: Promise<unknown> = Promise.resolve();
  const control = async (action: SamplingAction): Promise<SamplingReply> => {
    const { running, changed } = await controlSampling(action);
    log.info({ action, running, changed }, "sampling controlled");
    return { ok: true, action, running, changed };
  };
  return async (payload) => {
    const action = parseAction(payload);
    if (action === undefined)
      return encode({ ok: false, error: "the request is not a JSON object of a sampling action" });
    const reply = before.then(() => control(action));
    before = reply.catch(() => undefined);
    return encode(await reply);
  };
}

function encode(reply: SamplingReply): Uint8Array {
  return encoder.encode(JSON.stringify(reply));
}

function parseAction(payload: Uint8Array): SamplingAction | undefined {
  if (payload.length > payloadBytesMax) return undefined;
  try {
    return requestSchema.parse(JSON.parse(decoder.decode(payload))).action;
  } catch {
    return undefined;
  }
}
