import { isDeepStrictEqual } from "node:util";
import type { Module } from "@statwire/events";
import { z } from "zod";
import { type GivenModules, sourceList } from "./module-settings.js";
import { type DashPadMetric, dashPadMetrics } from "./thresholds.js";

/** Which module holds what DashPad calls a metric. */
export const moduleOfMetric: Record<DashPadMetric, Module> = {
  cpu_usage: "cpu",
  ram_usage: "memory",
  system_uptime: "load",
};

/** DashPad's `metrics`, with its smallest interval of two seconds. */
export const metricsShape = z.strictObject({
  update_interval_seconds: z.number().min(2).max(3600).optional(),
  enabled_metrics: z.array(z.enum(dashPadMetrics)).max(20).optional(),
  sources: z
    .strictObject({
      cpu_usage: sourceList.optional(),
      ram_usage: sourceList.optional(),
      system_uptime: sourceList.optional(),
    } satisfies Record<DashPadMetric, unknown>)
    .optional(),
});

export interface OwnSpelling {
  baseIntervalMs: number | undefined;
  modules: GivenModules;
  /** Pairs of fields that contradict each other. */
  problems: string[];
}

/** Puts what DashPad's keys say into ours. Saying the same thing in both spellings is allowed. */
export function toOwnSpelling(
  given: { base_interval_ms?: number | undefined; modules: GivenModules },
  metrics: z.infer<typeof metricsShape>,
): OwnSpelling {
  const problems: string[] = [];
  const agreed = <T>(
    ownField: string,
    own: T | undefined,
    theirField: string,
    theirs: T | undefined,
  ): T | undefined => {
    if (own !== undefined && theirs !== undefined && !isDeepStrictEqual(own, theirs)) {
      problems.push(`metrics.${theirField} and ${ownField}: contradict each other`);
    }
    return own ?? theirs;
  };
  const seconds = metrics.update_interval_seconds;
  const theirMs = seconds === undefined ? undefined : Math.round(seconds * 1000);
  const baseIntervalMs = agreed("base_interval_ms", given.base_interval_ms, "update_interval_seconds", theirMs);
  const modules: GivenModules = { ...given.modules };
  for (const metric of dashPadMetrics) {
    const module = moduleOfMetric[metric];
    const own = given.modules[module];
    const listed = metrics.enabled_metrics?.includes(metric);
    const theirs = metrics.sources?.[metric];
    modules[module] = {
      ...own,
      enabled: agreed(`modules.${module}.enabled`, own?.enabled, "enabled_metrics", listed),
      sources: agreed(`modules.${module}.sources`, own?.sources, `sources.${metric}`, theirs),
    };
  }
  return { baseIntervalMs, modules, problems };
}
