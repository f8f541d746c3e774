import { createHash } from "node:crypto";
import { configurationBuckets, type EventLog, readValue, replaceValue } from "@statwire/event-log";
import { z } from "zod";
import { type Refusal, refuse } from "../decide/refusal.js";
import { requestKey } from "../documents/keys.js";
import type { KindName } from "../kinds/index.js";

const requestSchema = z.object({ id: z.string(), digest: z.string(), requestId: z.string() });

/** A creation that is known by a key of the client's. */
export interface KnownRequest {
  workspace: string;
  kind: KindName;
  actorId: string;
  key: string;
  /** What is to be created: the same key for something else is a mistake. */
  input: unknown;
  requestId: string;
}

/**
 * The id that a creation with this key has: the one proposed at its first attempt. Written before the document is, so that
 * whoever tries again, after an answer that was lost or a process that was killed, creates or finds that same document.
 * Forgotten after a day.
 * @returns that id, and the request of the first attempt
 * @throws when the log does not answer.
 */
export async function idOfRequest(
  log: EventLog,
  request: KnownRequest,
  proposed: string,
): Promise<{ ok: true; id: string; requestId: string } | Refusal> {
  const known = await recallRequest(log, request);
  if (known !== undefined) return known;
  const noted = await remember(log, addressOf(request), { ...request, id: proposed, digest: digestOf(request) });
  return "payload" in noted ? answer(request, noted.payload) : noted;
}

/**
 * The same of a creation that was begun already; undefined when there was none.
 * @throws when the log does not answer.
 */
export async function recallRequest(
  log: EventLog,
  request: KnownRequest,
): Promise<{ ok: true; id: string; requestId: string } | Refusal | undefined> {
  const found = await readValue(log, addressOf(request));
  return found && answer(request, found.payload);
}

function answer(request: KnownRequest, payload: Uint8Array): { ok: true; id: string; requestId: string } | Refusal {
  const { id, digest, requestId } = requestSchema.parse(JSON.parse(Buffer.from(payload).toString("utf8")));
  if (digest === digestOf(request)) return { ok: true, id, requestId };
  return refuse("key-reused", "this Idempotency-Key was used for another creation");
}

function addressOf(request: KnownRequest): { bucket: string; key: string } {
  return { bucket: configurationBuckets.requests, key: requestKey(request) };
}

function digestOf({ input }: KnownRequest): string {
  return createHash("sha256")
    .update(JSON.stringify(input) ?? "")
    .digest("hex");
}

async function remember(
  log: EventLog,
  address: { bucket: string; key: string },
  { id, digest, requestId }: z.infer<typeof requestSchema>,
): Promise<{ payload: Uint8Array } | Refusal> {
  const payload = Buffer.from(JSON.stringify({ id, digest, requestId }));
  const outcome = await replaceValue(log, { ...address, payload, follows: 0 });
  if (outcome.kind === "stored") return { payload };
  // Somebody was faster: theirs counts.
  const theirs = outcome.kind === "conflict" ? await readValue(log, address) : undefined;
  return theirs ?? refuse("unavailable", outcome.kind === "conflict" ? "try again" : outcome.reason);
}
