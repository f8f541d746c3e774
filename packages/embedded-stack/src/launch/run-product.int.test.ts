import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anyFreePort, startPrivateStack } from "../testing/index.js";
import { freePorts, isRunning, TinyProduct } from "../testing/product-process.js";

const names = ["api", "clickhouse", "collector", "nats-server", "redis-server"];
const folders: string[] = [];
const products: TinyProduct[] = [];

afterEach(async () => {
  await Promise.all(products.splice(0).map((product) => product.end()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("a product", () => {
  it("starts everything, keeps what ends running, and stops it all at SIGTERM", async () => {
    const product = await newProduct();
    await product.ready();
    const pids = product.pids();
    expect(Object.keys(pids).sort()).toEqual(names);
    expect(Object.values(pids).every(isRunning)).toBe(true);

    for (const name of ["collector", "redis-server", "nats-server", "clickhouse"]) {
      process.kill(pids[name] ?? 0, "SIGKILL");
      await product.says(`${name} ended (SIGKILL); restart in 0.`);
      await product.says(`${name} is running again`);
      expect(product.pids()[name]).not.toBe(pids[name]);
    }

    const last = Object.values(product.pids());
    const { code, seconds } = await product.stop("SIGTERM");
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(10);
    expect(last.filter(isRunning)).toEqual([]);
    expect(readdirSync(join(product.dataDir, "run"))).toEqual([]);
  });

  it("ends with a screen: addresses, the key and where it is kept, the fingerprint, a line to paste", async () => {
    const product = await newProduct();
    await product.ready();
    const { printed } = product;
    const key = /API key {6}([0-9a-f]{64})$/m.exec(printed)?.[1] ?? "";
    const file = /kept in (\S+)$/m.exec(printed)?.[1] ?? "";
    expect(readFileSync(file, "utf8")).toBe(`${key}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(printed).toMatch(/SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}$/m);
    expect(printed).toContain(
      `curl -s -H "X-API-Key: ${key}" http://127.0.0.1:${product.environment.SERVER_PORT}/stats`,
    );
    expect(await product.apiSettings()).toMatchObject({ API_KEY: key, CLICKHOUSE_USER: "statwire" });
  });

  it("gives each service its own credential and no secret that it does not need", async () => {
    const product = await newProduct({
      API_KEY: "operators-own",
      SECRETS_KEY: "operators-own-of-secrets",
      CLICKHOUSE_PASSWORD: "of-something-else",
    });
    await product.ready();
    const given = JSON.parse(readFileSync(join(product.dataDir, "collector/environment.json"), "utf8"));
    expect(given.NATS_CREDS_FILE).toMatch(/collector\.creds$/);
    expect(statSync(given.NATS_CREDS_FILE).mode & 0o777).toBe(0o600);
    expect({ ...given, ...product.environment }).toMatchObject({ NODE_ID: "node-1" });
    const { API_KEY, API_KEY_FILE, SECRETS_KEY, SECRETS_KEY_FILE, REDIS_URL, CLICKHOUSE_PASSWORD } = given;
    expect({ API_KEY, API_KEY_FILE, SECRETS_KEY, SECRETS_KEY_FILE, REDIS_URL, CLICKHOUSE_PASSWORD }).toEqual({
      API_KEY: "",
      API_KEY_FILE: "",
      SECRETS_KEY: "",
      SECRETS_KEY_FILE: "",
      REDIS_URL: "",
      CLICKHOUSE_PASSWORD: "",
    });
    const api = await product.apiSettings();
    expect(api).toMatchObject({
      API_KEY: "operators-own",
      SECRETS_KEY: "operators-own-of-secrets",
      CLICKHOUSE_PASSWORD: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(product.printed).toContain("as given in API_KEY");
    expect(existsSync(join(product.dataDir, "secrets/api-key"))).toBe(false);
    expect(existsSync(join(product.dataDir, "secrets/secrets-key"))).toBe(false);
  });

  it("is alone with its data, and a second one says so", async () => {
    const product = await newProduct();
    await product.ready();
    const second = await newProduct({ STATWIRE_DATA_DIR: product.dataDir });
    expect(await second.exit()).toBe(1);
    expect(second.printed).toMatch(
      new RegExp(
        `^cannot start: STATWIRE_DATA_DIR: ${product.dataDir} is in use by a running Statwire \\(process ${product.pid}\\)$`,
        "m",
      ),
    );
    expect((await product.apiSettings()).NATS_URL).toContain("127.0.0.1");
  });

  it("leaves no service behind when it is killed, and the next one clears up and has the same data", async () => {
    const product = await newProduct();
    await product.ready();
    const pids = product.pids();
    const before = await product.apiSettings();
    await product.stop("SIGKILL");
    for (const name of ["api", "collector", "clickhouse"]) {
      await expect.poll(() => isRunning(pids[name] ?? 0), { timeout: 10_000 }).toBe(false);
    }
    const next = await newProduct(product.environment);
    await next.ready();
    expect(next.printed).toContain(
      `stopping nats-server (process ${pids["nats-server"]}), left behind by a run that was killed`,
    );
    expect(next.printed).toContain(`stopping redis-server (process ${pids["redis-server"]})`);
    expect(Object.values(pids).filter(isRunning)).toEqual([]);
    expect(await next.apiSettings()).toEqual(before);
  });

  it("stops cleanly when Ctrl-C comes twice, in the middle of its start", async () => {
    const product = await newProduct();
    await product.says("starting NATS");
    await expect.poll(() => Object.keys(product.pids()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    const pids = Object.values(product.pids());
    process.kill(product.pid, "SIGINT");
    const { code } = await product.stop("SIGINT");
    expect(code).toBe(0);
    expect([...pids, ...Object.values(product.pids())].filter(isRunning)).toEqual([]);
    expect(product.printed).not.toContain("cannot");
  });
});

describe("a start that cannot be", () => {
  it("names the variable of each port that is taken before anything starts", async () => {
    const occupants = await Promise.all([occupy(), occupy()]);
    const [EMBEDDED_REDIS_PORT = "", HTTPS_PORT = ""] = occupants.map(({ port }) => String(port));
    const product = await newProduct({ EMBEDDED_REDIS_PORT, HTTPS_PORT });
    expect(await product.exit()).toBe(1);
    expect(product.printed).toContain(`EMBEDDED_REDIS_PORT: port ${EMBEDDED_REDIS_PORT} on 127.0.0.1 is in use`);
    expect(product.printed).toContain(`HTTPS_PORT: port ${HTTPS_PORT} on 0.0.0.0 is in use`);
    expect(existsSync(join(product.dataDir, "logs"))).toBe(false);
    for (const { close } of occupants) close();

    const SERVER_PORT = String(await anyFreePort());
    const confused = await newProduct({ SERVER_PORT, EMBEDDED_NATS_PORT: SERVER_PORT });
    expect(await confused.exit()).toBe(1);
    expect(confused.printed).toContain(`SERVER_PORT: port ${SERVER_PORT} is EMBEDDED_NATS_PORT's, too`);
  });

  it("says at once which settings a service refuses, and stops the rest", async () => {
    const product = await newProduct({ TINY_MOOD: "bad" });
    expect(await product.exit()).toBe(1);
    expect(product.printed).toMatch(
      /^cannot start: collector refuses its settings\n(.*\n)*.*TINY_MOOD: Invalid input/m,
    );
    expect(Object.values(product.pids()).filter(isRunning)).toEqual([]);
  });

  it("ends with 78 and every problem of its own settings", async () => {
    const product = await newProduct({
      API_KEY: "changeme",
      EMBEDDED_NATS_PORT: "",
      NATS_URL: "nats://127.0.0.1:4",
      CLICKHOUSE_URL: "http://127.0.0.1:5",
    });
    expect(await product.exit()).toBe(78);
    expect(product.printed.split("\n").slice(0, 5)).toEqual([
      "npm start: settings cannot be used:",
      "  API_KEY: changeme is for MODE=dev only",
      "  NATS_CREDS_DIR: is required with NATS_URL: the folder of ingester.creds, cache-projector.creds, collector.creds, api.creds",
      "  CLICKHOUSE_USER: is required with CLICKHOUSE_URL",
      "  CLICKHOUSE_PASSWORD: is required with CLICKHOUSE_URL; only MODE=dev goes without",
    ]);
  });
});

describe("with servers of one's own", () => {
  let stack: Awaited<ReturnType<typeof startPrivateStack>>;

  beforeAll(async () => {
    stack = await startPrivateStack();
  });

  afterAll(() => stack.discard());

  it("starts none and uses those", async () => {
    const NATS_CREDS_DIR = join(stack.dataDir, "nats/credentials");
    const { url, username, password } = stack.clickhouse;
    const product = await newProduct({
      NATS_URL: stack.nats.url,
      NATS_CREDS_DIR,
      REDIS_URL: stack.redis.url,
      CLICKHOUSE_URL: url,
      CLICKHOUSE_USER: username,
      CLICKHOUSE_PASSWORD: password,
    });
    await product.ready();
    expect(Object.keys(product.pids()).sort()).toEqual(["api", "collector"]);
    expect(await product.apiSettings()).toMatchObject({
      NATS_URL: stack.nats.url,
      NATS_CREDS_FILE: join(NATS_CREDS_DIR, "api.creds"),
      REDIS_URL: stack.redis.url,
      CLICKHOUSE_URL: url,
      CLICKHOUSE_PASSWORD: password,
    });
  });

  it("names the credentials that are missing", async () => {
    const NATS_CREDS_DIR = mkdtempSync(join(tmpdir(), "statwire-creds-"));
    folders.push(NATS_CREDS_DIR);
    const product = await newProduct({ NATS_URL: stack.nats.url, NATS_CREDS_DIR });
    expect(await product.exit()).toBe(78);
    expect(product.printed).toContain(
      `NATS_CREDS_DIR: ${NATS_CREDS_DIR} has no readable ingester.creds, cache-projector.creds`,
    );
  });
});

async function newProduct(environment: Record<string, string> = {}): Promise<TinyProduct> {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-product-"));
  folders.push(dataDir);
  const product = new TinyProduct({
    ...(await freePorts()),
    STATWIRE_DATA_DIR: dataDir,
    NODE_ID: "node-1",
    ...environment,
  });
  products.push(product);
  return product;
}

function occupy(): Promise<{ port: number; close(): void }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve({ port: typeof address === "object" ? (address?.port ?? 0) : 0, close: () => void server.close() });
    });
  });
}
