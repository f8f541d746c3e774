import { parseAttribute } from "@statwire/events";
import type { MetricSeries, Series, StatValues } from "./dto-metrics.js";
import type { Stat } from "./parse-stats.js";
import type { SeriesData, SeriesRequest } from "./series-source.js";

/** The answer for one node and one metric. */
export function toMetricSeries(node: string, request: SeriesRequest, data: readonly SeriesData[]): MetricSeries {
  const [{ name, unit, kind }] = request.metric;
  return {
    node,
    metric: name,
    unit,
    kind,
    from: new Date(request.fromMs).toISOString(),
    to: new Date(request.toMs).toISOString(),
    step_seconds: request.stepMs / 1_000,
    stats: request.stats.map((stat) => stat.name),
    series: data.filter((series) => series.node === node).map((series) => toSeries(name, series, request.stats)),
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
