import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anyFreePort, claimPort } from "@statwire/embedded-stack";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The product as `npm start` runs it, with its own data folder and ports. */
export interface Product {
  pid: number;
  dataDir: string;
  ports: Ports;
  /** The embedded server, or those of `NATS_URL`, comma-separated. */
  natsUrl: string;
  httpUrl: string;
  httpsUrl: string;
  apiKey: string;
  /** All that was printed so far. */
  output(): string;
  /** Sends SIGTERM and waits for the end; answers the exit code and how long it took. */
  stop(): Promise<{ code: number | null; seconds: number }>;
  /** Ends everything and removes the data. */
  discard(): Promise<void>;
}

export interface Ports {
  http: number;
  https: number;
  nats: number;
  redis: number;
  clickhouseHttp: number;
  clickhouseTcp: number;
  opsBase: number;
}

export interface StartOptions {
  dataDir?: string;
  ports?: Ports;
  env?: Record<string, string>;
  serversOnly?: boolean;
  /** What is run, in a folder of the product; `scripts/start.mjs` of this one when absent. */
  main?: string;
}

/** Starts the product and waits until its screen is printed; or the servers alone, without any service. */
export async function startProduct(options: StartOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "statwire-e2e-"));
  const ports = options.ports ?? (await freePorts());
  const child = spawn(
    process.execPath,
    [options.main ?? join(root, "scripts/start.mjs"), ...(options.serversOnly ? ["--servers-only"] : [])],
    {
      cwd: root,
      env: { ...ownEnvironment(), ...portSettings(ports), STATWIRE_DATA_DIR: dataDir, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${printed}`);
      return /curl |no service runs/.test(printed);
    },
    120_000,
    () => `no screen after two minutes:\n${printed}`,
  );
  const stop = () => stopChild(child);
  return {
    pid: child.pid ?? 0,
    dataDir,
    ports,
    natsUrl: options.env?.NATS_URL ?? `nats://127.0.0.1:${ports.nats}`,
    httpUrl: `http://127.0.0.1:${ports.http}`,
    httpsUrl: `https://127.0.0.1:${ports.https}`,
    apiKey: /\b[0-9a-f]{64}\b/.exec(printed.replace(/(?:[0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}/g, ""))?.[0] ?? "",
    output: () => printed,
    stop,
    async discard() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The environment of an ordinary shell: the test runner's own variables (MODE among them) stay out. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}

/** Polls until the condition holds; throws with the explanation after the deadline. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
  explain: () => string = () => "condition not met in time",
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(explain());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Process ids of all descendants of `pid`, with their command lines. */
export function descendants(pid: number): { pid: number; command: string }[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const stat = readProc(`/proc/${name}/stat`);
    if (stat === undefined) continue;
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const below = (of: number): number[] => (parents.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid).map((child) => ({
    pid: child,
    command: (readProc(`/proc/${child}/cmdline`) ?? "").replaceAll("\0", " ").trim(),
  }));
}

/** The one descendant whose command line matches. */
export function descendant(product: Pick<Product, "pid">, pattern: RegExp): number {
  const found = descendants(product.pid).filter(({ command }) => pattern.test(command));
  if (found.length !== 1 || found[0] === undefined) {
    throw new Error(`${found.length} processes match ${pattern}: ${JSON.stringify(descendants(product.pid))}`);
  }
  return found[0].pid;
}

function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined; // the process ended meanwhile
  }
}

async function stopChild(child: ChildProcess): Promise<{ code: number | null; seconds: number }> {
  const started = Date.now();
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  return { code: child.exitCode, seconds: (Date.now() - started) / 1000 };
}

/** The settings that name these ports. */
export function portSettings(ports: Ports): Record<string, string> {
  return {
    SERVER_PORT: String(ports.http),
    HTTPS_PORT: String(ports.https),
    EMBEDDED_NATS_PORT: String(ports.nats),
    EMBEDDED_REDIS_PORT: String(ports.redis),
    EMBEDDED_CLICKHOUSE_HTTP_PORT: String(ports.clickhouseHttp),
    EMBEDDED_CLICKHOUSE_TCP_PORT: String(ports.clickhouseTcp),
    OPS_PORT_BASE: String(ports.opsBase),
  };
}

/** Six free ports and the first of ten free neighbours for the ops listeners. */
export async function freePorts(): Promise<Ports> {
  const single = await Promise.all(Array.from({ length: 6 }, anyFreePort));
  const [http = 0, https = 0, nats = 0, redis = 0, clickhouseHttp = 0, clickhouseTcp = 0] = single;
  for (let opsBase = 28_000 + randomInt(400) * 10; ; opsBase += 10) {
    const neighbours = Array.from({ length: 10 }, (_, index) => claimPort(opsBase + index));
    if ((await Promise.all(neighbours)).every(Boolean)) {
      return { http, https, nats, redis, clickhouseHttp, clickhouseTcp, opsBase };
    }
  }
}
