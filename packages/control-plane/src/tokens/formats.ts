import { createHash } from "node:crypto";

/** How a token is written: Statwire's own, Peekaping's `pk_…`, 64 hexadecimal digits, 32 letters and digits (Nezha). */
export const tokenFormats = ["statwire", "peekaping", "hex64", "alphanumeric32"] as const;

export type TokenFormat = (typeof tokenFormats)[number];

const patterns: Readonly<Record<TokenFormat, RegExp>> = {
  statwire: /^sw_[A-Za-z0-9_-]{43}$/,
  // Base64 with padding, in the alphabet for URLs, of JSON with an id and a key.
  peekaping: /^pk_[A-Za-z0-9_-]{16,500}={0,2}$/,
  hex64: /^[0-9a-fA-F]{64}$/,
  alphanumeric32: /^[A-Za-z0-9]{32}$/,
};

/** Whether a text is written as tokens are; whether there is such a token is asked elsewhere. */
export function isTokenText(text: string): boolean {
  return tokenFormats.some((format) => patterns[format].test(text));
}

/** Whether a value names a format. */
export function isTokenFormat(value: unknown): value is TokenFormat {
  return typeof value === "string" && Object.hasOwn(patterns, value);
}

/** What is kept of a token: texts of so many random bits need no salt. */
export function tokenDigest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
