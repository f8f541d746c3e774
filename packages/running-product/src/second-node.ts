import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePorts, ownEnvironment, type Product } from "./product.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface SecondNode {
  pid: number;
  output(): string;
  stop(): Promise<void>;
}

export interface NodeOptions {
  node: string;
  /** On loopback, of one server or of each in a cluster. */
  natsPort: number | readonly number[];
  settings: object;
  /** File that `nodeCredentials` has made before; made now when absent. */
  credentials?: string;
  /** Beside what a collector needs. */
  env?: Record<string, string>;
  /** Of its spool and settings, in the product's data folder; `collector-NODE` when absent. */
  folderName?: string;
  /** What is run; the collector of this clone when absent. */
  main?: string;
}

/** A collector as on another machine: its own credential, made with the command for it, folder and way to the bus. */
export async function startSecondNode(product: Pick<Product, "dataDir">, options: NodeOptions): Promise<SecondNode> {
  const { node, natsPort, settings, env, folderName, main } = options;
  const credentials = options.credentials ?? nodeCredentials(product, node);
  const folder = join(product.dataDir, folderName ?? `collector-${node}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
  const child = spawn(process.execPath, [main ?? join(root, "services/collector/dist/main.js")], {
    env: {
      ...ownEnvironment(),
      NODE_ID: node,
      NATS_URL: [natsPort]
        .flat()
        .map((port) => `nats://127.0.0.1:${port}`)
        .join(","),
      NATS_CREDS_FILE: credentials,
      COLLECTOR_DATA_DIR: folder,
      OPS_PORT_BASE: String((await freePorts()).opsBase),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return { pid: child.pid ?? 0, output: () => printed, stop: () => stopped(child) };
}

/** Makes a node's own credential with the command for it and answers its file. */
export function nodeCredentials({ dataDir }: Pick<Product, "dataDir">, node: string): string {
  const command = ["credentials", "node", "--dir", dataDir, "--node", node];
  const statwire = join(root, "packages/cli/bin/statwire.mjs");
  return execFileSync(process.execPath, [statwire, ...command], { encoding: "utf8" }).trim();
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
