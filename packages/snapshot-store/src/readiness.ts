import { type RedisClient, type SnapshotStore, SnapshotStoreUnavailableError } from "./connect.js";

/**
 * What the store holds: nothing that may be read; the latest state of every node; and also the short histories.
 * It lives in one key, which goes with everything else in a flush: so its absence tells that the rest is gone, too.
 */
export type Readiness = "absent" | "latest" | "whole";

/** How far the store is filled. @throws SnapshotStoreUnavailableError */
export async function readReadiness(store: SnapshotStore): Promise<Readiness> {
  return toReadiness(await store.run((client) => client.get(store.keys.ready)));
}

/** Tells every reader how far the store is filled. A store once whole stays so until it is flushed. */
export async function markReady(store: SnapshotStore, readiness: "latest" | "whole"): Promise<void> {
  const condition = readiness === "latest" ? ({ condition: "NX" } as const) : {};
  await store.run((client) => client.set(store.keys.ready, readiness, condition));
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

function toReadiness(stored: unknown): Readiness {
  return stored === "latest" || stored === "whole" ? stored : "absent";
}
