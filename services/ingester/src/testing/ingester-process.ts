import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { anyFreePort } from "@statwire/embedded-stack/testing";

/** Its first start makes more than a hundred tables and views. */
const readyWithinMs = 100_000;

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Servers {
  bus: { url: string; credentialsFile: string };
  database: { url: string; database: string; username: string; password: string };
}

/** The built ingester as a process of its own. */
export interface IngesterProcess {
  readonly child: ChildProcess;
  /** Waits until it is ready; throws with what it says and has logged when it ends or is not ready in time. */
  ready(): Promise<void>;
  /** Readiness, and why not. */
  readiness(): Promise<{ ready: boolean; text: string }>;
  metrics(): Promise<string>;
  /** The end of what it has logged so far. */
  logged(): string;
  metric(name: string, stream?: string): Promise<number | undefined>;
  /** Sends a signal and resolves to the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  exited: Promise<number | null>;
}

export async function startIngesterProcess(
  { bus, database }: Servers,
  settings: Record<string, string> = {},
): Promise<IngesterProcess> {
  const opsPort = await anyFreePort();
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: "warn",
      // Debian's nats-server, and inserts as fast as they are by default.
      UNSAFE_SERVERS_ALLOWED: "true",
      NATS_URL: bus.url,
      NATS_CREDS_FILE: bus.credentialsFile,
      CLICKHOUSE_URL: database.url,
      CLICKHOUSE_DATABASE: database.database,
      CLICKHOUSE_USER: database.username,
      CLICKHOUSE_PASSWORD: database.password,
      // The ingester's own offset is 3.
      OPS_PORT_BASE: String(opsPort - 3),
      INGEST_FLUSH_INTERVAL_MS: "100",
      INGEST_TAKEOVER_MS: "1500",
      ...settings,
    },
  });
  let logged = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    logged = (logged + chunk).slice(-5_000);
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const get = (path: string) => fetch(`http://127.0.0.1:${opsPort}${path}`).catch(() => undefined);
  const readiness = async () => {
    const answer = await get("/readyz?verbose");
    return { ready: answer?.status === 200, text: (await answer?.text()) ?? "" };
  };
  const metrics = async () => (await (await get("/metrics"))?.text()) ?? "";
  return {
    child,
    exited,
    async ready() {
      const deadline = Date.now() + readyWithinMs;
      for (let found = await readiness(); !found.ready; found = await readiness()) {
        const hasEnded = child.exitCode !== null || child.signalCode !== null;
        if (hasEnded || Date.now() > deadline) {
          throw new Error(`the ingester ${hasEnded ? "ended" : "is not ready"}: ${found.text}\n${logged}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    readiness,
    metrics,
    logged: () => logged,
    async metric(name, stream = "TELEMETRY") {
      const line = (await metrics())
        .split("\n")
        .find((candidate) => candidate.startsWith(`${name}{`) && candidate.includes(`stream="${stream}"`));
      return line === undefined ? undefined : Number(line.split(" ").at(-1));
    },
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}
