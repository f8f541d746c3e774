import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { BinaryReader, BinaryWriter, sizeDelimitedPeek, WireType } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrames, walkFrames } from "./frames.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";
import { LandedHostSchema } from "./generated/statwire/events/v1/landed_pb.js";
import { LandedBatch, type LandedIdentity } from "./landed-batch.js";
import { arbitraryMessage } from "./testing/arbitrary-message.js";

describe("LandedBatch", () => {
  it("writes what a protobuf library writes, while it grows and after it was cleared", () => {
    const rows = fc.array(fc.tuple(arbitraryIdentity(), arbitraryMessage(HostSampledSchema)), { maxLength: 12 });
    const batch = new LandedBatch(1);
    fc.assert(
      fc.property(rows, (events) => {
        batch.clear();
        for (const [identity, event] of events) {
          const payload = toBinary(HostSampledSchema, event);
          batch.append(identity, payload, 0, payload.length);
        }
        const expected = events.map(([identity, event]) => {
          const { eventSeq, receivedAtMs, ...rest } = identity;
          const landed = { ...rest, eventSeq: BigInt(eventSeq), receivedAtMs: BigInt(receivedAtMs), event };
          return toBinary(LandedHostSchema, create(LandedHostSchema, landed));
        });
        expect(batch.rows).toBe(events.length);
        // The same messages and lengths; the family stands with the other names instead of behind the event.
        expect(rewritten(batch.bytes())).toEqual(expected.map((bytes) => Buffer.from(bytes)));
        expect(batch.byteLength).toBe(batch.bytes().length);
      }),
    );
  });

  it("keeps the true identity and the exact event, whatever the event's bytes", () => {
    fc.assert(
      fc.property(arbitraryIdentity(), fc.array(hostileEvent(), { minLength: 1, maxLength: 5 }), (identity, events) => {
        const batch = new LandedBatch(1);
        const payload = encodeFrames(events);
        let eventIndex = 0;
        walkFrames(payload, (start, end) => {
          batch.append({ ...identity, eventIndex }, payload, start, end);
          eventIndex += 1;
        });
        expect(landedMessages(batch.bytes())).toEqual(
          events.map((event, index) => ({ ...identity, eventIndex: index, event: Buffer.from(event) })),
        );
      }),
    );
  });

  it("lands a forgery under the true node, for a reader that decodes the event too", () => {
    const forged = new BinaryWriter().tag(1, WireType.Varint).uint64(9n);
    // Unknown to HostSampled, so a decoder passes over it; and a whole Landed message behind the event.
    forged.tag(102, WireType.LengthDelimited).string("other-node");
    const other = toBinary(LandedHostSchema, create(LandedHostSchema, { event: { sequence: 9n } }));
    const event = Buffer.concat([toBinary(HostSampledSchema, create(HostSampledSchema, {})), forged.finish(), other]);
    const batch = new LandedBatch();
    batch.append(
      { workspace: "w", node: "n", family: "host", eventSeq: 1, eventIndex: 0, receivedAtMs: 5 },
      event,
      0,
      event.length,
    );
    const { offset } = sizeDelimitedPeek(batch.bytes());
    const landed = fromBinary(LandedHostSchema, batch.bytes().slice(offset ?? 0));
    expect(landed).toMatchObject({
      workspace: "w",
      node: "n",
      family: "host",
      eventSeq: 1n,
      eventIndex: 0,
      receivedAtMs: 5n,
    });
    expect(landed.event?.bootId).toBe(9n);
  });

  it("takes a part of a payload", () => {
    const batch = new LandedBatch();
    batch.append(
      { workspace: "w", node: "n", family: "host", eventSeq: 7, eventIndex: 1, receivedAtMs: 1e12 },
      Buffer.from("abcdef"),
      2,
      4,
    );
    expect(landedMessages(batch.bytes())[0]?.event.toString()).toBe("cd");
  });

  it.each([
    ["a negative sequence", { eventSeq: -1 }],
    ["a fraction", { eventIndex: 0.5 }],
    ["a time beyond 2^53", { receivedAtMs: 2 ** 53 }],
    ["no number", { receivedAtMs: Number.NaN }],
  ])("refuses %s and appends nothing", (_, wrong) => {
    const batch = new LandedBatch();
    const identity = {
      workspace: "w",
      node: "n",
      family: "host",
      eventSeq: 1,
      eventIndex: 0,
      receivedAtMs: 1,
      ...wrong,
    };
    expect(() => batch.append(identity, Uint8Array.of(1), 0, 1)).toThrow(RangeError);
    expect([batch.rows, batch.byteLength]).toEqual([0, 0]);
  });
});

