import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectEventLog, type EventLog } from "@statwire/event-log";
import { hoursToClose, type Retention } from "@statwire/history-store";
import {
  descendants,
  freePorts,
  historyOf,
  nodeCredentials,
  type Product,
  startProduct,
} from "@statwire/running-product";
import { createLogger } from "@statwire/runtime";
import { connectSnapshotStore, type SnapshotStore } from "@statwire/snapshot-store";
import { signal } from "../inflict/processes.js";
import { Acknowledged } from "../oracle/acknowledged.js";
import type { LinkName, PointName } from "../plan.js";
import type { Random } from "../random.js";
import type { Prepared } from "../scenarios/scenario.js";
import type { Bus } from "./bus.js";
import { type Configurer, startConfigurer } from "./configurer.js";
import { type FarNode, keepFarNode } from "./far-node.js";
import { openLinks } from "./links.js";
import { type LogWriter, startLogWriter } from "./log-writer.js";
import { type PastPublisher, startPastPublisher } from "./past-publisher.js";
import type { Ways } from "./ways.js";

export const nodes = { near: "near-1", far: "far-1", past: "past-1" } as const;

/** The product under load, and ways to look into it. */
export interface Workload {
  /** As it runs now, or ran last. */
  readonly product: Product;
  far: FarNode;
  /** Between the second node and the bus. */
  network: Ways;
  /** Between the services and their servers, too. */
  links: Record<LinkName, Ways>;
  /** Absent: the product has one of its own. */
  bus: Bus | undefined;
  past: PastPublisher;
  configurer: Configurer;
  /** What the log has acknowledged to any sender. */
  acknowledged: Acknowledged;
  writers: Record<"near" | "far", LogWriter>;
  /** Where the ingester is told to kill itself. */
  faultFile: string;
  /** What brings the ingester to points that it does not come to by itself, by their names. */
  provocations: Map<PointName, () => unknown>;
  /** As an operator: positions and dead letters. */
  log: EventLog;
  history: ReturnType<typeof historyOf>;
  /** The hours (Unix milliseconds) that are still to be closed, or closed again, by the product's own account. */
  hoursDue(nowMs: number): Promise<ReadonlySet<number>>;
  snapshots: SnapshotStore;
  /** With a credential of its own, as a collector of that node has it; whoever connects closes it. */
  connectAsNode(node: string): Promise<EventLog>;
  /** Ends the product, in order or every process of it at once, and starts another version of it on the same data. */
  startAgain(how: { isKilled: boolean; main: string }): Promise<void>;
  /** Stops everything; removes what was written, unless it is to be kept. */
  end(options: { keep: boolean }): Promise<void>;
}

const storeOptions = { url: "", database: "statwire", username: "", password: "", durableInserts: false };
/** As the product has it by default: hours that are older are never opened again. */
const retention: Retention = { rawDays: 14, hourlyDays: 400, dailyDays: 1826, logsDays: 14, versionsDays: 90 };
const baseIntervalMs = 250;

export interface WorkloadOptions {
  random: Random;
  nowMs: number;
  /** Done to the data folder before anything starts. */
  prepare?: ((dataDir: string) => Prepared | Promise<Prepared> | undefined) | undefined;
}

