/** What most answers begin with. */
export interface Identity {
  /** Host name of the node. */
  server_identity: string;
  /** ISO 8601 with milliseconds and the offset of the node's time zone. */
  server_time: string;
}

/** The part of an answer that tells when to ask again. */
export interface UpdateHint {
  /** Seconds until the next collection of this kind of data can be read; null when there is none to come. */
  next_update_sec: number | null;
}

/** `unknown`: nothing was read, or not for a while. */
export type MetricStatus = "good" | "warning" | "critical" | "unknown";

export type ListStatus = "normal" | "warning" | "critical";

export interface DashPadHealth {
  status: "ok";
  server_identity: string;
  /** IANA name of the node's time zone. */
  timezone: string;
  server_time: string;
}

export interface DashPadStatus extends Identity {
  timezone: string;
  server_info: ServerInfo;
  api_config: ApiConfig;
  scheduler_config: SchedulerConfig;
  integrations: Integrations;
}

export interface ServerInfo {
  hostname: string;
  platform: string;
  /** There is no Python: what runs the collector. */
  python_version: string;
}

export interface ApiConfig {
  authentication_enabled: boolean;
  cors_origins: string[];
}

/** Seconds. */
export interface SchedulerConfig {
  /** @isInt */
  metrics_interval: number;
  /** @isInt */
  logs_interval: number;
}

export interface Integrations {
  netdata: NetdataIntegration;
}

export interface NetdataIntegration {
  enabled: boolean;
  url: string;
}

/** Values are null while the node has not reported the metric. */
export interface CpuUsage {
  /** Of all cores together, 0 to 100. */
  usage_percent: number | null;
}

/** A MB is 2^20 bytes. Values are null while the node has not reported the metric. */
export interface RamUsage {
  usage_percent: number | null;
  used_mb: number | null;
  total_mb: number | null;
  available_mb: number | null;
}

/** Values are null while the node has not reported the metric. */
export interface SystemUptime {
  uptime_seconds: number | null;
  human_readable: string | null;
}

/** Everything at once. */
export interface DashPadMetrics extends Identity, UpdateHint {
  metrics: EnabledMetrics;
  logs: Record<string, LogContent>;
  cron: CronSummary;
  alerts: AlertSummary;
}

/** Those that are enabled. */
export interface EnabledMetrics {
  cpu?: CpuMetric;
  ram?: RamMetric;
  uptime?: UptimeMetric;
}

export interface CpuMetric {
  /** `direct`, `netdata` or `systeminformation`. */
  source: string;
  status: MetricStatus;
  data: CpuUsage;
}

export interface RamMetric {
  source: string;
  status: MetricStatus;
  data: RamUsage;
}

export interface UptimeMetric {
  source: string;
  status: MetricStatus;
  data: SystemUptime;
}

export interface DashPadMetric {
  metric: string;
  /** When it was read. */
  timestamp: string;
  data: CpuUsage | RamUsage | SystemUptime;
  source: string;
  status: MetricStatus;
  /** @isInt */
  update_interval_sec: number;
}

export interface QueriedMetric {
  metric: string;
  timestamp: string;
  data: CpuUsage | RamUsage | SystemUptime;
  source: string;
  server_identity: string;
  status: MetricStatus;
}

export interface LogContent {
  /** The lines by their numbers. */
  content: Record<string, string>;
  /**
   * Number of the last line.
   * @isInt
   */
  total_lines: number;
  /** @isInt */
  returned_lines: number;
}

export interface IncrementalLogContent extends LogContent {
  supports_incremental: boolean;
}

export interface DashPadLogs extends Identity, UpdateHint {
  logs: Record<string, IncrementalLogContent>;
}

export interface DashPadLog extends Identity, IncrementalLogContent, UpdateHint {}

export interface CronTask {
  name: string;
  schedule: string;
  /** Local time of the node, without an offset. */
  next_run: string;
  relative_time: string;
  relative_time_short: string;
}

export interface CronStats {
  /** @isInt */
  total_tasks: number;
  /** Whole minutes until the next run; null when nothing is scheduled. */
  next_task_minutes: number | null;
}

export interface CronSummary {
  cron_tasks: CronTask[];
  status: ListStatus;
}

export interface CronTasks extends Identity, UpdateHint {
  /** The soonest first. */
  cron_tasks: CronTask[];
  cron_stats: CronStats;
  source: string;
  status: ListStatus;
}

export interface NetdataAlert {
  id: string;
  name: string;
  status: "WARNING" | "CRITICAL";
  value: number | null;
  units: string;
  info: string;
  /**
   * Unix seconds.
   * @isInt
   */
  last_status_change: number;
}

export interface AlertCounts {
  /** @isInt */
  WARNING: number;
  /** @isInt */
  CRITICAL: number;
}

export interface AlertStats {
  /** @isInt */
  total: number;
  by_status: AlertCounts;
}

export interface AlertSummary {
  alerts: NetdataAlert[];
  status: ListStatus;
}

export interface NetdataAlerts extends Identity, UpdateHint {
  alerts: NetdataAlert[];
  alerts_stats: AlertStats;
  source: string;
  /** The worst of them. */
  status: ListStatus;
  hostname: string;
}

/** Seconds. */
export interface UpdateIntervals {
  /** @isInt */
  metrics: number;
  /** @isInt */
  logs: number;
  /** @isInt */
  cron: number;
  /** @isInt */
  alerts: number;
}

/** Seconds; whole intervals while sampling is stopped. */
export interface NextUpdates {
  metrics: number;
  logs: number;
  cron: number;
  alerts: number;
}

export interface SchedulerStatus extends Identity, UpdateHint {
  running: boolean;
  update_intervals: UpdateIntervals;
  next_updates: NextUpdates;
}

export interface SchedulerControlled {
  status: "ok";
  /** What was done. */
  message: string;
  running: boolean;
  server_identity: string;
}

export interface Thresholds {
  warning: number;
  critical: number;
}

export interface MetricModule {
  enabled: boolean;
  display_name: string;
  description: string;
  /** In the order in which they are tried. */
  sources: string[];
  /** Absent for a metric that is not judged. */
  thresholds?: Thresholds;
  /** Which side of the thresholds is the bad one. */
  threshold_direction?: "above" | "below";
}

export interface LogModule {
  enabled: boolean;
  display_name: string;
  /** @isInt */
  line_limit: number;
  supports_redaction: boolean;
}

export interface CronModule {
  enabled: boolean;
  display_name: string;
}

export interface AlertsModule {
  enabled: boolean;
  display_name: string;
  sources: string[];
}

export interface Modules {
  metrics: Record<string, MetricModule>;
  logs: Record<string, LogModule>;
  cron: CronModule;
  alerts: AlertsModule;
}

export interface ModuleSettings extends Identity, UpdateHint {
  modules: Modules;
}

/** Something failed on our side. */
export interface ServerError {
  detail: string;
  type: "server_error";
}
