import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Load {
  port: number;
  path: string;
  headers: Record<string, string>;
  connections: number;
  seconds: number;
}

export interface LoadOutcome {
  /** Answered with 200. */
  requests: number;
  seconds: number;
  medianMs: number;
  p99Ms: number;
  /** Head and body. */
  bytesPerAnswer: number;
  /** Anything but a 200; must be empty. */
  failures: string[];
}

/** Sends load from a process of its own. @throws when an answer was anything but a 200 */
export async function sendLoad(load: Load, signal: AbortSignal): Promise<LoadOutcome> {
  signal.throwIfAborted();
  const child = forkOf("load-process.js");
  const answered = once(child, "message", { signal }) as Promise<[LoadOutcome]>;
  child.send(load);
  try {
    const [outcome] = await answered;
    if (outcome.failures.length > 0) throw new Error(`${load.path}: ${outcome.failures.join(", ")}`);
    return outcome;
  } finally {
    child.kill();
  }
}

/** The bare Express server that reads are compared with. */
export async function startHello(): Promise<{ pid: number; port: number; stop(): void }> {
  const child = forkOf("hello-process.js");
  const [port] = (await once(child, "message")) as [number];
  return { pid: child.pid ?? 0, port, stop: () => void child.kill() };
}

function forkOf(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, NODE_ENV: "production" } });
}
