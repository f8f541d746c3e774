import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import {
  accountTokens,
  type BusKeys,
  type BusUser,
  busUsers,
  issueCredentials,
  keptBusKeys,
  type NodeIdentity,
  operatorJwt,
  renewNodeCredentials,
  userCredentials,
  writePrivate,
} from "@statwire/credentials";
import { fillTemplate } from "../files.js";
import { type ProcessStarter, type RunningProcess, startProcess } from "../processes.js";
import { untilReady } from "../ready.js";

/** Coordinates of a running NATS server. */
export interface NatsServer {
  process: RunningProcess;
  url: string;
  keys: BusKeys;
  /** Path of the .creds file of a user. */
  credentialsFile(user: BusUser): string;
  /** A user of the system account, for account updates. */
  systemCredentialsFile: string;
}

export interface NatsOptions {
  dataDir: string;
  port: number;
  binary: string;
  /** Answers a publish when the message is on the disk, which takes a server of 2.10 or newer. */
  isDurable?: boolean | undefined;
  /** The collector that has a credential here. */
  node: NodeIdentity;
  /** Hears of what somebody has to do. */
  tell?: ((line: string) => void) | undefined;
}

/**
 * What the server keeps itself to by collecting garbage sooner (Go's soft limit): it caches the blocks that it reads, and who
 * reads ten thousand subjects one by one had it grow to 670 MiB.
 */
const memoryMax = "384MiB";

/** Starts nats-server with JetStream on disk in operator mode and waits until JetStream answers. */
export async function startNats(
  { dataDir, port, binary, isDurable = false, node, tell = () => undefined }: NatsOptions,
  start: ProcessStarter = startProcess,
): Promise<NatsServer> {
  const folder = join(dataDir, "nats");
  const keys = keptBusKeys(join(folder, "keys"));
  const credentialsFile = (user: BusUser) => join(folder, "credentials", `${user}.creds`);
  const systemCredentialsFile = join(folder, "credentials", "system.creds");
  // First: what they replace (the node has another name now) is revoked in the accounts' tokens below.
  for (const user of busUsers) await issueCredentials(keys, user, node, credentialsFile(user));
  for (const { node, workspace, file } of await renewNodeCredentials(keys, dataDir)) {
    tell(`the former credential of ${node} in ${workspace} is revoked: bring ${file} to the node`);
  }
  const accounts = await accountTokens(keys);
  const configFile = join(folder, "nats-server.conf");
  writePrivate(
    configFile,
    fillTemplate("nats-server.conf", {
      port,
      dataDir: folder,
      maxFileStore: "64GB",
      syncInterval: isDurable ? "sync_interval: always" : "",
      operatorJwt: await operatorJwt(keys),
      systemAccount: keys.system.getPublicKey(),
      accounts: accounts.map(({ account, token }) => `  ${account}: "${token}"`).join("\n"),
    }),
  );
  if (!existsSync(systemCredentialsFile)) {
    writePrivate(systemCredentialsFile, await userCredentials("system", keys.system, {}));
  }
  const args = ["-c", configFile];
  const running = await start({ name: "nats-server", command: binary, args, dataDir, env: { GOMEMLIMIT: memoryMax } });
  const url = `nats://127.0.0.1:${port}`;
  try {
    await untilReady(running, () => askJetStream(port, credentialsFile("ingester")));
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { process: running, url, keys, credentialsFile, systemCredentialsFile };
}

async function askJetStream(port: number, credentials: string): Promise<void> {
  const connection = await connect({
    port,
    authenticator: credsAuthenticator(new Uint8Array(readFileSync(credentials))),
    inboxPrefix: "_INBOX_ingester",
    reconnect: false,
    timeout: 2_000,
  });
  try {
    const answer = await connection.request("$JS.API.INFO", "", { timeout: 2_000 });
    if (answer.json<{ error?: { description: string } }>().error) throw new Error(answer.string());
  } finally {
    await connection.close();
  }
}
