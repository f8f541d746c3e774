import { loadavg } from "node:os";
import type { Filled, Took } from "./fill.js";
import type { Step } from "./step.js";
import type { Totals } from "./totals.js";

export interface OperationsReport {
  filled: Filled;
  /** Rows that were deleted behind the product's back, of the first day. */
  deletedRows: number;
  bytes: { clickhouse: number; streams: number; backup: number };
  steps: Step[];
  /** Before the damage, after its repair, and after the restore. */
  totals: { before: Totals; repaired: Totals; restored: Totals };
}

/** What is not as it should be, in words. */
export function problemsOf({ steps, deletedRows, totals }: OperationsReport): string[] {
  const { before, repaired, restored } = totals;
  const isSame = (one: Totals, other: Totals) => JSON.stringify(one) === JSON.stringify(other);
  return [
    ...steps.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`)),
    ...(deletedRows > 0 ? [] : ["nothing was deleted, so nothing was repaired"]),
    ...(isSame(before, repaired) ? [] : [`repaired: ${JSON.stringify(before)} became ${JSON.stringify(repaired)}`]),
    ...(isSame(before, restored) ? [] : [`restored: ${JSON.stringify(before)} became ${JSON.stringify(restored)}`]),
  ];
}

/** The report as a page of text. */
export function toText(report: OperationsReport): string {
  const { filled, bytes, steps, totals, deletedRows } = report;
  const { events, nodes, days, hoursOfDay, samplesPerEvent, samples } = filled;
  const rate = (seconds: number) => `${(samples / seconds / 1e6).toFixed(2)} M`;
  const mebibytes = (size: number) =>
    `${(size / 1024 ** 2).toFixed(0)} MiB (${(size / samples).toFixed(2)} bytes a sample)`;
  const filling: [string, Took, string][] = [
    ["fill: in the log", filled.published, ""],
    ["fill: in the tables", filled.stored, ""],
    ["fill: hours and days closed", filled.closed, `${filled.closes} closes of ${hoursOfDay * days.length} hours`],
  ];
  const row = (name: string, { seconds, historyCpuSeconds }: Took, load: string, found: string) => [
    ...[name, seconds.toFixed(1), historyCpuSeconds.toFixed(1), rate(seconds), load, found],
  ];
  const rows = [
    ["STEP", "SECONDS", "CLICKHOUSE CPU", "SAMPLES/S", "LOAD", "FOUND"],
    ...filling.map(([name, took, found]) => row(name, took, "", found)),
    ...steps.map((step) => row(step.name, step, step.load.toFixed(1), step.found)),
  ];
  const problems = problemsOf(report);
  return [
    `${samples} samples: ${events} events of ${nodes} nodes on ${days.join(", ")}, ${samplesPerEvent} in each`,
    toTable(rows),
    "",
    `deleted ${deletedRows} rows of ${days[0]}; afterwards ${totals.repaired.events} events, ${totals.repaired.closedValues} values in closed hours`,
    `on disk: ClickHouse ${mebibytes(bytes.clickhouse)}, streams ${mebibytes(bytes.streams)}, backup ${mebibytes(bytes.backup)}`,
    `load of the machine at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
    problems.length === 0 ? "everything as expected" : `NOT AS EXPECTED: ${problems.join("; ")}`,
  ].join("\n");
}

function toTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 || column === 5 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
