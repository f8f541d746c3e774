import { encodeUser, fmtCreds } from "@nats-io/jwt";
import { createUser, fromPublic, fromSeed, type KeyPair } from "@nats-io/nkeys";
import type { BusKeys } from "./bus-identity.js";
import { type NodeIdentity, permissionsOf } from "./permissions.js";
import { revokeUsers } from "./revocations.js";

/**
 * What signs credentials of nodes where the keys of the bus are not: a signing key of the nodes' account. Who has it can speak for
 * any node, and for nobody else.
 */
export interface EnrollmentKey {
  /** Public key of the nodes' account. */
  account: string;
  signer: KeyPair;
}

/** The key of an installation as one text, which is secret. */
export function enrollmentKeyText({ nodes, enrollment }: BusKeys): string {
  return `${nodes.getPublicKey()}.${Buffer.from(enrollment.getSeed()).toString("ascii")}`;
}

/** Reads such a text; undefined when it is none. */
export function parseEnrollmentKey(text: string): EnrollmentKey | undefined {
  const [, account, seed] = /^(A[A-Z2-7]{55})\.(SA[A-Z2-7]{56})$/.exec(text) ?? [];
  if (account === undefined || seed === undefined) return undefined;
  try {
    return { account, signer: fromSeed(new TextEncoder().encode(seed)) };
  } catch {
    return undefined; // a checksum that is not right
  }
}

/** A key of a user that does not exist yet, made where it is used. */
export function newUserKey(): KeyPair {
  return createUser();
}

/** Such a key from what `getSeed` gave of it; undefined: it is none. */
export function parseUserKey(seed: string): KeyPair | undefined {
  try {
    const key = fromSeed(new TextEncoder().encode(seed));
    return isUserKey(key.getPublicKey()) ? key : undefined;
  } catch {
    return undefined; // not even a seed
  }
}

/** The text of a .creds file: what was signed, and the key. */
export function userCredentialsOf(token: string, key: KeyPair): Uint8Array {
  return fmtCreds(token, key);
}

/** Whether a text is the public key of a user of the bus, whose other half only its holder has. */
export function isUserKey(text: string): boolean {
  if (!/^U[A-Z2-7]{55}$/.test(text)) return false;
  try {
    fromPublic(text);
    return true;
  } catch {
    return false;
  }
}

/** The token with which the holder of a key is a node's collector on the bus, and nothing else. */
export function nodeToken({ account, signer }: EnrollmentKey, publicKey: string, node: NodeIdentity): Promise<string> {
  const permissions = permissionsOf("collector", node);
  return encodeUser("collector", fromPublic(publicKey), fromPublic(account), permissions, { signer });
}

/** In Unix seconds, after everything that is ever signed. */
const forGood = 253_402_300_799;

/**
 * Voids what was signed for users, and what will be: who asks again in this moment is answered with the same once more. It counts
 * when the server gets the accounts' next tokens (`accountTokens`).
 */
export function revokeEnrolled(keys: BusKeys, publicKeys: readonly string[]): void {
  revokeUsers(keys.folder, Object.fromEntries(publicKeys.map((user) => [user, forGood])));
}
