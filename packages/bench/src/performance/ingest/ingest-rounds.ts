import { loadavg } from "node:os";
import type { RowContext } from "../row.js";
import { median } from "../statistics.js";
import { type HistoryState, historyState, requireStored } from "./history-of-product.js";
import { measureOurs, measureVictoria, type OurRound, type Side } from "./measure-sides.js";
import { Pipeline } from "./pipeline.js";
import { measurePlain } from "./plain/measure-plain.js";
import { type ProcessorTime, timeText, total } from "./processor-time.js";
import type { Readings } from "./readings.js";
import { bulkShape, connections, liveShape } from "./remote-writer.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";
import { Victoria } from "./victoria.js";

const hourMs = 3_600_000;
const intervalMs = 10_000;
const seed = 11;

export interface IngestRun {
  /** Each an hour of readings, into tables and files that grow from round to round. */
  rounds: number;
  nodes: number;
  /** Readings of each node in a round. */
  ticks: number;
  /** Snapshots in one message. */
  perMessage: number;
  /** Also VictoriaMetrics in the shape that suits it best. */
  withBulk: boolean;
  /** What of each round the plain ingester is given, too: it would take minutes for all of it. 0: nothing. */
  plainMessages: number;
}

export interface IngestMeasured {
  ours: OurRound[];
  live: Side[];
  bulk: Side[];
  /** Samples a CPU second of the plain ingester. */
  plain: number[];
  state: HistoryState;
  victoria: { version: string; mebibytes: number };
}

/** What a run needs while it goes on. */
interface Running {
  pipeline: Pipeline;
  live: Victoria;
  bulk: Victoria | undefined;
  signal: AbortSignal;
  tell(line: string): void;
}

/** Runs the rounds, every side in turn in each of them. @throws when a side has not stored what the others have */
export async function runIngest(run: IngestRun, { signal, tell }: RowContext): Promise<IngestMeasured> {
  const undo: (() => Promise<void>)[] = [];
  try {
    const startVictoria = async () => {
      const victoria = await Victoria.start(tell);
      undo.push(() => victoria.discard());
      return victoria;
    };
    const live = await startVictoria();
    const bulk = run.withBulk ? await startVictoria() : undefined;
    // Hours of the past would be closed while they are still being filled: the bench closes them when they are whole.
    const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
    undo.push(() => pipeline.discard());
    return await measureRounds(run, { pipeline, live, bulk, signal, tell });
  } finally {
    for (const act of undo.reverse()) await act();
  }
}

async function measureRounds(run: IngestRun, running: Running): Promise<IngestMeasured> {
  const { pipeline, live, signal, tell } = running;
  const fleet = new ReadingFleet({ nodes: run.nodes, seed, intervalMs, shape: toSnapshot });
  const firstHourMs = Math.floor(Date.now() / hourMs) * hourMs - run.rounds * hourMs;
  const sides: Pick<IngestMeasured, "ours" | "live" | "bulk" | "plain"> = { ours: [], live: [], bulk: [], plain: [] };
  for (let round = 0; round < run.rounds; round += 1) {
    const earlier = sides.ours.map(({ readings }) => readings);
    const stretch = { firstAtMs: firstHourMs + round * hourMs, ticks: run.ticks, perMessage: run.perMessage };
    const ours = await measureOurs(pipeline, { fleet, stretch, earlier }, signal);
    await requireStored(pipeline.history, [...earlier, ours.readings]);
    tell(`round ${round + 1}: ours ${sideText(ours)}`);
    await measureOthers(run, running, { ours, earlier, sides });
    sides.ours.push(ours);
    tell(`round ${round + 1} is over, load ${loadavg()[0]?.toFixed(1)}`);
  }
  const mebibytes = Math.round(live.residentBytes() / 1024 ** 2);
  return {
    ...sides,
    state: await historyState(pipeline.history),
    victoria: { version: live.version, mebibytes },
  };
}

