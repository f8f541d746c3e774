/** What a host is rather than what it does. */
export interface InventoryState {
  hostname: string;
  osType: string;
  osName: string;
  osVersion: string;
  kernelRelease: string;
  architecture: string;
  cpuModel: string;
  cpuLogicalCount: number;
  cpuPhysicalCount: number;
  memoryBytes: number;
  bootedAtMs: number;
  virtualization: string;
  timezone: string;
  collectorVersion: string;
  runtime: string;
  nodeRole: string;
  nodeAsn: string;
  /** The operator's groups, the main one first. */
  nodeTags: string[];
  /** ISO 3166. */
  nodeCountry: string;
  hardwareVendor: string;
  hardwareModel: string;
  interfaces: InterfaceIdentityState[];
}

export interface InterfaceIdentityState {
  name: string;
  macAddress: string;
  ipv4Addresses: string[];
  ipv6Addresses: string[];
  speedBitsPerSecond?: number;
  up: boolean;
}

/** How a collector works: what `CollectorConfigured` says. */
export interface ConfigurationState {
  /** False while sampling is stopped by a command. */
  sampling: boolean;
  baseIntervalMs: number;
  modules: ModuleConfigurationState[];
  thresholds: ThresholdState[];
  logs: LogConfigurationState[];
  /** How often a DashPad client is told to ask for logs again. */
  logIntervalMs: number;
  netdataEnabled: boolean;
  /** Without credentials; empty when there is none. */
  netdataUrl: string;
}

export interface ModuleConfigurationState {
  module: string;
  enabled: boolean;
  intervalMs: number;
  /** In the order in which they are tried. */
  sources: string[];
}

export interface ThresholdState {
  metric: string;
  warning: number;
  critical: number;
  /** Values below the thresholds are the bad ones. */
  below: boolean;
}

export interface LogConfigurationState {
  name: string;
  displayName: string;
  enabled: boolean;
  lineLimit: number;
  redacts: boolean;
  kind: string;
}
