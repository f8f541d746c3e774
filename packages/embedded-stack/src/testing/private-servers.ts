import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Program, requirePrograms } from "../binaries.js";
import { startClickhouse } from "../clickhouse.js";
import { startNats } from "../nats/server.js";
import { anyFreePort } from "../ports.js";
import { type RunningProcess, startProcess } from "../processes.js";
import { startRedis } from "../redis.js";
import { straceArguments } from "./disk-trace.js";

/** One server of a test's own, to be stopped, killed and flushed; it comes back at the same address. */
export interface PrivateServer<Server extends { process: RunningProcess; url: string }> {
  /** The server as it runs now, or ran last. */
  readonly server: Server;
  stop(signal?: NodeJS.Signals): Promise<void>;
  restart(): Promise<void>;
  /** Stops it and removes its data. */
  discard(): Promise<void>;
}

/** A Redis of one's own. */
export async function startPrivateRedis() {
  const binary = await installed("redis-server");
  return startPrivate("redis", (dataDir, port) => startRedis({ dataDir, port, binary }));
}

/** A NATS server of one's own, on which the node `default`/`node-1` has credentials. */
export async function startPrivateNats() {
  const binary = await installed("nats-server");
  const node = { workspace: "default", node: "node-1" };
  return startPrivate("nats", (dataDir, port) => startNats({ dataDir, port, binary, node }));
}

/**
 * A ClickHouse of one's own; with the users of a file, `statwire` and its password among them, when they are given. The
 * engine's own user, which opens the listeners here, is added to them.
 */
export async function startPrivateClickhouse(users?: { xml: string; password: string }) {
  const own = users && { ...users, xml: users.xml.replace("<users>", `<users>${engineUser}`) };
  return startPrivate("clickhouse", async (dataDir, httpPort) =>
    startClickhouse({ dataDir, httpPort, tcpPort: await anyFreePort(), ...(own === undefined ? {} : { users: own }) }),
  );
}

const engineUser = `<default>
  <no_password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
  <grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants>
</default>`;

/** A ClickHouse of one's own that writes down its system calls, for `parseTrace`. Slow: two or three times. */
export async function startTracedClickhouse(traceFile: string) {
  const strace = await straceCommand(traceFile);
  const tcpPort = await anyFreePort();
  return startPrivate("clickhouse", (dataDir, httpPort) =>
    startClickhouse({ dataDir, httpPort, tcpPort }, (definition) => {
      const [command = "", ...args] = [...strace, definition.command, ...definition.args];
      return startProcess({ ...definition, command, args });
    }),
  );
}

/**
 * Words to put before a command to have its system calls written down, with so many bytes of each text. The command keeps
 * its process id and parent.
 */
export async function straceCommand(traceFile: string, textBytes = 48): Promise<string[]> {
  return [await installed("strace"), "-D", ...straceArguments(textBytes), "-o", traceFile];
}

async function installed(program: Program): Promise<string> {
  const tell = (line: string) => void process.stdout.write(`${line}\n`);
  return (await requirePrograms([program], { path: process.env.PATH, tell }))[program] ?? program;
}

async function startPrivate<Server extends { process: RunningProcess; url: string }>(
  name: string,
  start: (dataDir: string, port: number) => Promise<Server>,
): Promise<PrivateServer<Server>> {
  const dataDir = mkdtempSync(join(tmpdir(), `statwire-private-${name}-`));
  const port = await anyFreePort();
  let server = await start(dataDir, port);
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    server.process.kill(signal);
    await server.process.stop();
  };
  return {
    get server() {
      return server;
    },
    stop,
    async restart() {
      server = await start(dataDir, port);
    },
    async discard() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
