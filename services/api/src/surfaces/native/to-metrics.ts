import { type Metric, metrics } from "@statwire/events";
import type { MetricAttribute, MetricDescription } from "./dto-metrics.js";

/** The catalogue, one entry a name. */
export function toMetricDescriptions(catalogue: readonly Metric[] = metrics): MetricDescription[] {
  const byName = new Map<string, Metric[]>();
  for (const metric of catalogue) byName.set(metric.name, [...(byName.get(metric.name) ?? []), metric]);
  return [...byName.values()].flatMap(toDescription).sort((one, other) => (one.name < other.name ? -1 : 1));
}

function toDescription(entries: Metric[]): MetricDescription[] {
  const first = entries[0];
  if (first === undefined) return [];
  return [
    {
      name: first.name,
      unit: first.unit,
      kind: first.kind,
      description: [...new Set(entries.map(({ description }) => description))].join(" "),
      module: first.module,
      attributes: attributesOf(entries, first),
    },
  ];
}

function attributesOf(entries: readonly Metric[], { entity, fixed }: Metric): MetricAttribute[] {
  const values = entries.flatMap((entry) => (entry.fixed === undefined ? [] : [entry.fixed.value]));
  return [
    ...(entity === undefined ? [] : [{ key: entity.key }]),
    ...(fixed === undefined ? [] : [{ key: fixed.key, values }]),
  ];
}
