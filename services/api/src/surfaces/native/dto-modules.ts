import type { NodeSurveys } from "./dto-surveys.js";

/** The latest state of a node by module. Ratios from 0 to 1, bytes, seconds, degrees Celsius, hertz. */
export interface NodeModules extends NodeSurveys {
  cpu?: ModuleReading<NodeCpu>;
  load?: ModuleReading<NodeLoad>;
  memory?: ModuleReading<NodeMemory>;
  swap?: ModuleReading<NodeSwap>;
  filesystems?: ModuleReading<NodeFilesystem[]>;
  disks?: ModuleReading<NodeDisk[]>;
  network?: ModuleReading<NodeNetworkInterface[]>;
  sensors?: ModuleReading<NodeSensors>;
  processes?: ModuleReading<NodeProcesses>;
  pressure?: ModuleReading<NodePressure>;
  sockets?: ModuleReading<NodeSockets>;
  collector?: ModuleReading<NodeCollector>;
}

/** One module as it was last read. */
export interface ModuleReading<State> {
  observed_at: string;
  /** How often the module is read; 0 for what has no cadence. */
  interval_seconds: number;
  /** Where it was read: `direct` (the host itself), `systeminformation` or `netdata`. */
  source: string;
  state: State;
}

/** Times are counters since the host started. */
export interface NodeCpu {
  utilization: number;
  user_seconds: number;
  nice_seconds: number;
  system_seconds: number;
  idle_seconds: number;
  iowait_seconds: number;
  interrupt_seconds: number;
  softirq_seconds: number;
  steal_seconds: number;
  context_switches: number;
  interrupts: number;
  frequency_hertz?: number;
  cores: NodeCore[];
}

export interface NodeCore {
  number: number;
  utilization: number;
}

export interface NodeLoad {
  one_minute: number;
  five_minutes: number;
  fifteen_minutes: number;
  uptime_seconds: number;
}

export interface NodeMemory {
  total_bytes: number;
  available_bytes: number;
  used_bytes: number;
  free_bytes: number;
  buffers_bytes: number;
  cached_bytes: number;
  slab_reclaimable_bytes: number;
  slab_unreclaimable_bytes: number;
  shared_bytes: number;
  dirty_bytes: number;
  committed_bytes: number;
  utilization: number;
  page_faults: number;
  major_page_faults: number;
}

export interface NodeSwap {
  total_bytes: number;
  used_bytes: number;
  free_bytes: number;
  /** Counters of what was swapped in and out. */
  in_bytes: number;
  out_bytes: number;
  utilization: number;
}

export interface NodeFilesystem {
  mountpoint: string;
  device: string;
  type: string;
  total_bytes: number;
  used_bytes: number;
  free_bytes: number;
  available_bytes: number;
  inodes_total: number;
  inodes_free: number;
  utilization: number;
  read_only: boolean;
}

/** Counters, but for what is in progress and the rates. */
export interface NodeDisk {
  device: string;
  read_bytes: number;
  write_bytes: number;
  read_operations: number;
  write_operations: number;
  read_time_seconds: number;
  write_time_seconds: number;
  io_time_seconds: number;
  weighted_io_time_seconds: number;
  operations_in_progress: number;
  read_merged: number;
  write_merged: number;
  read_bytes_per_second?: number;
  write_bytes_per_second?: number;
}

/** Counters, but for the rates. */
export interface NodeNetworkInterface {
  name: string;
  receive_bytes: number;
  transmit_bytes: number;
  receive_packets: number;
  transmit_packets: number;
  receive_errors: number;
  transmit_errors: number;
  receive_dropped: number;
  transmit_dropped: number;
  receive_bytes_per_second?: number;
  transmit_bytes_per_second?: number;
}

export interface NodeSensors {
  temperatures: NodeTemperature[];
  fans: NodeFan[];
}

export interface NodeTemperature {
  sensor: string;
  celsius: number;
}

export interface NodeFan {
  sensor: string;
  revolutions_per_minute: number;
}

export interface NodeProcesses {
  total: number;
  running: number;
  sleeping: number;
  blocked: number;
  zombie: number;
  stopped: number;
  idle: number;
  threads: number;
  created: number;
  top: NodeProcess[];
}

export interface NodeProcess {
  pid: number;
  command: string;
  user: string;
  /** Of one core: 1 is one core busy all the time, so several threads exceed it. */
  cpu_utilization: number;
  resident_bytes: number;
  threads: number;
  virtual_bytes: number;
  started_at: string;
  /** From here on counters since the process started, but for the open files. */
  cpu_seconds: number;
  page_faults: number;
  major_page_faults: number;
  read_bytes?: number;
  write_bytes?: number;
  voluntary_context_switches?: number;
  involuntary_context_switches?: number;
  open_files?: number;
}

/** Waiting times are counters; the averages are ratios over ten seconds. */
export interface NodePressure {
  cpu_some_seconds: number;
  memory_some_seconds: number;
  memory_full_seconds: number;
  io_some_seconds: number;
  io_full_seconds: number;
  cpu_some_average10s: number;
  memory_some_average10s: number;
  memory_full_average10s: number;
  io_some_average10s: number;
  io_full_average10s: number;
}

export interface NodeSockets {
  used: number;
  tcp_in_use: number;
  tcp_established: number;
  tcp_time_wait: number;
  tcp_orphan: number;
  udp_in_use: number;
  tcp_retransmitted_segments: number;
  tcp_active_opens: number;
  tcp_passive_opens: number;
  udp_receive_errors: number;
}

/** Counters start at zero with the collector's run. */
export interface NodeCollector {
  sampled_events: number;
  published_events: number;
  dropped_events: number;
  publish_failures: number;
  corrupt_spool_records: number;
  spool_events: number;
  spool_bytes: number;
  cpu_seconds: number;
  resident_bytes: number;
  tick_delay_seconds: number;
  modules: NodeModuleHealth[];
}

export interface NodeModuleHealth {
  module: string;
  duration_seconds: number;
  failures: number;
  failing: boolean;
  error: string;
  source: string;
}
