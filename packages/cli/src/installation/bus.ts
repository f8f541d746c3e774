import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  accountJwt,
  type BusKeys,
  keptBusKeys,
  type NodeIdentity,
  operatorJwt,
  systemAccountJwt,
  userCredentials,
  writePrivate,
} from "@statwire/credentials";
import { escapeToken } from "@statwire/events";
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
  const operatorFile = join(folder, "operator.conf");
  const account = keys.account.getPublicKey();
  // Tokens carry the time of their making: a file that is good stays, so that a reload has nothing to do.
  const good = existsSync(operatorFile) && readFileSync(operatorFile, "utf8").includes(account);
  if (!good) {
    const tokens = {
      operatorJwt: await operatorJwt(keys),
      account,
      accountJwt: await accountJwt(keys),
      systemAccount: keys.system.getPublicKey(),
      systemJwt: await systemAccountJwt(keys),
    };
    writePrivate(operatorFile, operatorConfig(tokens));
  }
  writePrivate(join(folder, "nats-server.conf"), natsServerConfig(server));
  const extraFile = join(folder, "extra.conf");
  if (!existsSync(extraFile)) writePrivate(extraFile, "# Settings of your own for nats-server.\n");
}

/** A user of the system account, with which accounts are updated and users revoked. */
export async function issueSystemCredentials(keys: BusKeys, file: string): Promise<void> {
  if (!existsSync(file)) writePrivate(file, await userCredentials("system", keys.system, {}));
}

/** Where the credentials of a node are kept: under its name, which is escaped unless it is good for a file. */
export function nodeCredentialsFile(directory: string, { workspace, node }: NodeIdentity): string {
  return join(directory, "nodes", fileName(workspace), `${fileName(node)}.creds`);
}

/** Host names stay as they are, dots included; an escaped name holds a "=", which they do not. */
function fileName(name: string): string {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name) ? name : escapeToken(name);
}

function keysFolder(directory: string): string {
  return join(directory, "bus-keys");
}
