import { type EventLog, messageFrom, openCutRecord, streamState, whileHeld } from "@statwire/event-log";
import { streams } from "@statwire/events";
import {
  compareFreshDay,
  createFreshTables,
  type DayComparison,
  dropFreshTables,
  type FreshTables,
  type History,
  replaceDay,
  suspectRollups,
} from "@statwire/history-store";
import { type Command, CommandError, type Outside, parseOptions, required, UsageError } from "../command.js";
import { completeSince, FreshHistory, isToBeSwapped } from "../operating/fresh-history.js";
import { momentOf } from "../operating/moments.js";
import { asCommandError, withEventLog, withHistory, withProgress } from "../operating/open.js";
import { jsonText, toTable } from "../operating/readable.js";
import { rollupsOf } from "../operating/rollups-of.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";
import { swapWhileHeld } from "../operating/swap-while-held.js";

const dayMs = 86_400_000;
const stream = streams.TELEMETRY.name;
/** Late events of the days may come while they are swapped: then they are looked at again. */
const roundsMax = 10;

/** Fills days of raw data again out of the log. */
export const rebuildHistory: Command = {
  purpose: "fills the raw tables of days that are over again out of the log, compares, and swaps what differs",
  usage: `statwire rebuild history --from TIME [--to TIME] [--dry-run] [--data-dir DIR] [--json]

Whole days (UTC) that are over, from the one that --from is in to the one that --to is in. Only days of which the log still
holds every event: otherwise it says which is the first. The log is read into tables beside those in use, through the same
views; a day of a table that has other rows is swapped for them at once, and its hours and days are closed again by the
ingester, which goes on meanwhile but for the second of the swap. A day stays as it is when the history has an event that
the log has not. Killed at any time, nothing is left but the tables rebuild_…, which the next run drops. They need as much
room as the days have.

Rebuilt: the readings (host_…) and host_events. Not: inventories, configurations, lines of logs, quarantined events.

  --from, --to  2d (ago; s, m, h, d) or 2026-01-31T12:00:00Z; --to is left out [yesterday]
  --dry-run     compares and swaps nothing; exit code 1 when something differs
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...serverOptions,
      from: { type: "string" },
      to: { type: "string" },
      "dry-run": { type: "boolean", default: false },
    });
    const nowMs = outside.now();
    const fromMs = momentOf(required(options.from, "--from"), "--from", nowMs);
    const toMs = options.to === undefined ? dayOf(nowMs) - 1 : momentOf(options.to, "--to", nowMs);
    const days = daysThatAreOver(fromMs, toMs, nowMs);
    if (days.length === 0) throw new UsageError("--from: expected a day that is over, not after --to");
    const servers = findServers(options, outside.environment);
    const rebuilt = await withEventLog(servers, outside, async (log) => {
      await requireCompleteLog(log, days[0] ?? 0);
      return withHistory(servers, (history) => rebuild({ log, history, outside }, days, options["dry-run"])).catch(
        (error: unknown) => {
          throw asCommandError(error, outside);
        },
      );
    });
    outside.print(options.json ? jsonText(rebuilt) : toText(rebuilt));
    const left = rebuilt.days.filter(({ state }) => state === "differs" || state === "kept");
    if (left.length > 0) throw new CommandError(left.map(reasonOf).join("\n"));
  },
};

interface Rebuilt {
  messages: number;
  refused: number;
  days: RebuiltDay[];
  seconds: number;
}

interface RebuiltDay {
  day: string;
  /** `equal`: nothing to do. `swapped`. `differs`: a dry run. `kept`: it has events that are not in the log any more. */
  state: "equal" | "swapped" | "differs" | "kept";
  rowsBefore: number;
  rowsInLog: number;
  missingRows: number;
  surplusRows: number;
  eventsBeyondLog: number;
  tables: string[];
}

interface Deps {
  log: EventLog;
  history: History;
  outside: Outside;
}

async function rebuild(deps: Deps, days: readonly number[], isDryRun: boolean): Promise<Rebuilt> {
  const { log, history, outside } = deps;
  const startedAtMs = outside.now();
  const range = { fromMs: days[0] ?? 0, toMs: (days.at(-1) ?? 0) + dayMs };
  const fresh = await createFreshTables(history, { id: startedAtMs.toString(36), ...range });
  const filling = new FreshHistory(log, history, fresh, outside);
  let what = "reading";
  try {
    const progress = () => {
      const { messages, upTo, isWaiting } = filling.progress;
      const now = isWaiting ? "waiting for the ingester to store that" : what;
      return `${messages} messages read, up to ${stream}:${upTo}; ${now}`;
    };
    const found = await withProgress(outside, progress, async () => {
      await filling.fill(range.fromMs);
      what = "comparing";
      return compareAndSwap(deps, { fresh, filling, days, isDryRun });
    });
    const { messages, refused } = filling.progress;
    return { messages, refused, days: found, seconds: (outside.now() - startedAtMs) / 1e3 };
  } finally {
    await dropFreshTables(history, fresh);
  }
}

interface Swapping {
  fresh: FreshTables;
  filling: FreshHistory;
  days: readonly number[];
  isDryRun: boolean;
}

/**
 * Until nothing came for the days while they were compared. The order is the design: 1. all that the log holds is in the
 * fresh tables and stored by the ingester, 2. the days are compared, 3. nothing came for them meanwhile (or back to 2),
 * 4. what differs is swapped while nothing is stored (or back to 2).
 */
async function compareAndSwap(deps: Deps, { fresh, filling, days, isDryRun }: Swapping): Promise<RebuiltDay[]> {
  const { history, outside } = deps;
  const first = new Map<number, DayComparison>();
  await filling.catchUp();
  for (let round = 1; round <= roundsMax; round += 1) {
    const compared: DayComparison[] = [];
    for (const day of days) {
      outside.signal.throwIfAborted();
      compared.push(await compareFreshDay(history, fresh, day));
    }
    if (await filling.catchUp()) continue;
    for (const one of compared) if (!first.has(one.dayMs)) first.set(one.dayMs, one);
    const due = isDryRun ? [] : compared.filter(isToBeSwapped);
    if (due.length > 0 && !(await swapDue(deps, { fresh, filling, due }))) continue;
    const swapped = new Set(due.map(({ dayMs: day }) => day));
    return [...first.values()].map((one) => toRebuiltDay(one, swapped.has(one.dayMs)));
  }
  throw new CommandError("late events of these days keep coming: try again when the backlog is stored (statwire lag)");
}

/**
 * Swaps while the ingester holds back: all that it has stored is in the fresh tables, so no row is taken away that they
 * lack, wherever this is killed. What waits meanwhile is stored into the tables as they are then.
 * @returns false, and nothing is swapped, when events of the days were stored since they were compared
 */
function swapDue(
  { log, history, outside }: Deps,
  { fresh, filling, due }: Pick<Swapping, "fresh" | "filling"> & { due: readonly DayComparison[] },
): Promise<boolean> {
  const { now, sleep, signal } = outside;
  const options = { streams: [stream], by: `rebuild ${fresh.prefix}`, now, sleep, signal };
  return swapWhileHeld(due, {
    held: (act) =>
      whileHeld(log, options, (records, requireHeld) => act(requireHeld, records.get(stream)?.committed ?? 0)),
    isOutdated: (committed) => filling.takeUpTo(committed),
    suspect: (day) => suspectRollups(history, rollupsOf(day)),
    swap: (table, day) => replaceDay(history, fresh, table, day),
    signal,
  });
}

function toRebuiltDay(found: DayComparison, isSwapped: boolean): RebuiltDay {
  const sum = (of: (one: DayComparison["differences"][number]) => number) =>
    found.differences.reduce((total, one) => total + of(one), 0);
  const differs = found.eventsBeyondLog > 0 ? "kept" : "differs";
  return {
    day: new Date(found.dayMs).toISOString().slice(0, 10),
    state: isSwapped ? "swapped" : found.differences.length === 0 ? "equal" : differs,
    rowsBefore: found.rows,
    rowsInLog: found.freshRows,
    missingRows: sum(({ missingRows }) => missingRows),
    surplusRows: sum(({ surplusRows }) => surplusRows),
    eventsBeyondLog: found.eventsBeyondLog,
    tables: found.differences.map(({ table }) => table),
  };
}

/** @throws CommandError naming the first day that can be rebuilt, when that is a later one. */
async function requireCompleteLog(log: EventLog, day: number): Promise<void> {
  const { firstSequence, lastSequence } = await streamState(log, stream);
  if (lastSequence === 0 || firstSequence > lastSequence) throw new CommandError(`${stream} is empty`);
  const { generation } = (await openCutRecord(log, stream).load()).record;
  // Of a stream that was created anew, or whose sequences began again, the earlier messages are gone, too.
  const hasLost = firstSequence > 1 || generation > 0;
  const first = hasLost ? await messageFrom(log, stream, firstSequence) : undefined;
  const sinceMs = completeSince(first?.storedAtMs);
  if (day >= sinceMs) return;
  throw new CommandError(
    `the log holds messages since ${new Date(first?.storedAtMs ?? 0).toISOString()}: the first day that it holds whole, and ` +
      `that can be rebuilt once it is over, is ${new Date(sinceMs).toISOString().slice(0, 10)}`,
  );
}

function daysThatAreOver(fromMs: number, toMs: number, nowMs: number): number[] {
  const days: number[] = [];
  for (let day = dayOf(fromMs); day <= toMs && day + dayMs <= nowMs; day += dayMs) days.push(day);
  return days;
}

function dayOf(timeMs: number): number {
  return Math.floor(timeMs / dayMs) * dayMs;
}

function reasonOf({ day, state, eventsBeyondLog, missingRows, surplusRows }: RebuiltDay): string {
  return state === "kept"
    ? `${day} stays as it is: ${eventsBeyondLog} events of the history are not in the log any more`
    : `${day}: ${missingRows} rows are missing, ${surplusRows} are too many`;
}

function toText({ days, messages, refused, seconds }: Rebuilt): string {
  const table = toTable([
    ["DAY", "STATE", "ROWS", "IN THE LOG", "MISSING", "TOO MANY", "TABLES"],
    ...days.map((day) => [
      ...[day.day, day.state, String(day.rowsBefore), String(day.rowsInLog), String(day.missingRows)],
      ...[String(day.surplusRows), day.tables.join(" ")],
    ]),
  ]);
  return `${table}\n${messages} messages read, ${refused} of them in no table, ${seconds.toFixed(1)} s`;
}
