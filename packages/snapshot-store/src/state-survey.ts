/**
 * What changes slowly or costs more to read, in the units of `state.ts`. A value that the source does not tell is
 * absent; words for a state are those of survey.proto. Times that end in `AtMs` or are `sinceMs` are Unix milliseconds.
 */
export interface SurveyStates {
  gpus: GpuState[];
  batteries: BatteriesState;
  raids: RaidArrayState[];
  physicalDisks: PhysicalDiskState[];
  power: PowerState;
  kernel: KernelState;
  connections: ConnectionCountState[];
  clock: ClockState;
  users: UserSessionState[];
  updates: UpdatesState;
  containers: ContainerState[];
  units: UnitsState;
  tasks: ScheduledTaskState[];
  alerts: AlertsState;
}

export interface GpuState {
  id: string;
  name: string;
  driver: string;
  utilization?: number;
  memoryTotalBytes?: number;
  memoryUsedBytes?: number;
  celsius?: number;
  watts?: number;
  limitWatts?: number;
  fanUtilization?: number;
  clockHertz?: number;
  memoryClockHertz?: number;
}

export interface BatteriesState {
  items: BatteryState[];
  /** Absent on a host without a mains adapter. */
  mainsOnline?: boolean;
}

export interface BatteryState {
  name: string;
  status: string;
  charge?: number;
  /** Full capacity as a share of the designed one. */
  health?: number;
  watts?: number;
  volts?: number;
  cycles?: number;
  /** Until empty while discharging, until full while charging. */
  timeLeftSeconds?: number;
  model: string;
}

export interface RaidArrayState {
  name: string;
  level: string;
  state: string;
  sizeBytes: number;
  devicesTotal: number;
  devicesActive: number;
  devicesFailed: number;
  devicesSpare: number;
  /** Of what `state` names as under way, from 0 to 1. */
  progress?: number;
  members: string[];
}

export interface PhysicalDiskState {
  device: string;
  model: string;
  serial: string;
  firmware: string;
  type: string;
  sizeBytes: number;
  healthy?: boolean;
  celsius?: number;
  powerOnHours?: number;
  powerCycles?: number;
  reallocatedSectors?: number;
  pendingSectors?: number;
  uncorrectableErrors?: number;
  /** Share of the rated life that is used up; may exceed 1. */
  enduranceUsed?: number;
  writtenBytes?: number;
  readBytes?: number;
}

export interface PowerState {
  voltages: { sensor: string; volts: number }[];
  currents: { sensor: string; amperes: number }[];
  draws: { sensor: string; watts: number }[];
  /** Counters. */
  energies: { sensor: string; joules: number }[];
}

export interface KernelState {
  openFiles: number;
  openFilesMax: number;
  conntrackEntries?: number;
  conntrackMax?: number;
  /** Counter. */
  oomKills?: number;
  threadsMax: number;
  pidsMax: number;
  entropyBits?: number;
  inodesAllocated: number;
}

export interface ConnectionCountState {
  transport: string;
  state: string;
  count: number;
}

export interface ClockState {
  synchronized: boolean;
  /** Positive when this host's clock is ahead. */
  offsetSeconds?: number;
  rootDelaySeconds?: number;
  rootDispersionSeconds?: number;
  stratum?: number;
  /** Rate error of the oscillator as a ratio: 1e-6 is one microsecond in a second. */
  frequencyError?: number;
  service: string;
  reference: string;
}

export interface UserSessionState {
  user: string;
  terminal: string;
  /** Empty for a local session. */
  remoteHost: string;
  sinceMs: number;
  pid: number;
}

export interface UpdatesState {
  manager: string;
  pending: number;
  security: number;
  rebootRequired: boolean;
  refreshedAtMs?: number;
  /** The first of them, security updates first. */
  items: PendingUpdateState[];
}

export interface PendingUpdateState {
  package: string;
  installedVersion: string;
  candidateVersion: string;
  security: boolean;
}

/** Times spent, faults, bytes read, written, received and sent, and restarts are counters. */
export interface ContainerState {
  id: string;
  name: string;
  image: string;
  runtime: string;
  state: string;
  health: string;
  createdAtMs?: number;
  startedAtMs?: number;
  cpuSeconds?: number;
  /** Of one core, as in `ProcessState`. */
  cpuUtilization?: number;
  memoryBytes?: number;
  workingSetBytes?: number;
  memoryLimitBytes?: number;
  pageFaults?: number;
  diskReadBytes?: number;
  diskWriteBytes?: number;
  receiveBytes?: number;
  transmitBytes?: number;
  processes?: number;
  restarts?: number;
}

export interface UnitsState {
  systemState: string;
  total: number;
  active: number;
  failed: number;
  /** Failed ones first; bounded. */
  items: UnitState[];
}

export interface UnitState {
  name: string;
  loadState: string;
  activeState: string;
  subState: string;
  description: string;
  sinceMs?: number;
  restarts?: number;
  cpuSeconds?: number;
  memoryBytes?: number;
  tasks?: number;
}

export interface ScheduledTaskState {
  name: string;
  kind: string;
  origin: string;
  schedule: string;
  user: string;
  timezone: string;
  nextRunAtMs?: number;
  lastRunAtMs?: number;
  /** Why the schedule cannot be understood; empty when it can. */
  error: string;
}

export interface AlertsState {
  hostname: string;
  items: AlertState[];
}

export interface AlertState {
  id: string;
  name: string;
  status: string;
  value?: number;
  units: string;
  info: string;
  chart: string;
  lastStatusChangeAtMs: number;
}
