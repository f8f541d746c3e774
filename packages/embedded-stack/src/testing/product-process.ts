import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sleep } from "@statwire/runtime";
import { anyFreePort, requireFreePort } from "../ports.js";
import { startTimeOf } from "../processes.js";

/** The built product: `npx tsc -b packages/embedded-stack` makes it. */
const main = fileURLToPath(new URL("../../dist/testing/tiny-product.js", import.meta.url));

/** What `npm start` becomes, as a process, with two small services. */
export class TinyProduct {
  readonly environment: Record<string, string>;
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  /** All that it has printed so far. */
  printed = "";

  constructor(environment: Record<string, string>) {
    this.environment = environment;
    this.#child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#exited = new Promise((resolve) => this.#child.once("close", (code) => resolve(code)));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk) => {
        this.printed += chunk;
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get dataDir(): string {
    return this.environment.STATWIRE_DATA_DIR ?? "";
  }

  ready(): Promise<void> {
    return this.says("Ctrl-C stops everything");
  }

  /** Waits until the text is printed; fails with everything that was. */
  async says(text: string): Promise<void> {
    for (const deadline = Date.now() + 25_000; !this.printed.includes(text); await sleep(20)) {
      const gone = this.#child.exitCode !== null || this.#child.signalCode !== null;
      if (gone || Date.now() > deadline) throw new Error(`"${text}" was not printed:\n${this.printed}`);
    }
  }

  /** The processes of its pid files, by name. */
  pids(): Record<string, number> {
    const folder = join(this.dataDir, "run");
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const running = files.filter((file) => file !== "npm-start.pid");
    return Object.fromEntries(
      running.map((file) => [
        file.replace(/\.pid$/, ""),
        Number.parseInt(readFileSync(join(folder, file), "utf8"), 10),
      ]),
    );
  }

  /** What the small API answers. */
  async apiSettings(): Promise<Record<string, string>> {
    return (await (await fetch(`http://127.0.0.1:${this.environment.SERVER_PORT}/`)).json()) as Record<string, string>;
  }

  exit(): Promise<number | null> {
    return this.#exited;
  }

  async stop(signal: NodeJS.Signals): Promise<{ code: number | null; seconds: number }> {
    const startedAt = Date.now();
    this.#child.kill(signal);
    const code = await this.#exited;
    return { code, seconds: (Date.now() - startedAt) / 1000 };
  }

  /** Ends it and whatever a kill has left of it. */
  async end(): Promise<void> {
    await this.stop("SIGTERM");
    for (const pid of Object.values(this.pids())) if (isRunning(pid)) process.kill(pid, "SIGKILL");
  }
}

export function isRunning(pid: number): boolean {
  return startTimeOf(pid) !== undefined;
}

/** Free ports for a product, by variable. */
export async function freePorts(): Promise<Record<string, string>> {
  const variables = ["SERVER_PORT", "HTTPS_PORT", "EMBEDDED_NATS_PORT", "EMBEDDED_REDIS_PORT"];
  variables.push("EMBEDDED_CLICKHOUSE_HTTP_PORT", "EMBEDDED_CLICKHOUSE_TCP_PORT");
  const ports = await Promise.all(variables.map(async (name) => [name, String(await anyFreePort())]));
  return { ...Object.fromEntries(ports), OPS_PORT_BASE: String(await freeOpsPortBase()) };
}

/** The first of eight ports of which those of the two services are free. */
async function freeOpsPortBase(): Promise<number> {
  for (;;) {
    const base = Math.min(await anyFreePort(), 65_000);
    const free = [base, base + 7].map((port) => requireFreePort("OPS_PORT_BASE", port));
    if ((await Promise.allSettled(free)).every(({ status }) => status === "fulfilled")) return base;
  }
}
