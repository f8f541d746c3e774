import { parseArgs } from "node:util";
import type { History } from "@statwire/history-store";
import type { Product } from "@statwire/running-product";
import { waitFor } from "@statwire/running-product";
import { cpuSecondsOf } from "../load/cpu-seconds.js";
import { closeAll, mergeAll, requireStored, untilStored } from "../performance/ingest/history-of-product.js";
import { Pipeline } from "../performance/ingest/pipeline.js";
import { between, type ProcessorTime } from "../performance/ingest/processor-time.js";
import { publishReadings } from "../performance/ingest/publish-readings.js";
import { untilQuiet } from "../performance/ingest/settled.js";
import { ReadingFleet, toSnapshot } from "../performance/ingest/snapshot.js";
import { askRedis, openRedisLines } from "../performance/redis-client.js";
import { spawnProjector } from "../replay/spawn-projector.js";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const nodes = 200;
const intervalMs = 10_000;
const ticks = hourMs / intervalMs;
const liveTicks = 60;
/** What a projector without work takes from one look to the next, at most. */
const restingSeconds = 0.03;
const readyWithinMs = 120_000;

/** `npm run bench -- units`: what one node takes in the log, in the history and in Redis. Resolves to the exit code. */
export async function measureUnits(words: readonly string[], signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) {
    console.log(`usage: npm run bench -- units

One hour of ${nodes} nodes, a reading of 59 numbers every 10 s, stored, closed and merged: bytes of a message in the log, of a sample and of the
rollups in ClickHouse, of a node in Redis. docs/scaling.md computes with them. About two minutes.`);
    return 0;
  }
  const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
  try {
    const emptyRedis = await redisBytes(pipeline.product);
    const { samples, spent } = await store(pipeline, signal);
    const { messages, bytes } = await pipeline.log.state();
    const history = await bytesByKind(pipeline.history);
    const projected = await project(pipeline, signal);
    const redis = projected.redisBytes - emptyRedis;
    console.log(
      [
        `log: ${(bytes / messages).toFixed(0)} bytes a message of one reading of ${samples / nodes / ticks} numbers`,
        `ClickHouse, merged: ${(history.readings / samples).toFixed(3)} bytes a sample; rollups of an hour ${(history.hourly / nodes).toFixed(0)} bytes a node`,
        `processor, µs a reading that is one message of a backlog, closes left out: ${perReading(spent)}, cache-projector ${projected.microsecondsPerReading.toFixed(0)}`,
        `Redis: ${(redis / nodes).toFixed(0)} bytes a node, latest state and short history`,
      ].join("\n"),
    );
    return 0;
  } finally {
    await pipeline.discard();
  }
}

function perReading(spent: ProcessorTime): string {
  return Object.entries(spent)
    .map(([name, seconds]) => `${name} ${((seconds * 1e6) / (nodes * ticks)).toFixed(0)}`)
    .join(", ");
}

interface Stored {
  samples: number;
  /** Until they were stored, merges so far included. */
  spent: ProcessorTime;
}

/** A whole hour of the past, so that it can be closed. */
async function store(pipeline: Pipeline, signal: AbortSignal): Promise<Stored> {
  const { log, history } = pipeline;
  const fleet = new ReadingFleet({ nodes, seed: 15, intervalMs, shape: toSnapshot });
  const firstAtMs = Math.floor(Date.now() / dayMs) * dayMs - dayMs / 2;
  console.error("publishing …");
  const before = pipeline.time();
  const readings = await publishReadings(log, fleet, { firstAtMs, ticks, perMessage: 1 }, signal);
  await untilStored(history, [readings], signal);
  const spent = between(before, pipeline.time());
  await requireStored(history, [readings]);
  await closeAll(history, await log.lastSequence());
  await mergeAll(history, signal);
  return { samples: readings.samples, spent };
}

interface BytesByKind {
  readings: number;
  hourly: number;
}

/** On disk, marks and keys included. */
async function bytesByKind({ client }: History): Promise<BytesByKind> {
  const query = `
    SELECT toFloat64(sumIf(bytes_on_disk, NOT startsWith(table, 'metric_'))) AS readings,
        toFloat64(sumIf(bytes_on_disk, table = 'metric_1h')) AS hourly
    FROM system.parts WHERE database = currentDatabase() AND active`;
  const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<BytesByKind>();
  if (row === undefined) throw new Error("ClickHouse does not say how large its tables are");
  return row;
}

interface Projected {
  /** When Redis had everything. */
  redisBytes: number;
  /** Of the projector's processor, for readings that come after that. */
  microsecondsPerReading: number;
}

async function project({ product, log }: Pipeline, signal: AbortSignal): Promise<Projected> {
  const projector = spawnProjector(product);
  try {
    const isWhole = async () => /^whole/.test(await askRedis(product, "GET statwire:v2:ready"));
    await waitFor(isWhole, readyWithinMs, () => "Redis does not have everything");
    const bytes = await redisBytes(product);
    const spent = () => cpuSecondsOf(projector.pid ?? 0);
    const before = spent();
    const fleet = new ReadingFleet({ nodes, seed: 16, intervalMs, shape: toSnapshot });
    const firstAtMs = Date.now() - liveTicks * intervalMs;
    await publishReadings(log, fleet, { firstAtMs, ticks: liveTicks, perMessage: 1 }, signal);
    let last = before;
    const isQuiet = async () => {
      const now = spent();
      const hasRested = now - last < restingSeconds;
      last = now;
      return hasRested;
    };
    await untilQuiet(isQuiet, { withinMs: readyWithinMs, signal, what: "the cache-projector" });
    return { redisBytes: bytes, microsecondsPerReading: ((spent() - before) * 1e6) / (nodes * liveTicks) };
  } finally {
    projector.kill("SIGTERM");
  }
}

async function redisBytes(product: Product): Promise<number> {
  let bytes: number | undefined;
  const client = await openRedisLines(product, (line) => {
    const found = /^used_memory:(\d+)$/.exec(line)?.[1];
    if (found !== undefined) bytes = Number(found);
  });
  try {
    client.send("INFO memory");
    await waitFor(
      () => Promise.resolve(bytes !== undefined),
      readyWithinMs,
      () => "Redis does not say how large it is",
    );
    return bytes ?? 0;
  } finally {
    client.close();
  }
}
