import type { ModuleReading } from "./dto-modules.js";

/** What changes slowly or costs more to read. A value that its source does not tell is absent. */
export interface NodeSurveys {
  gpus?: ModuleReading<NodeGpu[]>;
  batteries?: ModuleReading<NodeBatteries>;
  raids?: ModuleReading<NodeRaidArray[]>;
  physical_disks?: ModuleReading<NodePhysicalDisk[]>;
  power?: ModuleReading<NodePower>;
  kernel?: ModuleReading<NodeKernel>;
  connections?: ModuleReading<NodeConnectionCount[]>;
  clock?: ModuleReading<NodeClock>;
  users?: ModuleReading<NodeUserSession[]>;
  updates?: ModuleReading<NodeUpdates>;
  containers?: ModuleReading<NodeContainer[]>;
  units?: ModuleReading<NodeUnits>;
  tasks?: ModuleReading<NodeScheduledTask[]>;
  alerts?: ModuleReading<NodeAlerts>;
}

export interface NodeGpu {
  /** Bus address, or `gpu<n>`. */
  id: string;
  name: string;
  driver: string;
  utilization?: number;
  memory_total_bytes?: number;
  memory_used_bytes?: number;
  celsius?: number;
  watts?: number;
  limit_watts?: number;
  fan_utilization?: number;
  clock_hertz?: number;
  memory_clock_hertz?: number;
}

export interface NodeBatteries {
  items: NodeBattery[];
  /** Absent on a host without a mains adapter. */
  mains_online?: boolean;
}

export interface NodeBattery {
  name: string;
  /** `charging`, `discharging`, `full`, `not_charging` or `unknown`. */
  status: string;
  charge?: number;
  /** Full capacity as a share of the designed one. */
  health?: number;
  watts?: number;
  volts?: number;
  cycles?: number;
  /** Until empty while discharging, until full while charging. */
  time_left_seconds?: number;
  model: string;
}

export interface NodeRaidArray {
  name: string;
  level: string;
  /** `active`, `inactive`, `degraded`, `failed`, `recovering`, `resyncing`, `reshaping` or `checking`. */
  state: string;
  size_bytes: number;
  devices_total: number;
  devices_active: number;
  devices_failed: number;
  devices_spare: number;
  /** Of what `state` names as under way, from 0 to 1. */
  progress?: number;
  members: string[];
}

/** A drive and what its self-monitoring says. */
export interface NodePhysicalDisk {
  device: string;
  model: string;
  serial: string;
  firmware: string;
  /** `nvme`, `ssd`, `hdd` or empty. */
  type: string;
  size_bytes: number;
  healthy?: boolean;
  celsius?: number;
  power_on_hours?: number;
  power_cycles?: number;
  reallocated_sectors?: number;
  pending_sectors?: number;
  uncorrectable_errors?: number;
  /** Share of the rated life that is used up; may exceed 1. */
  endurance_used?: number;
  written_bytes?: number;
  read_bytes?: number;
}

export interface NodePower {
  voltages: NodeVoltage[];
  currents: NodeCurrent[];
  draws: NodePowerDraw[];
  energies: NodeEnergy[];
}

export interface NodeVoltage {
  sensor: string;
  volts: number;
}

export interface NodeCurrent {
  sensor: string;
  amperes: number;
}

export interface NodePowerDraw {
  sensor: string;
  watts: number;
}

export interface NodeEnergy {
  sensor: string;
  /** Counter. */
  joules: number;
}

/** Tables of the kernel that can fill up. */
export interface NodeKernel {
  open_files: number;
  open_files_max: number;
  conntrack_entries?: number;
  conntrack_max?: number;
  /** Counter of processes killed for lack of memory. */
  oom_kills?: number;
  threads_max: number;
  pids_max: number;
  entropy_bits?: number;
  inodes_allocated: number;
}

/** Sockets of one transport and state. */
export interface NodeConnectionCount {
  transport: string;
  state: string;
  count: number;
}

export interface NodeClock {
  synchronized: boolean;
  /** Positive when this host's clock is ahead. */
  offset_seconds?: number;
  root_delay_seconds?: number;
  root_dispersion_seconds?: number;
  stratum?: number;
  /** As a ratio: 0.000001 is one microsecond in a second. */
  frequency_error?: number;
  service: string;
  reference: string;
}

export interface NodeUserSession {
  user: string;
  terminal: string;
  /** Empty for a local session. */
  remote_host: string;
  since: string;
  pid: number;
}

export interface NodeUpdates {
  manager: string;
  pending: number;
  security: number;
  reboot_required: boolean;
  /** When the package lists were fetched. */
  refreshed_at?: string;
  /** The first of them, security updates first. */
  items: NodePendingUpdate[];
}

export interface NodePendingUpdate {
  package: string;
  installed_version: string;
  candidate_version: string;
  security: boolean;
}

/** Times spent, faults, bytes read, written, received and sent, and restarts are counters. */
export interface NodeContainer {
  id: string;
  name: string;
  image: string;
  runtime: string;
  /** `running`, `paused`, `restarting`, `exited`, `created` or `dead`. */
  state: string;
  /** `healthy`, `unhealthy`, `starting` or empty. */
  health: string;
  created_at?: string;
  started_at?: string;
  cpu_seconds?: number;
  /** Of one core: 1 is one core busy all the time. */
  cpu_utilization?: number;
  memory_bytes?: number;
  /** Without the page cache that can be dropped. */
  working_set_bytes?: number;
  memory_limit_bytes?: number;
  page_faults?: number;
  disk_read_bytes?: number;
  disk_write_bytes?: number;
  receive_bytes?: number;
  transmit_bytes?: number;
  processes?: number;
  restarts?: number;
}

export interface NodeUnits {
  /** The service manager's own word: `running`, `degraded`, … */
  system_state: string;
  total: number;
  active: number;
  failed: number;
  /** Failed ones first; bounded. */
  items: NodeUnit[];
}

export interface NodeUnit {
  name: string;
  load_state: string;
  active_state: string;
  sub_state: string;
  description: string;
  since?: string;
  restarts?: number;
  cpu_seconds?: number;
  memory_bytes?: number;
  tasks?: number;
}

export interface NodeScheduledTask {
  name: string;
  /** `cron` or `timer`. */
  kind: string;
  /** The file or the unit that says so. */
  origin: string;
  schedule: string;
  user: string;
  timezone: string;
  next_run_at?: string;
  last_run_at?: string;
  /** Why the schedule cannot be understood; empty when it can. */
  error: string;
}

/** What a Netdata agent on the host complains of. */
export interface NodeAlerts {
  hostname: string;
  items: NodeAlert[];
}

export interface NodeAlert {
  id: string;
  name: string;
  /** `warning` or `critical`. */
  status: string;
  value?: number;
  units: string;
  info: string;
  chart: string;
  last_status_change_at: string;
}
