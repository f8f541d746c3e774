export { type CloudEvent, cloudEventHeaders, parseCloudEventHeaders } from "./cloud-events.js";
export { decodeHostSampled, decodeInventoryObserved, encodeHostSampled, encodeInventoryObserved } from "./codec.js";
export { type DeadLetter, deadLetterHeaders } from "./dead-letters.js";
export {
  type EventKind,
  eventKindOf,
  eventKinds,
  eventTypes,
  type Family,
  families,
  isFamily,
  type Module,
  moduleFamily,
  modules,
} from "./families.js";
export { encodeFrames, FrameError, walkFrames } from "./frames.js";
export { landedSchemas } from "./generated/landed-schema.js";
export {
  type CollectorHealth,
  CollectorHealthSchema,
  type Core,
  CoreSchema,
  type Cpu,
  CpuSchema,
  type Disk,
  DiskSchema,
  type Disks,
  DisksSchema,
  type Fan,
  FanSchema,
  type Filesystem,
  FilesystemSchema,
  type Filesystems,
  FilesystemsSchema,
  type HostSampled,
  HostSampledSchema,
  type Load,
  LoadSchema,
  type Memory,
  MemorySchema,
  type ModuleHealth,
  ModuleHealthSchema,
  type Network,
  type NetworkInterface,
  NetworkInterfaceSchema,
  NetworkSchema,
  type Pressure,
  PressureSchema,
  type Processes,
  ProcessesSchema,
  type ProcessUsage,
  ProcessUsageSchema,
  type Sensors,
  SensorsSchema,
  type Sockets,
  SocketsSchema,
  type Swap,
  SwapSchema,
  type Temperature,
  TemperatureSchema,
} from "./generated/statwire/events/v1/host_pb.js";
export {
  type InterfaceIdentity,
  InterfaceIdentitySchema,
  type InventoryObserved,
  InventoryObservedSchema,
} from "./generated/statwire/events/v1/inventory_pb.js";
export {
  type LandedHost,
  LandedHostSchema,
  type LandedInventory,
  LandedInventorySchema,
} from "./generated/statwire/events/v1/landed_pb.js";
export { LandedBatch, type LandedIdentity } from "./landed-batch.js";
export { attributeText, parseAttribute, type Series } from "./metrics/attribute.js";
export { findMetric, metrics } from "./metrics/catalogue.js";
export type { Metric, MetricTable } from "./metrics/metric.js";
export type { RefreshReply, RefreshRequest } from "./refresh.js";
export { type StreamDefinition, streams } from "./streams.js";
export {
  type Command,
  commandSubject,
  deadLetterSubject,
  type Lane,
  parseTelemetrySubject,
  type TelemetrySubject,
  telemetryFilter,
  telemetrySubject,
} from "./subjects.js";
export { escapeToken, nameBytesMax, SubjectError, unescapeToken } from "./tokens.js";
