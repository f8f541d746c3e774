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

/** Something failed on our side. */
export interface ServerError {
  detail: string;
  type: "server_error";
}
