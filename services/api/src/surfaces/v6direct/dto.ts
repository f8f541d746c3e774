/** What one can ask of this API, and where it is documented. */
export interface Meta {
  name: string;
  version: string;
  description: string;
  docs: string;
  redoc: string;
  endpoints: Record<string, string>;
}

export interface Health {
  status: "ok";
  /** @isInt */
  uptime_seconds: number;
}

/** One reading of a whole node, served for 30 seconds. Timestamps are UTC. */
export interface SystemSnapshots {
  timestamp_utc: string;
  node: NodeInfo;
  cpu: CPUStats;
  memory: MemoryStats;
  disks: DiskStats[];
  interfaces: InterfaceStats[];
  /** 0 on the call that took the reading, then how long it has been served. */
  cache_age_seconds: number;
}

export interface NodeInfo {
  hostname: string;
  /** Kernel name and release. */
  platform: string;
  architecture: string;
  /** Name and version of what runs the collector; the field's name is historical. */
  python_version: string;
  boot_time_utc: string;
  /** @isInt */
  uptime_seconds: number;
  node_role: string;
  network_name: string;
  asn: string;
}

export interface CPUStats {
  /** Of all cores together, 0 to 100. */
  usage_percent: number;
  per_core: number[];
  /** Mean of the current core frequencies; null where the kernel does not tell. */
  frequency_mhz: number | null;
  /** Of the processor, in degrees Celsius; null where there is no sensor. The spelling is historical. */
  temperature_celcius: number | null;
  load_avg_1m: number;
  load_avg_5m: number;
  load_avg_15m: number;
}

/** A MB is 10^6 bytes. */
export interface MemoryStats {
  total_mb: number;
  available_mb: number;
  used_mb: number;
  percent: number;
  swap_total_mb: number;
  swap_used_mb: number;
  swap_percent: number;
}

/** A GB is 10^9 bytes. */
export interface DiskStats {
  mountpoint: string;
  total_gb: number;
  used_gb: number;
  free_gb: number;
  percent: number;
}

/** Counters since the interface came up. */
export interface InterfaceStats {
  name: string;
  /** @isLong */
  bytes_sent: number;
  /** @isLong */
  bytes_recv: number;
  /** @isLong */
  packets_sent: number;
  /** @isLong */
  packets_recv: number;
  /** @isLong */
  errors_in: number;
  /** @isLong */
  errors_out: number;
  /** @isLong */
  drop_in: number;
  /** @isLong */
  drop_out: number;
  /** IPv4, IPv6 (but link-local) and hardware addresses, without prefix lengths. */
  addresses: string[];
}

export interface HistorySample {
  timestamp_utc: string;
  cpu_percent: number;
  memory_percent: number;
  swap_percent: number;
}

/** @example {"reason": "Deploying new config", "full": false} */
export interface RefreshRequest {
  /** Comes back in the message. */
  reason?: string | null;
  /**
   * Also forget the history.
   * @default false
   */
  full?: boolean;
}

export interface RefreshResponse {
  success: boolean;
  message: string;
  cleared_history: boolean;
  new_snapshot_timestamp: string;
}

export interface RateLimitError {
  error: string;
}
