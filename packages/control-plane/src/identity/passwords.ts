import { hash as argon2Hash, verify as argon2Verify } from "@node-rs/argon2";
import bcrypt from "bcryptjs";

/** Longest password, in bytes of UTF-8: hashing takes longer with every byte. */
export const passwordBytesMax = 1_024;
/** Shortest password, in characters. */
export const passwordCharactersMin = 8;

/** Argon2id with 19 MiB, two passes and one lane: OWASP Password Storage Cheat Sheet. */
const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const argon2idPrefix = "$argon2id$v=19$m=19456,t=2,p=1$";
const bcryptHash = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
/** This bcrypt runs on the event loop: an imported hash may take it for some hundred milliseconds, not for minutes. */
const bcryptCostMax = 12;

/** Whether a password is right, and whether its hash should be made anew because it is weaker than today's. */
export interface PasswordVerdict {
  isRight: boolean;
  isOutdated: boolean;
}

/** Why a password is not taken; undefined when it is. It says nothing of the password itself. */
export function passwordFault(password: string): string | undefined {
  if ([...password].length < passwordCharactersMin) return `expected at least ${passwordCharactersMin} characters`;
  if (Buffer.byteLength(password) > passwordBytesMax) return `expected at most ${passwordBytesMax} bytes`;
  return undefined;
}

/** The Argon2id hash of a password, with a salt of its own, in PHC form. Takes some 20 ms and 19 MiB. */
export function hashPassword(password: string): Promise<string> {
  return argon2Hash(password.normalize("NFC"), argon2id);
}

/**
 * Compares a password with a hash: Argon2, or bcrypt of another system. Without a hash (nobody has that name, or no
 * password) it takes as long as a wrong password takes, and is wrong.
 */
export async function verifyPassword(hash: string | undefined, password: string): Promise<PasswordVerdict> {
  const isTooLong = Buffer.byteLength(password) > passwordBytesMax;
  if (hash === undefined || isTooLong) {
    await argon2Verify(await nobodysHash(), isTooLong ? "" : password);
    return { isRight: false, isOutdated: false };
  }
  const bcryptCost = bcryptHash.exec(hash)?.[1];
  if (bcryptCost !== undefined) {
    const isRight = Number(bcryptCost) <= bcryptCostMax && (await bcrypt.compare(password, hash));
    return { isRight, isOutdated: isRight };
  }
  const isRight = hash.startsWith("$argon2") && (await argon2Verify(hash, password.normalize("NFC")));
  return { isRight, isOutdated: isRight && !hash.startsWith(argon2idPrefix) };
}

let madeForNobody: Promise<string> | undefined;

/** A hash that no password has, as costly to compare with as that of somebody. */
function nobodysHash(): Promise<string> {
  madeForNobody ??= argon2Hash(crypto.getRandomValues(new Uint8Array(32)), argon2id);
  return madeForNobody;
}
