import { type Module, modules } from "./families.js";
import { HostSampledSchema } from "./generated/statwire/events/v1/host_pb.js";

/** What a `HostSampled` says of itself, without its modules having been decoded. */
export interface HostOutline {
  /** These three as doubles: exact up to 2^53, beyond it about right. */
  bootId: number;
  sequence: number;
  observedAtMs: number;
  requested: boolean;
  clearsHistory: boolean;
  /** Bit n for the module of field n; see `modulesIn`. */
  moduleBits: number;
}

const { bootId, sequence, observedAtMs, requested, clearsHistory, sources } = HostSampledSchema.field;
const numberOf: ReadonlyMap<Module, number> = new Map(
  modules.map((module) => [module, HostSampledSchema.field[module].number]),
);
const moduleNumberMax = 31;
const placeNumbers = [bootId, sequence, observedAtMs, requested, clearsHistory, sources].map(({ number }) => number);

/**
 * Reads the outline of a `HostSampled`, in a small part of the time that decoding it takes. Undefined when the bytes are no
 * fields of protobuf, or not of the expected types; what is inside the modules is not looked at.
 */
export function readHostOutline(bytes: Uint8Array): HostOutline | undefined {
  const outline = {
    bootId: 0,
    sequence: 0,
    observedAtMs: 0,
    requested: false,
    clearsHistory: false,
    moduleBits: 0,
  };
  const isSound = walkFields(bytes, (number, wireType, value) => {
    if (number > moduleNumberMax) return true;
    if (number > clearsHistory.number) {
      outline.moduleBits |= 1 << number;
      return wireType === lengthDelimited;
    }
    if (number === bootId.number) outline.bootId = value;
    else if (number === sequence.number) outline.sequence = value;
    else if (number === observedAtMs.number) outline.observedAtMs = value;
    else if (number === requested.number) outline.requested = value !== 0;
    else outline.clearsHistory = value !== 0;
    return wireType === varint;
  });
  return isSound ? outline : undefined;
}

/** The modules that an outline names. */
export function modulesIn({ moduleBits }: Pick<HostOutline, "moduleBits">): Module[] {
  return modules.filter((module) => (moduleBits & (1 << (numberOf.get(module) ?? 0))) !== 0);
}

/** The other way round, for a comparison with an outline. */
export function moduleBitsOf(some: Iterable<string>): number {
  let bits = 0;
  for (const name of some) {
    const number = numberOf.get(name as Module);
    if (number !== undefined) bits |= 1 << number;
  }
  return bits;
}

/** The bytes of the same event with only some of its modules: cheap to decode. For bytes that have an outline. */
export function withModules(bytes: Uint8Array, wanted: readonly Module[]): Uint8Array {
  const kept = new Set([...placeNumbers, ...wanted.map((module) => numberOf.get(module) ?? 0)]);
  const picked = new Uint8Array(bytes.length);
  let length = 0;
  walkFields(bytes, (number, _wireType, _value, start, end) => {
    if (kept.has(number)) {
      picked.set(bytes.subarray(start, end), length);
      length += end - start;
    }
    return true;
  });
  return picked.subarray(0, length);
}

// Wire types of the protobuf encoding (https://protobuf.dev/programming-guides/encoding/); groups are not used.
const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;
const varintBytesMax = 10;

type Visit = (number: number, wireType: number, value: number, start: number, end: number) => boolean;

/** Calls `visit` for each field with its bytes' range; false when the bytes are not fields, or `visit` says so. */
function walkFields(bytes: Uint8Array, visit: Visit): boolean {
  let at = 0;
  let value = 0;
  const readVarint = (): boolean => {
    value = 0;
    let weight = 1;
    for (let count = 0; count < varintBytesMax; count += 1) {
      const byte = bytes[at];
      if (byte === undefined) return false;
      at += 1;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return true;
      weight *= 0x80;
    }
    return false;
  };
  while (at < bytes.length) {
    const start = at;
    if (!readVarint()) return false;
    const wireType = value % 8;
    const number = Math.floor(value / 8);
    if (number === 0) return false;
    if (wireType === fixed64) at += 8;
    else if (wireType === fixed32) at += 4;
    else if (wireType !== varint && wireType !== lengthDelimited) return false;
    else if (!readVarint()) return false;
    if (wireType === lengthDelimited) at += value;
    if (at > bytes.length || !visit(number, wireType, value, start, at)) return false;
  }
  return true;
}
