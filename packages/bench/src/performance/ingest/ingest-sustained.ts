import type { Comparison, Row, RowContext } from "../row.js";
import { median } from "../statistics.js";
import { Feed } from "./feed.js";
import { type HistoryState, historyState } from "./history-of-product.js";
import { Pipeline } from "./pipeline.js";
import { between, type ProcessorTime, timeText, total } from "./processor-time.js";
import { connections } from "./remote-writer.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";
import { fromLog, joinHalves, type Length, type OursSustained, type Sustained, windowRates } from "./sustain.js";
import { sustainOurs } from "./sustain-ours.js";
import { VictoriaFeed } from "./sustain-victoria.js";
import { Victoria } from "./victoria.js";

const hourMs = 3_600_000;
const intervalMs = 10_000;
const seed = 13;
/** Readings begin so long ago: more than can be stored meanwhile. */
const hoursBack = 96;

const lengths = {
  full: { nodes: 1_000, windows: 5, windowSeconds: 60 },
  quick: { nodes: 200, windows: 2, windowSeconds: 10 },
};

/**
 * Five minutes without a pause: published while it is being stored, as fast as it is stored, each hour closed as soon as it is
 * whole, and in the end everything merged. The row `ingest-live` takes both sides in turn; here the peer has half of its five
 * minutes before ours and half of them after it, because a machine is not as fast after ten minutes as it was before them.
 */
export const ingestSustained: Row = {
  name: "ingest-sustained",
  summary:
    "the same for five minutes on end, published meanwhile; hours closed, everything merged; the peer before and after it",
  async run(context) {
    const { nodes, ...length } = lengths[context.quick ? "quick" : "full"];
    const fleet = () => new ReadingFleet({ nodes, seed, intervalMs, shape: toSnapshot });
    const firstAtMs = Math.floor(Date.now() / hourMs) * hourMs - hoursBack * hourMs;
    const victoria = await Victoria.start(context.tell);
    try {
      const feed = new VictoriaFeed(victoria, fleet(), firstAtMs);
      const half = { ...length, windowSeconds: length.windowSeconds / 2 };
      const before = await feed.run(half, context);
      const settled = victoria.time();
      const { ours, state } = await runOurs(fleet(), firstAtMs, length, context);
      const idle = between(settled, victoria.time());
      const after = await feed.run(half, context);
      await feed.requireStored();
      const peer = joinHalves(before, after);
      const notes = sustainedNotes({ ours, state, peer, halves: [before, after], idle, version: victoria.version });
      return { comparisons: comparisonsOf(ours, peer), notes };
    } finally {
      await victoria.discard();
    }
  },
};

async function runOurs(
  fleet: ReadingFleet,
  firstAtMs: number,
  length: Length,
  context: RowContext,
): Promise<{ ours: OursSustained; state: HistoryState }> {
  // Hours of the past would be closed while they are still being filled: the bench closes them when they are whole.
  const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
  try {
    const feed = new Feed(pipeline, fleet, firstAtMs);
    return { ours: await sustainOurs(pipeline, feed, length, context), state: await historyState(pipeline.history) };
  } finally {
    await pipeline.discard();
  }
}

function comparisonsOf(ours: OursSustained, peer: Sustained): Comparison[] {
  const unit = "samples/CPU-s";
  const baseline = { name: "VictoriaMetrics live", rounds: windowRates(peer) };
  return [
    {
      what: "for 5 minutes, from the log to tables: hours closed, merges over",
      ...{ unit, ours: windowRates(fromLog(ours)), baseline, target: { atLeast: 1.5 } },
    },
    {
      what: "the same from the publisher to tables: with what the log takes to receive it",
      ...{ unit, ours: windowRates(ours), baseline, target: { stated: true } },
    },
  ];
}

function sustainedNotes({
  ours,
  state,
  peer,
  halves,
  idle,
  version,
}: {
  ours: OursSustained;
  state: HistoryState;
  peer: Sustained;
  halves: readonly [Sustained, Sustained];
  /** What the peer took while ours had its time, and it was sent nothing. */
  idle: ProcessorTime;
  version: string;
}): string[] {
  const seconds = ({ windows }: Sustained) => windows.reduce((sum, one) => sum + one.seconds, 0).toFixed(0);
  const cpu = ({ windows }: Sustained) => windows.map(({ time }) => total(time).toFixed(0)).join(", ");
  const rest = (side: Sustained) => total(side.rest.time).toFixed(1);
  const samples = ({ windows, rest }: Sustained) => windows.reduce((sum, one) => sum + one.samples, rest.samples);
  const rate = (side: Sustained) => Math.round(median(windowRates(side)));
  const [before, after] = halves;
  const { activeParts, partsOfOneTable, delayedInserts, rejectedInserts } = state;
  return [
    `ours: ${samples(ours)} samples in ${seconds(ours)} s on end, counted in every typed table; the peer (${version}, its defaults): ${samples(peer)} in ${seconds(peer)} s, counted, too: half of its time before ours, half after it, into the same files. The rounds are stretches of that time, of the peer one of either half together; what is left to be closed and merged afterwards is shared out over them`,
    `ours: ingester, ClickHouse and nats-server; what this takes for receiving a message, ${(ours.receivingSeconds * 1e6).toFixed(0)} µs, was measured before, while the ingester held back, and is in the second comparison; publishing itself is in none, and waits when 50 000 messages are not stored yet; the peer: remote-write with Snappy ` +
      `over ${connections} connections, the same readings, one snapshot a request (sending is not counted)`,
    `CPU-s by stretch: ours ${cpu(ours)}, and ${rest(ours)} afterwards; the peer ${cpu(before)}, and ${rest(before)}, before ours and ${cpu(after)}, and ${rest(after)}, after it, ${rate(before)} and ${rate(after)} samples a CPU-s; ours in the last one: ${timeText(ours.windows.at(-1)?.time ?? {})}`,
    `not counted: ${total(idle).toFixed(1)} CPU-s that the peer took between its halves, with everything merged and nothing sent`,
    `${ours.closedHours} hours closed, none left open; whole hours that waited for their close at the end of each stretch: ${ours.hoursBehind.join(", ")}`,
    `parts at the end of each stretch ${ours.parts.join(", ")}, and after all merges ${activeParts}, ${partsOfOneTable} of one table at most; ${delayedInserts} inserts delayed, ${rejectedInserts} refused; resident MiB (ingester/ClickHouse/nats-server): ${ours.memory.join(", ")}`,
  ];
}
