/** What a host is rather than what it does. */
export interface NodeInventory {
  hostname: string;
  os_type: string;
  os_name: string;
  os_version: string;
  kernel_release: string;
  architecture: string;
  cpu_model: string;
  cpu_logical_count: number;
  cpu_physical_count: number;
  memory_bytes: number;
  booted_at: string;
  virtualization: string;
  timezone: string;
  collector_version: string;
  runtime: string;
  node_role: string;
  node_asn: string;
  /** The operator's groups, the main one first. */
  node_tags: string[];
  /** ISO 3166. */
  node_country: string;
  hardware_vendor: string;
  hardware_model: string;
  interfaces: NodeInterfaceIdentity[];
}

export interface NodeInterfaceIdentity {
  name: string;
  mac_address: string;
  ipv4_addresses: string[];
  ipv6_addresses: string[];
  speed_bits_per_second?: number;
  up: boolean;
}

/** How the node's collector works. */
export interface NodeConfiguration {
  /** False while sampling is stopped. */
  sampling: boolean;
  base_interval_seconds: number;
  modules: NodeModuleConfiguration[];
  thresholds: NodeThreshold[];
  logs: NodeLogConfiguration[];
  /** How often a DashPad client is told to ask for logs again. */
  log_interval_seconds: number;
  netdata_enabled: boolean;
  /** Without credentials; empty when there is none. */
  netdata_url: string;
}

export interface NodeModuleConfiguration {
  module: string;
  enabled: boolean;
  interval_seconds: number;
  /** In the order in which they are tried. */
  sources: string[];
}

/** When a value counts as a warning or as critical. */
export interface NodeThreshold {
  metric: string;
  warning: number;
  critical: number;
  /** Values below the thresholds are the bad ones. */
  below: boolean;
}

export interface NodeLogConfiguration {
  name: string;
  display_name: string;
  enabled: boolean;
  line_limit: number;
  redacts: boolean;
  /** `file` or `journald`. */
  kind: string;
}
