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
  const address = { bucket: configurationBuckets.requests, key: requestKey(request) };
  const digest = createHash("sha256")
    .update(JSON.stringify(request.input) ?? "")
    .digest("hex");
  const found = (await readValue(log, address)) ?? (await remember(log, address, { ...request, id: proposed, digest }));
  if (!("payload" in found)) return found;
  const known = requestSchema.parse(JSON.parse(Buffer.from(found.payload).toString("utf8")));
  if (known.digest === digest) return { ok: true, id: known.id, requestId: known.requestId };
  return refuse("key-reused", "this Idempotency-Key was used for another creation");
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
