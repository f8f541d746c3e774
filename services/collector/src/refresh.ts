import type { RefreshReply, RefreshRequest } from "@statwire/events";
import { z } from "zod";
import type { FullReading, FullReadingOptions } from "./collector.js";
import type { Log } from "./log.js";

export interface RefreshDeps {
  readAll(options: FullReadingOptions): Promise<FullReading>;
  log: Log;
}

const requestSchema = z.object({
  reason: z.string().max(1000).nullish(),
  clearHistory: z.boolean().nullish(),
}) satisfies z.ZodType<{ [K in keyof RefreshRequest]?: unknown }>;

/** The log has this long to store the readings; whoever asked waits two seconds. */
const storedWithinMs = 1500;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Answers `refresh`: reads every module but the surveys now and replies when the log has stored all of it on the live
 * lanes. One at a time; a request that comes meanwhile is carried out after it.
 */
export function openRefresh({ readAll, log }: RefreshDeps): (payload: Uint8Array) => Promise<Uint8Array> {
  let before: Promise<unknown> = Promise.resolve();
  const refresh = async (payload: Uint8Array): Promise<RefreshReply> => {
    const request = parseRequest(payload);
    if (request === undefined) return { ok: false, error: "the request is not a JSON object of a refresh" };
    log.info({ reason: request.reason, clearHistory: request.clearHistory }, "refresh requested");
    return readAndStore(readAll, request.clearHistory ?? false);
  };
  return (payload) => {
    const reply = before.then(() => refresh(payload));
    before = reply.catch(() => undefined);
    return reply.then((answer) => encoder.encode(JSON.stringify(answer)));
  };
}

async function readAndStore(readAll: RefreshDeps["readAll"], clearsHistory: boolean): Promise<RefreshReply> {
  const settled: string[] = [];
  let changed: () => void = () => {};
  const reading = await readAll({
    requested: true,
    clearsHistory,
    onSettled: (how) => {
      settled.push(how);
      changed();
    },
  });
  const expected = Object.keys(reading.sequences).length;
  const outcome = await new Promise<"stored" | "overtaken" | "late">((resolve) => {
    const timer = setTimeout(resolve, storedWithinMs, "late");
    changed = () => {
      if (settled.some((how) => how !== "live")) resolve("overtaken");
      else if (settled.length === expected) resolve("stored");
      else return;
      clearTimeout(timer);
    };
    changed();
  });
  if (outcome !== "stored") return { ok: false, error: "the event log has not stored the readings yet" };
  const { bootId, sequences, observedAtMs } = reading;
  return { ok: true, bootId: String(bootId), sequences, observedAtMs };
}

function parseRequest(payload: Uint8Array): z.infer<typeof requestSchema> | undefined {
  if (payload.length === 0) return {};
  try {
    return requestSchema.parse(JSON.parse(decoder.decode(payload)));
  } catch {
    return undefined;
  }
}
