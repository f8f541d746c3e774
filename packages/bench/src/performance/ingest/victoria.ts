import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFreePort } from "@statwire/embedded-stack";
import { waitFor } from "@statwire/running-product";
import { residentBytesOf } from "../../pressure/observer.js";
import { type Peer, requirePeer } from "../peer.js";
import { sumOf } from "./exposition.js";
import { type ProcessorTime, processorTime } from "./processor-time.js";
import { untilQuiet } from "./settled.js";

const settleWithinMs = 180_000;
const mergeWithinMs = 600_000;

/** A VictoriaMetrics of one's own, with its defaults, on loopback and in a temporary folder. */
export class Victoria {
  readonly port: number;
  readonly version: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(child: ChildProcess, port: number, folder: string, version: string) {
    this.#child = child;
    this.port = port;
    this.#folder = folder;
    this.version = version;
  }

  static async start(tell: (line: string) => void): Promise<Victoria> {
    const peer: Peer = await requirePeer("victoria-metrics", tell);
    const folder = mkdtempSync(join(tmpdir(), "statwire-bench-vm-"));
    const port = await anyFreePort();
    const child = spawn(
      peer.path,
      [`-storageDataPath=${folder}`, `-httpListenAddr=127.0.0.1:${port}`, "-loggerLevel=ERROR"],
      { env: { PATH: process.env.PATH, ...peer.env }, stdio: ["ignore", "ignore", "inherit"] },
    );
    const victoria = new Victoria(child, port, folder, peer.version);
    try {
      await waitFor(async () => {
        if (child.exitCode !== null) throw new Error(`victoria-metrics ended with ${child.exitCode}`);
        return (await victoria.#get("/health").catch(() => "")) === "OK";
      }, 30_000);
    } catch (error) {
      await victoria.discard();
      throw error;
    }
    return victoria;
  }

  time(): ProcessorTime {
    return processorTime({ "victoria-metrics": this.#child.pid ?? 0 });
  }

  residentBytes(): number {
    return residentBytesOf(this.#child.pid ?? 0);
  }

  /** Waits until every row is in a file and no merge is under way. */
  async settle(signal: AbortSignal): Promise<void> {
    const isQuiet = async () => {
      const metrics = await this.#get("/metrics");
      const pending = sumOf(metrics, "vm_pending_rows") + sumOf(metrics, "vm_parts", 'type="storage/inmemory"');
      return pending + sumOf(metrics, "vm_active_merges") === 0;
    };
    await untilQuiet(isQuiet, { withinMs: settleWithinMs, signal, what: "VictoriaMetrics" });
  }

  /** Merges all parts of each month into one, and waits for it. */
  async mergeAll(signal: AbortSignal): Promise<void> {
    await this.settle(signal);
    await this.#get("/internal/force_merge");
    const isQuiet = async () => {
      const metrics = await this.#get("/metrics");
      return sumOf(metrics, "vm_active_force_merges") + sumOf(metrics, "vm_active_merges") === 0;
    };
    await untilQuiet(isQuiet, { withinMs: mergeWithinMs, signal, what: "VictoriaMetrics' merge" });
  }

  /** Samples that it has stored, of all series. To be asked when it has settled. */
  async samples(): Promise<number> {
    return sumOf(await this.#get("/metrics"), "vm_rows", 'type="storage/');
  }

  /** Bytes on disk, of samples and of the index that finds them. */
  async bytes(): Promise<{ samples: number; index: number }> {
    const metrics = await this.#get("/metrics");
    const sizeOf = (type: string) => sumOf(metrics, "vm_data_size_bytes", `type="${type}`);
    return { samples: sizeOf("storage/"), index: sizeOf("indexdb/") };
  }

  /** Ends it and removes its data. */
  async discard(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, "exit");
      this.#child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #get(path: string): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, { signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 200)}`);
    return text;
  }
}
