import type { NodeIdentity } from "@statwire/credentials";
import { type ClickhouseServer, startClickhouse } from "./clickhouse.js";
import { type NatsServer, startNats } from "./nats/server.js";
import { type RedisServer, startRedis } from "./redis.js";

export interface StackOptions {
  dataDir: string;
  ports: { nats: number; redis: number; clickhouseHttp: number; clickhouseTcp: number };
  binaries: Record<string, string>;
  node: NodeIdentity;
}

/** The three real servers on loopback. */
export interface Stack {
  nats: NatsServer;
  redis: RedisServer;
  clickhouse: ClickhouseServer;
  stop(): Promise<void>;
}

/** Starts all three at once; when one fails the others are stopped. */
export async function startStack({ dataDir, ports, binaries, node }: StackOptions): Promise<Stack> {
  const binary = (name: string) => binaries[name] ?? name;
  const starting = [
    startNats({ dataDir, port: ports.nats, binary: binary("nats-server"), node }),
    startRedis({ dataDir, port: ports.redis, binary: binary("redis-server") }),
    startClickhouse({ dataDir, httpPort: ports.clickhouseHttp, tcpPort: ports.clickhouseTcp }),
  ] as const;
  const settled = await Promise.allSettled(starting);
  const failed = settled.find((result) => result.status === "rejected");
  if (failed !== undefined) {
    await Promise.all(settled.map((result) => result.status === "fulfilled" && result.value.process.stop()));
    throw failed.reason;
  }
  const [nats, redis, clickhouse] = await Promise.all(starting);
  return {
    nats,
    redis,
    clickhouse,
    async stop() {
      await Promise.all([nats, redis, clickhouse].map(({ process }) => process.stop()));
    },
  };
}
