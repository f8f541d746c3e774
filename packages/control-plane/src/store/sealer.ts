import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Encrypts what is stored apart. */
export interface Sealer {
  /** False for an installation without a key: nothing is taken, and nothing can be read. */
  hasKey: boolean;
  /** @param place where it is kept; it cannot be opened as if it came from anywhere else */
  seal(plain: Uint8Array, place: string): Uint8Array;
  /** @throws when it was not sealed with this key for this place. */
  open(sealed: Uint8Array, place: string): Uint8Array;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) with random nonces, which are good for 2^32 values of one key: a nonce, the tag, then the
 * encrypted bytes.
 * @param key any secret text of high entropy
 */
export function createSealer(key: string): Sealer {
  const digest = createHash("sha256").update("statwire secrets 1\n").update(key, "utf8").digest();
  return {
    hasKey: true,
    seal(plain, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", digest, nonce).setAAD(Buffer.from(place));
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
    },
    open(sealed, place) {
      const nonce = sealed.subarray(0, nonceBytes);
      const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
      const decipher = createDecipheriv("aes-256-gcm", digest, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
  };
}

/** For an installation without a key. */
export const sealerWithoutKey: Sealer = {
  hasKey: false,
  seal: () => {
    throw new Error("no key is set to encrypt secrets with");
  },
  open: () => {
    throw new Error("no key is set to decrypt secrets with");
  },
};
