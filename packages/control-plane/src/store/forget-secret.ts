import { configurationBuckets, type EventLog, readValue, replaceValue } from "@statwire/event-log";
import { type DocumentKey, secretKey } from "../documents/keys.js";

/** Takes away a secret that no revision points at any more. What fails is logged: nobody reads it again. */
export async function forgetSecret(log: EventLog, key: DocumentKey, name: string): Promise<void> {
  const address = { bucket: configurationBuckets.secrets, key: secretKey(key, name) };
  const found = await readValue(log, address).catch(() => undefined);
  if (found === undefined || found.payload.length === 0) return;
  const outcome = await replaceValue(log, { ...address, payload: new Uint8Array(), follows: found.revision });
  if (outcome.kind !== "stored") log.log.warn({ key: address.key, ...outcome }, "a secret could not be taken away");
}
