import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectHistory, type History, migrate } from "@statwire/history-store";
import { startProduct } from "@statwire/running-product";
import { cpuSecondsOf } from "../../load/cpu-seconds.js";
import { pidOf } from "../../pressure/observer.js";

/** The product's history server with its schema and nothing in it. */
export interface HistoryServer {
  history: History;
  dataDir: string;
  /** Of its processor so far, all threads. */
  cpuSeconds(): number;
  close(): Promise<void>;
}

/** The product's defaults, but for readings: they are kept for as long as an answer is compared with them. */
const retention = { rawDays: 40, hourlyDays: 400, dailyDays: 1826, logsDays: 14, versionsDays: 90 };

export async function startHistoryServer(): Promise<HistoryServer> {
  const product = await startProduct({ serversOnly: true });
  const { ports, dataDir } = product;
  const history = connectHistory({
    url: `http://127.0.0.1:${ports.clickhouseHttp}`,
    database: "statwire",
    username: "statwire",
    password: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
    retention,
  });
  const close = async () => {
    await history.close();
    await product.discard();
  };
  try {
    await migrate(history);
    const pid = pidOf(product, "clickhouse");
    return { history, dataDir, cpuSeconds: () => cpuSecondsOf(pid), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Merges a table as the server does by itself, later: measured is what stays. */
export async function mergeTable({ client }: History, table: string): Promise<void> {
  await client.command({ query: `OPTIMIZE TABLE ${table} FINAL` });
}
