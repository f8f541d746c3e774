import { ErrorReply } from "redis";
import type { SnapshotStore } from "./connect.js";

/**
 * What of Redis's settings loses parts of the latest state without a word, one sentence each; undefined when this user
 * may not see them (`INFO`).
 * @throws SnapshotStoreUnavailableError when Redis is away.
 */
export async function unsafeRedisSettings(store: SnapshotStore): Promise<string[] | undefined> {
  try {
    return toProblems(await store.run((client) => client.info("memory")));
  } catch (error) {
    if (error instanceof ErrorReply && error.message.startsWith("NOPERM")) return undefined;
    throw error;
  }
}

/** @param info answer of `INFO memory` */
export function toProblems(info: string): string[] {
  const value = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, "m").exec(info)?.[1] ?? "";
  const policy = value("maxmemory_policy");
  // Without a bound nothing is ever evicted.
  if (value("maxmemory") === "0" || policy === "noeviction") return [];
  return [`maxmemory-policy of Redis: expected noeviction, not ${policy}: a snapshot must not vanish unseen`];
}