/** Starts the product as `npm start` does, a second node, a node that reports the past, and writers of logs. */
export async function startWorkload({ random, nowMs, prepare }: WorkloadOptions): Promise<Workload> {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-faults-"));
  const closers: (() => unknown)[] = [];
  const end = async ({ keep }: { keep: boolean }) => {
    for (const close of closers.reverse()) await close();
    if (!keep) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const prepared = await prepare?.(dataDir);
    if (prepared !== undefined) closers.push(prepared.undo);
    const writers = { near: startLogWriter(dataDir, nodes.near), far: startLogWriter(dataDir, nodes.far) };
    closers.push(() => Object.values(writers).map((writer) => writer.stop()));
    const faultFile = join(dataDir, "fault-point");
    const acknowledged = openAcknowledged(dataDir);
    const ports = await freePorts();
    const links = await openLinks({
      bus: prepared?.bus?.ports ?? [ports.nats],
      clickhouse: [ports.clickhouseHttp],
      redis: [ports.redis],
    });
    closers.push(() => links.close());
    const env = {
      ...environment(dataDir, writers.near.file, faultFile),
      ...acknowledged.settingsOf(nodes.near),
      ...prepared?.bus?.env,
      ...links.env,
    };
    const product = await startProduct({ dataDir, env, ports });
    let running = product;
    closers.push(() => running.stop());
    const network = links.ways["second node → bus"];
    const settings = settingsWith(writers.far.file);
    const far = await keepFarNode(product, {
      ...{ node: nodes.far, natsPort: network.ports, settings },
      env: acknowledged.settingsOf(nodes.far),
    });
    closers.push(() => far.stop());
    const operator = await connectAs(product, {
      name: "operator",
      file: join(dataDir, "nats/credentials/operator.creds"),
    });
    closers.push(() => operator.close());
    const connectAsNode = (node: string) =>
      connectAs(product, { name: "collector", scope: ["default", node], file: nodeCredentials(product, node) });
    const pastLog = await connectAsNode(nodes.past);
    closers.push(() => pastLog.close());
    const fromMs = Math.floor((nowMs - 4 * 86_400_000) / 3_600_000) * 3_600_000;
    const past = startPastPublisher(pastLog, { node: nodes.past, bootId: nowMs, fromMs, random });
    acknowledged.also(() => past.acknowledged);
    const configurer = startConfigurer(product);
    closers.push(() => configurer.stop());
    acknowledged.also(() => configurer.acknowledged);
    closers.push(() => past.stop());
    const history = historyOf(product);
    closers.push(() => history.close());
    const store = { client: history, options: { ...storeOptions, retention }, close: async () => undefined };
    const everything = { committedSeq: Number.MAX_SAFE_INTEGER, receivedUpToMs: Number.MAX_SAFE_INTEGER };
    const hoursDue = async (nowMs: number) => {
      const due = await hoursToClose(store, { ...everything, receivedUpToMs: nowMs }, { graceMs: 0, nowMs });
      return new Set(due.map(({ hourMs }) => hourMs));
    };
    const password = readFileSync(join(dataDir, "secrets/redis-password"), "utf8").trim();
    const url = `redis://:${password}@127.0.0.1:${product.ports.redis}`;
    const snapshots = connectSnapshotStore({ url, keyPrefix: "statwire:", name: "faults", commandTimeoutMs: 5_000 });
    closers.push(() => snapshots.close());
    return {
      get product() {
        return running;
      },
      async startAgain({ isKilled, main }) {
        if (isKilled) killAll(running.pid);
        await running.stop();
        running = await startProduct({ dataDir, env, ports: product.ports, main });
      },
      far,
      network,
      links: links.ways,
      bus: prepared?.bus,
      past,
      configurer,
      acknowledged,
      writers,
      faultFile,
      provocations: new Map(),
      log: operator,
      history,
      hoursDue,
      snapshots,
      connectAsNode,
      end,
    };
  } catch (error) {
    await end({ keep: true });
    throw error;
  }
}

function openAcknowledged(dataDir: string): Acknowledged {
  const folder = join(dataDir, "acknowledged");
  mkdirSync(folder);
  return new Acknowledged(folder);
}

function killAll(pid: number): void {
  for (const process of [pid, ...descendants(pid).map((child) => child.pid)]) signal(process, "SIGKILL");
}

function environment(dataDir: string, logFile: string, faultFile: string): Record<string, string> {
  const settingsFile = join(dataDir, "settings.json");
  writeFileSync(settingsFile, JSON.stringify(settingsWith(logFile)));
  return {
    // The ingester's fault points are refused otherwise.
    MODE: "dev",
    INGEST_FAULTS_FROM: faultFile,
    SETTINGS_FILE: settingsFile,
    NODE_ID: nodes.near,
    CLOSE_GRACE_SECONDS: "0",
    HOUSEKEEPING_INTERVAL_SECONDS: "3",
    // A successor waits so long for one that was killed: much of the run would be that otherwise.
    INGEST_TAKEOVER_MS: "1500",
    // More cuts, so more moments to be killed at.
    INGEST_FLUSH_INTERVAL_MS: "500",
  };
}

function settingsWith(logFile: string): object {
  return { base_interval_ms: baseIntervalMs, logs: { work: { path: logFile } } };
}

function connectAs(
  product: Product,
  { name, scope, file }: { name: string; scope?: readonly string[]; file: string },
): Promise<EventLog> {
  const log = createLogger({ service: "faults", level: "silent" });
  return connectEventLog({
    url: product.natsUrl,
    credentialsFile: file,
    name,
    log,
    ...(scope === undefined ? {} : { scope }),
  });
}
