/** A device as a monitor. What is not checked has an interval of 0 and the type that it has as a device. */
export interface PeekapingMonitor {
  id: string;
  type: string;
  name: string;
  /** Seconds. */
  interval: number;
  /** Seconds. */
  timeout: number;
  max_retries: number;
  /** Seconds. */
  retry_interval: number;
  resend_interval: number;
  active: boolean;
  /** 0 down, 1 up, 2 pending: nothing is known of it. That of its node, as long as checks are not run. */
  status: number;
  /** What the check needs, as JSON in a text. */
  config: string;
  proxy_id: string;
  /** Never shown. */
  push_token: string;
  created_at: string;
  updated_at: string;
}

/** A monitor with what it is linked to. */
export interface PeekapingMonitorDetail extends PeekapingMonitor {
  notification_ids: string[];
  tag_ids: string[];
}

/**
 * What is changed of a monitor.
 * @example { "name": "Till 3", "active": true }
 */
export interface PeekapingMonitorChange {
  name?: string;
  active?: boolean;
  /** An empty list changes nothing. */
  tag_ids?: string[];
  /** An empty text: none. */
  proxy_id?: string;
}

export interface PeekapingMonitorAnswer {
  message: string;
  data: PeekapingMonitor;
}

export interface PeekapingMonitorDetailAnswer {
  message: string;
  data: PeekapingMonitorDetail;
}

export interface PeekapingMonitorList {
  message: string;
  data: PeekapingMonitor[];
}
