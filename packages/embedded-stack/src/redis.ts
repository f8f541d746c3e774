import { join } from "node:path";
import { keptSecret, writePrivate } from "@statwire/credentials";
import { createClient } from "redis";
import { fillTemplate } from "./files.js";
import { type ProcessStarter, type RunningProcess, startProcess } from "./processes.js";
import { untilReady } from "./ready.js";

/** Coordinates of a running Redis; the password is part of the URL. */
export interface RedisServer {
  process: RunningProcess;
  url: string;
}

/** Starts redis-server and waits until it answers PING. */
export async function startRedis(
  { dataDir, port, binary }: { dataDir: string; port: number; binary: string },
  start: ProcessStarter = startProcess,
): Promise<RedisServer> {
  const password = keptSecret(join(dataDir, "secrets/redis-password"));
  const folder = join(dataDir, "redis");
  const configFile = join(folder, "redis.conf");
  writePrivate(configFile, fillTemplate("redis.conf", { port, password, dataDir: folder, maxMemory: "1gb" }));
  const running = await start({ name: "redis-server", command: binary, args: [configFile], dataDir });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  try {
    await untilReady(running, () => ping(url));
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { process: running, url };
}

async function ping(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: false, connectTimeout: 1_000 } });
  client.on("error", () => undefined); // the same error rejects connect()
  await client.connect();
  await client.ping();
  await client.close();
}
