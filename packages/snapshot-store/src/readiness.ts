import { type RedisClient, type SnapshotStore, SnapshotStoreUnavailableError } from "./connect.js";

/**
 * How far the store is filled: not so that it may be read; with the latest state of every node; and also with the
 * short histories. One key tells, and it goes with everything else in a flush: its absence says that the rest is gone.
 */
export type Readiness = "absent" | "latest" | "whole";

/** How far the store, or its logs (`keys.logsReady`), are filled. @throws SnapshotStoreUnavailableError */
export async function readReadiness(store: SnapshotStore, key = store.keys.ready): Promise<Readiness> {
  return toReadiness(await store.run((client) => client.get(key)));
}

/** Declares the store whole, whatever it holds: for a store that something else than the log has filled, as in tests. */
export async function markWhole(store: SnapshotStore): Promise<void> {
  const { ready, logsReady } = store.keys;
  await store.run((client) => client.mSet({ [ready]: "whole", [logsReady]: "whole" }));
}

/**
 * Reads with the readiness after them, in one pipeline. Redis runs what arrives together without a break, and a
 * readiness that is there after the reads was there during them: what was read is neither flushed nor half rebuilt.
 * @throws SnapshotStoreUnavailableError also when the store is not filled as far as `least`.
 */
export async function readWhenReady(
  store: SnapshotStore,
  least: "latest" | "whole",
  queue: (pipeline: Pipeline) => void,
): Promise<unknown[]> {
  const replies: unknown[] = await store.run((client) => {
    const pipeline = client.multi();
    queue(pipeline);
    return pipeline.get(store.keys.ready).execAsPipeline();
  });
  const readiness = toReadiness(replies.pop());
  if (readiness === "absent" || (least === "whole" && readiness !== "whole")) {
    throw new SnapshotStoreUnavailableError("rebuilding");
  }
  return replies;
}

export type Pipeline = ReturnType<RedisClient["multi"]>;

/** The key holds `filling:<token>`, then `latest:<token>`, then `whole`: see `filling.ts`. */
function toReadiness(stored: unknown): Readiness {
  if (stored === "whole") return "whole";
  return typeof stored === "string" && stored.startsWith("latest:") ? "latest" : "absent";
}
