import { readFileSync } from "node:fs";
import { join } from "node:path";
import { descendant, get, type Product, startProduct, waitFor } from "@statwire/running-product";
import { createClient } from "redis";
import { afterAll, beforeAll, expect, it } from "vitest";

let product: Product;
let collector: number | undefined;
let redis: ReturnType<typeof connection>;

beforeAll(async () => {
  product = await startProduct();
  redis = connection();
  await redis.connect();
  await waitFor(async () => (await get(product, "/stats")).status === 200, 30_000);
  collector = descendant(product, /services\/collector\/dist\/main/);
  process.kill(collector, "SIGSTOP"); // no reading may arrive between the two dumps
});

afterAll(async () => {
  if (collector !== undefined) process.kill(collector, "SIGCONT");
  await redis?.close();
  await product?.discard();
});

function connection() {
  return createClient({
    url: `redis://127.0.0.1:${product.ports.redis}`,
    password: readFileSync(join(product.dataDir, "secrets/redis-password"), "utf8").trim(),
  });
}

it("FLUSHALL: within five seconds the state equals the dump before it, field by field", {
  timeout: 60_000,
}, async () => {
  const before = await settledDump();
  expect(Object.keys(before).length).toBeGreaterThan(10);
  await redis.flushAll();
  await expect.poll(dump, { timeout: 5_000, interval: 50 }).toEqual(before);
  expect((await get(product, "/stats")).status).toBe(200);
});

/** The dump once what was on its way has arrived. */
async function settledDump(): Promise<Record<string, unknown>> {
  let last = await dump();
  await expect
    .poll(
      async () => {
        const previous = JSON.stringify(last);
        last = await dump();
        return JSON.stringify(last) === previous;
      },
      { timeout: 10_000, interval: 500 },
    )
    .toBe(true);
  return last;
}

/** Every projected key with its whole value; rate limits and 30-second pins are no projection. */
async function dump(): Promise<Record<string, unknown>> {
  const keys = (await redis.keys("statwire:*")).filter((key) => !/rate|pin|projection/.test(key)).sort();
  const entries = await Promise.all(keys.map(async (key) => [key, await read(key)] as const));
  return Object.fromEntries(entries.flatMap(([key, value]) => flatten(key, value)));
}

async function read(key: string): Promise<unknown> {
  const type = await redis.type(key);
  if (type === "hash") return redis.hGetAll(key);
  if (type === "list") return redis.lRange(key, 0, -1);
  if (type === "set") return (await redis.sMembers(key)).sort();
  if (type === "zset") return redis.zRangeWithScores(key, 0, -1);
  return redis.get(key);
}

function flatten(key: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[key, value]];
  return Object.entries(value).map(([field, text]) => [`${key} ${field}`, text]);
}
