import type { LogConfigurationState, NodeSnapshot, ThresholdState } from "@statwire/snapshot-store";
import { type MetricName, metrics } from "./metric-table.js";

/** How a node works, as far as this surface shows it. */
export interface NodeSettings {
  sampling: boolean;
  intervalsMs: Record<DataClass, number>;
  metrics: Record<MetricName, MetricSettings>;
  /** Undefined for a node that does not tell: every log of it is then shown. */
  logs: readonly LogConfigurationState[] | undefined;
  cronEnabled: boolean;
  alertsEnabled: boolean;
  netdata: { enabled: boolean; url: string };
}

/** What DashPad collects at intervals of its own. */
export type DataClass = "metrics" | "logs" | "cron" | "alerts";

export interface MetricSettings {
  enabled: boolean;
  intervalMs: number;
  /** In the order in which they are tried. */
  sources: readonly string[];
  thresholds: MetricThresholds | undefined;
}

export type MetricThresholds = Pick<ThresholdState, "warning" | "critical" | "below">;

/** DashPad's own, for a node whose collector does not tell. */
const defaultIntervalsMs: Record<DataClass, number> = {
  metrics: 4_000,
  logs: 30_000,
  cron: 60_000,
  alerts: 30_000,
};
const defaultSources = ["direct"];
const defaultThresholds: Record<MetricName, MetricThresholds | undefined> = {
  cpu_usage: { warning: 80, critical: 90, below: false },
  ram_usage: { warning: 80, critical: 90, below: false },
  // How long a system runs is neither good nor bad.
  system_uptime: undefined,
};

/** The settings that a node's collector tells, with DashPad's defaults for what it does not. */
export function toNodeSettings({ configuration: reading, modules: readings }: NodeSnapshot): NodeSettings {
  const configuration = reading?.state;
  const modules = new Map(configuration?.modules.map((module) => [module.module, module]));
  const isEnabled = (module: string) => modules.get(module)?.enabled ?? true;
  const intervalOf = (module: "cpu" | "memory" | "load" | "tasks" | "alerts", fallbackMs: number) =>
    modules.get(module)?.intervalMs || readings[module]?.intervalMs || fallbackMs;
  const baseIntervalMs = configuration?.baseIntervalMs || defaultIntervalsMs.metrics;
  const toMetric = (name: MetricName): MetricSettings => {
    const { module } = metrics[name];
    return {
      enabled: isEnabled(module),
      intervalMs: intervalOf(module, baseIntervalMs),
      sources: modules.get(module)?.sources ?? defaultSources,
      thresholds: configuration?.thresholds.find(({ metric }) => metric === name) ?? defaultThresholds[name],
    };
  };
  return {
    sampling: configuration?.sampling ?? true,
    intervalsMs: {
      metrics: intervalOf("cpu", baseIntervalMs),
      logs: configuration?.logIntervalMs || defaultIntervalsMs.logs,
      cron: intervalOf("tasks", defaultIntervalsMs.cron),
      alerts: intervalOf("alerts", defaultIntervalsMs.alerts),
    },
    metrics: {
      cpu_usage: toMetric("cpu_usage"),
      ram_usage: toMetric("ram_usage"),
      system_uptime: toMetric("system_uptime"),
    },
    logs: configuration?.logs,
    cronEnabled: isEnabled("tasks"),
    alertsEnabled: isEnabled("alerts"),
    netdata: { enabled: configuration?.netdataEnabled ?? false, url: configuration?.netdataUrl ?? "" },
  };
}
