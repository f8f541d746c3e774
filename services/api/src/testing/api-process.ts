import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anyFreePort } from "@statwire/embedded-stack/testing";
import { testKey } from "./test-api.js";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const readyWithinMs = 60_000;

export interface ApiServers {
  bus: { url: string; credentialsFile: string };
  database: { url: string; database: string; username: string; password: string };
  redis: { url: string; keyPrefix: string };
}

/** The built API as a process of its own. */
export interface ApiProcess {
  url: string;
  child: ChildProcess;
  /** Resolves to the signal that ended it. */
  exited: Promise<NodeJS.Signals | null>;
  send<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ProcessAnswer<Body>>;
  end(): Promise<void>;
}

export interface ProcessAnswer<Body> {
  status: number;
  etag: string | null;
  body: Body;
}

/** Starts one, and waits until it knows the configuration. */
export async function startApiProcess(
  { bus, database, redis }: ApiServers,
  settings: Record<string, string> = {},
): Promise<ApiProcess> {
  const [http, https, ops] = await Promise.all([anyFreePort(), anyFreePort(), anyFreePort()]);
  const folder = await mkdtemp(join(tmpdir(), "statwire-api-"));
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      ...{ MODE: "dev", LOG_LEVEL: "fatal", API_KEY: testKey, API_RATE_LIMIT_PER_MINUTE: "1000000" },
      ...{ NATS_URL: bus.url, NATS_CREDS_FILE: bus.credentialsFile },
      ...{ REDIS_URL: redis.url, REDIS_KEY_PREFIX: redis.keyPrefix },
      ...{ CLICKHOUSE_URL: database.url, CLICKHOUSE_DATABASE: database.database },
      ...{ CLICKHOUSE_USER: database.username, CLICKHOUSE_PASSWORD: database.password },
      ...{ SERVER_PORT: String(http), HTTPS_PORT: String(https), TLS_DIR: folder },
      // The API's own offset is 7.
      OPS_PORT_BASE: String(ops - 7),
      SECRETS_KEY: "a key of secrets for tests",
      ...settings,
    },
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_code, signal) => resolve(signal)),
  );
  void exited.then(() => rmSync(folder, { recursive: true, force: true }));
  const url = `http://127.0.0.1:${http}`;
  const send = async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        "X-API-Key": testKey,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get("etag"),
      body: (text === "" ? undefined : JSON.parse(text)) as Body,
    };
  };
  const deadline = Date.now() + readyWithinMs;
  while ((await send("GET", "/api/v2/tags?limit=1").catch(() => undefined))?.status !== 200) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the API is not ready (${child.exitCode})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    child,
    exited,
    send,
    async end() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
