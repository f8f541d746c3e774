import { headlineSlotMs, headlinesMax } from "./headlines.js";

/**
 * Folds one node's share of a batch into Redis, at once or not at all.
 *
 * KEYS: ready, nodes, node, positions, headlines. ARGV, flat (Redis hands scripts only texts): the mark of the filling
 * that may write before readers may read, or an empty text; the node's name; how many parts, and for each its name, boot id, sequence, time
 * and JSON; how many families, and for each its name, boot id and sequence; how many headline events, and for each
 * its boot id, sequence, time, `requested`, `clears`, and JSON. Returns `unready`, or for each family the position it
 * had (`0 0` before its first event).
 *
 * Numbers are doubles, exact below 2^53: see `positionMax`. They are stored as they came, as texts.
 */
export const applyScript = `
local readyKey, nodesKey, nodeKey, positionsKey, headlinesKey = unpack(KEYS)
local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end

-- A position is "<boot id> <sequence>", that of a part also says when it was observed.
local function parse(position)
  local boot, sequence, observed = string.match(position or '0 0', '^(%d+) (%d+) ?(%d*)$')
  return tonumber(boot), tonumber(sequence), tonumber(observed)
end
local function isLater(boot, sequence, position)
  local oldBoot, oldSequence = parse(position)
  boot, sequence = tonumber(boot), tonumber(sequence)
  return boot > oldBoot or (boot == oldBoot and sequence > oldSequence)
end

local mark, fillingMark = redis.call('GET', readyKey), take()
local isReady = mark and (mark == 'whole' or string.sub(mark, 1, 7) == 'latest:')
if not isReady and (not mark or mark ~= fillingMark) then return 'unready' end
local node = take()

local positions, stored = {}, redis.call('HGETALL', positionsKey)
for i = 1, #stored, 2 do positions[stored[i]] = stored[i + 1] end
local newPositions, newFields = {}, {}

local changed = false
for _ = 1, tonumber(take()) do
  local part, boot, sequence, observed, json = take(), take(), take(), take(), take()
  local field = 'part:' .. part
  if isLater(boot, sequence, positions[field]) then
    changed = true
    positions[field] = boot .. ' ' .. sequence .. ' ' .. observed
    table.insert(newPositions, field)
    table.insert(newPositions, positions[field])
    table.insert(newFields, part)
    table.insert(newFields, json)
  end
end
if changed then
  local boots, sequences, seen = 0, 0, 0
  for field, position in pairs(positions) do
    if string.sub(field, 1, 5) == 'part:' then
      local boot, sequence, observed = parse(position)
      boots, sequences, seen = boots + boot, sequences + sequence, math.max(seen, observed)
    end
  end
  local seenText = string.format('%.0f', seen)
  table.insert(newFields, 'version')
  table.insert(newFields, string.format('%016.0f.%016.0f', boots, sequences))
  table.insert(newFields, 'seenAtMs')
  table.insert(newFields, seenText)
  redis.call('ZADD', nodesKey, seenText, node)
end

local before = {}
for i = 1, tonumber(take()) do
  local field, boot, sequence = 'family:' .. take(), take(), take()
  local position = redis.call('HGET', nodeKey, field) or '0 0'
  before[i] = position
  if isLater(boot, sequence, position) then
    table.insert(newFields, field)
    table.insert(newFields, boot .. ' ' .. sequence)
  end
end

-- The fold of headlines.ts, on a list whose items begin with their time.
local function timeAt(index)
  local item = redis.call('LINDEX', headlinesKey, index)
  return item and tonumber(string.match(item, '^{"observedAtMs":(%d+)'))
end
local function slotOf(time) return math.floor(time / ${headlineSlotMs}) end
local headlinesMoved = false
for _ = 1, tonumber(take()) do
  local boot, sequence, observed, requested, clears, json = take(), take(), tonumber(take()), take(), take(), take()
  if isLater(boot, sequence, positions['headlines']) then
    positions['headlines'] = boot .. ' ' .. sequence
    headlinesMoved = true
    if clears == '1' then redis.call('DEL', headlinesKey) end
    local newest = timeAt(-1)
    while newest and newest > observed do
      redis.call('RPOP', headlinesKey)
      newest = timeAt(-1)
    end
    if requested == '1' or not newest or slotOf(newest) ~= slotOf(observed) then
      local length = redis.call('RPUSH', headlinesKey, json)
      while length > ${headlinesMax} or slotOf(timeAt(0)) <= slotOf(observed) - ${headlinesMax} do
        redis.call('LPOP', headlinesKey)
        length = length - 1
      end
    end
  end
end
if headlinesMoved then
  table.insert(newPositions, 'headlines')
  table.insert(newPositions, positions['headlines'])
end

if #newPositions > 0 then redis.call('HSET', positionsKey, unpack(newPositions)) end
if #newFields > 0 then redis.call('HSET', nodeKey, unpack(newFields)) end
return before
`;
