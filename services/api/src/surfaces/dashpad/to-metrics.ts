import type { Module } from "@statwire/events";
import type { NodeEvent, Reading } from "@statwire/snapshot-store";
import { nodeStatus } from "../../nodes/node-status.js";
import type {
  CpuMetric,
  DashPadMetric,
  DashPadMetrics,
  EnabledMetrics,
  LogContent,
  QueriedMetric,
  RamMetric,
  UptimeMetric,
} from "./dto.js";
import { judge } from "./judge.js";
import { localTimeWithOffset } from "./local-time.js";
import { type MetricData, type MetricName, metrics } from "./metric-table.js";
import type { MetricSettings } from "./node-settings.js";
import { intervalSeconds, type NodeView, nextUpdateOf, toIdentity } from "./node-view.js";
import { toAlertSummary } from "./to-alerts.js";
import { toCronSummary } from "./to-cron.js";

interface MetricReading<N extends MetricName> {
  source: string;
  status: CpuMetric["status"];
  data: MetricData[N];
  /** Undefined while nothing was read. */
  observedAtMs: number | undefined;
}

/** Everything of a node at once. */
export function toMetrics(view: NodeView, logs: Record<string, LogContent>): DashPadMetrics {
  return {
    ...toIdentity(view),
    metrics: toEnabledMetrics(view),
    logs,
    cron: toCronSummary(view),
    alerts: toAlertSummary(view),
    next_update_sec: nextUpdateOf(view, "metrics"),
  };
}

/** One metric by its long name; undefined while the node has not reported it. */
export function toMetric(view: NodeView, name: MetricName): DashPadMetric | undefined {
  const { source, status, data, observedAtMs } = readMetric(view, name);
  if (observedAtMs === undefined) return undefined;
  return {
    metric: name,
    timestamp: localTimeWithOffset(observedAtMs, view.zone),
    data,
    source,
    status,
    update_interval_sec: intervalSeconds(view.settings.metrics[name].intervalMs),
  };
}

/** A metric out of a reading that was asked for; undefined when the reading does not hold it. */
export function toQueriedMetric(
  view: NodeView,
  query: { name: MetricName; source: string },
  read: { observedAtMs: number; modules: NodeEvent["modules"] },
): QueriedMetric | undefined {
  const data = dataOf(query.name, read.modules);
  if (data === undefined) return undefined;
  return {
    metric: query.name,
    timestamp: localTimeWithOffset(read.observedAtMs, view.zone),
    data,
    source: query.source,
    server_identity: view.identity,
    status: judgeData(query.name, data, view.settings.metrics[query.name]),
  };
}

function toEnabledMetrics(view: NodeView): EnabledMetrics {
  const { cpu_usage: cpu, ram_usage: ram, system_uptime: uptime } = view.settings.metrics;
  return {
    ...(cpu.enabled && { cpu: shown<CpuMetric>(readMetric(view, "cpu_usage")) }),
    ...(ram.enabled && { ram: shown<RamMetric>(readMetric(view, "ram_usage")) }),
    ...(uptime.enabled && { uptime: shown<UptimeMetric>(readMetric(view, "system_uptime")) }),
  };
}

function shown<M extends CpuMetric | RamMetric | UptimeMetric>({ source, status, data }: M): Pick<M, keyof CpuMetric> {
  return { source, status, data };
}

/** The latest reading of a metric; one that is too old tells nothing of the present. */
function readMetric<N extends MetricName>({ snapshot, settings, nowMs }: NodeView, name: N): MetricReading<N> {
  const data = dataOf(name, snapshot.modules);
  const { intervalMs, sources } = settings.metrics[name];
  if (data === undefined) {
    return { source: sources[0] ?? "direct", status: "unknown", data: metrics[name].unread, observedAtMs: undefined };
  }
  const { source, observedAtMs } = snapshot.modules[metrics[name].module] as Reading<unknown>;
  const fresh = nodeStatus(observedAtMs, intervalMs, nowMs) === "up";
  return { source, status: fresh ? judgeData(name, data, settings.metrics[name]) : "unknown", data, observedAtMs };
}

function dataOf<N extends MetricName>(
  name: N,
  modules: { [M in Module]?: { state: unknown } },
): MetricData[N] | undefined {
  const { module, toData } = metrics[name];
  const state = modules[module]?.state;
  // The table pairs each metric with its own module; indexing it by a union loses that pairing.
  return state === undefined ? undefined : (toData as (state: unknown) => MetricData[N])(state);
}

function judgeData<N extends MetricName>(name: N, data: MetricData[N], { thresholds }: MetricSettings) {
  return judge(metrics[name].judged(data), thresholds);
}
