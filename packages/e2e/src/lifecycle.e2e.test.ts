import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { startTimeOf } from "@statwire/embedded-stack";
import {
  descendant,
  descendants,
  freePorts,
  get,
  getOverTls,
  ownEnvironment,
  type Product,
  startProduct,
  waitFor,
} from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

describe("the screen that npm start ends with", () => {
  const product = inject("product");

  it("names both URLs and the documentation", () => {
    expect(product.printed).toContain(product.httpUrl);
    expect(product.printed).toContain(String(product.ports.https));
    expect(product.printed).toContain("/docs");
  });

  it("shows a key of 64 hexadecimal characters, kept in a file that only its owner reads", () => {
    expect(product.apiKey).toMatch(/^[0-9a-f]{64}$/);
    const file = /(\/\S*api-key\S*)/.exec(product.printed)?.[1] ?? "";
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("shows the fingerprint of the certificate that the HTTPS listener presents", async () => {
    const { status, fingerprint } = await getOverTls(product, "/health");
    // On this listener it is DashPad's, which wants the key.
    expect(status).toBe(401);
    expect((await getOverTls(product, "/openapi.json")).status).toBe(200);
    expect(product.printed.toUpperCase()).toContain(fingerprint);
  });

  it("ends with a curl line that works as pasted", () => {
    const line = /^\s*(curl .*)$/m.exec(product.printed)?.[1] ?? "";
    const pasted = spawnSync("sh", ["-c", line], { encoding: "utf8" });
    expect(JSON.parse(pasted.stdout)).toHaveProperty("cpu.usage_percent");
  });
});

describe("a product of its own", () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  });

  afterAll(() => product.discard());

  it("restarts a crashed service and says so", async () => {
    const killed = descendant(product, /services\/api/);
    process.kill(killed, "SIGKILL");
    await waitFor(
      () => /api .*(restart|again)/i.test(product.output()),
      10_000,
      () => product.output(),
    );
    await waitFor(async () => (await get(product, "/health").catch(() => undefined))?.status === 200, 20_000);
    expect(descendant(product, /services\/api/)).not.toBe(killed);
  });

  it("refuses a second start on the same data, with the reason", () => {
    const second = spawnSync(process.execPath, ["scripts/start.mjs"], {
      cwd: root,
      encoding: "utf8",
      env: { ...ownEnvironment(), STATWIRE_DATA_DIR: product.dataDir },
      timeout: 60_000,
    });
    expect(second.status).not.toBe(0);
    expect(second.stdout + second.stderr).toContain(product.dataDir);
  });

  it("names the variable of a port that is taken", async () => {
    const ports = await freePorts();
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(ports.redis, "127.0.0.1", resolve));
    await expect(startProduct({ ports })).rejects.toThrow("EMBEDDED_REDIS_PORT");
    occupant.close();
  });

  it("stops everything within ten seconds of SIGTERM, and a second start keeps key, certificate and readings", async () => {
    const before = descendants(product.pid);
    const { fingerprint } = await getOverTls(product, "/health");
    const { code, seconds } = await product.stop();
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(10);
    // What a collector runs for a reading (`lsblk` and the like) may end a moment after it.
    const left = () => before.filter(({ pid }) => startTimeOf(pid) !== undefined);
    await waitFor(
      () => left().length === 0,
      10_000 - seconds * 1000,
      () => `still running: ${JSON.stringify(left())}`,
    );
    const again = await startProduct({ dataDir: product.dataDir, ports: product.ports });
    try {
      expect(again.apiKey).toBe(product.apiKey);
      expect((await getOverTls(again, "/health")).fingerprint).toBe(fingerprint);
      expect((await get(again, "/stats")).status).toBe(200);
    } finally {
      await again.stop();
    }
  });
});
