import { closeHour, type History, hasRollup } from "@statwire/history-store";
import type { Row, RowContext } from "../row.js";
import { requireStored, untilMerged, untilStored } from "./history-of-product.js";
import { Pipeline } from "./pipeline.js";
import { between, total } from "./processor-time.js";
import { publishReadings } from "./publish-readings.js";
import type { Readings } from "./readings.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const intervalMs = 10_000;
const seed = 13;
const retainedDays = 14;

interface Size {
  rounds: number;
  nodes: number;
  hoursOfDay: number;
}

const sizes: Record<"full" | "quick", Size> = {
  full: { rounds: 5, nodes: 1_000, hoursOfDay: 24 },
  quick: { rounds: 2, nodes: 100, hoursOfDay: 4 },
};

/** One hour of readings is simulated; ClickHouse copies it to the other hours, because a day of it would take an hour to publish. */
export const closeHourRow: Row = {
  name: "close-hour",
  summary: "closing one hour of 1 000 nodes with 14 days of readings retained: CPU-seconds of ClickHouse",
  async run(context) {
    const size = sizes[context.quick ? "quick" : "full"];
    const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
    try {
      const readings = await fillDays(pipeline, size, context);
      const ours = await closeHours(pipeline, size, readings, context);
      return {
        comparisons: [{ what: `closing an hour of ${size.nodes} nodes`, unit: "CPU-s", ours, target: { atMost: 6 } }],
        notes: [
          `${readings.events} readings of ${readings.series.length} numbers in the hour = ${readings.samples} samples; each round closes another hour for the first time, one statement a typed table, and waits until the merges of its rollups are over`,
          `retained meanwhile: ${size.hoursOfDay} hours of the same day, and one hour of each of the ${retainedDays - 1} days before it: a close reads the partition of its own day alone. The hours are copies of one simulated hour, in other places of time`,
        ],
      };
    } finally {
      await pipeline.discard();
    }
  },
};

/** Has yesterday's first hour ingested, and copied to the other hours. */
async function fillDays(
  pipeline: Pipeline,
  { nodes, hoursOfDay }: Size,
  { signal, tell }: RowContext,
): Promise<Readings> {
  const { log, history } = pipeline;
  const firstAtMs = Math.floor(Date.now() / dayMs) * dayMs - dayMs;
  const fleet = new ReadingFleet({ nodes, seed, intervalMs, shape: toSnapshot });
  const stretch = { firstAtMs, ticks: hourMs / intervalMs, perMessage: 10 };
  const readings = await publishReadings(log, fleet, stretch, signal);
  await untilStored(history, [readings], signal);
  await requireStored(history, [readings]);
  const hours = Array.from({ length: hoursOfDay - 1 }, (_, hour) => hour + 1);
  const days = Array.from({ length: retainedDays - 1 }, (_, day) => -24 * (day + 1));
  for (const table of [...readings.rows.keys()].filter(hasRollup)) {
    for (const shift of [...hours, ...days]) {
      signal.throwIfAborted();
      await copyHour(history, { table, firstAtMs, shift });
    }
    tell(`${table} is filled`);
  }
  await untilMerged(history, signal);
  return readings;
}

/** Copies the rows of the hour that begins at `firstAtMs` to one that is `shift` hours later. */
async function copyHour(
  { client }: History,
  { table, firstAtMs, shift }: { table: string; firstAtMs: number; shift: number },
): Promise<void> {
  await client.command({
    query: `
      INSERT INTO ${table}
      SELECT * REPLACE (ts + toIntervalHour({shift:Int32}) AS ts)
      FROM (
          SELECT * FROM ${table}
          WHERE ts >= fromUnixTimestamp64Milli({from:Int64}) AND ts < fromUnixTimestamp64Milli({to:Int64})
      )`,
    query_params: { shift, from: firstAtMs, to: firstAtMs + hourMs },
    clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0 },
  });
}

async function closeHours(
  pipeline: Pipeline,
  { rounds, hoursOfDay }: Size,
  readings: Readings,
  { signal, tell }: RowContext,
): Promise<number[]> {
  const { log, history } = pipeline;
  const version = await log.lastSequence();
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Neither the first nor the last hour of the day: each has one before it.
    const hour = 1 + Math.floor((round * (hoursOfDay - 1)) / rounds);
    const startMs = readings.firstAtMs + hour * hourMs;
    const before = pipeline.time();
    await closeHour(history, { hourMs: startMs, version });
    await untilMerged(history, signal);
    const { clickhouse = 0, ...others } = between(before, pipeline.time());
    await requireClosed(history, startMs, readings);
    tell(
      `hour ${hour}: ${clickhouse.toFixed(2)} CPU-s of ClickHouse, ${total(others).toFixed(2)} of the others meanwhile`,
    );
    seconds.push(clickhouse);
  }
  return seconds;
}

/** @throws when a series of a node has no row of the hour */
async function requireClosed({ client }: History, startMs: number, { nodes, series }: Readings): Promise<void> {
  const query = "SELECT toUInt32(count()) AS rows FROM metric_1h FINAL WHERE hour = toDateTime({hour:UInt32}, 'UTC')";
  const result = await client.query({ query, query_params: { hour: startMs / 1000 }, format: "JSONEachRow" });
  const [found] = await result.json<{ rows: number }>();
  if (found?.rows !== nodes * series.length)
    throw new Error(`the closed hour has ${found?.rows} rows, ${nodes * series.length} series were read`);
}
