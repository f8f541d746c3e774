import type { SnapshotStore } from "./connect.js";
import type { Filling } from "./filling.js";
import type { HeadlineHistory } from "./headlines.js";
import { defineScript, runScript } from "./script.js";
import type { Headline, NodeName } from "./snapshot.js";

/** The short history of one node as a whole, for who folds many events of it elsewhere. */
export interface NodeHistory {
  name: NodeName;
  history: HeadlineHistory;
}

const readScript = defineScript(`
local positionsKey, headlinesKey = unpack(KEYS)
return { redis.call('HGET', positionsKey, 'headlines') or '', redis.call('LRANGE', headlinesKey, 0, -1) }
`);

/**
 * KEYS: ready, positions, headlines. ARGV: the mark of the filling, boot id and sequence of the last event, and the JSON
 * of each sample. Returns `unready`, or 1 when the history was replaced and 0 when the stored one is as late.
 */
const writeScript = defineScript(`
local readyKey, positionsKey, headlinesKey = unpack(KEYS)
local mark = redis.call('GET', readyKey)
local isReady = mark and (mark == 'whole' or string.sub(mark, 1, 7) == 'latest:')
if not isReady and (not mark or mark ~= ARGV[1]) then return 'unready' end
local boot, sequence = tonumber(ARGV[2]), tonumber(ARGV[3])
local stored = redis.call('HGET', positionsKey, 'headlines') or '0 0'
local oldBoot, oldSequence = string.match(stored, '^(%d+) (%d+)$')
oldBoot, oldSequence = tonumber(oldBoot), tonumber(oldSequence)
if boot < oldBoot or (boot == oldBoot and sequence <= oldSequence) then return 0 end
redis.call('HSET', positionsKey, 'headlines', ARGV[2] .. ' ' .. ARGV[3])
redis.call('DEL', headlinesKey)
if #ARGV > 3 then redis.call('RPUSH', headlinesKey, unpack(ARGV, 4)) end
return 1
`);

/**
 * The short histories of some nodes, in the order of their names, whether or not readers may read them yet.
 * @throws SnapshotStoreUnavailableError
 */
export async function readHistories(store: SnapshotStore, names: readonly NodeName[]): Promise<HeadlineHistory[]> {
  const { keys } = store;
  const calls = names.map((name) => ({ keys: [keys.positions(name), keys.headlines(name)], arguments: [] }));
  const replies = (await store.run((client) => runScript(client, readScript, calls))) as [string, string[]][];
  return replies.map(([position, items]) => {
    const headlines = items.map((item) => JSON.parse(item) as Headline);
    if (position === "") return { headlines };
    const [bootId = 0, sequence = 0] = position.split(" ").map(Number);
    return { last: { bootId, sequence }, headlines };
  });
}

/**
 * Replaces short histories, each at once, by later ones: one whose last event is not later than that of the stored one
 * changes nothing. False when the store was flushed since the filling began.
 * @throws SnapshotStoreUnavailableError
 */
export async function writeHistories(
  store: SnapshotStore,
  histories: readonly NodeHistory[],
  { filling }: { filling: Filling },
): Promise<boolean> {
  const { keys } = store;
  const calls = histories.flatMap(({ name, history: { last, headlines } }) => {
    if (last === undefined) return [];
    const items = headlines.map((headline) => JSON.stringify(headline));
    return {
      keys: [keys.ready, keys.positions(name), keys.headlines(name)],
      arguments: [filling.mark, String(last.bootId), String(last.sequence), ...items],
    };
  });
  if (calls.length === 0) return true;
  const replies = await store.run((client) => runScript(client, writeScript, calls));
  return !replies.includes("unready");
}
