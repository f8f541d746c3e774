import { type SnapshotStore, SnapshotStoreUnavailableError } from "./connect.js";
import { toSnapshot } from "./read.js";
import { defineScript, runScript } from "./script.js";
import type { NodeName, NodeSnapshot } from "./snapshot.js";

export interface PinOptions {
  /** How long the pinned snapshot is served. */
  ttlMs: number;
  /** The caller's clock: becomes `pinnedAtMs` when this call pins. */
  nowMs: number;
}

export interface Pinned {
  snapshot: NodeSnapshot;
  /** When it was pinned, by the clock of the process that did. */
  pinnedAtMs: number;
  /** How long ago that was, by Redis's clock; 0 on the call that pinned. */
  ageMs: number;
}

const pinScript = defineScript(`
local readyKey, nodeKey, pinKey = unpack(KEYS)
local ttl, now, replace = tonumber(ARGV[1]), ARGV[2], ARGV[3]
local mark = redis.call('GET', readyKey)
if not mark or (mark ~= 'whole' and string.sub(mark, 1, 7) ~= 'latest:') then return 'unready' end
if replace == '1' or redis.call('EXISTS', pinKey) == 0 then
  if redis.call('HEXISTS', nodeKey, 'version') == 0 then return false end
  redis.call('COPY', nodeKey, pinKey, 'REPLACE')
  redis.call('HSET', pinKey, 'pinnedAtMs', now, 'pinnedForMs', ttl)
  redis.call('PEXPIRE', pinKey, ttl)
end
return { redis.call('PTTL', pinKey), redis.call('HGETALL', pinKey) }
`);

/**
 * The snapshot that is pinned for this node, the same for every caller until `ttlMs` have passed; when there is none,
 * the latest one, pinned from now. Undefined when no live event of the node is known.
 * @throws SnapshotStoreUnavailableError
 */
export function pinSnapshot(store: SnapshotStore, name: NodeName, options: PinOptions): Promise<Pinned | undefined> {
  return runPin(store, name, options, "0");
}

/** Pins the latest snapshot in place of the one before. @throws SnapshotStoreUnavailableError */
export function repinSnapshot(store: SnapshotStore, name: NodeName, options: PinOptions): Promise<Pinned | undefined> {
  return runPin(store, name, options, "1");
}

async function runPin(
  store: SnapshotStore,
  name: NodeName,
  { ttlMs, nowMs }: PinOptions,
  replace: "0" | "1",
): Promise<Pinned | undefined> {
  const { ready, node, pin } = store.keys;
  const call = { keys: [ready, node(name), pin(name)], arguments: [String(ttlMs), String(nowMs), replace] };
  const [reply] = await store.run((client) => runScript(client, pinScript, [call]));
  if (reply === "unready") throw new SnapshotStoreUnavailableError("rebuilding");
  if (reply === null) return undefined;
  const [remainingMs, flat] = reply as [number, string[]];
  const fields = toFields(flat);
  const snapshot = toSnapshot(name, fields);
  if (snapshot === undefined) return undefined;
  const ageMs = Math.max(0, Number(fields.pinnedForMs) - remainingMs);
  return { snapshot, pinnedAtMs: Number(fields.pinnedAtMs), ageMs };
}

function toFields(flat: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (let index = 0; index + 1 < flat.length; index += 2) fields[flat[index] ?? ""] = flat[index + 1] ?? "";
  return fields;
}
