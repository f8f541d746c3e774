import { metricSeries, type SeriesRequest, type SeriesResult } from "@statwire/history-store";
import { asked, metricOf } from "./closes.js";
import { nodeNames, type Subject, workspace } from "./readings.js";
import type { HistoryServer } from "./server.js";

/** What every row asks for: the median, the 95th and the 99th percentile. */
export const levels = [0.5, 0.95, 0.99] as const;

/** One number for each level, by node. */
export type Quantiles = Map<string, readonly number[]>;

/** What one question took: milliseconds until the answer was read, and those of the processor of whoever answered. */
export interface Cost {
  wallMs: number;
  cpuMs: number;
}

export interface Question {
  subject: Subject;
  nodes: number;
  fromMs: number;
  toMs: number;
}

/** The answer of the product's own function, through which the API reads; one value a node for the whole range. */
export async function askHistory(server: HistoryServer, question: Question): Promise<SeriesResult> {
  const { subject, nodes, fromMs, toMs } = question;
  const attribute = subject === "network" ? asked.network.attribute : undefined;
  const request: SeriesRequest = {
    workspace,
    nodes: nodeNames(nodes),
    metric: metricOf(subject),
    stats: levels.map((quantile) => ({ kind: "quantile", quantile })),
    ...{ fromMs, toMs, stepMs: toMs - fromMs },
    ...(attribute === undefined ? {} : { attributes: [attribute] }),
  };
  return metricSeries(server.history, request, Date.now());
}

export function quantilesOf({ series }: SeriesResult): Quantiles {
  return new Map(series.map(({ node, summary }) => [node, summary.map(Number)]));
}

/** Asks so many times; the mean of one. */
export async function measureCost(
  { cpuSeconds }: { cpuSeconds(): number },
  times: number,
  ask: () => Promise<unknown>,
): Promise<Cost> {
  const cpuBefore = cpuSeconds();
  const beganMs = performance.now();
  for (let time = 0; time < times; time += 1) await ask();
  return {
    wallMs: (performance.now() - beganMs) / times,
    cpuMs: ((cpuSeconds() - cpuBefore) * 1e3) / times,
  };
}

/**
 * How far the answers of one side are from the other's: the largest |one − other| ÷ |other| of all nodes and levels.
 * @throws when they are not of the same nodes, or further apart than `atMost`
 */
export function requireSameAnswers(one: Quantiles, other: Quantiles, atMost: number): number {
  if (one.size === 0 || one.size !== other.size) throw new Error(`answers of ${one.size} and of ${other.size} nodes`);
  let largest = 0;
  for (const [node, values] of one) {
    const others = other.get(node) ?? [];
    for (const [index, value] of values.entries()) {
      const difference = relativeDifference(value, others[index] ?? Number.NaN);
      if (!(difference <= atMost)) {
        throw new Error(`${node}, quantile ${levels[index]}: ${value} and ${others[index]} are too far apart`);
      }
      largest = Math.max(largest, difference);
    }
  }
  return largest;
}

function relativeDifference(one: number, other: number): number {
  return one === other ? 0 : Math.abs(one - other) / Math.abs(other);
}
