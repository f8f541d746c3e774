import { parseAttribute } from "@statwire/events";
import type { SeriesData, SeriesResult, ClosedVersion as StoredVersion } from "@statwire/history-store";
import type {
  ClosedRange,
  ClosedVersion,
  MetricSeries,
  Series,
  SeriesCompleteness,
  StatValues,
} from "./dto-metrics.js";
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
  const ofNode = result.series.filter((series) => series.node === node);
  const closed = toClosedRange(ofNode, result.closedUntilMs);
  return {
    node,
    metric: name,
    unit,
    kind,
    from: new Date(result.fromMs).toISOString(),
    to: new Date(result.toMs).toISOString(),
    step_seconds: result.stepMs / 1_000,
    source: result.source,
    ...(request.asOfMs !== undefined && { as_of: new Date(request.asOfMs).toISOString() }),
    ...(closed && { closed }),
    stats: request.stats.map((stat) => stat.name),
    ...(completeness && { completeness }),
    series: ofNode.map((series) => toSeries(name, series, request.stats)),
  };
}

function toSeries(metric: string, { attribute, summary, points }: SeriesData, stats: readonly Stat[]): Series {
  return {
    attribute,
    attributes: attributesOf(metric, attribute),
    summary: toValues(stats, summary),
    points: points.map(({ atMs, values, closed }) => ({
      time: new Date(atMs).toISOString(),
      values: toValues(stats, values),
      ...(closed && { closed: toClosedVersion(closed) }),
    })),
  };
}

/** Of all series together. */
function toClosedRange(series: readonly SeriesData[], untilMs: number | undefined): ClosedRange | undefined {
  const versions = series.flatMap(({ closed }) => closed ?? []);
  if (versions.length === 0 || untilMs === undefined) return undefined;
  const newest = versions.reduce((one, other) => (other.version > one.version ? other : one));
  const isRestated = versions.some((version) => version.isRestated);
  return { until: new Date(untilMs).toISOString(), ...toClosedVersion({ ...newest, isRestated }) };
}

function toClosedVersion({ version, closedAtMs, isRestated }: StoredVersion): ClosedVersion {
  return {
    version,
    closed_at: closedAtMs === 0 ? null : new Date(closedAtMs).toISOString(),
    restated: isRestated,
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
