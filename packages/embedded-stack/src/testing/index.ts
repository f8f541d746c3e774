import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { createAccount } from "@nats-io/nkeys";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { keptBusKeys, separateAccountJwt, userCredentials } from "@statwire/credentials";
import { inject } from "vitest";
import { requirePrograms } from "../binaries.js";
import { anyFreePort } from "../ports.js";
import { type Stack, startStack } from "../stack.js";
import type { StackCoordinates } from "./coordinates.js";

export { anyFreePort } from "../ports.js";
export type { Stack } from "../stack.js";
export type { StackCoordinates } from "./coordinates.js";
export { isSync, isWrite, parseTrace, type TracedCall, unsynchronized } from "./disk-trace.js";
export { type LogAcknowledgement, logAcknowledgements } from "./log-trace.js";
export { NetdataProcess } from "./netdata-process.js";
export {
  type PrivateServer,
  startPrivateClickhouse,
  startPrivateNats,
  startPrivateRedis,
  startTracedClickhouse,
  straceCommand,
} from "./private-servers.js";

/** A bus that no other test sees: an account of its own on the shared server, with a user that may do anything in it. */
export async function createTestBus(): Promise<{ url: string; credentialsFile: string; close(): Promise<void> }> {
  const { natsUrl, busKeysDir, systemCredentialsFile } = stackCoordinates();
  const keys = keptBusKeys(busKeysDir);
  const account = createAccount();
  await pushAccount(natsUrl, systemCredentialsFile, await separateAccountJwt(keys, account, `TEST_${randomUUID()}`));
  const folder = mkdtempSync(join(tmpdir(), "statwire-bus-"));
  const credentialsFile = join(folder, "test.creds");
  writeFileSync(credentialsFile, await userCredentials("test", account, {}), { mode: 0o600 });
  return {
    url: natsUrl,
    credentialsFile,
    async close() {
      await deleteStreams(natsUrl, credentialsFile);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server sets aside what a stream may take, so that those of many tests would leave no room for the next. */
async function deleteStreams(servers: string, credentialsFile: string): Promise<void> {
  const connection = await connect({ servers, authenticator: credsAuthenticator(readFileSync(credentialsFile)) });
  const patient = { timeout: 20_000 };
  const { streams } = (await connection.request("$JS.API.STREAM.NAMES", "", patient)).json<{
    streams: string[] | null;
  }>();
  for (const stream of streams ?? []) await connection.request(`$JS.API.STREAM.DELETE.${stream}`, "", patient);
  await connection.close();
}

/** A database that no other test sees; `close` drops it. */
export async function createTestDatabase(): Promise<{
  url: string;
  database: string;
  username: string;
  password: string;
  close(): Promise<void>;
}> {
  const { clickhouseUrl: url, clickhouseUsername: username, clickhousePassword: password } = stackCoordinates();
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  const command = async (query: string) => {
    const client = createClient({ url, username, password });
    await client.command({ query });
    await client.close();
  };
  await command(`CREATE DATABASE ${database}`);
  return { url, database, username, password, close: () => command(`DROP DATABASE ${database}`) };
}

/** A key prefix that no other test uses. */
export function createTestKeyPrefix(): { url: string; keyPrefix: string } {
  return { url: stackCoordinates().redisUrl, keyPrefix: `test-${randomUUID()}:` };
}

/** A stack of one's own, for tests that kill or stop its servers. */
export async function startPrivateStack(): Promise<Stack & { dataDir: string; discard(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-private-"));
  const binaries = await requirePrograms(["nats-server", "redis-server"], {
    path: process.env.PATH,
    tell: (line) => process.stdout.write(`${line}\n`),
  });
  const [nats = 0, redis = 0, clickhouseHttp = 0, clickhouseTcp = 0] = await Promise.all(
    Array.from({ length: 4 }, anyFreePort),
  );
  const stack = await startStack({
    dataDir,
    binaries,
    ports: { nats, redis, clickhouseHttp, clickhouseTcp },
    node: { workspace: "default", node: "node-1" },
  });
  const discard = async () => {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...stack, dataDir, discard };
}

function stackCoordinates(): StackCoordinates {
  return inject("stack");
}

async function pushAccount(url: string, systemCredentialsFile: string, jwt: string): Promise<void> {
  const connection = await connect({
    servers: url,
    authenticator: credsAuthenticator(new Uint8Array(readFileSync(systemCredentialsFile))),
  });
  const answer = await connection.request("$SYS.REQ.CLAIMS.UPDATE", jwt, { timeout: 5_000 });
  const { error } = answer.json<{ error?: { description: string } }>();
  await connection.close();
  if (error) throw new Error(`account refused: ${error.description}`);
}
