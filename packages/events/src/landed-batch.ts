import { create, toBinary } from "@bufbuild/protobuf";
import { LandedHostSchema } from "./generated/statwire/events/v1/landed_pb.js";
import { varintLength, writeVarint } from "./varint.js";

/** What the log vouches for: names from the subject, numbers from the stream. Non-negative safe integers. */
export interface LandedIdentity {
  workspace: string;
  node: string;
  /** The family of the subject, which numbers the event. */
  family: string;
  /** Stream sequence of the message. */
  eventSeq: number;
  /** The event's place in the message, from 0. */
  eventIndex: number;
  /** When the stream stored the message (Unix milliseconds). */
  receivedAtMs: number;
}

// Key bytes of fields 3 to 6 of a Landed message: field number << 3 | wire type.
const eventSeqKey = 0x18;
const eventIndexKey = 0x20;
const receivedAtMsKey = 0x28;
const eventKey = 0x32;

/** Names of so many lanes are kept encoded; beyond that the cache starts again. */
const cachedNamesMax = 200_000;

/**
 * Collects events as length-delimited `Landed…` messages, the body of one insert `FORMAT Protobuf`.
 * An event is copied as field 6 inside its own length and never read, so nothing in it can reach the fields of the
 * identity. Every kind of event has the same frame: they differ in the type of field 6 alone.
 */
export class LandedBatch {
  #buffer: Uint8Array;
  #length = 0;
  #rows = 0;
  readonly #names = new EncodedNames();

  constructor(initialBytes = 1 << 20) {
    this.#buffer = new Uint8Array(Math.max(initialBytes, 64));
  }

  /** Events appended since the last `clear`. */
  get rows(): number {
    return this.#rows;
  }

  /** Length of `bytes()`; the caller bounds it. */
  get byteLength(): number {
    return this.#length;
  }

  /**
   * Appends the event at `[start, end)` of a payload.
   * @throws RangeError when a number of the identity is negative, fractional or beyond 2^53.
   */
  append(identity: LandedIdentity, payload: Uint8Array, start: number, end: number): void {
    const { eventSeq, eventIndex, receivedAtMs } = identity;
    if (!isCount(eventSeq) || !isCount(eventIndex) || !isCount(receivedAtMs)) {
      throw new RangeError(`identity of an event out of range: ${eventSeq}, ${eventIndex}, ${receivedAtMs}`);
    }
    const names = this.#names.of(identity.workspace, identity.node, identity.family);
    const eventLength = end - start;
    const messageLength =
      names.length +
      fieldLength(eventSeq) +
      fieldLength(eventIndex) +
      fieldLength(receivedAtMs) +
      1 +
      varintLength(eventLength) +
      eventLength;
    this.#reserve(varintLength(messageLength) + messageLength);

    const buffer = this.#buffer;
    let at = writeVarint(buffer, this.#length, messageLength);
    buffer.set(names, at);
    at = writeField(buffer, at + names.length, eventSeqKey, eventSeq);
    at = writeField(buffer, at, eventIndexKey, eventIndex);
    at = writeField(buffer, at, receivedAtMsKey, receivedAtMs);
    buffer[at++] = eventKey;
    at = writeVarint(buffer, at, eventLength);
    buffer.set(payload.subarray(start, end), at);
    this.#length = at + eventLength;
    this.#rows += 1;
  }

  /** The messages so far, as a view that the next `append` or `clear` may overwrite. */
  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Forgets the events and keeps the memory. */
  clear(): void {
    this.#length = 0;
    this.#rows = 0;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.bytes());
    this.#buffer = larger;
  }
}

/** Fields 1, 2 and 7 (workspace, node and family), encoded once a lane. */
class EncodedNames {
  readonly #byNode = new Map<string, Map<string, Map<string, Uint8Array>>>();
  #count = 0;

  of(workspace: string, node: string, family: string): Uint8Array {
    return this.#byNode.get(node)?.get(family)?.get(workspace) ?? this.#add(workspace, node, family);
  }

  #add(workspace: string, node: string, family: string): Uint8Array {
    if (this.#count >= cachedNamesMax) {
      this.#byNode.clear();
      this.#count = 0;
    }
    const names = toBinary(LandedHostSchema, create(LandedHostSchema, { workspace, node, family }));
    const families = this.#byNode.get(node) ?? new Map<string, Map<string, Uint8Array>>();
    const workspaces = families.get(family) ?? new Map<string, Uint8Array>();
    this.#byNode.set(node, families.set(family, workspaces.set(workspace, names)));
    this.#count += 1;
    return names;
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** proto3 leaves out a field that is zero. */
function fieldLength(value: number): number {
  return value === 0 ? 0 : 1 + varintLength(value);
}

function writeField(buffer: Uint8Array, offset: number, key: number, value: number): number {
  if (value === 0) return offset;
  buffer[offset] = key;
  return writeVarint(buffer, offset + 1, value);
}
