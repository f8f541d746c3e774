import { loadavg } from "node:os";
import type { Comparison, Row, RowContext, RowResult } from "../row.js";
import { median } from "../statistics.js";
import { type HistoryState, historyState, requireStored } from "./history-of-product.js";
import { measureOurs, measureVictoria, type OurRound, type Side } from "./measure-sides.js";
import { Pipeline } from "./pipeline.js";
import { measurePlain } from "./plain/measure-plain.js";
import { type ProcessorTime, timeText, total } from "./processor-time.js";
import type { Readings } from "./readings.js";
import { liveShape } from "./remote-writer.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";
import { Victoria } from "./victoria.js";

const hourMs = 3_600_000;
const intervalMs = 10_000;
const seed = 11;

interface Size {
  rounds: number;
  nodes: number;
  ticks: number;
  /** What of each round the plain ingester is given: it would take minutes for all. */
  plainMessages: number;
}

const sizes: Record<"full" | "quick", Size> = {
  full: { rounds: 5, nodes: 600, ticks: 360, plainMessages: 20_000 },
  quick: { rounds: 2, nodes: 200, ticks: 120, plainMessages: 4_000 },
};

interface Measured {
  ours: OurRound[];
  peer: Side[];
  /** Samples a CPU second of the plain ingester. */
  plain: number[];
  state: HistoryState;
  victoria: { version: string; mebibytes: number };
}

/**
 * One snapshot a message, into tables that grow from round to round, as VictoriaMetrics' files do: an hour of readings a
 * round. One run answers four questions: sustained with everything closed and merged, the burst before that, both
 * against VictoriaMetrics, and how far a plain ingester is from either.
 */
export const ingestLive: Row = {
  name: "ingest-live",
  summary: "JetStream → typed tables, one 59-number snapshot a message, against VictoriaMetrics and a plain ingester",
  async run(context) {
    const size = sizes[context.quick ? "quick" : "full"];
    return report(await measure(size, context), size);
  },
};

async function measure(size: Size, { signal, tell }: RowContext): Promise<Measured> {
  const undo: (() => Promise<void>)[] = [];
  try {
    const victoria = await Victoria.start(tell);
    undo.push(() => victoria.discard());
    // Hours of the past would be closed while they are still being filled: the bench closes them when they are whole.
    const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
    undo.push(() => pipeline.discard());
    return await measureRounds(size, { victoria, pipeline, signal, tell });
  } finally {
    for (const act of undo.reverse()) await act();
  }
}

