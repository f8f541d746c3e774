import type { Identity, UpdateHint } from "./dto.js";

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
