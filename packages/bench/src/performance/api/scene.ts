import { type Product, startProduct } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { cpuSecondsOf } from "../../load/cpu-seconds.js";
import { pidOf } from "../../pressure/observer.js";
import type { RowContext } from "../row.js";
import { type LoadOutcome, sendLoad, startHello } from "./send-load.js";

/** The product, with the snapshots that its own collector fills, beside a bare Express server. */
export interface Scene {
  product: Product;
  /** The product's own node. */
  node: string;
  hello: Awaited<ReturnType<typeof startHello>>;
  /** Loads one side for a round. */
  load(side: "hello" | { path: string }): Promise<Round>;
  stop(): Promise<void>;
}

export interface Round extends LoadOutcome {
  /** Of the processor, by the process that answers. */
  serverCpuSeconds: number;
  /** Of Redis, meanwhile; its other work included. */
  redisCpuSeconds: number;
}

/** Limits count as ever, but far from what a round asks for. */
const limits = { API_RATE_LIMIT_PER_MINUTE: "100000000", COMPATIBLE_RATE_LIMIT_FACTOR: "1000000" };
const reportedWithinMs = 60_000;

/** @param connections each with a request at a time: those that wait for 100 ms because of others are refused */
export async function openScene({ quick, signal, tell }: RowContext, connections: number): Promise<Scene> {
  const product = await startProduct({ env: { ...limits } });
  const hello = await startHello();
  const seconds = quick ? 1.5 : 2;
  try {
    const node = await reportingNode(product, signal);
    const pids = { api: pidOf(product, "api"), redis: pidOf(product, "redis-server") };
    const load: Scene["load"] = async (side) => {
      const isHello = side === "hello";
      const pid = isHello ? hello.pid : pids.api;
      const before = { server: cpuSecondsOf(pid), redis: cpuSecondsOf(pids.redis) };
      const outcome = await sendLoad(
        {
          port: isHello ? hello.port : product.ports.http,
          path: isHello ? "/" : side.path,
          headers: isHello ? {} : credentialsFor(side.path, product.apiKey),
          ...{ connections, seconds },
        },
        signal,
      );
      return {
        ...outcome,
        serverCpuSeconds: cpuSecondsOf(pid) - before.server,
        redisCpuSeconds: cpuSecondsOf(pids.redis) - before.redis,
      };
    };
    tell(`${node} reports; ${connections} connections, ${seconds} s a round`);
    const stop = async () => {
      hello.stop();
      await product.discard();
    };
    return { product, node, hello, load, stop };
  } catch (error) {
    hello.stop();
    await product.discard();
    throw error;
  }
}

/** Nezha's clients send their token bare, and in another header. */
function credentialsFor(path: string, apiKey: string): Record<string, string> {
  return path.startsWith("/api/v1/server/") ? { Authorization: apiKey } : { "X-API-Key": apiKey };
}

/** Waits until the node has reported what every surface shows of it. */
async function reportingNode(product: Product, signal: AbortSignal): Promise<string> {
  const deadlineMs = Date.now() + reportedWithinMs;
  for (;;) {
    const answer = await fetch(`${product.httpUrl}/stats`, { headers: { "X-API-Key": product.apiKey } });
    const list = await fetch(`${product.httpUrl}/api/v2/nodes`, { headers: { "X-API-Key": product.apiKey } });
    const { nodes = [] } = (await list.json()) as { nodes?: { node: string }[] };
    if (answer.status === 200 && nodes[0] !== undefined) return nodes[0].node;
    if (Date.now() > deadlineMs) throw new Error(`no node has reported: GET /stats answers ${answer.status}`);
    await sleep(500, signal);
  }
}

/** Requests for a second of the processor of the process that answers. */
export function perCpuSecond({ requests, serverCpuSeconds }: Round): number {
  return requests / serverCpuSeconds;
}
