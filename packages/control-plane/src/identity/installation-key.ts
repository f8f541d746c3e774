import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** What the keys made of the installation's key are for; a key for one thing is of no use for another. */
export type KeyPurpose =
  | "session-cookie"
  | "csrf"
  | "sign-in-elsewhere"
  | "recovery-codes"
  | "links"
  | `tokens ${number}`;

/** The secret that an installation has one of: everything here that is signed hangs on it. */
export interface InstallationKey {
  /** The key for one purpose, 32 bytes: HKDF-SHA256 (RFC 5869) with the purpose as its info. */
  keyFor(purpose: KeyPurpose): Buffer;
}

/** The key as the operator keeps it: a random text. */
export function installationKey(text: string): InstallationKey {
  const made = new Map<KeyPurpose, Buffer>();
  return {
    keyFor(purpose) {
      const known = made.get(purpose);
      if (known !== undefined) return known;
      const key = Buffer.from(hkdfSync("sha256", text, "statwire identity", purpose, 32));
      // Keys of tokens change with time: those of long ago are made again when they are asked for.
      if (made.size > 64) made.clear();
      made.set(purpose, key);
      return key;
    },
  };
}

/** HMAC-SHA256 as base64url. The parts cannot run into each other. */
export function signature(key: Buffer, ...parts: readonly (string | number)[]): string {
  return createHmac("sha256", key).update(JSON.stringify(parts), "utf8").digest("base64url");
}

/** Whether two texts are the same, in a time that does not depend on how much of them is. */
export function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, "utf8"), Buffer.from(other, "utf8")];
  return left.length === right.length && timingSafeEqual(left, right);
}
