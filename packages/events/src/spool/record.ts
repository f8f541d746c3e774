import { crc32c } from "./crc32c.js";

/**
 * A record in a segment: magic (4 bytes), length of the body, CRC-32C of the body (both 32 bits, little-endian), body.
 * The magic is where reading finds its feet again behind a damaged place.
 */
export type SpoolEntry =
  /** First in each segment: which run of the kernel wrote it. */
  | { type: "header"; kernelBootId: string }
  | { type: "reading"; reading: SpooledReading }
  /** Readings that the log has stored. */
  | { type: "acknowledged"; places: readonly SpoolPlace[] };

/** One event as it waits to be published. */
export interface SpooledReading {
  family: string;
  bootId: number;
  sequence: number;
  observedAtMs: number;
  event: Uint8Array;
}

/** Where a record starts: the number of its segment and the offset in it. */
export interface SpoolPlace {
  segment: number;
  offset: number;
}

export type ReadSpoolEntry = { ok: true; entry: SpoolEntry; end: number } | { ok: false; cutOff: boolean };

export const magic = Buffer.from([0x53, 0x57, 0x52, 0x01]);

const prefixBytes = 12;

/** No record is longer; a length beyond it is damage. An event is a few hundred bytes, some kilobytes on big hosts. */
export const bodyBytesMax = 1024 * 1024;

const types = { header: 1, reading: 2, acknowledged: 3 } as const;

/** @throws RangeError when the event is larger than a record may be. */
export function encodeSpoolEntry(entry: SpoolEntry): Buffer {
  const body = encodeBody(entry);
  if (body.length > bodyBytesMax) throw new RangeError(`spool: a record of ${body.length} bytes is too large`);
  const record = Buffer.allocUnsafe(prefixBytes + body.length);
  magic.copy(record);
  record.writeUInt32LE(body.length, 4);
  record.writeUInt32LE(crc32c(body), 8);
  body.copy(record, prefixBytes);
  return record;
}

/** Reads the record at `offset`; `cutOff` when it goes on behind the end, as after a crash in the middle of a write. */
export function readSpoolEntry(bytes: Buffer, offset: number): ReadSpoolEntry {
  const left = bytes.length - offset;
  const start = bytes.subarray(offset, offset + magic.length);
  if (!start.equals(magic.subarray(0, start.length))) return { ok: false, cutOff: false };
  if (left < prefixBytes) return { ok: false, cutOff: true };
  const length = bytes.readUInt32LE(offset + 4);
  if (length === 0 || length > bodyBytesMax) return { ok: false, cutOff: false };
  const end = offset + prefixBytes + length;
  if (end > bytes.length) return { ok: false, cutOff: true };
  if (crc32c(bytes, offset + prefixBytes, end) !== bytes.readUInt32LE(offset + 8)) return { ok: false, cutOff: false };
  const entry = decodeBody(bytes.subarray(offset + prefixBytes, end));
  return entry === undefined ? { ok: false, cutOff: false } : { ok: true, entry, end };
}

function encodeBody(entry: SpoolEntry): Buffer {
  const type = Buffer.from([types[entry.type]]);
  switch (entry.type) {
    case "header":
      return Buffer.concat([type, Buffer.from(entry.kernelBootId)]);
    case "acknowledged": {
      const places = Buffer.allocUnsafe(entry.places.length * 8);
      for (const [index, { segment, offset }] of entry.places.entries()) {
        places.writeUInt32LE(segment, index * 8);
        places.writeUInt32LE(offset, index * 8 + 4);
      }
      return Buffer.concat([type, places]);
    }
    case "reading": {
      const { family, bootId, sequence, observedAtMs, event } = entry.reading;
      const familyBytes = Buffer.from(family);
      const numbers = Buffer.allocUnsafe(25);
      numbers.writeBigUInt64LE(BigInt(bootId), 0);
      numbers.writeBigUInt64LE(BigInt(sequence), 8);
      numbers.writeBigInt64LE(BigInt(observedAtMs), 16);
      numbers.writeUInt8(familyBytes.length, 24);
      return Buffer.concat([type, numbers, familyBytes, event]);
    }
  }
}

/** Undefined for a type of record that this version does not know. */
function decodeBody(body: Buffer): SpoolEntry | undefined {
  const rest = body.subarray(1);
  switch (body[0]) {
    case types.header:
      return { type: "header", kernelBootId: rest.toString() };
    case types.acknowledged: {
      const places = Array.from({ length: Math.floor(rest.length / 8) }, (_, index) => ({
        segment: rest.readUInt32LE(index * 8),
        offset: rest.readUInt32LE(index * 8 + 4),
      }));
      return { type: "acknowledged", places };
    }
    case types.reading: {
      const familyEnd = 25 + (rest[24] ?? 0);
      if (rest.length < familyEnd) return undefined;
      const reading = {
        bootId: Number(rest.readBigUInt64LE(0)),
        sequence: Number(rest.readBigUInt64LE(8)),
        observedAtMs: Number(rest.readBigInt64LE(16)),
        family: rest.toString("utf8", 25, familyEnd),
        event: rest.subarray(familyEnd),
      };
      return { type: "reading", reading };
    }
    default:
      return undefined;
  }
}
