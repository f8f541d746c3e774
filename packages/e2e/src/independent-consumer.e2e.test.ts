import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient as createHistoryClient } from "@clickhouse/client";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import protobuf from "protobufjs";
import { createClient as createRedisClient } from "redis";
import { beforeAll, describe, expect, inject, it } from "vitest";

/** One reading as a stranger sees it: decoded with the .proto file and nothing else of ours. */
interface Reading {
  bootId: string;
  sequence: string;
  observedAtMs: number;
  memoryTotalBytes: number;
  uptimeMs: number;
}

const product = inject("product");
const secret = (name: string) => readFileSync(join(product.dataDir, "secrets", name), "utf8").trim();
let reading: Reading;

beforeAll(async () => {
  reading = await nextReading();
});

describe("the same reading, seen by three programs that share no code with us", () => {
  it("comes over NATS and decodes with the .proto file alone", () => {
    const memTotal = Number(/^MemTotal:\s+(\d+)/m.exec(readFileSync("/proc/meminfo", "utf8"))?.[1]) * 1024;
    expect(reading.memoryTotalBytes).toBe(memTotal);
    expect(Math.abs(reading.observedAtMs - Date.now())).toBeLessThan(60_000);
  });

  it("is one row in ClickHouse through the official client, with the same numbers", async () => {
    const history = createHistoryClient({
      url: `http://127.0.0.1:${product.ports.clickhouseHttp}`,
      username: "statwire",
      password: secret("clickhouse-password"),
      database: "statwire",
    });
    const rows = async () => {
      const result = await history.query({
        query: `SELECT toString(m.total_bytes) AS total, toString(l.uptime_ms) AS uptime
          FROM host_memory AS m INNER JOIN host_load AS l USING (workspace, node, ts)
          WHERE m.node = {node:String} AND m.ts = fromUnixTimestamp64Milli({at:Int64}, 'UTC')`,
        query_params: { node: hostname(), at: reading.observedAtMs },
        format: "JSONEachRow",
      });
      return result.json();
    };
    await expect
      .poll(rows, { timeout: 15_000 })
      .toEqual([{ total: String(reading.memoryTotalBytes), uptime: String(reading.uptimeMs) }]);
    await history.close();
  });

  it("is in Redis through plain commands, at that sequence or a later one", async () => {
    const redis = createRedisClient({
      url: `redis://127.0.0.1:${product.ports.redis}`,
      password: secret("redis-password"),
    });
    await redis.connect();
    const stored = async () => {
      const keys = await redis.keys(`*${hostname()}*`);
      const hashes: Record<string, string>[] = await Promise.all(
        keys.map(async (key) => ((await redis.type(key)) === "hash" ? redis.hGetAll(key) : {})),
      );
      // A copy that is pinned for a while, for who asks for the same again, is of an earlier reading.
      const memory = hashes.find((hash) => hash.memory !== undefined && hash.pinnedAtMs === undefined)?.memory;
      return JSON.parse(memory ?? "{}");
    };
    await expect
      .poll(async () => (await stored()).sequence, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(Number(reading.sequence));
    expect(await stored()).toMatchObject({
      bootId: Number(reading.bootId),
      state: { totalBytes: reading.memoryTotalBytes },
    });
    await redis.close();
  });
});

/** Waits for the next live message of this host on the bus, as a third-party consumer may. */
async function nextReading(): Promise<Reading> {
  const connection = await connect({
    port: product.ports.nats,
    authenticator: credsAuthenticator(readFileSync(join(product.dataDir, "nats/credentials/consumer.creds"))),
    inboxPrefix: "_INBOX_consumer.default",
  });
  const protoRoot = fileURLToPath(new URL("../../../proto-events/", import.meta.url));
  const definitions = new protobuf.Root();
  definitions.resolvePath = (_origin, target) => join(protoRoot, target);
  await definitions.load("statwire/events/v1/host.proto", { keepCase: false });
  const HostSampled = definitions.lookupType("statwire.events.v1.HostSampled");
  const subscription = connection.subscribe("telemetry.v1.default.*.live.host", { max: 1 });
  let found: Reading | undefined;
  for await (const message of subscription) {
    expect(message.headers?.get("ce-type")).toBe("statwire.events.v1.HostSampled");
    const event = HostSampled.toObject(HostSampled.decodeDelimited(message.data), { longs: String });
    found = {
      bootId: event.bootId,
      sequence: event.sequence,
      observedAtMs: Number(event.observedAtMs),
      memoryTotalBytes: Number(event.memory.totalBytes),
      uptimeMs: Number(event.load.uptimeMs),
    };
  }
  await connection.close();
  if (found === undefined) throw new Error("the subscription ended without a message");
  return found;
}
