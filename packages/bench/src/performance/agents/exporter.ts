import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { anyFreePort } from "@statwire/embedded-stack";
import { waitFor } from "@statwire/running-product";
import type { Peer } from "../peer.js";

/** A node_exporter with its defaults, and how often it was read. */
export interface Exporter {
  pid: number;
  /** Answers so far that were whole. */
  scrapes(): number;
  /** Numbers in the last answer, its counters of itself among them. */
  samples(): number;
  stop(): Promise<void>;
}

/** Starts node_exporter on loopback and reads it every `intervalMs` over one connection, as Prometheus does. */
export async function startExporter(peer: Peer, intervalMs: number): Promise<Exporter> {
  const port = await anyFreePort();
  const child = spawn(peer.path, [`--web.listen-address=127.0.0.1:${port}`], {
    env: { PATH: process.env.PATH, ...peer.env },
    stdio: "ignore",
  });
  const connection = new Agent({ keepAlive: true, maxSockets: 1 });
  let [scrapes, samples] = [0, 0];
  const scrape = async () => {
    const body = await read({ port, connection });
    samples = countSamples(body);
    scrapes += 1;
  };
  const stop = () => stopped(child, connection);
  try {
    await waitFor(
      () => {
        if (child.exitCode !== null) throw new Error(`node_exporter ended with ${child.exitCode}`);
        return scrape().then(
          () => true,
          () => false,
        );
      },
      20_000,
      () => "node_exporter does not answer",
    );
  } catch (error) {
    await stop();
    throw error;
  }
  // What it does not answer is missing in `scrapes`, which is looked at.
  const timer = setInterval(() => void scrape().catch(() => undefined), intervalMs);
  return {
    pid: child.pid ?? 0,
    scrapes: () => scrapes,
    samples: () => samples,
    async stop() {
      clearInterval(timer);
      await stop();
    },
  };
}

/** Lines of the text format that hold a number: all but comments and empty ones. */
export function countSamples(text: string): number {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).length;
}

function read({ port, connection }: { port: number; connection: Agent }): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: "127.0.0.1", port, path: "/metrics", agent: connection, timeout: 5_000 },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("end", () => (response.statusCode === 200 ? resolve(body) : reject(new Error(body))));
        response.on("error", reject);
      },
    );
    request.on("timeout", () => request.destroy(new Error("no answer")));
    request.on("error", reject);
  });
}

async function stopped(child: ChildProcess, connection: Agent): Promise<void> {
  connection.destroy();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
