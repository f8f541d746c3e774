/** What a time server says, seen from this host; milliseconds. */
export interface ServerTime {
  /** Positive when this host's clock is ahead. */
  offsetMs: number;
  /** There and back, without the time the server took. */
  delayMs: number;
  rootDelayMs: number;
  rootDispersionMs: number;
  stratum: number;
}

export interface SntpRequest {
  /** The eight bytes that the request carried in place of a time. */
  nonce: Buffer;
  /** By this host's clock, Unix milliseconds. */
  sentAtMs: number;
  receivedAtMs: number;
}

/** Seconds between 1900, where NTP counts from, and 1970. */
const epochSeconds = 2_208_988_800;

/** NTP's seconds overflow every 136 years; those with the highest bit off are of the era that begins in 2036. */
const eraSeconds = 2 ** 32;

const packetBytes = 48;
const clientVersion4 = 0x23;
const modeServer = 4;
const leapUnsynchronized = 3;
const stratumMax = 15;

/**
 * A client's packet (RFC 5905, section 7.3; what a client must check is section 14 and RFC 4330). The transmit time is a
 * number that nobody can guess: the server sends it back, and our own time is nobody's business.
 */
export function sntpRequest(nonce: Uint8Array): Buffer {
  const request = Buffer.alloc(packetBytes);
  request.writeUInt8(clientVersion4, 0);
  request.set(nonce, 40);
  return request;
}

export function parseSntp(
  reply: Buffer,
  { nonce, sentAtMs, receivedAtMs }: SntpRequest,
): ({ ok: true } & ServerTime) | { ok: false; reason: string } {
  if (reply.length < packetBytes) return { ok: false, reason: `an answer of ${reply.length} bytes` };
  const first = reply.readUInt8(0);
  if ((first & 7) !== modeServer || !reply.subarray(24, 32).equals(nonce)) {
    return { ok: false, reason: "not the answer to our request" };
  }
  const stratum = reply.readUInt8(1);
  if (stratum === 0) return { ok: false, reason: `refused: ${reply.toString("latin1", 12, 16).replace(/[^\w]/g, "")}` };
  if (first >> 6 === leapUnsynchronized || stratum > stratumMax) {
    return { ok: false, reason: "the server is not synchronized itself" };
  }
  const serverReceivedMs = readTime(reply, 32);
  const serverSentMs = readTime(reply, 40);
  return {
    ok: true,
    offsetMs: (sentAtMs - serverReceivedMs + (receivedAtMs - serverSentMs)) / 2,
    delayMs: Math.max(0, receivedAtMs - sentAtMs - (serverSentMs - serverReceivedMs)),
    rootDelayMs: readShort(reply, 4),
    rootDispersionMs: readShort(reply, 8),
    stratum,
  };
}

/** A 64-bit timestamp in Unix milliseconds. */
export function readTime(bytes: Buffer, at: number): number {
  const seconds = bytes.readUInt32BE(at);
  const era = seconds < 2 ** 31 ? eraSeconds : 0;
  return (seconds + era - epochSeconds + bytes.readUInt32BE(at + 4) / 2 ** 32) * 1000;
}

/** 16 bits of seconds and 16 of their fraction. */
function readShort(bytes: Buffer, at: number): number {
  return (bytes.readUInt32BE(at) / 2 ** 16) * 1000;
}
