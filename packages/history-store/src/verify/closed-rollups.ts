import type { History } from "../connect.js";
import { dayMs } from "../rollups/close-day.js";
import type { NodeKey } from "../rollups/close-hour.js";
import { retentionDifferences } from "../schema/retention.js";
import { keptSince } from "../schema/retention-changes.js";

/** An hour, a day or a month that was closed. */
export interface ClosedRollup {
  startMs: number;
  /** Of its latest close; 0 when none is recorded though its data is older than the last close. */
  version: number;
}

/** What can be compared in a range, and what cannot. */
export interface Comparable {
  /** Closed hours whose raw data is kept, oldest first. */
  hours: ClosedRollup[];
  days: ClosedRollup[];
  months: ClosedRollup[];
  /** Closed hours whose raw data has left or may be leaving: nothing can be said of them. */
  hoursWithoutRaw: number;
}

/** Looked at in one call, the newest: more hours than five years have. */
const closesMax = 50_000;

/**
 * The closed hours, days and months of a range that can be compared with what they were made of. Raw data leaves with its
 * retention (that which is in effect on the server, should it be shorter than the one set): an hour that begins earlier
 * than a day before that, or of whose day the table of events has no row any more, is not comparable. Nor is a day of
 * which hours are to be closed again, or are older than hours are kept; and so with a month and its days.
 * @param range Unix milliseconds, half-open; hours, days and months that begin in it
 * @param range.withUnrecorded also hours with events that are older than the last close, and of which no close is
 *   recorded: to be looked for costs a look at every event of the range
 */
export async function comparableRollups(
  history: History,
  range: { fromMs: number; toMs: number; withUnrecorded?: boolean },
  nowMs: number,
): Promise<Comparable> {
  const parameters = { from: Math.floor(range.fromMs / 1000), to: Math.ceil(range.toMs / 1000) };
  const closed = (await read<Row>(history, hoursQuery(range.withUnrecorded === true), parameters)).map(toRollup);
  const kept = await keptDays(history);
  // What a shorter retention has deleted does not come back with a longer one.
  const since = await keptSince(history, nowMs);
  const rawSinceMs = Math.max(nowMs - kept.raw * dayMs, since.rawMs) + dayMs;
  const partitions = new Set((await read<{ day: number }>(history, PARTITIONS, {})).map(({ day }) => day * 1000));
  const hours = closed.filter(
    ({ startMs }) => startMs >= rawSinceMs && partitions.has(Math.floor(startMs / dayMs) * dayMs),
  );
  const hoursSinceMs = Math.max(nowMs - kept.hourly * dayMs, since.hourlyMs) + dayMs;
  const days = (await read<Row>(history, DAYS, parameters)).map(toRollup);
  const daysSinceMs = Math.max(nowMs - kept.daily * dayMs, since.dailyMs) + dayMs;
  const months = (await read<Row>(history, MONTHS, parameters)).map(toRollup);
  return {
    hours,
    days: days.filter(({ startMs }) => startMs >= hoursSinceMs),
    months: months.filter(({ startMs }) => startMs >= daysSinceMs),
    hoursWithoutRaw: closed.length - hours.length,
  };
}

/**
 * Nodes that later events of a closed hour wait for: it will be closed again for them, so that a difference says nothing.
 * @param version of the hour's latest close before it was compared
 */
export async function nodesToCloseAgain(history: History, { startMs, version }: ClosedRollup): Promise<NodeKey[]> {
  return read<NodeKey>(history, LATE_NODES, { hour: startMs / 1000, version });
}

interface Row {
  start: number;
  version: number;
}

function toRollup({ start, version }: Row): ClosedRollup {
  return { startMs: start * 1000, version };
}

