import { equals, isFieldSet } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeHostSampled, decodeInventoryObserved, encodeHostSampled, encodeInventoryObserved } from "./codec.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { arbitraryMessage } from "./testing/arbitrary-message.js";

describe("HostSampled", () => {
  it("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(arbitraryMessage(HostSampledSchema), (event) => {
        expect(equals(HostSampledSchema, decodeHostSampled(encodeHostSampled(event)), event)).toBe(true);
      }),
    );
  });

  it("tells an absent rate and an absent module from a zero", () => {
    const bytes = encodeHostSampled({ disks: { items: [{ device: "sda", readBytesPerSecond: 0n }] } });
    const event = decodeHostSampled(bytes);
    expect(event.disks?.items[0]?.readBytesPerSecond).toBe(0n);
    expect(event.disks?.items[0]?.writeBytesPerSecond).toBeUndefined();
    expect(isFieldSet(event, HostSampledSchema.field.network)).toBe(false);
  });

  it("refuses bytes that are not protobuf", () => {
    expect(() => decodeHostSampled(Uint8Array.of(0x32, 0x05, 0x08))).toThrow();
  });
});

describe("InventoryObserved", () => {
  it("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(arbitraryMessage(InventoryObservedSchema), (event) => {
        const decoded = decodeInventoryObserved(encodeInventoryObserved(event));
        expect(equals(InventoryObservedSchema, decoded, event)).toBe(true);
      }),
    );
  });
});
