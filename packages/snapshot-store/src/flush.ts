import type { SnapshotStore } from "./connect.js";
import { keysUnder } from "./keys-under.js";

/** Most keys that one command names: Redis runs it without a break. */
const keysPerCommand = 5_000;

/**
 * Deletes everything that the store holds under its prefix, all at once, so that no reader sees half of it and what the
 * projector writes next stays. Keys of other kinds under the same prefix are left alone. Returns how many there were.
 * @throws SnapshotStoreUnavailableError
 */
export function flushSnapshots(store: SnapshotStore): Promise<number> {
  return store.run(async (client) => {
    const keys = await keysUnder(client, store.keys.root);
    const { ready, logsReady } = store.keys;
    const transaction = client.multi();
    for (let at = 0; at < keys.length; at += keysPerCommand) transaction.unlink(keys.slice(at, at + keysPerCommand));
    // What came since the keys were looked up is newer than the flush, and is folded again without harm.
    transaction.unlink([ready, logsReady]);
    await transaction.exec();
    return keys.length;
  });
}
