import type { ControlPlane, DocumentKey, StoredRevision } from "@statwire/control-plane";
import type { DocumentRevision } from "@statwire/history-store";

/** Revisions made before a moment (Unix milliseconds) as the history store has them, the newest first. */
export type ReadStoredRevisions = (key: DocumentKey, beforeMs: number) => Promise<readonly DocumentRevision[]>;

/** Later than any revision. */
const everMs = Date.UTC(2100, 0, 1);

/**
 * Every revision of a document, the newest first: those that the log holds, which the history store may not have yet, and
 * before them those that only the history store still has.
 * @throws when one of them does not answer that is needed.
 */
export async function wholeHistory(
  controlPlane: ControlPlane,
  storedRevisions: ReadStoredRevisions,
  key: DocumentKey,
): Promise<StoredRevision[]> {
  const held = await controlPlane.history(key, Number.POSITIVE_INFINITY);
  const oldest = held.at(-1);
  if (oldest?.action === "created") return held;
  const stored = await storedRevisions(key, everMs);
  const before = stored.filter(({ revision }) => oldest === undefined || revision < oldest.revision);
  return [...held, ...before.map((revision) => toStoredRevision(key, revision))];
}

function toStoredRevision({ workspace, kind, id }: DocumentKey, stored: DocumentRevision): StoredRevision {
  const { revision, atMs, createdAtMs, requestId } = stored;
  return {
    ...{ workspace, kind, id, revision, atMs, createdAtMs, requestId },
    document: JSON.parse(stored.document) as StoredRevision["document"],
    action: stored.action as StoredRevision["action"],
    actor: {
      kind: stored.actorKind as StoredRevision["actor"]["kind"],
      id: stored.actorId,
      name: stored.actorName,
    },
  };
}
