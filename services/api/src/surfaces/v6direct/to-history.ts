import type { Headline } from "@statwire/snapshot-store";
import type { HistorySample } from "./dto.js";
import { percent, utcTimestamp } from "./units.js";

/** The last `limit` samples, oldest first; a sample without processor or memory reading is none on this surface. */
export function toHistory(headlines: readonly Headline[], limit: number): HistorySample[] {
  return headlines.flatMap(toSample).slice(-limit);
}

function toSample({ observedAtMs, cpuUtilization, memoryUtilization, swapUtilization }: Headline): HistorySample[] {
  if (cpuUtilization === undefined || memoryUtilization === undefined) return [];
  return [
    {
      timestamp_utc: utcTimestamp(observedAtMs),
      cpu_percent: percent(cpuUtilization),
      memory_percent: percent(memoryUtilization),
      swap_percent: percent(swapUtilization ?? 0),
    },
  ];
}
