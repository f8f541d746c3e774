import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { type HostSampled, HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { type InventoryObserved, InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";

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
