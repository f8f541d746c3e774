import type { AppliedBatch } from "./apply.js";
import type { SnapshotStore } from "./connect.js";
import type { Filling } from "./filling.js";
import { type LogEvent, lastBytesMax, lastLinesMax } from "./log-event.js";
import { toStored } from "./log-lines.js";
import { defineScript, runScript, type ScriptCall } from "./script.js";
import { isLater } from "./version.js";

/** How many logs of one node are kept; lines of further ones are in the history store alone. */
export const logsMax = 1_000;

/**
 * Folds one log's share of a batch into Redis.
 *
 * KEYS: readiness of logs, logs of the node, lines. ARGV, flat: the mark of the filling that may write before readers
 * may read, or an empty text; the log's name; how many events, and for each its boot id, sequence, first line, total
 * lines, last time, how many lines, and their JSON. Returns `unready`, or how many events were applied.
 */
const script = defineScript(`
local readyKey, logsKey, linesKey = unpack(KEYS)
local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end
local mark, fillingMark = redis.call('GET', readyKey), take()
local isReady = mark and (mark == 'whole' or string.sub(mark, 1, 7) == 'latest:')
if not isReady and (not mark or mark ~= fillingMark) then return 'unready' end
local log = take()
local meta = redis.call('HGET', logsKey, log)
if not meta and redis.call('HLEN', logsKey) >= ${logsMax} then return 0 end
local boot, sequence, total, lastAt, bytes = string.match(meta or '0 0 0 0 0', '^(%d+) (%d+) (%d+) (%d+) (%d+)$')
bytes = tonumber(bytes)

local applied = 0
for _ = 1, tonumber(take()) do
  local newBoot, newSequence, first, newTotal, newAt, count = take(), take(), take(), take(), take(), tonumber(take())
  local from = at + 1
  at = at + count
  local bootGrew = tonumber(newBoot) - tonumber(boot)
  if bootGrew > 0 or (bootGrew == 0 and tonumber(newSequence) > tonumber(sequence)) then
    applied = applied + 1
    -- A log whose numbers begin again lower: what it says later counts.
    local newest = tonumber(first) <= tonumber(total) and redis.call('LINDEX', linesKey, -1)
    while newest and tonumber(string.match(newest, '^{"line":(%d+)')) >= tonumber(first) do
      redis.call('RPOP', linesKey)
      bytes = bytes - #newest
      newest = redis.call('LINDEX', linesKey, -1)
    end
    if count > 0 then redis.call('RPUSH', linesKey, unpack(ARGV, from, at)) end
    for index = from, at do bytes = bytes + #ARGV[index] end
    boot, sequence, total, lastAt = newBoot, newSequence, newTotal, newAt
  end
end
if applied == 0 then return 0 end
local length = redis.call('LLEN', linesKey)
while length > ${lastLinesMax} or bytes > ${lastBytesMax} do
  bytes = bytes - #redis.call('LPOP', linesKey)
  length = length - 1
end
redis.call('HSET', logsKey, log, table.concat({ boot, sequence, total, lastAt, string.format('%.0f', bytes) }, ' '))
return applied
`);

/**
 * Folds events of logs, in the order given: one script for each log, all in one round trip. Only what comes after
 * everything before it is applied, so events may come twice, and a batch that failed may be applied again.
 * @throws SnapshotStoreUnavailableError
 */
export async function applyLogLines(
  store: SnapshotStore,
  events: readonly LogEvent[],
  { filling }: { filling?: Filling } = {},
): Promise<AppliedBatch> {
  const calls = [...byLog(store, events).values()].map((share) => toCall(store, rising(share), filling?.mark ?? ""));
  const replies = await store.run((client) => runScript(client, script, calls));
  if (replies.includes("unready")) return { ready: false };
  const applied = (replies as number[]).reduce((sum, count) => sum + count, 0);
  return { ready: true, applied, old: events.length - applied };
}

function byLog({ keys }: SnapshotStore, events: readonly LogEvent[]): Map<string, LogEvent[]> {
  const shares = new Map<string, LogEvent[]>();
  for (const event of events) {
    const key = keys.logLines(event);
    const share = shares.get(key);
    if (share === undefined) shares.set(key, [event]);
    else share.push(event);
  }
  return shares;
}

/** Without the events that one before them has overtaken: if one of the rest is applied, all after it are. */
function rising(share: readonly LogEvent[]): LogEvent[] {
  const kept: LogEvent[] = [];
  for (const event of share) {
    const latest = kept.at(-1);
    if (latest === undefined || isLater(event, latest)) kept.push(event);
  }
  return kept;
}

function toCall({ keys }: SnapshotStore, share: readonly LogEvent[], fillingMark: string): ScriptCall {
  const [name] = share;
  if (name === undefined) throw new Error("no event of the log");
  const lines = linesThatMayStay(share);
  return {
    keys: [keys.logsReady, keys.logs(name), keys.logLines(name)],
    arguments: [
      fillingMark,
      name.log,
      String(share.length),
      ...share.flatMap(({ bootId, sequence, firstLine, totalLines, lastAtMs }, index) => {
        const ofEvent = lines[index] ?? [];
        return [...[bootId, sequence, firstLine, totalLines, lastAtMs, ofEvent.length].map(String), ...ofEvent];
      }),
    ],
  };
}

/**
 * Of each event the lines that can still be there when all events are applied. The newest line that has no room is
 * among them, because the script drops it with all that is older: what stays has no hole.
 */
function linesThatMayStay(share: readonly LogEvent[]): string[][] {
  let linesLeft = lastLinesMax;
  let bytesLeft = lastBytesMax;
  const newestFirst = share.toReversed().map((event) => {
    const stored: string[] = [];
    for (const line of event.lines.toReversed()) {
      if (linesLeft <= 0 || bytesLeft < 0) break;
      const json = toStored(line);
      stored.push(json);
      linesLeft -= 1;
      bytesLeft -= Buffer.byteLength(json);
    }
    return stored.reverse();
  });
  return newestFirst.reverse();
}
