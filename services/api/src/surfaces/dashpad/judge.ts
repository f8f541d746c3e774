import type { MetricStatus } from "./dto.js";
import type { MetricThresholds } from "./node-settings.js";

/** A value by its thresholds, which are bad themselves; good without any, unknown without a value. */
export function judge(value: number | null, thresholds: MetricThresholds | undefined): MetricStatus {
  if (value === null) return "unknown";
  if (thresholds === undefined) return "good";
  const { warning, critical, below } = thresholds;
  const reaches = (bound: number) => (below ? value <= bound : value >= bound);
  if (reaches(critical)) return "critical";
  return reaches(warning) ? "warning" : "good";
}
