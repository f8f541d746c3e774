import type { Headline } from "@statwire/snapshot-store";
import { limitSources } from "./authorization/limit-sources.js";
import { nodeReach } from "./authorization/node-reach.js";
import type { LogReader } from "./logs/log-reader.js";
import type { LogTails } from "./logs/log-tails.js";
import type { NodeReader } from "./nodes/node-reader.js";
import type { NumberedNodes } from "./nodes/numbered-nodes.js";
import type { PinnedReadings } from "./nodes/pinned-readings.js";
import type { Refreshed } from "./nodes/refresh.js";
import { DashmonAuthController } from "./surfaces/dashmon/auth-controller.js";
import { DashmonBillingController } from "./surfaces/dashmon/billing-controller.js";
import { createDashmon, type DashmonSources } from "./surfaces/dashmon/dashmon.js";
import { DashmonDevicesController } from "./surfaces/dashmon/devices-controller.js";
import { DashmonMaintenanceController } from "./surfaces/dashmon/maintenance-controller.js";
import { DashmonMetaController } from "./surfaces/dashmon/meta-controller.js";
import { DashmonProjectsController } from "./surfaces/dashmon/projects-controller.js";
import { DashmonStoresController } from "./surfaces/dashmon/stores-controller.js";
import { DashmonTagsController } from "./surfaces/dashmon/tags-controller.js";
import { DashmonTeamController } from "./surfaces/dashmon/team-controller.js";
import { DashmonUserController } from "./surfaces/dashmon/user-controller.js";
import { createDashPad, type DashPadSources } from "./surfaces/dashpad/dashpad.js";
import { DashPadListsController } from "./surfaces/dashpad/lists-controller.js";
import { DashPadMetaController } from "./surfaces/dashpad/meta-controller.js";
import { DashPadMetricsController } from "./surfaces/dashpad/metrics-controller.js";
import { SchedulerController } from "./surfaces/dashpad/scheduler-controller.js";
import { AuditController } from "./surfaces/native/audit-controller.js";
import { AuthController } from "./surfaces/native/auth-controller.js";
import { AuthLinksController } from "./surfaces/native/auth-links-controller.js";
import { AuthTokensController } from "./surfaces/native/auth-tokens-controller.js";
import { CompletenessController } from "./surfaces/native/completeness-controller.js";
import { configurationControllers } from "./surfaces/native/configuration/controllers.js";
import { type ConfigurationSources, ConfigurationSurface } from "./surfaces/native/configuration/surface.js";
import { EnrollmentController } from "./surfaces/native/enrollment-controller.js";
import { HealthController, type ReadReadiness } from "./surfaces/native/health-controller.js";
import { LogsController } from "./surfaces/native/logs-controller.js";
import { MetricsController } from "./surfaces/native/metrics-controller.js";
import { NodesController } from "./surfaces/native/nodes-controller.js";
import type { PastNodes } from "./surfaces/native/past-nodes.js";
import { QueryController } from "./surfaces/native/query-controller.js";
import type { AuditReadings } from "./surfaces/native/read-audit.js";
import type {
  ReadCountedEvents,
  ReadLogCompleteness,
  ReadNodeCompleteness,
} from "./surfaces/native/read-completeness.js";
import type { MetricReadings } from "./surfaces/native/read-metric.js";
import { type ReadSeriesCompleteness, seriesCompleteness } from "./surfaces/native/series-completeness.js";
import type { ReadSeries } from "./surfaces/native/series-source.js";
import { TokenSecretsController } from "./surfaces/native/token-secrets-controller.js";
import { TwoFactorController } from "./surfaces/native/two-factor-controller.js";
import { NezhaAdminController } from "./surfaces/nezha/admin-controller.js";
import { Nezha } from "./surfaces/nezha/nezha.js";
import { NezhaRefusedController } from "./surfaces/nezha/refused-controller.js";
import { NezhaServerController } from "./surfaces/nezha/server-controller.js";
import { PeekapingApiKeysController } from "./surfaces/peekaping/api-keys-controller.js";
import { PeekapingAuthController } from "./surfaces/peekaping/auth-controller.js";
import { PeekapingMaintenancesController } from "./surfaces/peekaping/maintenances-controller.js";
import { PeekapingMonitorsController } from "./surfaces/peekaping/monitors-controller.js";
import { PeekapingProxiesController } from "./surfaces/peekaping/proxies-controller.js";
import { PeekapingSettingsController } from "./surfaces/peekaping/settings-controller.js";
import { PeekapingSystemController } from "./surfaces/peekaping/system-controller.js";
import { PeekapingTagsController } from "./surfaces/peekaping/tags-controller.js";
import { MetaController } from "./surfaces/v6direct/meta-controller.js";
import { StatsController } from "./surfaces/v6direct/stats-controller.js";
import { v6DirectReadings } from "./surfaces/v6direct/v6direct-readings.js";

/** Everything that the surfaces read and do. */
export interface Sources extends DashPadSources, ConfigurationSources, DashmonSources {
  nodes: Pick<NodeReader, "read" | "readEach" | "firstReporting" | "listReporting" | "listAll">;
  numbered: Pick<NumberedNodes, "number" | "list" | "numberOf">;
  pins: Pick<PinnedReadings, "read">;
  headlines(node: string): Promise<readonly Headline[]>;
  refresh(node: string, request: { reason?: string; clearHistory: boolean }): Promise<Refreshed>;
  readSeries: ReadSeries;
  logs: Pick<LogReader, "list" | "page" | "after" | "last">;
  tails: Pick<LogTails, "serve" | "end">;
  readAudit: AuditReadings["readAudit"];
  past: PastNodes;
  readCompleteness: ReadNodeCompleteness;
  readLogCompleteness: ReadLogCompleteness;
  countEvents: ReadCountedEvents;
  readReadiness: ReadReadiness;
  defaultNode: string | undefined;
  machineUptimeSeconds(): number;
  now(): number;
}

