import type { SnapshotStore } from "./connect.js";
import { defineScript, runScript } from "./script.js";

/** One filling of the store from the log, from its beginning until the next flush. */
export interface Filling {
  stage: "filling" | "latest" | "whole";
  /** The readiness key: that of the states of nodes, or that of the logs, which are filled by themselves. */
  key: string;
  /** What the readiness key holds at this stage. */
  mark: string;
}

const beginScript = defineScript(`
local mark = redis.call('GET', KEYS[1])
if mark == 'whole' or (mark and string.sub(mark, 1, 7) == 'latest:') then return mark end
redis.call('SET', KEYS[1], ARGV[1])
return ARGV[1]
`);

const advanceScript = defineScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
`);

/**
 * Begins to fill the store, or goes on where an earlier filling was. Until a new one has got to `latest` nobody reads.
 * @param token unlike that of any other filling: a flush in its midst takes the mark away, and then it must not
 * finish as if nothing had happened, even though another filling has begun since
 * @param key what is filled: `keys.ready` or `keys.logsReady`
 * @throws SnapshotStoreUnavailableError
 */
export async function beginFilling(store: SnapshotStore, token: string, key = store.keys.ready): Promise<Filling> {
  const call = { keys: [key], arguments: [`filling:${token}`] };
  const [mark] = (await store.run((client) => runScript(client, beginScript, [call]))) as string[];
  return toFilling(key, mark ?? "");
}

/**
 * Tells every reader that the store now holds the latest state of every node, or also the short histories. Undefined
 * when the store was flushed since the filling began: then begin again.
 * @throws SnapshotStoreUnavailableError
 */
export async function advanceFilling(
  store: SnapshotStore,
  filling: Filling,
  stage: "latest" | "whole",
): Promise<Filling | undefined> {
  // The final mark has no token: a rebuilt store equals the one before the flush, this key included.
  const mark = stage === "whole" ? stage : filling.mark.replace("filling:", "latest:");
  const call = { keys: [filling.key], arguments: [filling.mark, mark] };
  const [advanced] = await store.run((client) => runScript(client, advanceScript, [call]));
  return advanced === 1 ? toFilling(filling.key, mark) : undefined;
}

function toFilling(key: string, mark: string): Filling {
  const stage = mark === "whole" ? "whole" : mark.startsWith("latest:") ? "latest" : "filling";
  return { stage, key, mark };
}
