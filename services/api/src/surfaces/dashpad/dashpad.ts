import type { QueryRequest, SamplingAction } from "@statwire/events";
import type { SamplingOutcome } from "../../nodes/control-sampling.js";
import type { Queried } from "../../nodes/query-module.js";
import type { ResolveSources } from "../../nodes/resolve-node.js";
import { controlScheduler } from "./control-scheduler.js";
import type {
  CronTasks,
  DashPadLog,
  DashPadLogs,
  DashPadMetric,
  DashPadMetrics,
  NetdataAlerts,
  QueriedMetric,
} from "./dto.js";
import type { DashPadHealth, DashPadStatus, ModuleSettings, SchedulerControlled, SchedulerStatus } from "./dto-node.js";
import { dashPadUnavailable, notFound } from "./errors.js";
import { zoneOf } from "./local-time.js";
import { isMetricName } from "./metric-table.js";
import { queryMetric } from "./query-metric.js";
import { type LogSources, readAllLogs, readAllLogsIfPossible, readOneLog, readShownLogs } from "./read-logs.js";
import { findNode, readView } from "./read-view.js";
import { toNetdataAlerts } from "./to-alerts.js";
import { toCronTasks } from "./to-cron.js";
import { toLog, toLogContents, toLogs } from "./to-logs.js";
import { toMetric, toMetrics } from "./to-metrics.js";
import { toModuleSettings } from "./to-modules.js";
import { toSchedulerStatus } from "./to-scheduler.js";
import { toHealth, toStatus } from "./to-status.js";

export interface DashPadSources extends ResolveSources {
  logs: LogSources;
  /** Has a node read one module from one source now. */
  query(node: string, request: QueryRequest): Promise<Queried>;
  /** Stops or starts a node's sampling. */
  control(node: string, action: SamplingAction): Promise<SamplingOutcome>;
  /** Origins whose pages may call this surface. */
  allowedOrigins: readonly string[];
  /** Where this service runs: who answers `/health` while no node has reported. */
  machine: { hostname: string; timezone: string };
  now(): number;
}

/**
 * The twelve operations of DashPad. `node` is the name of the node that is meant, the default one when it is undefined.
 * Every function throws answers in this surface's shape: 404 for an unknown node, 503 when there is none yet.
 */
export interface DashPad {
  health(node: string | undefined): Promise<DashPadHealth>;
  status(node: string | undefined): Promise<DashPadStatus>;
  metrics(node: string | undefined): Promise<DashPadMetrics>;
  metric(name: string, node: string | undefined): Promise<DashPadMetric>;
  query(source: string, name: string, node: string | undefined): Promise<QueriedMetric>;
  logs(node: string | undefined): Promise<DashPadLogs>;
  log(name: string, sinceLine: number | undefined, node: string | undefined): Promise<DashPadLog>;
  cronTasks(node: string | undefined): Promise<CronTasks>;
  alerts(node: string | undefined): Promise<NetdataAlerts>;
  schedulerStatus(node: string | undefined): Promise<SchedulerStatus>;
  control(action: string, node: string | undefined): Promise<SchedulerControlled>;
  modules(node: string | undefined): Promise<ModuleSettings>;
}

export function createDashPad(sources: DashPadSources): DashPad {
  const view = (node: string | undefined) => readView(sources, node);
  return {
    health: (node) => health(sources, node),
    status: async (node) => toStatus(await view(node), sources.allowedOrigins),
    async metrics(node) {
      const read = await view(node);
      return toMetrics(read, toLogContents(await readAllLogsIfPossible(sources.logs, read)));
    },
    metric: (name, node) => metric(sources, name, node),
    query: (source, name, node) => queryMetric(sources, { source, name, node }),
    async logs(node) {
      const read = await view(node);
      return toLogs(read, await readAllLogs(sources.logs, read));
    },
    async log(name, sinceLine, node) {
      const read = await view(node);
      return toLog(read, await readOneLog(sources.logs, read, { name, sinceLine }));
    },
    cronTasks: async (node) => toCronTasks(await view(node)),
    alerts: async (node) => toNetdataAlerts(await view(node)),
    schedulerStatus: async (node) => toSchedulerStatus(await view(node)),
    control: (action, node) => controlScheduler(sources, action, node),
    async modules(node) {
      const read = await view(node);
      return toModuleSettings(read, await readShownLogs(sources.logs, read));
    },
  };
}

/** Alive also while no node has reported: this machine then answers for itself. */
async function health(sources: DashPadSources, node: string | undefined): Promise<DashPadHealth> {
  const found = await findNode(sources, node);
  if (found.kind === "view") return toHealth(found.view);
  if (found.kind === "unknown") throw notFound("Node", found.node);
  const { hostname, timezone } = sources.machine;
  return toHealth({ identity: hostname, zone: zoneOf(timezone), nowMs: sources.now() });
}

async function metric(sources: DashPadSources, name: string, node: string | undefined): Promise<DashPadMetric> {
  if (!isMetricName(name)) throw notFound("Metric", name);
  const view = await readView(sources, node);
  if (!view.settings.metrics[name].enabled) throw notFound("Metric", name);
  const read = toMetric(view, name);
  if (read === undefined) throw dashPadUnavailable(`Node '${view.snapshot.node}' has not reported ${name} yet.`);
  return read;
}
