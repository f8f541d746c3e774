import { attributeText, findMetric, type Metric, parseAttribute } from "@statwire/events";
import type { AsOfRefusal, SeriesResult } from "@statwire/history-store";
import { invalidField, ProblemError } from "../../http/problem.js";
import { attributeForms } from "./attribute-forms.js";
import type { MetricSeries, SeriesCompleteness, SeriesQuery, SeriesQueryResult } from "./dto-metrics.js";
import { parseStats } from "./parse-stats.js";
import type { ReadSeriesCompleteness } from "./series-completeness.js";
import type { ReadSeries, SeriesRequest } from "./series-source.js";
import { parseAsOf, parseRange, parseStep, type TimeRange } from "./time-range.js";
import { toMetricSeries } from "./to-series.js";

export interface MetricReadings {
  readSeries: ReadSeries;
  completenessOf: ReadSeriesCompleteness;
  /** The interval in milliseconds at which the module of a metric is read; undefined for an unknown node. */
  intervalOf(node: string, metric: Metric): Promise<number | undefined>;
  now(): number;
}

/** What one metric of one node is asked for with, as it came. */
export interface MetricParameters {
  from?: string;
  to?: string;
  step?: string;
  stat?: readonly string[];
  attribute?: readonly string[];
  asOf?: string;
}

const attributesMax = 100;
/** Points of all series of an answer together: what it may hold in memory. */
const seriesPointsMax = 200_000;

/** One metric of one node over time. Errors: unknown-node, unknown-metric, invalid-input, too-many-points. */
export async function readMetric(
  readings: MetricReadings,
  node: string,
  name: string,
  parameters: MetricParameters,
): Promise<MetricSeries> {
  const metric = metricNamed(name);
  const stats = parseStats(parameters.stat ?? [], metric[0], "stat");
  const attributes = parseAttributes(name, parameters.attribute ?? []);
  const range = parseRange(parameters.from, parameters.to, readings.now());
  const intervalMs = await intervalOf(readings, node, metric[0]);
  const stepMs = parseStep(parameters.step, range, intervalMs);
  const asOfMs = parseAsOf(parameters.asOf, readings.now());
  const request: SeriesRequest = { nodes: [node], metric, stats, ...range, stepMs, asOfMs, attributes };
  const result = await read(readings, request, seriesPointsMax);
  return toMetricSeries(node, request, result, await completenessOf(readings, node, request, result));
}

/** Many metrics of many nodes over one range with one step. Errors: as {@link readMetric}. */
export async function readQuery(readings: MetricReadings, query: SeriesQuery): Promise<SeriesQueryResult> {
  const named = [...new Set(query.metrics)].map(metricNamed);
  const nodes = [...new Set(query.nodes)];
  const asked = named.map((metric) => ({ metric, stats: parseStats(query.stats ?? [], metric[0], "stats") }));
  const range = parseRange(query.from, query.to, readings.now());
  const asOfMs = parseAsOf(query.asOf, readings.now());
  const stepMs = parseStep(query.step, range, await longestInterval(readings, nodes, named));
  refuseTooMany(pointsOfOne(range, stepMs) * nodes.length * named.length, seriesPointsMax);
  const results: MetricSeries[] = [];
  let pointsLeft = seriesPointsMax;
  for (const { metric, stats } of asked) {
    const request: SeriesRequest = { nodes, metric, stats, ...range, stepMs, asOfMs };
    const result = await read(readings, request, pointsLeft);
    pointsLeft -= pointsOf(result);
    for (const node of nodes) {
      results.push(toMetricSeries(node, request, result, await completenessOf(readings, node, request, result)));
    }
  }
  results.sort((one, other) => nodes.indexOf(one.node) - nodes.indexOf(other.node));
  return {
    from: new Date(range.fromMs).toISOString(),
    to: new Date(range.toMs).toISOString(),
    step_seconds: stepMs / 1_000,
    results,
  };
}