/** The controllers of everybody, and those of who is limited to projects: with sources of which only their nodes are left. */
export function controllersByReach(
  sources: Sources,
  workspace: string,
): (projectIds: readonly string[] | null) => ReadonlyMap<unknown, unknown> {
  // Asked only after the series was read, of which no node is out of reach: what is known serves everybody.
  const completenessOf = seriesCompleteness(sources);
  const ofAll = createControllers(sources, completenessOf);
  return (projectIds) => {
    if (projectIds === null) return ofAll;
    const limited = limitSources(sources, nodeReach(sources.controlPlane, workspace, projectIds));
    return createControllers(limited, completenessOf);
  };
}

/** Assumed for a module that a node has not reported. */
const defaultIntervalMs = 4_000;

/** One instance of each controller, by its class. */
export function createControllers(sources: Sources, completenessOf: ReadSeriesCompleteness): Map<unknown, unknown> {
  const v6direct = v6DirectReadings(sources);
  const dashPad = createDashPad(sources);
  const nodes = {
    list: () => sources.nodes.listAll(),
    read: (node: string) => sources.nodes.read(node),
    readEach: (names: readonly string[]) => sources.nodes.readEach(names),
    past: sources.past,
    now: sources.now,
  };
  const metrics: MetricReadings = {
    readSeries: sources.readSeries,
    completenessOf,
    intervalOf: (node, metric) => intervalOf(sources.nodes, node, metric.module),
    now: sources.now,
  };
  const nezha = new Nezha(sources);
  const logs = {
    logs: sources.logs,
    tails: sources.tails,
    knowsNode: async (node: string) => (await sources.nodes.read(node)) !== undefined,
    now: sources.now,
  };
  return new Map<unknown, unknown>([
    [MetaController, new MetaController(v6direct)],
    [StatsController, new StatsController(v6direct)],
    [DashPadMetaController, new DashPadMetaController(dashPad)],
    [DashPadMetricsController, new DashPadMetricsController(dashPad)],
    [DashPadListsController, new DashPadListsController(dashPad)],
    [SchedulerController, new SchedulerController(dashPad)],
    [NodesController, new NodesController(nodes)],
    [
      CompletenessController,
      new CompletenessController({
        isKnown: async (node) => (await sources.nodes.read(node)) !== undefined,
        readCompleteness: sources.readCompleteness,
        readLogCompleteness: sources.readLogCompleteness,
        now: sources.now,
      }),
    ],
    [MetricsController, new MetricsController(metrics)],
    [LogsController, new LogsController(logs)],
    [QueryController, new QueryController(metrics)],
    [AuditController, new AuditController(sources)],
    [AuthController, new AuthController()],
    [AuthLinksController, new AuthLinksController()],
    [AuthTokensController, new AuthTokensController()],
    [EnrollmentController, new EnrollmentController()],
    [TwoFactorController, new TwoFactorController()],
    [TokenSecretsController, new TokenSecretsController()],
    [NezhaServerController, new NezhaServerController(nezha)],
    [NezhaAdminController, new NezhaAdminController(nezha)],
    [NezhaRefusedController, new NezhaRefusedController()],
    [PeekapingSystemController, new PeekapingSystemController(sources)],
    [PeekapingAuthController, new PeekapingAuthController()],
    [PeekapingApiKeysController, new PeekapingApiKeysController(sources)],
    [PeekapingTagsController, new PeekapingTagsController(sources)],
    [PeekapingProxiesController, new PeekapingProxiesController(sources)],
    [PeekapingMaintenancesController, new PeekapingMaintenancesController(sources)],
    [PeekapingMonitorsController, new PeekapingMonitorsController(sources)],
    [PeekapingSettingsController, new PeekapingSettingsController(sources)],
    [HealthController, new HealthController(sources.readReadiness)],
    ...dashmonControllers(sources),
    ...configurationControllers(new ConfigurationSurface(sources)),
  ]);
}

function dashmonControllers(sources: DashmonSources): [unknown, unknown][] {
  const dashmon = createDashmon(sources);
  return [
    [DashmonAuthController, new DashmonAuthController()],
    [DashmonBillingController, new DashmonBillingController()],
    [DashmonDevicesController, new DashmonDevicesController(dashmon)],
    [DashmonMaintenanceController, new DashmonMaintenanceController(dashmon)],
    [DashmonMetaController, new DashmonMetaController(dashmon)],
    [DashmonProjectsController, new DashmonProjectsController(dashmon)],
    [DashmonStoresController, new DashmonStoresController(dashmon)],
    [DashmonTagsController, new DashmonTagsController(dashmon)],
    [DashmonTeamController, new DashmonTeamController(dashmon)],
    [DashmonUserController, new DashmonUserController(dashmon)],
  ];
}

async function intervalOf(nodes: Pick<NodeReader, "read">, node: string, module: string): Promise<number | undefined> {
  const snapshot = await nodes.read(node);
  if (snapshot === undefined) return undefined;
  const modules: Record<string, { intervalMs: number } | undefined> = snapshot.modules;
  return modules[module]?.intervalMs ?? defaultIntervalMs;
}
