import type { LogModule, MetricModule, ModuleSettings } from "./dto-node.js";
import { type MetricName, metricNames, metrics } from "./metric-table.js";
import type { MetricSettings } from "./node-settings.js";
import { type NodeView, toIdentity } from "./node-view.js";
import type { ShownLog } from "./shown-logs.js";

/** What a node collects, and how. */
export function toModuleSettings(view: NodeView, logs: readonly ShownLog[]): ModuleSettings {
  const { cronEnabled, alertsEnabled } = view.settings;
  const metricModules = metricNames.map((name) => [name, toMetricModule(name, view.settings.metrics[name])] as const);
  return {
    ...toIdentity(view),
    modules: {
      metrics: Object.fromEntries(metricModules),
      logs: Object.fromEntries(logs.map((log) => [log.name, toLogModule(log)])),
      cron: { enabled: cronEnabled, display_name: "Scheduled Tasks" },
      alerts: { enabled: alertsEnabled, display_name: "Active Alerts", sources: ["netdata"] },
    },
    next_update_sec: null,
  };
}

function toMetricModule(name: MetricName, { enabled, sources, thresholds }: MetricSettings): MetricModule {
  return {
    enabled,
    display_name: metrics[name].displayName,
    description: metrics[name].description,
    sources: [...sources],
    ...(thresholds !== undefined && {
      thresholds: { warning: thresholds.warning, critical: thresholds.critical },
      threshold_direction: thresholds.below ? "below" : "above",
    }),
  };
}

function toLogModule({ enabled, displayName, lineLimit, redacts }: ShownLog): LogModule {
  return { enabled, display_name: displayName, line_limit: lineLimit, supports_redaction: redacts };
}
