import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import {
  accountJwt,
  type BusKeys,
  type BusUser,
  busUsers,
  issueCredentials,
  keptBusKeys,
  type NodeIdentity,
  operatorJwt,
  systemAccountJwt,
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

/** Starts nats-server with JetStream on disk in operator mode and waits until JetStream answers. */
export async function startNats(
  { dataDir, port, binary, node }: { dataDir: string; port: number; binary: string; node: NodeIdentity },
  start: ProcessStarter = startProcess,
): Promise<NatsServer> {
  const folder = join(dataDir, "nats");
  const keys = keptBusKeys(join(folder, "keys"));
  const configFile = join(folder, "nats-server.conf");
  writePrivate(
    configFile,
    fillTemplate("nats-server.conf", {
      port,
      dataDir: folder,
      maxFileStore: "64GB",
      operatorJwt: await operatorJwt(keys),
      account: keys.account.getPublicKey(),
      accountJwt: await accountJwt(keys),
      systemAccount: keys.system.getPublicKey(),
      systemJwt: await systemAccountJwt(keys),
    }),
  );
  const credentialsFile = (user: BusUser) => join(folder, "credentials", `${user}.creds`);
  const systemCredentialsFile = join(folder, "credentials", "system.creds");
  for (const user of busUsers) await issueCredentials(keys, user, node, credentialsFile(user));
  if (!existsSync(systemCredentialsFile)) {
    writePrivate(systemCredentialsFile, await userCredentials("system", keys.system, {}));
  }
  const running = await start({ name: "nats-server", command: binary, args: ["-c", configFile], dataDir });
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
