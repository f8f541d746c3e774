import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Product, startProduct } from "@statwire/running-product";
import { nodeName } from "../load/host-load.js";
import { fill, untilClosed } from "./fill.js";
import { fillsSnapshots, isWell, repairsDay, showsDamage } from "./judges.js";
import { type OperationsReport, problemsOf, toText } from "./report.js";
import { type Judge, runStep, type Step, succeeds } from "./step.js";
import { benchHistory, damage, hourMs, type Totals, totalsOf } from "./totals.js";

export const operationsUsage = `usage: npm run bench -- operations [--samples N] [--hours N] [--seed N] [--folder DIR] [--json]

Starts the product with a temporary data folder, fills it through the real stream and ingester with readings of two past
days, waits until every hour is closed, and then times what an operator does: verify; rebuild history after rows of an hour
were deleted, with verify before and after; rebuild snapshots; backup; restore into servers that hold nothing. A sample is
one number of a reading that is stored. Exit code 1 when anything is not as it should be.

  --samples N     at least so many [50000000]
  --hours N       hours of each of the two days that have readings [24]
  --live-nodes N  nodes that have a latest state [1000]
  --seed N        of the readings [1]
  --folder DIR    where the temporary folders are made [${tmpdir()}]
  --json          as JSON`;

const days = 2;
const loadNodes = "load-";
const repairSeconds = 3_600;

interface Options {
  samples: number;
  hoursOfDay: number;
  liveNodes: number;
  seed: number;
  signal: AbortSignal;
  tell(text: string): void;
}

/** Measures the operations on a large store. */
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
      "live-nodes": { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      folder: { type: "string", default: tmpdir() },
      json: { type: "boolean", default: false },
    },
  });
  const scratch = mkdtempSync(join(values.folder, "statwire-bench-"));
  try {
    const report = await measure(scratch, {
      samples: Number(values.samples),
      hoursOfDay: Number(values.hours),
      liveNodes: Number(values["live-nodes"]),
      seed: Number(values.seed),
      signal,
      tell: (text) => console.error(`${new Date().toISOString()} ${text}`),
    });
    console.log(values.json ? JSON.stringify({ ...report, problems: problemsOf(report) }) : toText(report));
    return problemsOf(report).length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measure(scratch: string, options: Options): Promise<OperationsReport> {
  const { tell } = options;
  const backup = join(scratch, "backup");
  const product = await startProduct({
    dataDir: join(scratch, "first"),
    // The ingester's own comparison of closed hours would run beside what is timed, and before the next hour is closed.
    env: { HOUSEKEEPING_INTERVAL_SECONDS: "10", ROLLUP_CHECK_HOURS: "0" },
  });
  let operated: Omit<OperationsReport, "totals"> & { before: Totals; repaired: Totals };
  try {
    operated = await operate(product, backup, options);
  } finally {
    await product.discard();
  }
  const { before, repaired, ...report } = operated;
  const { step, restored } = await restoreAndRead(join(scratch, "second"), { backup, tell });
  return { ...report, steps: [...report.steps, step], totals: { before, repaired, restored } };
}

async function operate(product: Product, backup: string, options: Options) {
  const { tell, signal } = options;
  tell("filling …");
  const filled = await fill(product, { ...options, days, nowMs: Date.now() });
  const [damaged = "", last = ""] = [filled.days[0], filled.days.at(-1)];
  const steps: Step[] = [];
  const step = async (name: string, words: readonly string[], judge: Judge) => {
    signal.throwIfAborted();
    steps.push(await runStep(product, { name, words, judge, tell }));
  };
  const range = ["--from", `${damaged}T00:00:00Z`, "--to", `${last}T23:59:59Z`];
  const history = benchHistory(product);
  try {
    await step("verify", ["verify", ...range, "--json"], isWell(filled.events));
    const before = await totalsOf(history, { nodes: loadNodes });
    const deletedRows = await damage(history, nodeName(0), filled.fromMs + (filled.hoursOfDay - 1) * hourMs);
    tell(`deleted ${deletedRows} rows`);
    await step("verify, damaged", ["verify", ...range, "--json"], showsDamage);
    const judge = repairsDay(damaged, deletedRows, filled.days);
    await step("rebuild history", ["rebuild", "history", ...range, "--json"], judge);
    const repair = ["--repair", "--timeout", String(repairSeconds)];
    await step("verify, repaired", ["verify", ...range, ...repair, "--json"], isWell(filled.events));
    await untilClosed(history, signal);
    const repaired = await totalsOf(history, { nodes: loadNodes });
    await step("rebuild snapshots", ["rebuild", "snapshots", "--json"], fillsSnapshots(options.liveNodes));
    await step("backup", ["backup", "--to", backup], succeeds);
    await step("backup verify", ["backup", "verify", backup], succeeds);
    const bytes = {
      clickhouse: bytesUnder(join(product.dataDir, "clickhouse/store")),
      streams: bytesUnder(join(product.dataDir, "nats/jetstream")),
      backup: bytesUnder(backup),
    };
    return { filled, steps, deletedRows, bytes, before, repaired };
  } finally {
    await history.close();
  }
}

/** Empty servers, the backup into them, then the whole product on the same data. */
async function restoreAndRead(dataDir: string, { backup, tell }: { backup: string; tell(text: string): void }) {
  const servers = await startProduct({ dataDir, serversOnly: true });
  const words = ["restore", "--from", backup];
  const step = await runStep(servers, { name: "restore", words, judge: succeeds, tell }).finally(() => servers.stop());
  tell("starting the product on what was restored …");
  const product = await startProduct({ dataDir, ports: servers.ports });
  const history = benchHistory(product);
  try {
    return { step, restored: await totalsOf(history, { nodes: loadNodes }) };
  } finally {
    await history.close();
    await product.discard();
  }
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
