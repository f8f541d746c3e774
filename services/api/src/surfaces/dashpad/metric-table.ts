import type { Module } from "@statwire/events";
import type { ModuleStates } from "@statwire/snapshot-store";
import type { CpuUsage, RamUsage, SystemUptime } from "./dto.js";
import { uptimeText } from "./wordings.js";

export const metricNames = ["cpu_usage", "ram_usage", "system_uptime"] as const;

export type MetricName = (typeof metricNames)[number];

/** The data of each metric. */
export interface MetricData {
  cpu_usage: CpuUsage;
  ram_usage: RamUsage;
  system_uptime: SystemUptime;
}

/** The module that each metric is made of. */
interface MetricModules {
  cpu_usage: "cpu";
  ram_usage: "memory";
  system_uptime: "load";
}

interface Metric<N extends MetricName> {
  module: MetricModules[N] & Module;
  displayName: string;
  description: string;
  toData(state: ModuleStates[MetricModules[N]]): MetricData[N];
  /** While the node has not reported the module. */
  unread: MetricData[N];
  /** What is compared with the thresholds. */
  judged(data: MetricData[N]): number | null;
}

/** DashPad's metrics, by the names that its paths and settings have for them. */
export const metrics: { [N in MetricName]: Metric<N> } = {
  cpu_usage: {
    module: "cpu",
    displayName: "CPU Usage",
    description: "Central Processing Unit utilization",
    toData: ({ utilization }) => ({ usage_percent: percent(utilization) }),
    unread: { usage_percent: null },
    judged: ({ usage_percent }) => usage_percent,
  },
  ram_usage: {
    module: "memory",
    displayName: "RAM Usage",
    description: "Memory consumption and availability",
    toData: ({ utilization, usedBytes, totalBytes, availableBytes }) => ({
      usage_percent: percent(utilization),
      used_mb: megabytes(usedBytes),
      total_mb: megabytes(totalBytes),
      available_mb: megabytes(availableBytes),
    }),
    unread: { usage_percent: null, used_mb: null, total_mb: null, available_mb: null },
    judged: ({ usage_percent }) => usage_percent,
  },
  system_uptime: {
    module: "load",
    displayName: "System Uptime",
    description: "How long the system has been running",
    toData: ({ uptimeSeconds }) => ({
      uptime_seconds: Math.floor(uptimeSeconds),
      human_readable: uptimeText(uptimeSeconds),
    }),
    unread: { uptime_seconds: null, human_readable: null },
    judged: ({ uptime_seconds }) => uptime_seconds,
  },
};

/** Whether a path names a metric. */
export function isMetricName(text: string): text is MetricName {
  return (metricNames as readonly string[]).includes(text);
}

function percent(ratio: number): number {
  return Math.round(ratio * 1_000) / 10;
}

/** As /proc/meminfo counts: 2^20 bytes. */
function megabytes(bytes: number): number {
  return Math.floor(bytes / 2 ** 20);
}
