import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import { anyFreePort, requirePrograms } from "@statwire/embedded-stack";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../testing/call.js";

const directory = mkdtempSync(join(tmpdir(), "statwire-servers-"));
const children: ChildProcess[] = [];
let natsPort: number;
let redisPort: number;

beforeAll(async () => {
  [natsPort, redisPort] = [await anyFreePort(), await anyFreePort()];
  const bus = ["--listen", `127.0.0.1:${natsPort}`, "--store-dir", join(directory, "store")];
  const where = ["--dir", directory, "--node", "node-1", "--redis", `127.0.0.1:${redisPort}`];
  expect(await call(["setup", ...where, ...bus])).toMatchObject({ code: 0 });
  expect(await call(["credentials", "node", "--dir", directory, "--node", "node-2"])).toMatchObject({ code: 0 });
  const tell = (line: string) => void process.stdout.write(`${line}\n`);
  const programs = await requirePrograms(["nats-server", "redis-server"], { path: process.env.PATH, tell });
  start(programs["nats-server"], ["-c", natsConfigFor(programs["nats-server"])]);
  start(programs["redis-server"], ["--port", String(redisPort), "--aclfile", join(directory, "redis/users.acl")]);
});

afterAll(async () => {
  await Promise.all(children.map(end));
  rmSync(directory, { recursive: true });
});

describe("a bus that setup has made", () => {
  it("lets each node publish for itself and for nobody else", async () => {
    for (const [node, file] of [
      ["node-1", "collector/bus.creds"],
      ["node-2", "nodes/default/node-2.creds"],
    ] as const) {
      const connection = await busAs(file, `_INBOX_collector.default.${node}`);
      const refused = firstError(connection);
      connection.publish(`telemetry.v1.default.${node}.live.host`);
      connection.publish("telemetry.v1.default.node-3.live.host");
      expect(await refused).toContain('Permissions Violation for Publish to "telemetry.v1.default.node-3.live.host"');
      await connection.close();
    }
  });

  it("has JetStream for the ingester", async () => {
    const connection = await busAs("ingester/bus.creds", "_INBOX_ingester");
    const info = (await connection.request("$JS.API.INFO")).json<{ type: string; error?: unknown }>();
    expect(info).toMatchObject({ type: "io.nats.jetstream.api.v1.account_info_response" });
    expect(info.error).toBeUndefined();
    await connection.close();
  });

  it("lets nobody in without a credential", async () => {
    await expect(connect({ port: natsPort, reconnect: false })).rejects.toThrow(/Authorization Violation/i);
  });
});

describe("a Redis that setup has made users for", () => {
  it("serves those who use it, but for administration", async () => {
    for (const user of ["api", "cache-projector"]) {
      const client = await redisAs(readFileSync(join(directory, user, "redis-url"), "utf8").trim());
      expect(await client.eval("return redis.call('SET', KEYS[1], ARGV[1])", { keys: ["k"], arguments: ["v"] })).toBe(
        "OK",
      );
      expect(await client.get("k")).toBe("v");
      await expect(client.configGet("*")).rejects.toThrow(/NOPERM/);
      await expect(client.flushAll()).rejects.toThrow(/NOPERM/);
      client.destroy();
    }
  });

  it("lets a health check ping and do nothing else, and nobody else in", async () => {
    const client = await redisAs(`redis://health:any@127.0.0.1:${redisPort}`);
    expect(await client.ping()).toBe("PONG");
    await expect(client.get("k")).rejects.toThrow(/NOPERM/);
    client.destroy();
    await expect(redisAs(`redis://127.0.0.1:${redisPort}`).then((anyone) => anyone.get("k"))).rejects.toThrow(/NOAUTH/);
  });
});

/** Servers before 2.10 know no `sync_interval` and refuse it; the rest of the file is theirs, too. */
function natsConfigFor(server = ""): string {
  const isOld = / v2\.\d\./.test(execFileSync(server, ["--version"], { encoding: "utf8" }));
  const file = join(directory, "nats/nats-server-here.conf");
  const config = readFileSync(join(directory, "nats/nats-server.conf"), "utf8");
  const known = isOld ? config.replace("sync_interval: always", "") : config;
  // Its port is fixed, and others may be testing on this machine.
  writeFileSync(file, known.replace('http: "127.0.0.1:8222"', ""));
  return file;
}

function start(command = "", args: string[]): void {
  children.push(spawn(command, args, { cwd: directory, stdio: "ignore" }));
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (child.kill()) await ended;
}

/** Waits until the server listens. */
async function busAs(file: string, inboxPrefix: string): Promise<NatsConnection> {
  const authenticator = credsAuthenticator(new Uint8Array(readFileSync(join(directory, file))));
  return eventually(() => connect({ port: natsPort, authenticator, inboxPrefix, reconnect: false }));
}

async function redisAs(url: string) {
  return eventually(async () => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined); // the same error rejects connect()
    await client.connect();
    return client;
  });
}

async function eventually<Result>(act: () => Promise<Result>): Promise<Result> {
  for (const deadline = Date.now() + 10_000; ; ) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > deadline || !/refused/i.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function firstError(connection: NatsConnection): Promise<string> {
  for await (const status of connection.status()) if (status.type === "error") return String(status.error);
  return "closed without an error";
}
