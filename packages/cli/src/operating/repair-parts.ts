import { type CutRecord, type EventLog, messageFrom, scan, streamState, type WrappedEvents } from "@statwire/event-log";
import type { LandedKind } from "@statwire/events";
import {
  type BrokenPart,
  dropPartSetAside,
  endFormerRepairs,
  type History,
  loadPartsAnew,
  partsSetAside,
  reachedTableNames,
  restoreLanded,
  rowsOfPartitions,
  type Suspect,
  suspectRollups,
} from "@statwire/history-store";
import type { Outside } from "../command.js";
import { batchBytesMax, batchMessagesMax, futureMs } from "./fresh-history.js";
import { type RestorableStream, restorableStreams } from "./restorable-streams.js";
import { rollupsOf } from "./rollups-of.js";

/**
 * What became of a part. `whole`: those that it was merged of were there. `restored`: the log holds everything of its time, and
 * what was missing is there again. `closed again`: a rollup, which the ingester makes again of readings. `in part`: what the
 * log does not hold any more stays missing. `not in the log`: nothing could be done.
 */
export type RepairState = "whole" | "restored" | "closed again" | "in part" | "not in the log";

export interface RepairedPart extends Pick<BrokenPart, "table" | "part" | "partitionId"> {
  state: RepairState;
  missingRows: number;
  surplusRows: number;
}

/** Nothing of them may be stored meanwhile: rows that come would be taken for those that are missing. */
export const heldStreams = restorableStreams.map(({ name }) => name);

const rollups = new Set(["metric_1h", "metric_1d"]);
/** Made again of days, which are kept as long. */
const months = "metric_1mo";
const dayMs = 86_400_000;

export interface RepairDeps {
  log: EventLog;
  history: History;
  outside: Outside;
  /** Up to where each stream is stored; nothing is stored meanwhile. */
  records: ReadonlyMap<string, Pick<CutRecord, "committed" | "generation">>;
  /** @throws when something may be stored soon. */
  requireHeld(): void;
  onProgress(text: string): void;
}

/**
 * Repairs what was found. The order is the design: 1. the server sets broken parts aside, so that reads go on, and so that it is
 * on its disk what is to be done, 2. what the tables lack of the log's messages is stored again, 3. hours are compared,
 * 4. the parts set aside are deleted. Killed in between, the next call finds them set aside and does it all again.
 * @param found broken parts, and those set aside
 */
export async function repairParts(deps: RepairDeps, found: readonly BrokenPart[]): Promise<RepairedPart[]> {
  const { history, requireHeld, onProgress } = deps;
  // Of those nothing is known but what the log has: their rows are in no count.
  const asideBefore = new Set((await partsSetAside(history)).map(nameOf));
  const before = await rowsOfPartitions(history);
  const inUse = found.filter(({ isSetAside }) => !isSetAside);
  for (const table of new Set(inUse.map((part) => part.table))) {
    onProgress(`loading the parts of ${table} anew`);
    requireHeld();
    await loadPartsAnew(history, table);
  }
  const unsure = new Set(await endFormerRepairs(history));
  const after = await rowsOfPartitions(history);
  const isWhole = (part: BrokenPart) => {
    const partition = `${part.table} ${part.partitionId}`;
    if (asideBefore.has(nameOf(part)) || unsure.has(part.table)) return false;
    return (after.get(partition) ?? 0) >= (before.get(partition) ?? 0);
  };
  const aside = await partsSetAside(history);
  const states = new Map<BrokenPart, RepairedPart>();
  for (const part of aside) if (isWhole(part)) states.set(part, toRepaired(part, "whole"));
  const missing = aside.filter((part) => !states.has(part));
  for (const [part, repaired] of await restoreFromLog(deps, missing)) states.set(part, repaired);
  const { rawDays } = history.options.retention;
  await suspectRollups(history, suspectsOf(missing, { rawDays, nowMs: deps.outside.now() }));
  for (const [part, { state }] of states) {
    if (state === "in part" || state === "not in the log") continue;
    requireHeld();
    await dropPartSetAside(history, part);
  }
  return [...states.values()];
}

async function restoreFromLog(deps: RepairDeps, parts: readonly BrokenPart[]): Promise<Map<BrokenPart, RepairedPart>> {
  const { log, history, records } = deps;
  const repaired = new Map(parts.map((part) => [part, toRepaired(part, stateWithoutLog(history, part, deps.outside))]));
  for (const stream of restorableStreams) {
    const tables = new Map<LandedKind, Set<string>>();
    for (const kind of stream.kinds) tables.set(kind, new Set(await reachedTableNames(history, kind)));
    const ofStream = parts.filter(({ table }) => [...tables.values()].some((names) => names.has(table)));
    if (ofStream.length === 0) continue;
    const wanted = new Set(ofStream.map(({ table }) => table));
    const fromMs = Math.min(...ofStream.map(({ partitionId }) => startOf(partitionId))) - futureMs;
    const heldSinceMs = await wholeSince(log, stream, records.get(stream.name)?.generation ?? 0);
    const counts = await restoreStream(deps, { stream, tables, wanted, fromMs });
    for (const part of ofStream) {
      const isAll = startOf(part.partitionId) - futureMs >= heldSinceMs;
      const { missingRows = 0, surplusRows = 0 } = counts.get(part.table) ?? {};
      repaired.set(part, { ...toRepaired(part, isAll ? "restored" : "in part"), missingRows, surplusRows });
    }
  }
  return repaired;
}

interface Restoring {
  stream: RestorableStream;
  /** That each kind of event reaches. */
  tables: ReadonlyMap<LandedKind, ReadonlySet<string>>;
  wanted: ReadonlySet<string>;
  fromMs: number;
}