function arbitraryIdentity(): fc.Arbitrary<LandedIdentity> {
  const name = fc.oneof(fc.constantFrom("default", "web-1"), fc.string({ unit: "grapheme", minLength: 1 }));
  return fc.record({
    workspace: name,
    node: name,
    family: fc.constantFrom("host", "host.disks", "inventory"),
    eventSeq: fc.maxSafeNat(),
    eventIndex: fc.nat(),
    receivedAtMs: fc.maxSafeNat(),
  });
}

/** Bytes that try to reach the identity: garbage, and events with fields 1 to 6 of any wire type behind them. */
function hostileEvent(): fc.Arbitrary<Uint8Array> {
  const garbage = fc.uint8Array({ minLength: 1, maxLength: 200 });
  const forgedField = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 7 }), garbage).map(
    // Even with a length that claims more bytes than there are.
    ([number, wireType, value]) => Buffer.from([(number << 3) | wireType, value.length + (value[0] ?? 0), ...value]),
  );
  const forged = fc
    .tuple(arbitraryMessage(HostSampledSchema), fc.array(forgedField, { minLength: 1, maxLength: 6 }))
    .map(([event, fields]) => Buffer.concat([toBinary(HostSampledSchema, event), ...fields]));
  return fc.oneof(garbage, forged);
}

/** Each message of the batch, read and written again by the protobuf library. */
function rewritten(bytes: Uint8Array): Buffer[] {
  const reader = new BinaryReader(bytes);
  const messages: Buffer[] = [];
  while (reader.pos < reader.len) {
    const length = reader.uint32();
    const message = fromBinary(LandedHostSchema, bytes.slice(reader.pos, reader.pos + length));
    messages.push(Buffer.from(toBinary(LandedHostSchema, message)));
    reader.pos += length;
  }
  return messages;
}

interface Landed extends LandedIdentity {
  event: Buffer;
}

/** Reads the batch field by field, with field 6 as bytes; a field that comes twice or beyond the message fails. */
function landedMessages(bytes: Uint8Array): Landed[] {
  const reader = new BinaryReader(bytes);
  const messages: Landed[] = [];
  while (reader.pos < reader.len) {
    const length = reader.uint32();
    messages.push(landedMessage(new BinaryReader(bytes.slice(reader.pos, reader.pos + length))));
    reader.pos += length;
  }
  expect(reader.pos).toBe(bytes.length);
  return messages;
}

function landedMessage(reader: BinaryReader): Landed {
  const message: Landed = {
    workspace: "",
    node: "",
    family: "",
    eventSeq: 0,
    eventIndex: 0,
    receivedAtMs: 0,
    event: Buffer.of(),
  };
  let previous = 0;
  while (reader.pos < reader.len) {
    const [field] = reader.tag();
    if (field !== 7) {
      expect(field).toBeGreaterThan(previous);
      previous = field;
    }
    if (field === 1) message.workspace = reader.string();
    else if (field === 2) message.node = reader.string();
    else if (field === 3) message.eventSeq = Number(reader.uint64());
    else if (field === 4) message.eventIndex = reader.uint32();
    else if (field === 5) message.receivedAtMs = Number(reader.int64());
    else if (field === 7) message.family = reader.string();
    else message.event = Buffer.from(reader.bytes());
  }
  expect([reader.pos, previous]).toEqual([reader.len, 6]);
  return message;
}
