import { createHash } from "node:crypto";

/** Bytes that are compared at the beginning of a file and before a position. */
export const windowBytes = 256;

const digestBytes = 8;

/** What tells a file from another at an offset: its first bytes and those before the offset, up to `windowBytes` each. */
export interface Windows {
  head: Uint8Array;
  tail: Uint8Array;
}

/**
 * Fingerprint of a position: eight bytes of SHA-256 of the head and eight of the tail. Apart, because a copy that ends
 * before the position still has the same head.
 */
export function fingerprint({ head, tail }: Windows): Uint8Array {
  return Buffer.concat([digest(head), digest(tail)]);
}

/** How many bytes each window of a position has. */
export function windowLength(offset: number): number {
  return Math.min(windowBytes, offset);
}

export function hasHead(print: Uint8Array, head: Uint8Array): boolean {
  return digest(head).equals(print.subarray(0, digestBytes));
}

export function hasTail(print: Uint8Array, tail: Uint8Array): boolean {
  return digest(tail).equals(print.subarray(digestBytes));
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest().subarray(0, digestBytes);
}
