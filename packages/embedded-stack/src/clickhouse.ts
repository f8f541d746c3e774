import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@clickhouse/client";
import { keptSecret, writePrivate } from "@statwire/credentials";
import { fillTemplate, sha256Hex } from "./files.js";
import { type ProcessStarter, type RunningProcess, startProcess } from "./processes.js";
import { untilReady } from "./ready.js";

const child = fileURLToPath(new URL("../clickhouse-child.mjs", import.meta.url));
const memoryBytesMax = 6_000_000_000;

/**
 * jemalloc gives freed pages back after a tenth of a second and not five, out of four arenas and not of four a core: between inserts of a
 * backlog what it kept was a fifth of what the process held (https://jemalloc.net/jemalloc.3.html#opt.dirty_decay_ms; the engine's
 * build reads this variable).
 */
const allocatorSettings = "narenas:4,dirty_decay_ms:100,muzzy_decay_ms:0";

export interface ClickhouseOptions {
  dataDir: string;
  httpPort: number;
  tcpPort: number;
  /** Users other than the embedded ones, `statwire` and its password among them. */
  users?: { xml: string; password: string };
}

/** Coordinates of a running ClickHouse. */
export interface ClickhouseServer {
  process: RunningProcess;
  url: string;
  username: string;
  password: string;
}

/** Starts the real ClickHouse out of the chdb package and waits until it answers a query. */
export async function startClickhouse(
  { dataDir, httpPort, tcpPort, users }: ClickhouseOptions,
  start: ProcessStarter = startProcess,
): Promise<ClickhouseServer> {
  const { xml, password } = users ?? embeddedUsers(dataDir);
  const folder = join(dataDir, "clickhouse");
  const usersFile = join(folder, "users.xml");
  const configFile = join(folder, "config.xml");
  writePrivate(
    configFile,
    fillTemplate("clickhouse.xml", {
      usersFile,
      formatSchemaDir: join(folder, "format-schemas/"),
      maxMemoryBytes: memoryBytesMax,
    }),
  );
  writePrivate(usersFile, xml);
  const running = await start({
    name: "clickhouse",
    command: process.execPath,
    args: [child, configFile, join(folder, "store"), String(httpPort), String(tcpPort)],
    // The engine keeps schemas that travel with inserts beside wherever it runs.
    workingDir: folder,
    dataDir,
    env: { JE_MALLOC_CONF: allocatorSettings },
  });
  const url = `http://127.0.0.1:${httpPort}`;
  const client = createClient({ url, username: "statwire", password, request_timeout: 2_000, log: { level: 127 } });
  try {
    await untilReady(running, async () => {
      await (await client.query({ query: "SELECT 1", format: "JSONEachRow" })).json();
    });
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    await client.close();
  }
  return { process: running, url, username: "statwire", password };
}

/** The product's own and a reader's, each with a password that is made at the first run. */
function embeddedUsers(dataDir: string): { xml: string; password: string } {
  const password = keptSecret(join(dataDir, "secrets/clickhouse-password"));
  const readerPassword = keptSecret(join(dataDir, "secrets/clickhouse-grafana-password"));
  const xml = fillTemplate("clickhouse-users.xml", {
    writerPasswordSha256: sha256Hex(password),
    readerPasswordSha256: sha256Hex(readerPassword),
  });
  return { xml, password };
}