type RowCounts = Map<string, { missingRows: number; surplusRows: number }>;

/** Compares every message that is stored with the wanted tables, and puts back what they lack. */
async function restoreStream(
  { log, history, outside, records, requireHeld, onProgress }: RepairDeps,
  { stream: { name: stream, newBatch }, tables, wanted, fromMs }: Restoring,
): Promise<RowCounts> {
  const counts: RowCounts = new Map();
  const committed = records.get(stream)?.committed ?? 0;
  if (committed === 0) return counts;
  let [batch, bytes, compared] = [newBatch(), 0, 0];
  const restore = async () => {
    for (const [kind, wrapped] of batch.byKind) {
      const names = [...(tables.get(kind) ?? [])].filter((name) => wanted.has(name));
      requireHeld();
      if (names.length > 0) await restoreBatch(history, { kind, wrapped, names, counts });
    }
    compared += batch.count;
    onProgress(`${compared} messages of ${stream} compared`);
    [batch, bytes] = [newBatch(), 0];
  };
  const start = { timeMs: Math.max(0, fromMs) };
  for await (const message of scan(log, { stream, start, signal: outside.signal })) {
    if (message.sequence > committed) break;
    batch.add(message);
    bytes += message.payload.length;
    if (batch.count >= batchMessagesMax || bytes >= batchBytesMax) await restore();
  }
  await restore();
  return counts;
}

interface Batch {
  kind: LandedKind;
  wrapped: WrappedEvents;
  names: readonly string[];
  counts: RowCounts;
}

/** A refused batch is halved until the bad message is alone, which no table has. */
async function restoreBatch(history: History, { kind, wrapped, names, counts }: Batch): Promise<void> {
  const outcome = await restoreLanded(history, { kind, body: wrapped.bytes() }, (table) => names.includes(table));
  if (outcome.ok) {
    for (const { table, missingRows, surplusRows } of outcome.repaired) {
      const known = counts.get(table) ?? { missingRows: 0, surplusRows: 0 };
      counts.set(table, {
        missingRows: known.missingRows + missingRows,
        surplusRows: known.surplusRows + surplusRows,
      });
    }
    return;
  }
  const { sequences } = wrapped;
  if (sequences.length === 1) return;
  const middle = sequences[Math.floor(sequences.length / 2)] ?? 0;
  for (const half of [wrapped.within(0, middle - 1), wrapped.within(middle, Number.MAX_SAFE_INTEGER)]) {
    if (half !== undefined) await restoreBatch(history, { kind, wrapped: half, names, counts });
  }
}

/** Since when the log holds every message that it ever took. */
async function wholeSince(log: EventLog, { name, isState }: RestorableStream, generation: number): Promise<number> {
  const { firstSequence, lastSequence, messages } = await streamState(log, name);
  const isWhole = isState ? messages === lastSequence : firstSequence <= 1;
  // Of a stream that was created anew, or whose sequences began again, the earlier messages are gone, too.
  if (isWhole && generation === 0) return Number.NEGATIVE_INFINITY;
  if (isState) return Number.POSITIVE_INFINITY;
  return (await messageFrom(log, name, firstSequence))?.storedAtMs ?? Number.POSITIVE_INFINITY;
}

function stateWithoutLog({ options }: History, { table, partitionId }: BrokenPart, { now }: Outside): RepairState {
  if (table === months) return "closed again";
  if (!rollups.has(table)) return "not in the log";
  return startOf(partitionId) >= now() - options.retention.rawDays * dayMs ? "closed again" : "in part";
}

/** Hours and days whose readings were missing, or whose rollups are, as far as there are readings of them; and months whose rollups are missing. */
export function suspectsOf(
  parts: readonly Pick<BrokenPart, "table" | "partitionId">[],
  { rawDays, nowMs }: { rawDays: number; nowMs: number },
): Suspect[] {
  const days = new Set<number>();
  const each: Suspect[] = [];
  for (const { table, partitionId } of parts) {
    const start = startOf(partitionId);
    if (table === months) {
      each.push(...monthsOfYear(start));
      continue;
    }
    if (!rollups.has(table)) {
      if (/^\d{8}$/.test(partitionId)) days.add(start);
      continue;
    }
    const first = Math.max(start, Math.floor(nowMs / dayMs) * dayMs - rawDays * dayMs);
    const end = Math.min(nowMs, Date.UTC(new Date(start).getUTCFullYear(), new Date(start).getUTCMonth() + 1));
    for (let day = first; day < end; day += dayMs) days.add(day);
  }
  each.push(...[...days].flatMap(rollupsOf));
  const past = each.filter(({ startMs }) => startMs < nowMs);
  return [...new Map(past.map((one) => [`${one.level} ${one.startMs}`, one])).values()];
}

function monthsOfYear(start: number): Suspect[] {
  const year = new Date(start).getUTCFullYear();
  return Array.from({ length: 12 }, (_, month) => ({ level: "1mo", startMs: Date.UTC(year, month) }));
}

/** When the time begins that a partition is of: `20260131`, `202601`, `2026`; all there is has no beginning. */
function startOf(partitionId: string): number {
  const [, year, month = "1", day = "1"] = /^(\d{4})(\d\d)?(\d\d)?$/.exec(partitionId) ?? [];
  return year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function nameOf({ table, part }: BrokenPart): string {
  return `${table} ${part}`;
}

function toRepaired({ table, part, partitionId }: BrokenPart, state: RepairState): RepairedPart {
  return { table, part, partitionId, state, missingRows: 0, surplusRows: 0 };
}
