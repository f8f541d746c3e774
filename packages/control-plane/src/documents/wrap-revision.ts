import { configurationBuckets, isLogAnswer, type StoredMessage, valueKey, type WrapMessage } from "@statwire/event-log";
import { encodeConfigurationRevised, type LandedBatch } from "@statwire/events";
import { kindOf } from "../kinds/index.js";
import { parseDocumentKey } from "./keys.js";
import { decodeLaterRevision, type LaterRevision } from "./later-revision.js";
import { decodeRevision, redacted } from "./revision.js";

/**
 * A revision of the configuration as a row, without what is secret in it; of one that a later version wrote, who and when. A key
 * that was purged is no revision: its past stays in the history. What is not a revision of the document that its key names cannot
 * be read.
 */
export const wrapRevision: WrapMessage<"revision"> = (message, rowsOf, countLater) => {
  if (message.payload.length === 0) return undefined;
  const later = isLogAnswer(message) ? undefined : decodeLaterRevision(keyOf(message), message.payload);
  if (later === undefined) return rowsOf("revision").append(message, (batch) => append(batch, message));
  countLater();
  const { atMs = message.storedAtMs, createdAtMs = atMs, ...revision } = later;
  return rowsOf("revision").append(message, (batch) =>
    appendRow(batch, message, { ...revision, atMs, createdAtMs, document: "" }),
  );
};

/** Why it is no revision; then nothing of it is appended. */
function append(batch: LandedBatch, message: StoredMessage): string | undefined {
  const key = parseDocumentKey(keyOf(message));
  if (key === undefined) return `no document has the subject ${message.subject}`;
  if (isLogAnswer(message)) return "sent by the log in answer to a request, not written by the API";
  const decoded = decodeRevision(message.payload);
  if (!decoded.ok) return decoded.reason;
  const revision = redacted(decoded.revision, kindOf(key.kind).redact);
  const { kind, id, workspace, document } = revision;
  if (kind !== key.kind || id !== key.id || workspace !== key.workspace) return "it says that it is another document";
  return appendRow(batch, message, { ...revision, document: JSON.stringify(document) });
}

interface Row extends LaterRevision {
  atMs: number;
  createdAtMs: number;
  /** JSON; empty: what it says is not known to this version. */
  document: string;
}

function appendRow(batch: LandedBatch, { sequence, storedAtMs }: StoredMessage, row: Row): undefined {
  const { workspace, kind, id, action, actor, requestId, atMs, createdAtMs, document } = row;
  const event = encodeConfigurationRevised({
    ...{ kind, id, action, requestId, document },
    ...{ atMs: BigInt(atMs), createdAtMs: BigInt(createdAtMs) },
    ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name },
  });
  const identity = { workspace, node: id, family: "revision", eventSeq: sequence, eventIndex: 0 };
  batch.append({ ...identity, receivedAtMs: storedAtMs }, event, 0, event.length);
  return undefined;
}

function keyOf({ subject }: StoredMessage): string {
  return valueKey(configurationBuckets.config, subject);
}
