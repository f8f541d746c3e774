import { parseAttribute } from "@statwire/events";
import type { SeriesData, SeriesResult } from "@statwire/history-store";
import type { MetricSeries, Series, SeriesCompleteness, StatValues } from "./dto-metrics.js";
import type { Stat } from "./parse-stats.js";
import type { SeriesRequest } from "./series-source.js";

/** The answer for one node and one metric; range and step are those that the history really used. */
export function toMetricSeries(
  node: string,
  request: SeriesRequest,
  result: SeriesResult,
  completeness: SeriesCompleteness | undefined,
): MetricSeries {
  const [{ name, unit, kind }] = request.metric;
  return {
    node,
    metric: name,
    unit,
    kind,
    from: new Date(result.fromMs).toISOString(),
    to: new Date(result.toMs).toISOString(),
    step_seconds: result.stepMs / 1_000,
    source: result.source,
    stats: request.stats.map((stat) => stat.name),
    ...(completeness && { completeness }),
    series: result.series
      .filter((series) => series.node === node)
      .map((series) => toSeries(name, series, request.stats)),
  };
}

function toSeries(metric: string, { attribute, summary, points }: SeriesData, stats: readonly Stat[]): Series {
  return {
    attribute,
    attributes: attributesOf(metric, attribute),
    summary: toValues(stats, summary),
    points: points.map(({ atMs, values }) => ({ time: new Date(atMs).toISOString(), values: toValues(stats, values) })),
  };
}

function toValues(stats: readonly Stat[], values: readonly (number | null)[]): StatValues {
  return Object.fromEntries(stats.map(({ name }, index) => [name, values[index] ?? null]));
}

function attributesOf(name: string, text: string): Record<string, string> {
  const parsed = parseAttribute(name, text);
  if (parsed === undefined) return {};
  const { metric, entity } = parsed;
  return {
    ...(metric.entity !== undefined && entity !== undefined && { [metric.entity.key]: entity }),
    ...(metric.fixed !== undefined && { [metric.fixed.key]: metric.fixed.value }),
  };
}