async function measureRounds(
  { rounds, nodes, ticks, plainMessages }: Size,
  {
    victoria,
    pipeline,
    signal,
    tell,
  }: Pick<RowContext, "signal" | "tell"> & { victoria: Victoria; pipeline: Pipeline },
): Promise<Measured> {
  const fleet = new ReadingFleet({ nodes, seed, intervalMs, shape: toSnapshot });
  const firstHourMs = Math.floor(Date.now() / hourMs) * hourMs - rounds * hourMs;
  const [ours, peer, plain, readings]: [OurRound[], Side[], number[], Readings[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const before = readings.map(({ events, samples }) => ({ events, samples }));
    const earlier = { events: sum(before, "events"), samples: sum(before, "samples") };
    const stretch = { firstAtMs: firstHourMs + round * hourMs, ticks, perMessage: 1 };
    const one = await measureOurs(pipeline, { fleet, stretch, earlier: earlier.events }, signal);
    await requireStored(pipeline.history, [...readings, one.readings]);
    tell(`round ${round + 1}: ours ${sideText(one)}`);
    const sent = { readings: one.readings, shape: liveShape, earlier: earlier.samples };
    const other = await measureVictoria(victoria, sent, signal);
    tell(`round ${round + 1}: VictoriaMetrics ${sideText(other)}`);
    const samples = plainMessages * one.readings.series.length;
    const { firstSequence } = one;
    const plainly = await measurePlain(pipeline, { firstSequence, messages: plainMessages, samples }, signal);
    tell(`round ${round + 1}: plain ${timeText(plainly)}, load ${loadavg()[0]?.toFixed(1)}`);
    ours.push(one);
    peer.push(other);
    plain.push(samples / total(plainly));
    readings.push(one.readings);
  }
  const mebibytes = Math.round(victoria.residentBytes() / 1024 ** 2);
  const state = await historyState(pipeline.history);
  return { ours, peer, plain, state, victoria: { version: victoria.version, mebibytes } };
}

function report({ ours, peer, plain, state, victoria }: Measured, size: Size): RowResult {
  const rates = (sides: readonly Side[], at: "stored" | "settled") =>
    sides.map((side, round) => (ours[round]?.readings.samples ?? Number.NaN) / total(side[at]));
  const unit = "samples/CPU-s";
  const live = (what: string, at: "stored" | "settled", atLeast: number): Comparison => {
    const baseline = { name: "VictoriaMetrics live", rounds: rates(peer, at) };
    return { what, unit, ours: rates(ours, at), baseline, target: { atLeast } };
  };
  const last = ours.at(-1);
  const { nodes, ticks, rounds, plainMessages } = size;
  const samples = last?.readings.samples ?? 0;
  return {
    comparisons: [
      live("sustained, one snapshot a message, hours closed, merges over", "settled", 1.5),
      live("burst: the same until stored, without closes", "stored", 2.5),
      {
        what: "sustained, against decoding and rows of JSON",
        unit,
        ours: rates(ours, "settled"),
        baseline: { name: "plain ingester", rounds: plain },
        target: { atLeast: 20 },
      },
    ],
    notes: [
      `${rounds} rounds, each an hour of ${nodes} nodes (${ticks} readings of ${last?.readings.series.length} numbers) = ${samples} samples on both sides, counted in every typed table and in VictoriaMetrics (${victoria.version}); tables and files grow from round to round`,
      `ours: ingester, ClickHouse and nats-server with a full stream; publishing is not counted. The peer: one request (Snappy) a snapshot, ${8} connections; sending is not counted`,
      `by the clock, median of a round: ours stored ${seconds(ours, "storedSeconds")} s, closed and merged ${seconds(ours, "settledSeconds")} s; VictoriaMetrics ${seconds(peer, "storedSeconds")} s, settled ${seconds(peer, "settledSeconds")} s`,
      `a round of ours: ${last === undefined ? "" : timeText(last.settled)}; of it after everything was stored: ${last === undefined ? "" : (total(last.settled) - total(last.stored)).toFixed(2)} CPU-s (${ours.reduce((count, { closedHours }) => count + closedHours, 0)} hours closed in all)`,
      `the plain ingester got the first ${plainMessages} messages of each round: decode, one JSON row a number, one narrow MergeTree table, merges over`,
      `state at the end: ${stateText(state)}; resident MiB by round: ${ours.map(({ memory }) => `${memory.ingester}/${memory.clickhouse}/${memory["nats-server"]}`).join(", ")} (ingester/ClickHouse/nats-server), VictoriaMetrics ${victoria.mebibytes}`,
    ],
  };
}

function sideText({ stored, settled, storedSeconds }: Side): string {
  const cpu = (time: ProcessorTime) => `${total(time).toFixed(1)} CPU-s (${timeText(time)})`;
  return `stored after ${storedSeconds.toFixed(0)} s, ${cpu(stored)}; settled ${cpu(settled)}`;
}

function stateText({ activeParts, partsOfOneTable, delayedInserts, rejectedInserts }: HistoryState): string {
  return `${activeParts} parts, ${partsOfOneTable} of one table at most; ${delayedInserts} inserts delayed, ${rejectedInserts} refused`;
}

function seconds(sides: readonly Side[], which: "storedSeconds" | "settledSeconds"): string {
  return median(sides.map((side) => side[which])).toFixed(0);
}

function sum<Key extends string>(items: readonly Record<Key, number>[], key: Key): number {
  return items.reduce((total, item) => total + item[key], 0);
}
