import { sameText, signature } from "./installation-key.js";

/** How many are handed out at once. */
export const recoveryCodesCount = 10;
/** Bytes of randomness in each: 50 bits are used, which cannot be guessed against the lockout. */
export const recoveryCodeBytes = 10;

/** No letter that could be taken for a digit (Crockford's base32). */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A code such as `4f7kq-9xw2m` of random bytes. */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, recoveryCodeBytes), (byte) => alphabet[byte % alphabet.length]).join("");
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/**
 * What is kept of a code. It is short, so a plain hash could be searched for by whoever has the store: this one needs the
 * installation's key as well.
 */
export function recoveryCodeHash(key: Buffer, userId: string, code: string): string {
  return signature(key, userId, plain(code));
}

/** The hashes that are left when a code is used; undefined when it is none of them. */
export function withoutUsed(
  key: Buffer,
  userId: string,
  hashes: readonly string[],
  code: string,
): string[] | undefined {
  const used = recoveryCodeHash(key, userId, code);
  const left = hashes.filter((hash) => !sameText(hash, used));
  return left.length === hashes.length ? undefined : left;
}

/** People type them in capitals, with blanks or without the hyphen. */
function plain(code: string): string {
  return code.toLowerCase().replaceAll(/[\s-]/g, "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
}
