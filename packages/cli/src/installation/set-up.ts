import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  enrollmentKeyText,
  issueCredentials,
  type NodeIdentity,
  type RenewedCredential,
  renewNodeCredentials,
  writePrivate,
} from "@statwire/credentials";
import { type BusServer, createKeys, issueSystemCredentials, writeServerConfig } from "./bus.js";
import { type Owner, own } from "./owners.js";
import { writeClickhousePasswords, writeOtherSecrets, writeRedisUsers } from "./stores.js";

export type { Owner } from "./owners.js";

export interface Installation {
  /** Folder of all secrets; one folder in it for each who uses some. */
  directory: string;
  /** The collector that runs beside the stores. */
  node: NodeIdentity;
  bus: BusServer;
  /** HOST:PORT of Redis, as the services see it. */
  redisAddress: string;
  /** Whom each folder belongs to afterwards; those of nobody stay with whoever runs this. */
  owners: readonly Owner[];
}

/**
 * Makes every secret of an installation: keys and credentials of the bus, passwords of the stores, the key of the API.
 * What is there already stays, so it can run before every start; credentials of a node that was renamed are made anew, and the
 * old ones revoked.
 * @returns the other nodes that have new credentials, which have to be brought to them.
 */
export async function setUp({
  directory,
  node,
  bus,
  redisAddress,
  owners,
}: Installation): Promise<RenewedCredential[]> {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const keys = createKeys(directory);
  for (const user of ["ingester", "cache-projector", "api", "collector"] as const) {
    await issueCredentials(keys, user, node, join(directory, user, "bus.creds"));
  }
  for (const user of ["consumer", "listener", "operator"] as const) {
    await issueCredentials(keys, user, node, join(directory, "admin", `${user}.creds`));
  }
  await issueSystemCredentials(keys, join(directory, "admin/system.creds"));
  const renewed = await renewNodeCredentials(keys, directory);
  // After the credentials: those that were replaced are revoked in it.
  await writeServerConfig(join(directory, "nats"), keys, bus);
  writeClickhousePasswords(directory);
  writeRedisUsers(directory, redisAddress);
  writeOtherSecrets(directory);
  writePrivate(join(directory, "api/enrollment-key"), `${enrollmentKeyText(keys)}\n`);
  for (const owner of owners) own(directory, owner);
  return renewed;
}

/** What whoever looks after the nodes has to do about a credential that was renewed. */
export function renewedText({ workspace, node, file }: RenewedCredential): string {
  return (
    `the former credential of ${node} in ${workspace} is revoked, because it was of the services' account: bring ` +
    `${file} to the node, which keeps what it reads until then`
  );
}
