import type { History } from "../connect.js";
import { hourMs } from "../rollups/close-hour.js";
import type { RollupLevel } from "../rollups/record-close.js";

/**
 * Which records of closes are told: those of days and months in a half-open range (Unix milliseconds), and of its hours but for those
 * of a part that is read from days.
 */
export interface ClosesRange {
  fromMs: number;
  toMs: number;
  hoursLeftOut: { fromMs: number; toMs: number };
}

/** A version that an hour, a day or a month was closed in; one that was closed in it again is there again. */
export interface CloseRecord {
  level: RollupLevel;
  startMs: number;
  /** The position of the log. */
  version: number;
  closedAtMs: number;
}

/** Ends of the last closed hour and the last closed day (Unix milliseconds); what is later is read in finer detail. */
export interface ClosedUntil {
  hoursMs: number;
  daysMs: number;
  /** Every record of the range, always in the same order; absent where none was asked for, or where they are too many to be told. */
  recorded?: { range: ClosesRange; closes: readonly CloseRecord[] };
}

/** Six years of days and their months are 2 264 when each was closed once. */
const recordsMax = 2_500;

const SQL = `
  SELECT
      toUInt32(maxIf(start, level = '1h' AND nodes = 0)),
      toUInt32(maxIf(start, level = '1d')),
      arraySort(groupArrayIf(${recordsMax + 1})(
          (level, toUInt32(start), version, toUnixTimestamp64Milli(closed_at)),
          start >= toDateTime({from:UInt32}, 'UTC') AND start < toDateTime({to:UInt32}, 'UTC')
              AND (level != '1h' OR start < toDateTime({leftOutFrom:UInt32}, 'UTC') OR start >= toDateTime({leftOutTo:UInt32}, 'UTC'))
      ))
  FROM rollup_closes WHERE closed_at <= fromUnixTimestamp64Milli({asOfMs:Int64}, 'UTC')`;

type Row = [hour: number, day: number, records: [CloseRecord["level"], number, number, number][]];

/** How far the rollups reach, with the records of closes of a range; or how far they reached at a time (Unix milliseconds). */
export async function closedUntil({ client }: History, asked: ClosesRange | { asOfMs: number }): Promise<ClosedUntil> {
  const range = "asOfMs" in asked ? undefined : asked;
  const seconds = (ms = 0) => Math.min(Math.max(0, ms / 1000), 2 ** 32 - 1);
  const query_params = {
    asOfMs: "asOfMs" in asked ? asked.asOfMs : endOfTimeMs,
    from: seconds(range?.fromMs),
    to: seconds(range?.toMs),
    leftOutFrom: seconds(range?.hoursLeftOut.fromMs),
    leftOutTo: seconds(range?.hoursLeftOut.toMs),
  };
  const result = await client.query({ query: SQL, query_params, format: "JSONCompactEachRow" });
  const [[hour, day, records] = [0, 0, []]] = await result.json<Row>();
  const closes = records.map(([level, start, version, closedAtMs]) => ({
    level,
    startMs: start * 1000,
    version,
    closedAtMs,
  }));
  return {
    hoursMs: hour === 0 ? 0 : hour * 1000 + hourMs,
    daysMs: day === 0 ? 0 : day * 1000 + 24 * hourMs,
    ...(range === undefined || closes.length > recordsMax ? {} : { recorded: { range, closes } }),
  };
}

/** The year 2299, as far as the server's times reach. */
const endOfTimeMs = Date.UTC(2299, 0, 1);