/** For how long the server keeps rows, where that is shorter than what is set. */
async function keptDays(history: History): Promise<{ raw: number; hourly: number; daily: number }> {
  const { rawDays, hourlyDays, dailyDays } = history.options.retention;
  const effective = new Map(
    (await retentionDifferences(history)).map(({ table, effectiveDays }) => [table, effectiveDays]),
  );
  return {
    raw: Math.min(rawDays, effective.get("host_events") ?? rawDays),
    hourly: Math.min(hourlyDays, effective.get("metric_1h") ?? hourlyDays),
    daily: Math.min(dailyDays, effective.get("metric_1d") ?? dailyDays),
  };
}

async function read<Row>({ client }: History, query: string, query_params: Record<string, unknown>): Promise<Row[]> {
  const result = await client.query({ query, query_params, format: "JSONEachRow" });
  return result.json<Row>();
}

function hoursQuery(withUnrecorded: boolean): string {
  const unrecorded = `
      UNION ALL
      SELECT DISTINCT toStartOfHour(toDateTime(observed_at, 'UTC')) AS hour, toUInt64(0) AS closed FROM host_events
      WHERE observed_at >= toDateTime64({from:UInt32}, 3, 'UTC') AND observed_at < toDateTime64({to:UInt32}, 3, 'UTC')
        AND observed_at < (
            SELECT toDateTime64(max(start) + INTERVAL 1 HOUR, 3, 'UTC') FROM rollup_closes WHERE level = '1h' AND nodes = 0)`;
  return `
  SELECT start, version FROM (
      SELECT toUnixTimestamp(hour) AS start, max(closed) AS version
      FROM (
          SELECT start AS hour, version AS closed FROM rollup_closes
          WHERE level = '1h' AND start >= toDateTime({from:UInt32}, 'UTC') AND start < toDateTime({to:UInt32}, 'UTC')
          ${withUnrecorded ? unrecorded : ""}
      )
      WHERE hour >= toDateTime({from:UInt32}, 'UTC')
      GROUP BY hour ORDER BY hour DESC LIMIT ${closesMax}
  )
  ORDER BY start`;
}

/** A day whose hours were closed after it waits for its turn. */
const DAYS = `
  SELECT toUnixTimestamp(days.start) AS start, days.version AS version
  FROM (
      SELECT start, max(version) AS version FROM rollup_closes
      WHERE level = '1d' AND start >= toDateTime({from:UInt32}, 'UTC') AND start < toDateTime({to:UInt32}, 'UTC')
      GROUP BY start
  ) AS days
  LEFT JOIN (
      SELECT toStartOfDay(start) AS day, max(version) AS version FROM rollup_closes WHERE level = '1h' GROUP BY day
  ) AS hours ON hours.day = days.start
  WHERE days.version >= hours.version
  ORDER BY start`;

/** A month of which a day was closed after it waits for its turn. */
const MONTHS = `
  SELECT toUnixTimestamp(months.start) AS start, months.version AS version
  FROM (
      SELECT start, max(version) AS version, max(closed_at) AS closed_at FROM rollup_closes
      WHERE level = '1mo' AND start >= toDateTime({from:UInt32}, 'UTC') AND start < toDateTime({to:UInt32}, 'UTC')
      GROUP BY start
  ) AS months
  LEFT JOIN (
      SELECT toDateTime(toStartOfMonth(start), 'UTC') AS month, max(version) AS version, max(closed_at) AS closed_at
      FROM rollup_closes WHERE level = '1d' GROUP BY month
  ) AS days ON days.month = months.start
  WHERE months.version >= days.version AND months.closed_at >= days.closed_at
  ORDER BY start`;

const PARTITIONS = `
  SELECT DISTINCT toUnixTimestamp(toDateTime(toDateOrZero(partition), 'UTC')) AS day FROM system.parts
  WHERE database = currentDatabase() AND table = 'host_events' AND active AND rows > 0`;

const LATE_NODES = `
  SELECT toString(workspace) AS workspace, toString(node) AS node FROM late_events
  WHERE hour = toDateTime({hour:UInt32}, 'UTC') AND event_seq > {version:UInt64}
  GROUP BY workspace, node`;
