import { equals, isFieldSet } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  encodeCollectorConfigured,
  encodeHostSampled,
  encodeInventoryObserved,
  encodeLogLinesRead,
} from "./codec.js";
import { CollectorConfiguredSchema } from "./generated/statwire/events/v1/configuration_pb.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { InventoryObservedSchema } from "./generated/statwire/events/v1/inventory_pb.js";
import { LogLinesReadSchema } from "./generated/statwire/events/v1/log_pb.js";
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

describe("CollectorConfigured", () => {
  it("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(arbitraryMessage(CollectorConfiguredSchema), (event) => {
        const decoded = decodeCollectorConfigured(encodeCollectorConfigured(event));
        expect(equals(CollectorConfiguredSchema, decoded, event)).toBe(true);
      }),
    );
  });
});

describe("LogLinesRead", () => {
  it("comes back from its bytes as it was", () => {
    fc.assert(
      fc.property(arbitraryMessage(LogLinesReadSchema), (event) => {
        expect(equals(LogLinesReadSchema, decodeLogLinesRead(encodeLogLinesRead(event)), event)).toBe(true);
      }),
    );
  });
});
