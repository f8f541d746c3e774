import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Account, encodeAccount, encodeOperator, encodeUser, fmtCreds, type User } from "@nats-io/jwt";
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from "@nats-io/nkeys";
import { type AccountKeys, accountOf, type BusAccount, connectionsOf } from "./accounts.js";
import { type BusUser, type NodeIdentity, permissionsOf } from "./permissions.js";
import { writePrivate } from "./private-files.js";
import { type IssuedUser, readRevocations, recordIssued, revokeIssued } from "./revocations.js";

/** The keys that sign every credential of this installation. */
export interface BusKeys {
  operator: KeyPair;
  system: KeyPair;
  /** Of the services; its streams are the log. */
  account: KeyPair;
  /** Of the nodes. */
  nodes: KeyPair;
  /** Signs credentials of nodes for their account, where the others are not (`enrollmentKeyText`). */
  enrollment: KeyPair;
  /** Where they are, and which users were made and revoked. */
  folder: string;
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
    return withKnownPublicKey(fromSeed(new Uint8Array(readFileSync(file))));
  };
  return {
    operator: kept("operator", createOperator),
    system: kept("system", createAccount),
    account: kept("account", createAccount),
    nodes: kept("nodes", createAccount),
    enrollment: kept("enrollment", createAccount),
    folder,
  };
}

/**
 * The same key, which computes its public half once. The library does so at each use, in JavaScript: 79 times for the
 * credentials of an installation, which took 1.05 CPU-seconds of its first start on a busy machine and take 0.46 now.
 */
function withKnownPublicKey(key: KeyPair): KeyPair {
  const compute = key.getPublicKey.bind(key);
  let known: string | undefined;
  key.getPublicKey = () => {
    known ??= compute();
    return known;
  };
  return key;
}

/** The operator's own token, naming the system account. */
export function operatorJwt(keys: BusKeys): Promise<string> {
  return encodeOperator("statwire", keys.operator, { system_account: keys.system.getPublicKey() });
}

/** An account as a server is told of it: its public key, and the token that says what it may. */
export interface AccountToken {
  account: string;
  token: string;
}

/**
 * The accounts of the installation and the system account. Services and nodes are turned away when they were revoked
 * until now.
 */
export async function accountTokens(keys: BusKeys): Promise<AccountToken[]> {
  const tokens = accountClaims(keys).map(async ({ key, name, claims }) => ({
    account: key.getPublicKey(),
    token: await encodeAccount(name, key, claims, { signer: keys.operator }),
  }));
  return Promise.all(tokens);
}

/** A digest of what the tokens of the accounts say, which is the same for tokens of another time that say the same. */
export function accountsDigest(keys: BusKeys): string {
  const said = accountClaims(keys).map(({ key, name, claims }) => [key.getPublicKey(), name, claims]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

function accountClaims(keys: BusKeys): { key: KeyPair; name: string; claims: Partial<Account> }[] {
  const revocations = readRevocations(keys.folder);
  const ofLog = { ...connectionLimits, ...jetstreamLimits };
  const connections = (account: BusAccount) => connectionsOf(account, accountKeys(keys));
  return [
    { key: keys.account, name: "STATWIRE", claims: { limits: ofLog, revocations, ...connections("services") } },
    {
      key: keys.nodes,
      name: "NODES",
      claims: {
        ...{ limits: connectionLimits, revocations, ...connections("nodes") },
        signing_keys: [keys.enrollment.getPublicKey()],
      },
    },
    { key: keys.system, name: "SYS", claims: { limits: connectionLimits } },
  ];
}

/** An account with JetStream that is connected with no other, for a log beside the installation's own. */
export function separateAccountJwt(keys: BusKeys, account: KeyPair, name: string): Promise<string> {
  const claims: Partial<Account> = { limits: { ...connectionLimits, ...jetstreamLimits } };
  return encodeAccount(name, account, claims, { signer: keys.operator });
}

/** A new user of an account, as the text of a .creds file. */
export async function userCredentials(name: string, account: KeyPair, permissions: Partial<User>): Promise<Uint8Array> {
  const user = withKnownPublicKey(createUser());
  return fmtCreds(await encodeUser(name, user, account, permissions), user);
}

/**
 * Writes the credentials of a user for a node's workspace. Files that are good as they are stay: a user keeps its key
 * until its permissions or the account change, which a record beside the file tells. What they replace is revoked: it
 * counts when the server gets the accounts' next tokens (`accountTokens`).
 * @returns whether the file was written.
 */
export async function issueCredentials(
  keys: BusKeys,
  user: BusUser,
  node: NodeIdentity,
  file: string,
): Promise<boolean> {
  const permissions = permissionsOf(user, node);
  const account = accountKeys(keys)[accountOf(user)];
  const wanted = JSON.stringify({ account: account.getPublicKey(), permissions });
  const record = `${file}.permissions`;
  if (existsSync(file) && existsSync(record) && readFileSync(record, "utf8") === wanted) return false;
  // One that was moved to its node is not replaced, but joined by another, unless it is of another account by now.
  const isThere = existsSync(file);
  revokeIssued(keys.folder, file, (former) => isThere || accountOfIssued(keys, former) !== account.getPublicKey());
  const credentials = await userCredentials(user, account, permissions);
  recordIssued(keys.folder, file, credentials);
  writePrivate(file, credentials);
  writePrivate(record, wanted);
  return true;
}

/** Public key of the account that a user was made in. */
export function accountOfIssued(keys: BusKeys, { account }: IssuedUser): string {
  return account ?? keys.account.getPublicKey();
}

/**
 * Revokes every credential that was made for this file, and removes it if it is here. It counts when the server gets
 * the accounts' next tokens (`accountTokens`).
 * @returns how many there were.
 */
export function revokeCredentials(keys: BusKeys, file: string): number {
  const count = revokeIssued(keys.folder, file);
  for (const path of [file, `${file}.permissions`]) rmSync(path, { force: true });
  return count;
}

function accountKeys(keys: BusKeys): AccountKeys {
  return { services: keys.account, nodes: keys.nodes, system: keys.system };
}
