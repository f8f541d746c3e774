import { configurationBuckets, type EventLog, replaceValue } from "@statwire/event-log";
import { documentKey } from "../documents/keys.js";
import { encodeRevision } from "../documents/revision.js";
import type { Documents } from "./documents.js";
import { forgetSecret } from "./forget-secret.js";

/** Most documents of one round; the next round goes on. */
const repairedMax = 1_000;

/**
 * Deletes documents whose parent was deleted: they count as deleted already. In the name of who deleted the parent, with the
 * same request. Several replicas may do it at once.
 * @returns how many were deleted
 */
export async function deleteOrphans(log: EventLog, documents: Documents, atMs: number): Promise<number> {
  let deleted = 0;
  for (const { orphan, because } of [...firstOf(documents.orphans(), repairedMax)]) {
    const { actor, requestId } = because;
    // The tombstone points at no secret, and is known by nothing.
    const { revision: follows, secret: _secret, credentials: _credentials, ...last } = orphan;
    const next = { ...last, action: "deleted", actor, requestId, atMs } as const;
    const outcome = await replaceValue(log, {
      bucket: configurationBuckets.config,
      key: documentKey(orphan),
      payload: encodeRevision(next),
      follows,
    });
    // Somebody else was faster, or the log is away: the next round sees.
    if (outcome.kind === "stored") {
      deleted += 1;
      if (orphan.secret !== undefined) await forgetSecret(log, orphan, orphan.secret);
    } else if (outcome.kind !== "conflict") break;
  }
  return deleted;
}

/**
 * Takes deleted documents out of the log with all their past, some time after their deletion.
 * @param deletedBefore Unix milliseconds
 */
export async function purgeDeleted(log: EventLog, documents: Documents, deletedBefore: number): Promise<number> {
  const old = [...firstOf(documents.deletedBefore(deletedBefore), repairedMax)];
  for (const { revision: follows, ...last } of old) {
    await replaceValue(log, {
      bucket: configurationBuckets.config,
      key: documentKey(last),
      payload: new Uint8Array(),
      follows,
      purges: true,
    });
  }
  return old.length;
}

function* firstOf<T>(items: Iterable<T>, max: number): Generator<T> {
  let left = max;
  for (const item of items) {
    if (left <= 0) return;
    left -= 1;
    yield item;
  }
}
