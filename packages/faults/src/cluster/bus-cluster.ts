import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { type BusUser, busUsers, issueCredentials, keptBusKeys, writePrivate } from "@statwire/credentials";
import { anyFreePort, requirePrograms } from "@statwire/embedded-stack";
import { sleep } from "@statwire/runtime";
import { type Member, memberConfig, trustOf } from "./member-config.js";

/** Three nats-servers that keep three copies of each stream, started again whenever they end. */
export interface BusCluster {
  members: readonly Member[];
  /** Of the member's process, undefined between two. */
  pidOf(name: string): number | undefined;
  /** Folder of the users' credentials: `ingester.creds` and the like. */
  credentialsDir: string;
  stop(): Promise<void>;
}

const names = ["nats-1", "nats-2", "nats-3"];
const restartMs = 500;

/**
 * Makes keys and credentials where `npm start` has them in a data folder, and starts the servers with them. It does not
 * wait until they have found each other: whoever connects does.
 */
export async function startBusCluster(
  dataDir: string,
  node: { workspace: string; node: string },
  tell: (line: string) => void,
): Promise<BusCluster> {
  const { "nats-server": binary = "" } = await requirePrograms(["nats-server"], { path: process.env.PATH, tell });
  const keys = keptBusKeys(join(dataDir, "nats/keys"));
  const credentialsDir = join(dataDir, "nats/credentials");
  const fileOf = (user: BusUser) => join(credentialsDir, `${user}.creds`);
  for (const user of busUsers) await issueCredentials(keys, user, node, fileOf(user));
  const trust = await trustOf(keys);
  const members: Member[] = [];
  for (const name of names) {
    const folder = join(dataDir, "cluster", name);
    members.push({ name, port: await anyFreePort(), routePort: await anyFreePort(), folder });
  }
  const kept = members.map((member) => {
    mkdirSync(member.folder, { recursive: true, mode: 0o700 });
    const configFile = join(member.folder, "nats-server.conf");
    writePrivate(configFile, memberConfig(member, members, trust));
    return keep(() => startMember(binary, configFile, join(member.folder, "nats-server.log")));
  });
  return {
    members,
    pidOf: (name) => kept[members.findIndex((member) => member.name === name)]?.pid(),
    credentialsDir,
    stop: async () => void (await Promise.all(kept.map(({ stop }) => stop()))),
  };
}

function startMember(binary: string, configFile: string, logFile: string): ChildProcess {
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(binary, ["-c", configFile], { stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

/** Starts a process and starts it again whenever it ends, until it is stopped. */
function keep(start: () => ChildProcess): { pid(): number | undefined; stop(): Promise<void> } {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const keeping = (async () => {
    while (!stopping.signal.aborted) {
      const running = start();
      child = running;
      await new Promise((resolve) => running.once("exit", resolve).once("error", resolve));
      child = undefined;
      await sleep(restartMs, stopping.signal);
    }
  })();
  return {
    pid: () => child?.pid,
    async stop() {
      stopping.abort();
      // A stopped process acts on no other signal; one of a cluster that waits for the others takes its time.
      child?.kill("SIGKILL");
      await keeping;
    },
  };
}
