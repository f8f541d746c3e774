import { findMetric } from "./catalogue.js";
import type { Metric } from "./metric.js";

/** One series of a name: the catalogue entry, and the entity where its table has one. */
export interface Series {
  metric: Metric;
  entity?: string;
}

/** What tells the series of one name apart: `entity`, `fixed`, `entity:fixed` (`eth0:receive`) or nothing. */
export function attributeText({ metric, entity }: Series): string {
  return [entity, metric.fixed?.value].filter((part) => part !== undefined).join(":");
}

/**
 * The series that an attribute text names, undefined when the name or its fixed part is unknown. An entity may hold
 * colons itself: the fixed part is what follows the last one.
 */
export function parseAttribute(name: string, text: string): Series | undefined {
  for (const metric of findMetric(name) ?? []) {
    const series = seriesOf(metric, text);
    if (series !== undefined) return series;
  }
  return undefined;
}

function seriesOf(metric: Metric, text: string): Series | undefined {
  const fixed = metric.fixed?.value;
  if (metric.entity === undefined) return text === (fixed ?? "") ? { metric } : undefined;
  if (fixed === undefined) return text === "" ? undefined : { metric, entity: text };
  const suffix = `:${fixed}`;
  const entity = text.endsWith(suffix) ? text.slice(0, -suffix.length) : "";
  return entity === "" ? undefined : { metric, entity };
}
