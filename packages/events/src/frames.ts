import { varintLength, writeVarint } from "./varint.js";

/** A payload that is not a whole number of length-delimited events; `offset` is the byte where it goes wrong. */
export class FrameError extends Error {
  override readonly name = "FrameError";
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(`${reason} at byte ${offset}`);
    this.offset = offset;
  }
}

/** Five varint bytes say up to 2^35, more than any payload holds. */
const lengthBytesMax = 5;

/**
 * Joins encoded events into one payload: each after its length as a varint (protobuf's "delimited" form).
 * @throws FrameError when there is no event, or an empty one.
 */
export function encodeFrames(events: readonly Uint8Array[]): Uint8Array {
  if (events.length === 0) throw new FrameError("no event", 0);
  let length = 0;
  for (const event of events) {
    if (event.length === 0) throw new FrameError("empty event", length);
    length += varintLength(event.length) + event.length;
  }
  const payload = new Uint8Array(length);
  let at = 0;
  for (const event of events) {
    at = writeVarint(payload, at, event.length);
    payload.set(event, at);
    at += event.length;
  }
  return payload;
}

/**
 * Calls `visit` with the start and end of each event in a payload, in order; returns how many there were.
 * The whole payload is checked first, so a malformed one visits nothing.
 * @throws FrameError on an empty payload, an empty event, a length that is cut off, longer than it needs to be or
 * beyond the end.
 */
export function walkFrames(payload: Uint8Array, visit: (start: number, end: number) => void): number {
  checkFrames(payload);
  let count = 0;
  for (let at = 0; at < payload.length; count += 1) {
    const start = at + lengthBytes(payload, at);
    at = start + frameLength(payload, at);
    visit(start, at);
  }
  return count;
}

function checkFrames(payload: Uint8Array): void {
  if (payload.length === 0) throw new FrameError("no event", 0);
  for (let at = 0; at < payload.length; ) {
    const prefix = lengthBytes(payload, at);
    const length = frameLength(payload, at);
    if (length === 0) throw new FrameError("empty event", at);
    if (length > payload.length - at - prefix) {
      throw new FrameError(`event of ${length} bytes with ${payload.length - at - prefix} left`, at);
    }
    at += prefix + length;
  }
}

function lengthBytes(payload: Uint8Array, offset: number): number {
  for (let count = 1; count <= lengthBytesMax; count += 1) {
    const byte = payload[offset + count - 1];
    if (byte === undefined) throw new FrameError("length cut off", offset);
    if (byte === 0 && count > 1) throw new FrameError("overlong length", offset);
    if (byte < 0x80) return count;
  }
  throw new FrameError("overlong length", offset);
}

/** The value of the varint at `offset`, which `lengthBytes` has found sound. */
function frameLength(payload: Uint8Array, offset: number): number {
  let length = 0;
  let weight = 1;
  for (let at = offset; ; at += 1) {
    const byte = payload[at] ?? 0;
    length += (byte & 0x7f) * weight;
    if (byte < 0x80) return length;
    weight *= 0x80;
  }
}