function completenessOf(
  readings: MetricReadings,
  node: string,
  { metric, asOfMs }: SeriesRequest,
  result: SeriesResult,
): Promise<SeriesCompleteness | undefined> {
  return readings.completenessOf(node, metric[0].module, result, asOfMs);
}

function unknownAsOf(refusal: AsOfRefusal): ProblemError {
  if (refusal.lacks === "versions") {
    const since = new Date(refusal.keptSinceMs).toISOString();
    return invalidField("asOf", `versions of closed hours and days are kept since ${since}`);
  }
  const from = new Date(refusal.fromMs).toISOString();
  return invalidField("asOf", `${from} and later was not closed then, and its readings have left; end the range there`);
}

function metricNamed(name: string): readonly [Metric, ...Metric[]] {
  const [first, ...others] = findMetric(name) ?? [];
  if (first !== undefined) return [first, ...others];
  const message = `"${name}" is not in the catalogue; GET /api/v2/metrics lists it`;
  throw new ProblemError("unknown-metric", `metric: ${message}`, { errors: [{ field: "metric", message }] });
}

function parseAttributes(name: string, texts: readonly string[]): readonly string[] | undefined {
  if (texts.length === 0) return undefined;
  if (texts.length > attributesMax) throw invalidField("attribute", `at most ${attributesMax} at once`);
  return [...new Set(texts.flatMap((text) => seriesNamed(name, text)))];
}

/** The series of a whole attribute text (`eth0:receive`), or all of an entity without a colon in its name (`eth0`). */
function seriesNamed(name: string, text: string): string[] {
  if (parseAttribute(name, text) !== undefined) return [text];
  const ofEntity = (findMetric(name) ?? [])
    .filter(({ entity, fixed }) => entity !== undefined && fixed !== undefined)
    .map((metric) => attributeText({ metric, entity: text }));
  if (text !== "" && !text.includes(":") && ofEntity.length > 0) return ofEntity;
  throw invalidField("attribute", `"${text}" names no series of ${name}; expected ${attributeForms(name)}`);
}

async function intervalOf(readings: MetricReadings, node: string, metric: Metric): Promise<number> {
  const intervalMs = await readings.intervalOf(node, metric);
  if (intervalMs !== undefined) return intervalMs;
  const message = `no node "${node}" has reported; GET /api/v2/nodes lists them`;
  throw new ProblemError("unknown-node", `node: ${message}`, { errors: [{ field: "node", message }] });
}

async function longestInterval(
  readings: MetricReadings,
  nodes: readonly string[],
  named: readonly (readonly [Metric, ...Metric[]])[],
): Promise<number> {
  let longestMs = 0;
  for (const node of nodes) {
    for (const [metric] of named) longestMs = Math.max(longestMs, await intervalOf(readings, node, metric));
  }
  return longestMs;
}

/** A metric has as many series as a node has cores, disks and so on, which shows only when it was read. */
async function read(readings: MetricReadings, request: SeriesRequest, pointsAtMost: number): Promise<SeriesResult> {
  const result = await readings.readSeries(request);
  if (result.refusal !== undefined) throw unknownAsOf(result.refusal);
  refuseTooMany(result.truncated ? Number.POSITIVE_INFINITY : pointsOf(result), pointsAtMost);
  return result;
}

function pointsOf({ series }: SeriesResult): number {
  return series.reduce((sum, { points }) => sum + points.length, 0);
}

function pointsOfOne({ fromMs, toMs }: TimeRange, stepMs: number): number {
  return Math.ceil((toMs - fromMs) / stepMs);
}

function refuseTooMany(points: number, pointsAtMost: number): void {
  if (points <= pointsAtMost) return;
  const message = `gives more than ${seriesPointsMax} points over all series; use a longer one, or ask for fewer series`;
  throw new ProblemError("too-many-points", `step: ${message}`, { errors: [{ field: "step", message }] });
}
