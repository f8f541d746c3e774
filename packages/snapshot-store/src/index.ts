export { AppliedParts, familyName } from "./applied-parts.js";
export { type AppliedBatch, type ApplyOptions, applyEvents } from "./apply.js";
export { applyLogLines, logsMax } from "./apply-log-lines.js";
export {
  connectSnapshotStore,
  type RedisClient,
  type SnapshotStore,
  type SnapshotStoreOptions,
  SnapshotStoreUnavailableError,
  snapshotSettings,
  type UnavailableReason,
} from "./connect.js";
export { advanceFilling, beginFilling, type Filling } from "./filling.js";
export { flushSnapshots } from "./flush.js";
export {
  changesSamples,
  type FoldingHistory,
  foldHeadline,
  foldInto,
  type HeadlineEvent,
  type HeadlineHistory,
  headlineSlotMs,
  headlinesMax,
  setLast,
} from "./headlines.js";
export { KnownSnapshots } from "./known-snapshots.js";
export { type LogEvent, type LogName, lastBytesMax, lastLinesMax, type StoredLine, toLogEvent } from "./log-event.js";
export { type LastLines, type LogSummary, listLogs, readLastLines } from "./log-lines.js";
export { toHeadline } from "./node-share.js";
export { type NodeParts, type PartDigest, snapshotParts } from "./parts.js";
export { type Pinned, type PinOptions, pinSnapshot, repinSnapshot } from "./pin.js";
export { listNodes, readHeadlines, readNode, readNodes, readNodesMax, readVersion } from "./read.js";
export { markWhole, type Readiness, readReadiness } from "./readiness.js";
export {
  type Headline,
  type ModuleReadings,
  type NodeEvent,
  type NodeName,
  type NodeSnapshot,
  type Position,
  positionMax,
  type Reading,
} from "./snapshot.js";
export type {
  CollectorState,
  CoreState,
  CpuState,
  DiskState,
  FanState,
  FilesystemState,
  LoadState,
  MemoryState,
  ModuleHealthState,
  ModuleStates,
  NetworkInterfaceState,
  PressureState,
  ProcessesState,
  ProcessState,
  SensorsState,
  SocketsState,
  SwapState,
  TemperatureState,
} from "./state.js";
export type {
  ConfigurationState,
  InterfaceIdentityState,
  InventoryState,
  LogConfigurationState,
  ModuleConfigurationState,
  ThresholdState,
} from "./state-node.js";
export type {
  AlertState,
  AlertsState,
  BatteriesState,
  BatteryState,
  ClockState,
  ConnectionCountState,
  ContainerState,
  GpuState,
  KernelState,
  PendingUpdateState,
  PhysicalDiskState,
  PowerState,
  RaidArrayState,
  ScheduledTaskState,
  SurveyStates,
  UnitState,
  UnitsState,
  UpdatesState,
  UserSessionState,
} from "./state-survey.js";
export { type NodeHistory, readHistories, writeHistories } from "./stored-histories.js";
export { toModuleStates } from "./to-module-states.js";
export { toConfigurationEvent, toHostEvent, toInventoryEvent, UnusableEventError } from "./to-node-event.js";
export { unsafeRedisSettings } from "./unsafe-redis.js";
export { isLater, versionOf } from "./version.js";
