import type { Comparison, Row, RowContext, RowResult } from "../row.js";
import { askHistory, type Cost, levels, measureCost, type Question, quantilesOf, requireSameAnswers } from "./ask.js";
import { closeDayOf, closeWholeDay, requireSameRows, spreadOverYear } from "./closes.js";
import { quantilesOfDays, quantilesOfReadings } from "./plain-answers.js";
import { dayMs, hourMs, writeDay } from "./readings.js";
import { type HistoryServer, mergeTable, startHistoryServer } from "./server.js";

const seed = 5;
/** Relative error of the middle of a bucket (packages/history-store/src/rollups/buckets.ts), and of rounding. */
const bucketError = 0.01 + 1e-9;
/** Questions a round: the processor's time is counted in hundredths of a second. */
const asksPerRound = 10;
const subjects = ["cpu", "network"] as const;

export const query30Days: Row = {
  name: "query-30-days",
  summary: "p50, p95 and p99 over 30 days of 10 s data, 100 nodes: a gauge and a rate",
  run: (context) => onServer((server) => measure30Days(server, context)),
};

export const queryYear: Row = {
  name: "query-year",
  summary: "p50, p95 and p99 over a year, 1 000 nodes",
  run: (context) => onServer((server) => measureYear(server, context)),
};

async function onServer(measure: (server: HistoryServer) => Promise<RowResult>): Promise<RowResult> {
  const server = await startHistoryServer();
  try {
    return await measure(server);
  } finally {
    await server.close();
  }
}

async function measure30Days(server: HistoryServer, context: RowContext): Promise<RowResult> {
  const { quick, signal, tell } = context;
  const [nodes, days] = [100, quick ? 8 : 30];
  const toMs = Math.floor(Date.now() / dayMs) * dayMs;
  const fromMs = toMs - days * dayMs;
  for (let startMs = fromMs; startMs < toMs; startMs += dayMs) {
    signal.throwIfAborted();
    for (const subject of subjects) await writeDay(server.history, subject, { startMs, nodes, seed });
    if (startMs === fromMs) await closeFirstDay(server, startMs);
    else await closeDayOf(server.history, subjects, startMs);
    tell(`day ${(startMs - fromMs) / dayMs + 1} of ${days} is closed`);
  }
  await mergeRollups(server);
  const comparisons: Comparison[] = [];
  const notes = [
    `${nodes} nodes, ${days} days; readings drawn inside ClickHouse, as HostLoad's in distribution; of the first day every hour and the day closed by the product, ` +
      "of the others the asked metrics by its query of an hour over 24 hours at once (the same rows: compared), their days by the product",
  ];
  for (const [subject, name, atMost] of [
    ["cpu", "gauge", 25],
    ["network", "rate", 40],
  ] as const) {
    const question = { subject, nodes, fromMs, toMs };
    const result = await askHistory(server, question);
    const apart = requireSameAnswers(quantilesOf(result), await quantilesOfReadings(server, subject), bucketError);
    notes.push(
      `${name}: source ${result.source}, within ${(apart * 100).toFixed(2)} % of exact quantiles of all readings; warm`,
    );
    comparisons.push(...(await measureAnswers(server, question, { name, atMost, ...context })));
  }
  return { comparisons, notes };
}

/** Hour by hour as the product does it; what `closeDayOf` would have written is compared with it. */
async function closeFirstDay({ history }: HistoryServer, startMs: number): Promise<void> {
  await closeWholeDay(history, startMs);
  for (const subject of subjects) await requireSameRows(history, subject, startMs);
}

async function measureYear(server: HistoryServer, context: RowContext): Promise<RowResult> {
  const [nodes, ofNodes, days] = [context.quick ? 200 : 1_000, 100, context.quick ? 60 : 365];
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  const ofDayMs = today - dayMs;
  await writeDay(server.history, "cpu", { startMs: ofDayMs, nodes: ofNodes, seed });
  await closeWholeDay(server.history, ofDayMs);
  await requireSameRows(server.history, "cpu", ofDayMs);
  context.tell(`one day of ${ofNodes} nodes is closed`);
  const fromMs = ofDayMs - days * dayMs;
  await spreadOverYear(server.history, { fromMs, days, nodes, ofDayMs, ofNodes });
  await mergeRollups(server);
  context.tell(`${days} days of ${nodes} nodes are there`);
  // It begins within a day, as a year until now does: the rest of that day is read from hours.
  const question: Question = { subject: "cpu", nodes, fromMs: fromMs + 5 * hourMs, toMs: fromMs + days * dayMs };
  const result = await askHistory(server, question);
  const plain = await quantilesOfDays(server, { fromMs: question.fromMs, toMs: question.toMs });
  const apart = requireSameAnswers(quantilesOf(result), plain, 1e-9);
  const comparisons = await measureAnswers(server, question, { name: "gauge", atMost: 100, ...context });
  const notes = [
    `${nodes} nodes, ${days} days but for the first 5 hours; one day of ${ofNodes} nodes closed by the product, the others made of it in SQL with values shifted by node and day; months closed by the product`,
    `source ${result.source}; within ${apart.toExponential(0)} of the same quantiles of the hours and days taken bucket by bucket; warm`,
  ];
  return { comparisons, notes };
}

async function mergeRollups({ history }: HistoryServer): Promise<void> {
  for (const table of ["metric_1h", "metric_1d", "metric_1mo", "rollup_closes"]) await mergeTable(history, table);
}

async function measureAnswers(
  server: HistoryServer,
  question: Question,
  { name, atMost, quick, signal, tell }: { name: string; atMost: number } & RowContext,
): Promise<Comparison[]> {
  const costs: Cost[] = [];
  for (let round = 0; round < (quick ? 3 : 9); round += 1) {
    signal.throwIfAborted();
    costs.push(await measureCost(server, asksPerRound, () => askHistory(server, question)));
  }
  tell(`${name}: ${JSON.stringify(costs.at(-1))}`);
  const what = `${levels.length} quantiles of a ${name}`;
  return [
    { what, unit: "ms", ours: costs.map(({ wallMs }) => wallMs), target: { atMost } },
    { what: `processor for it`, unit: "ms CPU", ours: costs.map(({ cpuMs }) => cpuMs), target: { stated: true } },
  ];
}
