import type { History } from "../connect.js";
import { keptSince } from "../schema/retention-changes.js";
import { type DayClose, dayMs } from "./close-day.js";
import { type HourClose, hourMs, type NodeKey } from "./close-hour.js";
import { type MonthClose, monthAfter, monthOf } from "./close-month.js";

export interface Position {
  /** Everything up to this stream sequence is in the tables. */
  committedSeq: number;
  /** Events received before this time (Unix milliseconds) are among them. */
  receivedUpToMs: number;
}

/** For readings to leave while hours are being closed. */
const closingMaxMs = hourMs;

/**
 * The hours that are to be closed now, oldest first: those that ended at least `graceMs` before the committed position
 * and were never closed, and closed ones that later events have touched. An hour is closed while all its readings are
 * kept, and those of the hour before, which its first rates need (`oldestClosableMs`): what came of readings that have
 * left since would be lost.
 */
export async function hoursToClose(
  history: History,
  position: Position,
  options: { graceMs: number; nowMs: number },
): Promise<HourClose[]> {
  const oldestMs = oldestClosableMs((await keptSince(history, options.nowMs)).rawMs);
  const endMs = Math.floor((position.receivedUpToMs - options.graceMs) / hourMs) * hourMs;
  const closedUpToMs = await lastClosedHour(history);
  const fresh = await hoursWithData(history, Math.max(oldestMs, (closedUpToMs ?? 0) + hourMs), endMs);
  const late = closedUpToMs === undefined ? [] : await lateHours(history, position, oldestMs, closedUpToMs);
  const version = position.committedSeq;
  return [
    ...late.map((hour): HourClose => ({ ...hour, version })),
    ...fresh.map((startMs): HourClose => ({ hourMs: startMs, version })),
  ].sort((one, other) => one.hourMs - other.hourMs);
}

/** Start of the first hour (Unix milliseconds) that may be closed when readings are kept since a time. */
export function oldestClosableMs(readingsSinceMs: number): number {
  return Math.ceil(readingsSinceMs / hourMs) * hourMs + hourMs + closingMaxMs;
}

/**
 * The days of which every hour has passed and that were never closed, or of which an hour was closed again since. A day
 * of which hours may have left is not closed again.
 */
export async function daysToClose(history: History, nowMs: number): Promise<Required<DayClose>[]> {
  const { hourlyMs } = await keptSince(history, nowMs);
  const rows = await read<{ day: number; version: number; since: number }>(history, DAYS, {
    from: Math.ceil(hourlyMs / dayMs) * (dayMs / 1000),
  });
  return rows.map(({ day, version, since }) => ({ dayMs: day * 1000, version, sinceVersion: since }));
}

/**
 * The months that have passed, of which a day was closed after them (or that were never closed), oldest first: at most so
 * many, as one takes a while. Not while a day of it is to be closed, nor once days of it may have left.
 */
export async function monthsToClose(
  history: History,
  { nowMs, monthsMax }: { nowMs: number; monthsMax: number },
): Promise<Required<MonthClose>[]> {
  const { dailyMs } = await keptSince(history, nowMs);
  const waiting = new Set((await daysToClose(history, nowMs)).map(({ dayMs: startMs }) => monthOf(startMs)));
  const rows = await read<{ month: number; version: number; since: number }>(history, MONTHS, {
    from: monthAfter(dailyMs - 1) / 1000,
  });
  return rows
    .map(({ month, version, since }) => ({ monthMs: month * 1000, version, sinceVersion: since }))
    .filter(({ monthMs }) => !waiting.has(monthMs))
    .slice(0, monthsMax);
}

async function lastClosedHour(history: History): Promise<number | undefined> {
  const [row] = await read<{ start: number; closes: number }>(history, LAST_CLOSED, {});
  return row === undefined || row.closes === 0 ? undefined : row.start * 1000;
}

async function hoursWithData(history: History, fromMs: number, toMs: number): Promise<number[]> {
  if (toMs <= fromMs) return [];
  const rows = await read<{ hour: number }>(history, HOURS_WITH_DATA, { from: fromMs / 1000, to: toMs / 1000 });
  return rows.map(({ hour }) => hour * 1000);
}

