/** When a maintenance takes place. Which members there are depends on the strategy; others are passed over. */
interface PeekapingWhen {
  /** As a wall clock shows it: 2026-01-31T22:00. Needed with `single` and `recurring-interval`. */
  start_date_time?: string;
  end_date_time?: string;
  /** HH:MM; needed with the three that are `recurring`. */
  start_time?: string;
  /** Not after the start: on the next day. */
  end_time?: string;
  /** With `recurring-weekday`; 0 is Sunday. */
  weekdays?: number[];
  /** With `recurring-day-of-month`. */
  days_of_month?: number[];
  /** With `recurring-interval`. */
  interval_day?: number;
  /** With `cron`: five fields. */
  cron?: string;
  /** An IANA time zone. Absent, or `SAME_AS_SERVER`: that of the workspace. */
  timezone?: string;
  /** Minutes; needed with `cron`. */
  duration?: number;
}

/** How often a maintenance takes place. */
export type PeekapingStrategy =
  | "manual"
  | "single"
  | "recurring-interval"
  | "recurring-weekday"
  | "recurring-day-of-month"
  | "cron";

/**
 * When monitors are expected to be down.
 * @example { "title": "Nightly backup", "strategy": "recurring-weekday", "weekdays": [1, 2, 3, 4, 5], "start_time": "02:00", "end_time": "03:00", "timezone": "Europe/Zurich", "active": true }
 */
export interface PeekapingMaintenanceInput extends PeekapingWhen {
  title: string;
  strategy: PeekapingStrategy;
  description?: string;
  /** Absent: yes. */
  active?: boolean;
  /** Which devices are in maintenance. */
  monitor_ids?: string[];
}

/**
 * What is changed of a maintenance.
 * @example { "title": "Backup" }
 */
export interface PeekapingMaintenanceChange extends PeekapingWhen {
  title?: string;
  strategy?: PeekapingStrategy;
  description?: string;
  active?: boolean;
  monitor_ids?: string[];
}

export interface PeekapingMaintenance extends PeekapingWhen {
  id: string;
  title: string;
  description: string;
  active: boolean;
  strategy: PeekapingStrategy;
  created_at: string;
  updated_at: string;
}

/** A maintenance with what is in it. */
export interface PeekapingMaintenanceDetail extends PeekapingMaintenance {
  monitor_ids: string[];
}

export interface PeekapingMaintenanceAnswer {
  message: string;
  data: PeekapingMaintenance;
}

export interface PeekapingMaintenanceDetailAnswer {
  message: string;
  data: PeekapingMaintenanceDetail;
}

export interface PeekapingMaintenanceList {
  message: string;
  data: PeekapingMaintenance[];
}
