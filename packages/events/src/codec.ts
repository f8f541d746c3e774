import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import {
  type CollectorConfigured,
  CollectorConfiguredSchema,
} from "./generated/statwire/events/v1/configuration_pb.js";
import { type EventsDropped, EventsDroppedSchema } from "./generated/statwire/events/v1/dropped_pb.js";
import { type HostSampled, HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { type IntegrityReported, IntegrityReportedSchema } from "./generated/statwire/events/v1/integrity_pb.js";
import { type InventoryObserved, InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { type LogLinesRead, LogLinesReadSchema } from "./generated/statwire/events/v1/log_pb.js";
import { ConfigurationRevisedSchema } from "./generated/statwire/events/v1/revision_pb.js";
import { type SignInRecorded, SignInRecordedSchema } from "./generated/statwire/events/v1/sign_in_pb.js";

/** Bytes of one `HostSampled`, to be framed by `encodeFrames`. */
export function encodeHostSampled(event: MessageInitShape<typeof HostSampledSchema>): Uint8Array {
  return toBinary(HostSampledSchema, create(HostSampledSchema, event));
}

/** One `HostSampled`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeHostSampled(bytes: Uint8Array): HostSampled {
  return fromBinary(HostSampledSchema, bytes);
}

/** Bytes of one `InventoryObserved`, to be framed by `encodeFrames`. */
export function encodeInventoryObserved(event: MessageInitShape<typeof InventoryObservedSchema>): Uint8Array {
  return toBinary(InventoryObservedSchema, create(InventoryObservedSchema, event));
}

/** One `InventoryObserved`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeInventoryObserved(bytes: Uint8Array): InventoryObserved {
  return fromBinary(InventoryObservedSchema, bytes);
}

/** Bytes of one `CollectorConfigured`, to be framed by `encodeFrames`. */
export function encodeCollectorConfigured(event: MessageInitShape<typeof CollectorConfiguredSchema>): Uint8Array {
  return toBinary(CollectorConfiguredSchema, create(CollectorConfiguredSchema, event));
}

/** One `CollectorConfigured`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeCollectorConfigured(bytes: Uint8Array): CollectorConfigured {
  return fromBinary(CollectorConfiguredSchema, bytes);
}

/** Bytes of one `LogLinesRead`, to be framed by `encodeFrames`. */
export function encodeLogLinesRead(event: MessageInitShape<typeof LogLinesReadSchema>): Uint8Array {
  return toBinary(LogLinesReadSchema, create(LogLinesReadSchema, event));
}

/** One `LogLinesRead`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeLogLinesRead(bytes: Uint8Array): LogLinesRead {
  return fromBinary(LogLinesReadSchema, bytes);
}

/** Bytes of one `IntegrityReported`, to be framed by `encodeFrames`. */
export function encodeIntegrityReported(event: MessageInitShape<typeof IntegrityReportedSchema>): Uint8Array {
  return toBinary(IntegrityReportedSchema, create(IntegrityReportedSchema, event));
}

/** One `IntegrityReported`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeIntegrityReported(bytes: Uint8Array): IntegrityReported {
  return fromBinary(IntegrityReportedSchema, bytes);
}

/** Bytes of one `EventsDropped`, to be framed by `encodeFrames`. */
export function encodeEventsDropped(event: MessageInitShape<typeof EventsDroppedSchema>): Uint8Array {
  return toBinary(EventsDroppedSchema, create(EventsDroppedSchema, event));
}

/** One `EventsDropped`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeEventsDropped(bytes: Uint8Array): EventsDropped {
  return fromBinary(EventsDroppedSchema, bytes);
}

/** Bytes of one `ConfigurationRevised`, without a length before them: it is landed by itself. */
export function encodeConfigurationRevised(event: MessageInitShape<typeof ConfigurationRevisedSchema>): Uint8Array {
  return toBinary(ConfigurationRevisedSchema, create(ConfigurationRevisedSchema, event));
}

/** Bytes of one `SignInRecorded`, to be framed by `encodeFrames`. */
export function encodeSignInRecorded(event: MessageInitShape<typeof SignInRecordedSchema>): Uint8Array {
  return toBinary(SignInRecordedSchema, create(SignInRecordedSchema, event));
}

/** One `SignInRecorded`; fields of a later version are kept unread. Throws when the bytes are not protobuf. */
export function decodeSignInRecorded(bytes: Uint8Array): SignInRecorded {
  return fromBinary(SignInRecordedSchema, bytes);
}
