import type { Comparison, Row } from "../row.js";
import { type IngestRun, ingestNotes, ratesOf, runIngest } from "./ingest-rounds.js";

const shape = { perMessage: 1, withBulk: false };

const runs: Record<"full" | "quick", IngestRun> = {
  full: { ...shape, rounds: 5, nodes: 300, ticks: 360, plainMessages: 10_000 },
  quick: { ...shape, rounds: 2, nodes: 150, ticks: 180, plainMessages: 4_000 },
};

/**
 * One snapshot a message. One run answers three questions: sustained, with everything closed and merged; the burst, which
 * is the part of it before that; and how far a plain ingester is from it.
 */
export const ingestLive: Row = {
  name: "ingest-live",
  summary: "JetStream → typed tables, one 59-number snapshot a message: sustained, burst, against a plain ingester",
  async run(context) {
    const run = runs[context.quick ? "quick" : "full"];
    const measured = await runIngest(run, context);
    const unit = "samples/CPU-s";
    const against = (what: string, at: "stored" | "settled", atLeast: number): Comparison => ({
      what,
      unit,
      ours: ratesOf(measured.ours, at),
      baseline: { name: "VictoriaMetrics live", rounds: ratesOf(measured.live, at) },
      target: { atLeast },
    });
    return {
      comparisons: [
        against("sustained: hours closed, merges over", "settled", 1.5),
        against("burst: until stored, without closes", "stored", 2.5),
        {
          what: "sustained, against decoding and rows of JSON",
          unit,
          ours: ratesOf(measured.ours, "settled"),
          baseline: { name: "plain ingester", rounds: measured.plain },
          target: { atLeast: 20 },
        },
      ],
      notes: [
        ...ingestNotes(measured, run),
        `the plain ingester got the first ${run.plainMessages} messages of each round: decoded, one JSON row a number, one narrow MergeTree table, merges over, nothing closed`,
      ],
    };
  },
};
