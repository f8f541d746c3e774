import { spawn } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ownEnvironment, type Product, startProduct } from "@statwire/running-product";
import { benchHistory, type Filled, fill, type Totals, totalsOf } from "./fill.js";

const statwire = fileURLToPath(new URL("../../../cli/bin/statwire.mjs", import.meta.url));

export const operationsUsage = `usage: npm run bench -- operations [--samples N] [--hours N] [--seed N] [--folder DIR] [--json]

Starts the product with a temporary data folder, fills it through the real stream and ingester with readings of the last
hours, waits until every hour is closed, and then times what an operator does: verify, rebuild history, backup, restore.
A sample is one number of a reading that is stored.

  --samples N   at least so many [50000000]
  --hours N     how far back they go [24]
  --seed N      of the readings [1]
  --folder DIR  where the temporary folders are made [${tmpdir()}]
  --json        as JSON`;

interface Timed {
  name: string;
  /** Undefined: this version has no such command. */
  seconds?: number;
  code?: number | null;
  note: string;
}

interface Report {
  filled: Filled;
  fillSeconds: number;
  bytes: { clickhouse: number; streams: number; backup: number };
  steps: Timed[];
  before: Totals;
  restored: Totals;
  isEqual: boolean;
  loadAverages: number[];
}

/** Measures the operations on a large store; the exit code is 1 when what was restored is not what was there. */
export async function measureOperations(words: readonly string[], signal: AbortSignal): Promise<number> {
  if (words.includes("--help")) {
    console.log(operationsUsage);
    return 0;
  }
  const { values } = parseArgs({
    args: [...words],
    options: {
      samples: { type: "string", default: "50000000" },
      hours: { type: "string", default: "24" },
      seed: { type: "string", default: "1" },
      folder: { type: "string", default: tmpdir() },
      json: { type: "boolean", default: false },
    },
  });
  const scratch = mkdtempSync(join(values.folder, "statwire-bench-"));
  try {
    const report = await measure(scratch, {
      samples: Number(values.samples),
      hours: Number(values.hours),
      seed: Number(values.seed),
      signal,
    });
    console.log(values.json ? JSON.stringify(report) : toText(report));
    return report.isEqual ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measure(
  scratch: string,
  { samples, hours, seed, signal }: { samples: number; hours: number; seed: number; signal: AbortSignal },
): Promise<Report> {
  const tell = (text: string) => console.error(`${new Date().toISOString()} ${text}`);
  const backup = join(scratch, "backup");
  const closedBeforeMs = Date.now();
  const env = { HOUSEKEEPING_INTERVAL_SECONDS: "10" };
  const product = await startProduct({ dataDir: join(scratch, "first"), env });
  let steps: Timed[];
  let filled: Filled;
  let before: Totals;
  let fillSeconds: number;
  const bytes = { clickhouse: 0, streams: 0, backup: 0 };
  try {
    tell("filling");
    const beginMs = Date.now();
    filled = await fill(product, { samples, hours, seed, nowMs: beginMs, signal, tell });
    fillSeconds = (Date.now() - beginMs) / 1e3;
    tell(`filled with ${filled.samples} samples`);
    const range = ["--from", `${hours + 1}h`, "--to", "now"];
    steps = [
      await timed("verify", product, ["verify", ...range], tell),
      await timed("rebuild history", product, ["rebuild", "history", ...range], tell),
      await timed("backup", product, ["backup", "--to", backup], tell),
      await timed("backup verify", product, ["backup", "verify", backup], tell),
    ];
    const history = benchHistory(product);
    before = await totalsOf(history, closedBeforeMs).finally(() => history.close());
    bytes.clickhouse = bytesUnder(join(product.dataDir, "clickhouse/store"));
    bytes.streams = bytesUnder(join(product.dataDir, "nats/jetstream"));
    bytes.backup = bytesUnder(backup);
  } finally {
    await product.discard();
  }
  const { step, restored } = await restoreAndRead(join(scratch, "second"), { backup, closedBeforeMs, tell });
  steps.push(step);
  const isEqual = JSON.stringify(restored) === JSON.stringify(before);
  return { filled, fillSeconds, bytes, steps, before, restored, isEqual, loadAverages: loadavg() };
}

/** Empty servers, the backup into them, then the whole product on the same data. */
async function restoreAndRead(
  dataDir: string,
  { backup, closedBeforeMs, tell }: { backup: string; closedBeforeMs: number; tell(text: string): void },
) {
  const servers = await startProduct({ dataDir, serversOnly: true });
  const step = await timed("restore", servers, ["restore", "--from", backup], tell).finally(() => servers.stop());
  tell("starting the product on what was restored");
  const product = await startProduct({ dataDir, ports: servers.ports });
  const history = benchHistory(product);
  try {
    return { step, restored: await totalsOf(history, closedBeforeMs) };
  } finally {
    await history.close();
    await product.discard();
  }
}

/** Runs a command of the operator beside the product. */
async function timed(
  name: string,
  product: Product,
  words: readonly string[],
  tell: (text: string) => void,
): Promise<Timed> {
  tell(name);
  const beginMs = Date.now();
  const child = spawn(process.execPath, [statwire, ...words], {
    env: {
      ...ownEnvironment(),
      STATWIRE_DATA_DIR: product.dataDir,
      EMBEDDED_NATS_PORT: String(product.ports.nats),
      EMBEDDED_REDIS_PORT: String(product.ports.redis),
      EMBEDDED_CLICKHOUSE_HTTP_PORT: String(product.ports.clickhouseHttp),
      OPS_PORT_BASE: String(product.ports.opsBase),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const seconds = (Date.now() - beginMs) / 1e3;
  if (code === 2 && printed.includes("there is no command")) return { name, note: "not available" };
  tell(printed.trim());
  return { name, seconds, code, note: code === 0 ? "" : (printed.trim().split("\n").at(-1) ?? "") };
}

/** What files take, links counted once. */
function bytesUnder(folder: string, seen = new Set<number>()): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      sum += bytesUnder(path, seen);
      continue;
    }
    try {
      const { ino, size } = lstatSync(path);
      if (!seen.has(ino)) sum += size;
      seen.add(ino);
    } catch {
      // A merge has removed it meanwhile.
    }
  }
  return sum;
}

function toText({ filled, fillSeconds, bytes, steps, before, restored, isEqual, loadAverages }: Report): string {
  const perSecond = (seconds: number) => `${(filled.samples / seconds / 1e6).toFixed(2)} M samples/s`;
  const mebibytes = (size: number) =>
    `${(size / 1024 ** 2).toFixed(0)} MiB (${(size / filled.samples).toFixed(2)} bytes a sample)`;
  const rows = [
    ["samples", String(filled.samples)],
    [
      "of",
      `${filled.events} events of ${filled.nodes} nodes over ${filled.hours} h, ${filled.samplesPerEvent} in each`,
    ],
    ["filled and closed in", `${fillSeconds.toFixed(1)} s`],
    ...steps.map(({ name, seconds, note }) => [
      name,
      seconds === undefined ? note : `${seconds.toFixed(1)} s, ${perSecond(seconds)} ${note}`.trim(),
    ]),
    ["ClickHouse on disk", mebibytes(bytes.clickhouse)],
    ["streams on disk", mebibytes(bytes.streams)],
    ["backup on disk", mebibytes(bytes.backup)],
    ["events, values in closed hours", `${before.events}, ${before.closedValues}`],
    [
      "restored",
      isEqual ? "all of it, equal" : `NOT EQUAL: ${JSON.stringify(before)} became ${JSON.stringify(restored)}`,
    ],
    ["load of the machine", loadAverages.map((load) => load.toFixed(1)).join(" ")],
  ];
  const width = Math.max(...rows.map(([name = ""]) => name.length));
  return rows.map(([name = "", value]) => `${name.padEnd(width)}  ${value}`).join("\n");
}
