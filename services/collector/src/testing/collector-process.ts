import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { anyFreePort } from "@statwire/embedded-stack/testing";
import { ended } from "./private-bus.js";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

/** The built collector as a process, with a data directory that outlives it. */
export class CollectorProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), "statwire-collector-"));
  /** All log lines so far. */
  log = "";
  readonly #natsUrl: string;
  #opsPort = 0;
  #child: ChildProcess | undefined;

  constructor(natsUrl: string) {
    this.#natsUrl = natsUrl;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  writeSettings(settings: unknown): void {
    mkdirSync(this.dataDir, { recursive: true });
    writeFileSync(
      join(this.dataDir, "settings.json"),
      typeof settings === "string" ? settings : JSON.stringify(settings),
    );
  }

  async start(environment: Record<string, string> = {}): Promise<void> {
    this.#opsPort = await anyFreePort();
    const child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env.PATH ?? "",
        NATS_URL: this.#natsUrl,
        NODE_ID: "node.1",
        COLLECTOR_DATA_DIR: this.dataDir,
        OPS_PORT_BASE: String(this.#opsPort),
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const keep = (text: Buffer) => {
      this.log += text;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    this.#child = child;
  }

  /** Resolves with the exit code. */
  stop(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return Promise.resolve(null);
    const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    return exit;
  }

  kill(): Promise<void> {
    return ended(this.#child);
  }

  /** One value of /metrics. */
  async metric(name: string): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${this.#opsPort}/metrics`);
    const line = new RegExp(`^statwire_collector_${name}\\{[^}]*\\} (.*)$`, "m").exec(await response.text());
    return Number(line?.[1]);
  }

  async discard(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
