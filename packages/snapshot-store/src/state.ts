import type { SurveyStates } from "./state-survey.js";

/**
 * The latest state of a node, module by module, in base units: ratios from 0 to 1, bytes, seconds, degrees Celsius,
 * hertz. Plain numbers: exact up to 2^53. A field is optional where the event may leave it out.
 */
export interface ModuleStates extends SurveyStates {
  cpu: CpuState;
  load: LoadState;
  memory: MemoryState;
  swap: SwapState;
  filesystems: FilesystemState[];
  disks: DiskState[];
  network: NetworkInterfaceState[];
  sensors: SensorsState;
  processes: ProcessesState;
  pressure: PressureState;
  sockets: SocketsState;
  collector: CollectorState;
}

/** Times are counters since the host started. */
export interface CpuState {
  utilization: number;
  userSeconds: number;
  niceSeconds: number;
  systemSeconds: number;
  idleSeconds: number;
  iowaitSeconds: number;
  interruptSeconds: number;
  softirqSeconds: number;
  stealSeconds: number;
  contextSwitches: number;
  interrupts: number;
  frequencyHertz?: number;
  cores: CoreState[];
}

export interface CoreState {
  number: number;
  utilization: number;
}

export interface LoadState {
  oneMinute: number;
  fiveMinutes: number;
  fifteenMinutes: number;
  uptimeSeconds: number;
}

export interface MemoryState {
  totalBytes: number;
  availableBytes: number;
  usedBytes: number;
  freeBytes: number;
  buffersBytes: number;
  cachedBytes: number;
  slabReclaimableBytes: number;
  slabUnreclaimableBytes: number;
  sharedBytes: number;
  dirtyBytes: number;
  committedBytes: number;
  utilization: number;
  pageFaults: number;
  majorPageFaults: number;
}

export interface SwapState {
  totalBytes: number;
  usedBytes: number;
  freeBytes: number;
  /** Counters of what was swapped in and out. */
  inBytes: number;
  outBytes: number;
  utilization: number;
}

export interface FilesystemState {
  mountpoint: string;
  device: string;
  type: string;
  totalBytes: number;
  usedBytes: number;
  freeBytes: number;
  availableBytes: number;
  inodesTotal: number;
  inodesFree: number;
  utilization: number;
  readOnly: boolean;
}

/** Counters, but for what is in progress and the rates. */
export interface DiskState {
  device: string;
  readBytes: number;
  writeBytes: number;
  readOperations: number;
  writeOperations: number;
  readTimeSeconds: number;
  writeTimeSeconds: number;
  ioTimeSeconds: number;
  weightedIoTimeSeconds: number;
  operationsInProgress: number;
  readMerged: number;
  writeMerged: number;
  readBytesPerSecond?: number;
  writeBytesPerSecond?: number;
}

/** Counters, but for the rates. */
export interface NetworkInterfaceState {
  name: string;
  receiveBytes: number;
  transmitBytes: number;
  receivePackets: number;
  transmitPackets: number;
  receiveErrors: number;
  transmitErrors: number;
  receiveDropped: number;
  transmitDropped: number;
  receiveBytesPerSecond?: number;
  transmitBytesPerSecond?: number;
}

export interface SensorsState {
  temperatures: TemperatureState[];
  fans: FanState[];
}

export interface TemperatureState {
  sensor: string;
  celsius: number;
}

export interface FanState {
  sensor: string;
  revolutionsPerMinute: number;
}

export interface ProcessesState {
  total: number;
  running: number;
  sleeping: number;
  blocked: number;
  zombie: number;
  stopped: number;
  idle: number;
  threads: number;
  created: number;
  top: ProcessState[];
}

export interface ProcessState {
  pid: number;
  command: string;
  user: string;
  /** Of one core: 1 is one core busy all the time, so several threads exceed it. */
  cpuUtilization: number;
  residentBytes: number;
  threads: number;
  virtualBytes: number;
  startedAtMs: number;
  /** From here on counters since the process started, but for the open files. */
  cpuSeconds: number;
  pageFaults: number;
  majorPageFaults: number;
  readBytes?: number;
  writeBytes?: number;
  voluntaryContextSwitches?: number;
  involuntaryContextSwitches?: number;
  openFiles?: number;
}

/** Waiting times are counters; the averages are ratios over ten seconds. */
export interface PressureState {
  cpuSomeSeconds: number;
  memorySomeSeconds: number;
  memoryFullSeconds: number;
  ioSomeSeconds: number;
  ioFullSeconds: number;
  cpuSomeAverage10s: number;
  memorySomeAverage10s: number;
  memoryFullAverage10s: number;
  ioSomeAverage10s: number;
  ioFullAverage10s: number;
}

export interface SocketsState {
  used: number;
  tcpInUse: number;
  tcpEstablished: number;
  tcpTimeWait: number;
  tcpOrphan: number;
  udpInUse: number;
  tcpRetransmittedSegments: number;
  tcpActiveOpens: number;
  tcpPassiveOpens: number;
  udpReceiveErrors: number;
}

/** Counters start at zero with the collector's run. */
export interface CollectorState {
  sampledEvents: number;
  publishedEvents: number;
  droppedEvents: number;
  publishFailures: number;
  corruptSpoolRecords: number;
  spoolEvents: number;
  spoolBytes: number;
  cpuSeconds: number;
  residentBytes: number;
  tickDelaySeconds: number;
  modules: ModuleHealthState[];
}

export interface ModuleHealthState {
  module: string;
  durationSeconds: number;
  failures: number;
  failing: boolean;
  error: string;
  source: string;
}
