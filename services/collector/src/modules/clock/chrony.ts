/**
 * chronyd's command protocol, version 6 (chrony's candm.h): one datagram each way, numbers in network order, floats in
 * 32 bits of their own kind. Only the one request for the state of synchronization is made.
 */
export interface ChronyState {
  synchronized: boolean;
  /** Positive when this host's clock is ahead. */
  offsetSeconds: number;
  rootDelaySeconds: number;
  rootDispersionSeconds: number;
  stratum: number;
  /** Positive when this host's clock runs fast. */
  frequencyPpm: number;
  reference: string;
}

const version = 6;
const packet = { request: 1, reply: 2 } as const;
const requestTracking = 33;
const replyTracking = 5;

/** A request is padded to the length of its reply, so that chronyd cannot be used to amplify traffic. */
const replyBytes = 104;

/** A reply begins with 28 bytes of header; the fields of tracking follow it, aligned to 4. */
const body = 28;
const fields = {
  referenceId: body,
  address: body + 4,
  family: body + 20,
  stratum: body + 24,
  leap: body + 26,
  correction: body + 40,
  frequency: body + 52,
  rootDelay: body + 64,
  rootDispersion: body + 68,
} as const;

/** `leap_status` of a clock that follows nothing. */
const unsynchronized = 3;

/** Reference of a chronyd that serves its own clock for want of a better one (`local`): 127.127.1.1. */
const ownClock = 0x7f7f0101;

export function trackingRequest(sequence: number): Buffer {
  const request = Buffer.alloc(replyBytes);
  request.writeUInt8(version, 0);
  request.writeUInt8(packet.request, 1);
  request.writeUInt16BE(requestTracking, 4);
  request.writeUInt32BE(sequence, 8);
  return request;
}

/** @throws Error when it is no reply to the request of that number, or one that says that the request was refused. */
export function parseTracking(reply: Buffer, sequence: number): ChronyState {
  if (reply.length < body || reply.readUInt8(1) !== packet.reply || reply.readUInt32BE(16) !== sequence) {
    throw new Error("chronyd: not the answer to our request");
  }
  const status = reply.readUInt16BE(8);
  if (status !== 0) throw new Error(`chronyd: refused with status ${status}`);
  if (reply.readUInt16BE(6) !== replyTracking || reply.length < replyBytes) {
    throw new Error(`chronyd: answer of an unknown kind, version ${reply.readUInt8(0)}`);
  }
  return {
    synchronized:
      reply.readUInt16BE(fields.leap) !== unsynchronized && reply.readUInt32BE(fields.referenceId) !== ownClock,
    // What chronyd still has to add to the clock.
    offsetSeconds: -readFloat(reply, fields.correction),
    rootDelaySeconds: readFloat(reply, fields.rootDelay),
    rootDispersionSeconds: readFloat(reply, fields.rootDispersion),
    stratum: reply.readUInt16BE(fields.stratum),
    frequencyPpm: readFloat(reply, fields.frequency),
    reference: reference(reply),
  };
}

/** Seven bits of exponent and 25 of coefficient, both in two's complement. */
export function readFloat(bytes: Buffer, at: number): number {
  const word = bytes.readInt32BE(at);
  const exponent = word >> 25;
  const coefficient = (word << 7) >> 7;
  return coefficient * 2 ** (exponent - 25);
}

/** The address of the server, or the name of a clock at this host (`GPS`, `PPS0`), which stands in the reference id. */
function reference(reply: Buffer): string {
  const family = reply.readUInt16BE(fields.family);
  const { address, referenceId } = fields;
  if (family === 1) return Array.from(reply.subarray(address, address + 4)).join(".");
  if (family === 2) return ipv6(reply.subarray(address, address + 16));
  const id = reply
    .subarray(referenceId, referenceId + 4)
    .toString("latin1")
    .replace(/\0+$/, "");
  return /^[\x21-\x7e]+$/.test(id) ? id : "";
}

/** In the short form of RFC 5952, which URL writes. */
function ipv6(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
