import { chownSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  accountsDigest,
  accountTokens,
  type BusKeys,
  keptBusKeys,
  operatorJwt,
  readRevocations,
  userCredentials,
  writePrivate,
} from "@statwire/credentials";
import { natsServerConfig, operatorConfig } from "./nats-config.js";

/** Where the server of a bus listens and keeps its streams; paths as that server sees them. */
export interface BusServer {
  listen: string;
  storeDir: string;
  /** Folder of cert.pem and key.pem, for a bus that is reached from other machines. */
  tlsDir?: string | undefined;
}

/** The keys of an installation, or of the bus that `npm start` runs on its data; only `createKeys` makes some. */
export function openKeys(directory: string): BusKeys | undefined {
  const folders = [keysFolder(directory), join(directory, "nats/keys")];
  const folder = folders.find((candidate) => existsSync(join(candidate, "operator.nk")));
  return folder === undefined ? undefined : keptBusKeys(folder);
}

/** The keys of an installation, made at the first run: whoever reads them can sign any credential. */
export function createKeys(directory: string): BusKeys {
  return keptBusKeys(keysFolder(directory));
}

/**
 * Writes what a NATS server of this installation is started with: `operator.conf`, which follows the keys,
 * `nats-server.conf`, which follows the options, and `extra.conf`, which is the operator's own.
 */
export async function writeServerConfig(folder: string, keys: BusKeys, server: BusServer): Promise<void> {
  await writeOperatorConfig(folder, keys);
  writePrivate(join(folder, "nats-server.conf"), natsServerConfig(server));
  const extraFile = join(folder, "extra.conf");
  if (!existsSync(extraFile)) writePrivate(extraFile, "# Settings of your own for nats-server.\n");
}

/**
 * Writes `operator.conf`: whom the server trusts, and whom no more.
 * @returns whether it had to be changed: a server that runs knows only what it was started with.
 */
export async function writeOperatorConfig(folder: string, keys: BusKeys): Promise<boolean> {
  const operatorFile = join(folder, "operator.conf");
  const digest = accountsDigest(keys);
  // Tokens carry the time of their making: a file that is good stays, so that a reload has nothing to do.
  if (existsSync(operatorFile) && readFileSync(operatorFile, "utf8").includes(digest)) return false;
  const tokens = {
    operatorJwt: await operatorJwt(keys),
    systemAccount: keys.system.getPublicKey(),
    accounts: await accountTokens(keys),
    digest,
    revoked: JSON.stringify(readRevocations(keys.folder)),
  };
  const owner = existsSync(operatorFile) ? statSync(operatorFile) : undefined;
  writePrivate(operatorFile, operatorConfig(tokens));
  // The server, which reads it, may be another user than whoever runs this.
  if (owner !== undefined && owner.uid !== process.getuid?.()) chownSync(operatorFile, owner.uid, owner.gid);
  return true;
}

/** A user of the system account, with which accounts are updated and users revoked. */
export async function issueSystemCredentials(keys: BusKeys, file: string): Promise<void> {
  if (!existsSync(file)) writePrivate(file, await userCredentials("system", keys.system, {}));
}

function keysFolder(directory: string): string {
  return join(directory, "bus-keys");
}
