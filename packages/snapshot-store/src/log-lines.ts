import { type SnapshotStore, SnapshotStoreUnavailableError } from "./connect.js";
import { type LogName, lastLinesMax, type StoredLine } from "./log-event.js";
import { defineScript, runScript } from "./script.js";
import type { NodeName } from "./snapshot.js";

/** The last lines of a log. */
export interface LastLines {
  /** Number of the log's last line; 0 for an unknown log. */
  totalLines: number;
  /** In the order of their numbers, which have holes where lines were given up. */
  lines: StoredLine[];
}

/** One log of a node. */
export interface LogSummary {
  log: string;
  /** Number of its last line. */
  totalLines: number;
  /** When that was written (Unix milliseconds). */
  lastAtMs: number;
}

const readScript = defineScript(`
local readyKey, logsKey, linesKey = unpack(KEYS)
if redis.call('GET', readyKey) ~= 'whole' then return 'unready' end
local log, limit, since = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local meta = redis.call('HGET', logsKey, log)
if not meta then return { '0', {} } end
local total = string.match(meta, '^%d+ %d+ (%d+)')
if since == '' then return { total, redis.call('LRANGE', linesKey, -limit, -1) } end
local after = tonumber(total) - tonumber(since)
if after <= 0 then return { total, {} } end
-- Where numbers have holes these are too many, never too few.
local found = {}
for _, line in ipairs(redis.call('LRANGE', linesKey, string.format('%.0f', -after), -1)) do
  if #found == limit then break end
  if tonumber(string.match(line, '^{"line":(%d+)')) > tonumber(since) then table.insert(found, line) end
end
return { total, found }
`);

/**
 * The last `limit` lines of a log; with `sinceLine` the first `limit` of those with a higher number, so that who
 * follows a log misses none that are kept: a first line above `sinceLine + 1` tells that some are not (any more).
 * @throws SnapshotStoreUnavailableError also while the logs are being rebuilt: the history store has them.
 * @throws RangeError for a limit that is not from 1 to `lastLinesMax`.
 */
export async function readLastLines(
  store: SnapshotStore,
  name: LogName,
  { sinceLine, limit }: { sinceLine?: number | undefined; limit: number },
): Promise<LastLines> {
  if (!(limit >= 1 && limit <= lastLinesMax)) throw new RangeError(`limit must be from 1 to ${lastLinesMax}`);
  const { logsReady, logs, logLines } = store.keys;
  const call = {
    keys: [logsReady, logs(name), logLines(name)],
    arguments: [name.log, String(limit), sinceLine === undefined ? "" : String(sinceLine)],
  };
  const [reply] = await store.run((client) => runScript(client, readScript, [call]));
  if (reply === "unready") throw new SnapshotStoreUnavailableError("rebuilding");
  const [totalLines, lines] = reply as [string, string[]];
  return { totalLines: Number(totalLines), lines: lines.map(fromStored) };
}

/**
 * The logs of a node that have been heard of, by name.
 * @throws SnapshotStoreUnavailableError also while the logs are being rebuilt.
 */
export async function listLogs(store: SnapshotStore, name: NodeName): Promise<LogSummary[]> {
  const { logsReady, logs } = store.keys;
  const replies: unknown[] = await store.run((client) =>
    client.multi().hGetAll(logs(name)).get(logsReady).execAsPipeline(),
  );
  const [found, readiness] = replies as [Record<string, string>, string | null];
  if (readiness !== "whole") throw new SnapshotStoreUnavailableError("rebuilding");
  return Object.entries(found)
    .map(([log, meta]) => {
      const [, , totalLines, lastAtMs] = meta.split(" ").map(Number);
      return { log, totalLines: totalLines ?? 0, lastAtMs: lastAtMs ?? 0 };
    })
    .sort((one, other) => (one.log < other.log ? -1 : 1));
}

/** A line as JSON, its number first, where the scripts read it; what is empty is left out. */
export function toStored({ line, atMs, text, severity, origin, truncated }: StoredLine): string {
  return JSON.stringify({
    line,
    atMs,
    text,
    ...(severity !== 0 && { severity }),
    ...(origin !== "" && { origin }),
    ...(truncated && { truncated }),
  });
}

function fromStored(json: string): StoredLine {
  return {
    severity: 0,
    origin: "",
    truncated: false,
    ...(JSON.parse(json) as Pick<StoredLine, "line" | "atMs" | "text">),
  };
}
