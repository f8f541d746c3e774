import type { Row, RowContext, RowResult } from "../row.js";
import { historyState, mergeAll, requireStored, untilStored } from "./history-of-product.js";
import { Pipeline } from "./pipeline.js";
import { publishReadings } from "./publish-readings.js";
import type { Readings } from "./readings.js";
import { bulkShape, writeRemotely } from "./remote-writer.js";
import { ReadingFleet } from "./snapshot.js";
import { Victoria } from "./victoria.js";

const hourMs = 3_600_000;
const intervalMs = 10_000;
const seed = 14;

interface Size {
  rounds: number;
  nodes: number;
  hours: number;
}

const sizes: Record<"full" | "quick", Size> = {
  full: { rounds: 5, nodes: 20, hours: 6 },
  quick: { rounds: 2, nodes: 6, hours: 1 },
};

interface Weighed {
  samples: number;
  ours: number;
  peer: { samples: number; index: number };
}

/** Whole readings of simulated hosts, whose entropy `HostLoad` states; both sides merged as far as they can be. */
export const disk: Row = {
  name: "disk",
  summary: "bytes a sample on disk after all merges, the same readings in VictoriaMetrics",
  async run(context) {
    const size = sizes[context.quick ? "quick" : "full"];
    const undo: (() => Promise<void>)[] = [];
    try {
      const victoria = await Victoria.start(context.tell);
      undo.push(() => victoria.discard());
      const pipeline = await Pipeline.start({ HOUSEKEEPING_INTERVAL_SECONDS: "3600" });
      undo.push(() => pipeline.discard());
      return report(await weigh(size, { victoria, pipeline }, context), size, victoria.version);
    } finally {
      for (const act of undo.reverse()) await act();
    }
  },
};

async function weigh(
  { rounds, nodes, hours }: Size,
  { victoria, pipeline }: { victoria: Victoria; pipeline: Pipeline },
  { signal, tell }: RowContext,
): Promise<Weighed[]> {
  const { log, history } = pipeline;
  const fleet = new ReadingFleet({ nodes, seed, intervalMs, shape: (reading) => reading });
  const firstAtMs = Math.floor(Date.now() / hourMs) * hourMs - rounds * hours * hourMs;
  const ticks = (hours * hourMs) / intervalMs;
  const [kept, weighed]: [Readings[], Weighed[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const stretch = { firstAtMs: firstAtMs + round * hours * hourMs, ticks, perMessage: 10 };
    const readings = await publishReadings(log, fleet, stretch, signal);
    kept.push(readings);
    const samples = kept.reduce((sum, one) => sum + one.samples, 0);
    await untilStored(history, kept, signal);
    await requireStored(history, kept);
    await mergeAll(history, signal);
    await writeRemotely(victoria.port, readings, bulkShape);
    await victoria.mergeAll(signal);
    const found = await victoria.samples();
    if (found !== samples) throw new Error(`VictoriaMetrics holds ${found} samples, ${samples} were sent`);
    const { readingBytes } = await historyState(history);
    const peer = await victoria.bytes();
    weighed.push({ samples, ours: readingBytes, peer });
    tell(
      `${samples} samples: ours ${readingBytes} bytes, VictoriaMetrics ${peer.samples} and ${peer.index} of its index`,
    );
  }
  return weighed;
}

function report(weighed: readonly Weighed[], { rounds, nodes, hours }: Size, version: string): RowResult {
  const perSample = (bytes: (one: Weighed) => number) => weighed.map((one) => bytes(one) / one.samples);
  const unit = "bytes/sample";
  const ours = perSample((one) => one.ours);
  return {
    comparisons: [
      {
        what: "on disk, the peer without its index",
        unit,
        ours,
        baseline: { name: "VictoriaMetrics' samples", rounds: perSample(({ peer }) => peer.samples) },
        target: { atMost: 0.8 },
      },
      {
        what: "on disk, the peer with its index",
        unit,
        ours,
        baseline: { name: "VictoriaMetrics", rounds: perSample(({ peer }) => peer.samples + peer.index) },
        target: { atMost: 0.8 },
      },
    ],
    notes: [
      `each round adds ${hours} h of ${nodes} nodes, read every 10 s (whole readings of HostLoad's hosts, which says where they are random), to what is there, and both sides merge all of it into one part a day (ours) or a month (${version}); ${weighed.at(-1)?.samples} samples after ${rounds} rounds, counted on both sides`,
      "ours: every table but the rollups, with names, marks, keys, and which event each reading came with",
    ],
  };
}