async function measureOthers(
  { plainMessages, perMessage }: IngestRun,
  { pipeline, live, bulk, signal, tell }: Running,
  round: { ours: OurRound; earlier: readonly Readings[]; sides: Pick<IngestMeasured, "live" | "bulk" | "plain"> },
): Promise<void> {
  const { readings, firstSequence } = round.ours;
  const earlier = round.earlier.reduce((sum, { samples }) => sum + samples, 0);
  const one = await measureVictoria(live, { readings, shape: liveShape, earlier }, signal);
  round.sides.live.push(one);
  tell(`VictoriaMetrics, live ${sideText(one)}`);
  if (bulk !== undefined) {
    const other = await measureVictoria(bulk, { readings, shape: bulkShape, earlier }, signal);
    round.sides.bulk.push(other);
    tell(`VictoriaMetrics, large requests ${sideText(other)}`);
  }
  if (plainMessages === 0) return;
  const samples = plainMessages * perMessage * readings.series.length;
  const plainly = await measurePlain(pipeline, { firstSequence, messages: plainMessages, samples }, signal);
  round.sides.plain.push(samples / total(plainly));
  tell(`plain ${timeText(plainly)}`);
}

/** Samples a CPU second of each round of a side. */
export function ratesOf(sides: readonly Side[], at: "stored" | "settled"): number[] {
  return sides.map((side) => side.samples / total(side[at]));
}

/** What was measured, and what else was seen: one line each. */
export function ingestNotes({ ours, live, bulk, state, victoria }: IngestMeasured, run: IngestRun): string[] {
  const last = ours.at(-1);
  if (last === undefined) return [];
  const clock = (sides: readonly Side[]) =>
    `${median(sides.map(({ storedSeconds }) => storedSeconds)).toFixed(0)} s and ${median(sides.map(({ settledSeconds }) => settledSeconds)).toFixed(0)} s`;
  const after = median(ours.map(({ stored, settled }) => total(settled) - total(stored)));
  const memory = ours.map((one) => ["ingester", "clickhouse", "nats-server"].map((name) => one.memory[name]).join("/"));
  return [
    `${run.rounds} rounds, each of ${run.nodes} nodes × ${run.ticks} readings × ${last.readings.series.length} numbers = ${last.readings.samples} samples, counted in every typed table and in VictoriaMetrics (${victoria.version}, its defaults); tables and files grow from round to round`,
    `ours: ingester, ClickHouse, nats-server with the messages in its stream (publishing is not counted; for the ${(100 * last.taken).toFixed(0)} % of the messages that the ingester had taken meanwhile its and the log's time is extrapolated from the others); the peer: remote-write with Snappy over ${connections} connections (sending is not counted)`,
    `by the clock, stored and settled, median: ours ${clock(ours)}; VictoriaMetrics live ${clock(live)}${bulk.length === 0 ? "" : `, large requests ${clock(bulk)}`}`,
    `last round of ours: ${timeText(last.settled)}; closes and merges after everything was stored: ${after.toFixed(2)} CPU-s (median); ${ours.map(({ closedHours }) => closedHours).join(", ")} hours closed, none left open`,
    `at the end ${stateText(state)}; resident MiB by round (ingester/ClickHouse/nats-server): ${memory.join(", ")}; VictoriaMetrics ${victoria.mebibytes}`,
  ];
}

function sideText({ stored, settled, storedSeconds }: Side): string {
  const cpu = (time: ProcessorTime) => `${total(time).toFixed(2)} CPU-s (${timeText(time)})`;
  return `stored after ${storedSeconds.toFixed(0)} s, ${cpu(stored)}; settled ${cpu(settled)}`;
}

function stateText({ activeParts, partsOfOneTable, delayedInserts, rejectedInserts }: HistoryState): string {
  return `${activeParts} parts, ${partsOfOneTable} of one table at most; ${delayedInserts} inserts delayed, ${rejectedInserts} refused`;
}
