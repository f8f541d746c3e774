import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { History } from "@statwire/history-store";
import { ownEnvironment, type Product, startProduct, waitFor } from "@statwire/running-product";
import { benchHistory } from "../../operations/totals.js";
import { pidOf, residentBytesOf } from "../../pressure/observer.js";
import { LogOfProduct } from "./log-of-product.js";
import { type ProcessorTime, processorTime } from "./processor-time.js";

const ingesterMain = fileURLToPath(new URL("../../../../../services/ingester/dist/main.js", import.meta.url));
const ingesterOpsOffset = 3;
/** Its first start makes more than a hundred tables and views. */
const readyWithinMs = 120_000;
const mebibyte = 1024 ** 2;

/** The servers of a product and its ingester, each a process of its own, on data of their own. */
export class Pipeline {
  readonly product: Product;
  readonly log: LogOfProduct;
  readonly history: History;
  readonly #ingester: ChildProcess;
  readonly #pids: Record<string, number>;

  private constructor(product: Product, log: LogOfProduct, ingester: ChildProcess) {
    this.product = product;
    this.log = log;
    this.history = benchHistory(product);
    this.#ingester = ingester;
    this.#pids = {
      ingester: ingester.pid ?? 0,
      clickhouse: pidOf(product, "clickhouse"),
      "nats-server": pidOf(product, "nats-server"),
    };
  }

  /**
   * Starts them, and waits until the ingester is ready.
   * @param settings of the ingester, where they are not the defaults
   */
  static async start(settings: Record<string, string> = {}): Promise<Pipeline> {
    const product = await startProduct({ serversOnly: true });
    const ingester = spawnIngester(product, settings);
    try {
      await ready(product, ingester);
      return new Pipeline(product, await LogOfProduct.open(product), ingester);
    } catch (error) {
      await end(ingester);
      await product.discard();
      throw error;
    }
  }

  time(): ProcessorTime {
    return processorTime(this.#pids);
  }

  /** Resident MiB of each process. */
  memory(): Record<string, number> {
    const sizes = Object.entries(this.#pids).map(([name, pid]) => [name, Math.round(residentBytesOf(pid) / mebibyte)]);
    return Object.fromEntries(sizes);
  }

  /** Ends everything and removes the data. */
  async discard(): Promise<void> {
    await this.history.close();
    await this.log.close();
    await end(this.#ingester);
    await this.product.discard();
  }
}

function spawnIngester({ dataDir, ports, natsUrl }: Product, settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--enable-source-maps", ingesterMain], {
    env: {
      ...ownEnvironment(),
      LOG_LEVEL: "warn",
      // The embedded servers, as `npm start` runs them.
      UNSAFE_SERVERS_ALLOWED: "true",
      NATS_URL: natsUrl,
      NATS_CREDS_FILE: join(dataDir, "nats/credentials/ingester.creds"),
      CLICKHOUSE_URL: `http://127.0.0.1:${ports.clickhouseHttp}`,
      CLICKHOUSE_USER: "statwire",
      CLICKHOUSE_PASSWORD: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
      OPS_PORT_BASE: String(ports.opsBase),
      ...settings,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

async function ready({ ports }: Product, ingester: ChildProcess): Promise<void> {
  const url = `http://127.0.0.1:${ports.opsBase + ingesterOpsOffset}/readyz`;
  await waitFor(
    async () => {
      if (ingester.exitCode !== null) throw new Error(`the ingester ended with ${ingester.exitCode}`);
      return (await fetch(url).catch(() => undefined))?.ok === true;
    },
    readyWithinMs,
    () => "the ingester is not ready",
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
