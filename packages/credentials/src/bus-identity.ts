import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, encodeAccount, encodeOperator, encodeUser, fmtCreds, type User } from "@nats-io/jwt";
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from "@nats-io/nkeys";
import { type BusUser, type NodeIdentity, permissionsOf } from "./permissions.js";
import { writePrivate } from "./private-files.js";

/** The keys that sign every credential of this installation. */
export interface BusKeys {
  operator: KeyPair;
  system: KeyPair;
  account: KeyPair;
}

// In operator mode an absent limit means none of it: each has to be spelled out, and -1 is without limit.
const connectionLimits = {
  subs: -1,
  conn: -1,
  data: -1,
  payload: -1,
  exports: -1,
  imports: -1,
  wildcards: true,
  leaf: -1,
};
const jetstreamLimits = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };

/** Reads the keys of a folder, or makes them at the first run. */
export function keptBusKeys(folder: string): BusKeys {
  const kept = (name: string, create: () => KeyPair): KeyPair => {
    const file = join(folder, `${name}.nk`);
    if (!existsSync(file)) writePrivate(file, create().getSeed());
    return fromSeed(new Uint8Array(readFileSync(file)));
  };
  return {
    operator: kept("operator", createOperator),
    system: kept("system", createAccount),
    account: kept("account", createAccount),
  };
}

/** The operator's own token, naming the system account. */
export function operatorJwt(keys: BusKeys): Promise<string> {
  return encodeOperator("statwire", keys.operator, { system_account: keys.system.getPublicKey() });
}

export function systemAccountJwt(keys: BusKeys): Promise<string> {
  return encodeAccount("SYS", keys.system, { limits: connectionLimits }, { signer: keys.operator });
}

/** An account with JetStream. */
export function accountJwt(keys: BusKeys, account = keys.account, name = "STATWIRE"): Promise<string> {
  const claims: Partial<Account> = { limits: { ...connectionLimits, ...jetstreamLimits } };
  return encodeAccount(name, account, claims, { signer: keys.operator });
}

/** A new user of an account, as the text of a .creds file. */
export async function userCredentials(name: string, account: KeyPair, permissions: Partial<User>): Promise<Uint8Array> {
  const user = createUser();
  return fmtCreds(await encodeUser(name, user, account, permissions), user);
}

/**
 * Writes the credentials of a user for a node's workspace. Files that are good as they are stay: a user keeps its key
 * until its permissions or the account change, which a record beside the file tells.
 * @returns whether the file was written.
 */
export async function issueCredentials(
  keys: BusKeys,
  user: BusUser,
  node: NodeIdentity,
  file: string,
): Promise<boolean> {
  const permissions = permissionsOf(user, node);
  const wanted = JSON.stringify({ account: keys.account.getPublicKey(), permissions });
  const record = `${file}.permissions`;
  if (existsSync(file) && existsSync(record) && readFileSync(record, "utf8") === wanted) return false;
  writePrivate(file, await userCredentials(user, keys.account, permissions));
  writePrivate(record, wanted);
  return true;
}
