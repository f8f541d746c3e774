import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { issueCredentials, type NodeIdentity } from "@statwire/credentials";
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
 * What is there already stays, so it can run before every start; credentials of a node that was renamed are made anew.
 */
export async function setUp({ directory, node, bus, redisAddress, owners }: Installation): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const keys = createKeys(directory);
  await writeServerConfig(join(directory, "nats"), keys, bus);
  for (const user of ["ingester", "cache-projector", "api", "collector"] as const) {
    await issueCredentials(keys, user, node, join(directory, user, "bus.creds"));
  }
  await issueCredentials(keys, "consumer", node, join(directory, "admin/consumer.creds"));
  await issueSystemCredentials(keys, join(directory, "admin/system.creds"));
  writeClickhousePasswords(directory);
  writeRedisUsers(directory, redisAddress);
  writeOtherSecrets(directory);
  for (const owner of owners) own(directory, owner);
}
