import { decodeRevision, kindOf, parseDocumentKey, redacted } from "@statwire/control-plane";
import {
  configurationBuckets,
  isLogAnswer,
  type StoredMessage,
  valueKey,
  type WrappedEvents,
} from "@statwire/event-log";
import { encodeConfigurationRevised, LandedBatch } from "@statwire/events";
import type { WrappedMessages } from "./land.js";

/**
 * Revisions of the configuration as rows, without what is secret in them. A key that was purged is no revision: its past stays
 * in the history. What is not a revision of the document that its key names cannot be read.
 */
export function wrapRevisions(messages: readonly StoredMessage[]): WrappedMessages {
  const wrapped: WrappedEvents = { batch: new LandedBatch(1 << 16), messages: [] };
  const unreadable: { message: StoredMessage; reason: string }[] = [];
  for (const message of messages) {
    if (message.payload.length === 0) continue;
    const reason = append(wrapped.batch, message);
    if (reason === undefined) wrapped.messages.push(message);
    else unreadable.push({ message, reason });
  }
  return { byKind: new Map(wrapped.messages.length === 0 ? [] : [["revision", wrapped]]), unreadable };
}

/** Why it is no revision; then nothing of it is appended. */
function append(batch: LandedBatch, message: StoredMessage): string | undefined {
  const { subject, sequence: eventSeq, storedAtMs: receivedAtMs, payload } = message;
  const key = parseDocumentKey(valueKey(configurationBuckets.config, subject));
  if (key === undefined) return `no document has the subject ${subject}`;
  if (isLogAnswer(message)) return "sent by the log in answer to a request, not written by the API";
  const decoded = decodeRevision(payload);
  if (!decoded.ok) return decoded.reason;
  const revision = redacted(decoded.revision, kindOf(key.kind).redact);
  const { kind, id, workspace, actor, action, requestId, atMs, createdAtMs, document } = revision;
  if (kind !== key.kind || id !== key.id || workspace !== key.workspace) return "it says that it is another document";
  const event = encodeConfigurationRevised({
    atMs: BigInt(atMs),
    kind,
    id,
    action,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    requestId,
    createdAtMs: BigInt(createdAtMs),
    document: JSON.stringify(document),
  });
  batch.append(
    { workspace, node: id, family: "revision", eventSeq, eventIndex: 0, receivedAtMs },
    event,
    0,
    event.length,
  );
  return undefined;
}
