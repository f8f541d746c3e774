import type { Comparison, Row } from "../row.js";
import { type IngestMeasured, type IngestRun, ingestNotes, ratesOf, runIngest } from "./ingest-rounds.js";
import { bulkShape } from "./remote-writer.js";

const shape = { perMessage: 10, withBulk: true, plainMessages: 0 };

const runs: Record<"full" | "quick", IngestRun> = {
  full: { ...shape, rounds: 5, nodes: 300, ticks: 360 },
  quick: { ...shape, rounds: 2, nodes: 200, ticks: 180 },
};

/** Ten snapshots a message, as collectors send what has waited: against VictoriaMetrics as nodes write, and as it likes best. */
export const ingestBacklog: Row = {
  name: "ingest-backlog",
  summary: "the same with ten snapshots a message, also against VictoriaMetrics with large requests",
  async run(context) {
    const run = runs[context.quick ? "quick" : "full"];
    const measured = await runIngest(run, context);
    const against = (name: "live" | "bulk", what: string, target: Comparison["target"]): Comparison => ({
      what: `backlog, hours closed, merges over, ${what}`,
      unit: "samples/CPU-s",
      ours: ratesOf(measured.ours, "settled"),
      baseline: { name: `VictoriaMetrics ${name}`, rounds: ratesOf(measured[name], "settled") },
      target,
    });
    return {
      comparisons: [
        against("live", "against one snapshot a request", { atLeast: 2.5 }),
        against("bulk", "against large requests (stretch: 1 ×)", { stated: true }),
      ],
      notes: [...ingestNotes(measured, run), bulkNote(measured)],
    };
  },
};

function bulkNote({ ours }: IngestMeasured): string {
  const numbers = ours[0]?.readings.series.length ?? 0;
  const { nodes, ticks } = bulkShape;
  return `large requests: ${nodes} nodes × ${ticks} readings of each series = ${nodes * ticks * numbers} samples, the labels of a series once for its ${ticks} samples`;
}
