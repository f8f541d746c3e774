import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyFreePort } from "@statwire/embedded-stack";
import { cpuSecondsOf } from "../../load/cpu-seconds.js";
import { type Peer, requirePeer } from "../peer.js";

const startsWithinMs = 60_000;
const endsWithinMs = 20_000;

/** A peer that answers queries over HTTP, with data in a folder of ours. */
export interface PeerServer {
  version: string;
  url: string;
  /** Of the processor so far, all threads. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

export async function startVictoriaMetrics(folder: string, tell: (line: string) => void): Promise<PeerServer> {
  const peer = await requirePeer("victoria-metrics", tell);
  return start(peer, (port) => [
    `-storageDataPath=${join(folder, "victoria-metrics")}`,
    `-httpListenAddr=127.0.0.1:${port}`,
    "-loggerLevel=ERROR",
  ]);
}

/** Over blocks that promtool has written into `data`. */
export async function startPrometheus(data: string, tell: (line: string) => void): Promise<PeerServer> {
  const peer = await requirePeer("prometheus", tell);
  return start(peer, (port) => [
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
    `--config.file=${join(data, "../prometheus.yml")}`,
    "--log.level=error",
  ]);
}

async function start({ path, env, version }: Peer, argumentsFor: (port: number) => string[]): Promise<PeerServer> {
  const port = await anyFreePort();
  const child = spawn(path, argumentsFor(port), {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaints = `${complaints}${chunk}`.slice(-2_000);
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, `${url}/-/ready`, () => complaints);
  } catch (error) {
    await end(child);
    throw error;
  }
  return { version, url, cpuSeconds: () => cpuSecondsOf(child.pid ?? 0), stop: () => end(child) };
}

async function untilReady(child: ChildProcess, url: string, complaints: () => string): Promise<void> {
  const givenUpMs = Date.now() + startsWithinMs;
  while (Date.now() < givenUpMs) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}: ${complaints()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`${child.spawnfile} is not ready within ${startsWithinMs} ms: ${complaints()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), endsWithinMs);
  await ended;
  clearTimeout(killer);
}