async function lateHours(
  history: History,
  position: Position,
  oldestMs: number,
  closedUpToMs: number,
): Promise<{ hourMs: number; nodes: NodeKey[] }[]> {
  const rows = await read<{ hour: number; nodes: [string, string][] }>(history, LATE_HOURS, {
    from: oldestMs / 1000,
    last: closedUpToMs / 1000,
    committed: position.committedSeq,
  });
  return rows.map(({ hour, nodes }) => ({
    hourMs: hour * 1000,
    nodes: nodes.map(([workspace, node]) => ({ workspace, node })),
  }));
}

async function read<Row>({ client }: History, query: string, parameters: Record<string, number>): Promise<Row[]> {
  const result = await client.query({ query, query_params: parameters, format: "JSONEachRow" });
  return result.json<Row>();
}

const LAST_CLOSED = `
  SELECT toUInt32(max(start)) AS start, toUInt32(count()) AS closes FROM rollup_closes WHERE level = '1h' AND nodes = 0`;

const HOURS_WITH_DATA = `
  SELECT DISTINCT toUInt32(toStartOfHour(toDateTime(observed_at, 'UTC'))) AS hour FROM host_events
  WHERE observed_at >= toDateTime64({from:UInt32}, 3, 'UTC') AND observed_at < toDateTime64({to:UInt32}, 3, 'UTC')
  ORDER BY hour`;

/** An event that is not committed yet waits: its rows may not be there. */
const LATE_HOURS = `
  SELECT toUInt32(late.hour) AS hour, groupArray((toString(workspace), toString(node))) AS nodes
  FROM late_events AS late FINAL
  LEFT JOIN (SELECT start, max(version) AS version FROM rollup_closes WHERE level = '1h' GROUP BY start) AS closed
      ON closed.start = late.hour
  WHERE late.hour >= toDateTime({from:UInt32}, 'UTC') AND late.hour <= toDateTime({last:UInt32}, 'UTC')
      AND late.event_seq > closed.version AND late.event_seq <= {committed:UInt64}
  GROUP BY late.hour ORDER BY late.hour`;

const DAYS = `
  SELECT toUInt32(hours.day) AS day, hours.version AS version, days.version AS since
  FROM (
      SELECT toStartOfDay(start) AS day, max(version) AS version FROM rollup_closes WHERE level = '1h' GROUP BY day
  ) AS hours
  LEFT JOIN (SELECT start, max(version) AS version FROM rollup_closes WHERE level = '1d' GROUP BY start) AS days
      ON days.start = hours.day
  WHERE hours.version > days.version AND hours.day >= toDateTime({from:UInt32}, 'UTC')
      AND hours.day + INTERVAL 1 DAY <= (SELECT max(start) + INTERVAL 1 HOUR FROM rollup_closes WHERE level = '1h' AND nodes = 0)
  ORDER BY day`;

/**
 * A day that was repaired in a version that the month has already tells by the time of its close that the month has not got
 * it; of which nodes it was is not known then.
 */
const MONTHS = `
  SELECT toUInt32(days.month) AS month, greatest(max(days.version), any(months.version)) AS version,
      if(countIf(days.version <= months.version AND days.closed_at > months.closed_at) > 0, 0, any(months.version)) AS since
  FROM (
      SELECT start, toDateTime(toStartOfMonth(start), 'UTC') AS month, max(version) AS version, max(closed_at) AS closed_at
      FROM rollup_closes WHERE level = '1d' GROUP BY start
  ) AS days
  LEFT JOIN (
      SELECT start, max(version) AS version, max(closed_at) AS closed_at FROM rollup_closes WHERE level = '1mo' GROUP BY start
  ) AS months ON months.start = days.month
  WHERE days.month >= toDateTime({from:UInt32}, 'UTC')
      AND days.month + INTERVAL 1 MONTH
          <= (SELECT max(start) + INTERVAL 1 HOUR FROM rollup_closes WHERE level = '1h' AND nodes = 0)
  GROUP BY days.month
  HAVING countIf(days.version > months.version OR days.closed_at > months.closed_at) > 0
  ORDER BY month`;
