import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { nodeCredentials, type SecondNode, startSecondNode, waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Workload } from "../load/workload.js";
import { shiftedClock } from "./fake-time.js";
import type { Disturbance, ScenarioDeps } from "./scenario.js";

const node = "replayed-1";
const settings = { base_interval_ms: 250 };
const spoolMs = 8_000;
const replayMs = 8_000;
/** A port of loopback that nobody listens on: the bus is away. */
const nowhere = 1;

/**
 * A node of which a spool of three days ago comes to light: read while the bus was away, sent now; and a copy of that
 * spool, from a backup say, sent once more, and once more. Lanes and numbers have to tell what was stored.
 */
export async function beginReplays(workload: Workload, deps: ScenarioDeps): Promise<Disturbance> {
  const stopping = new AbortController();
  const findings: string[] = [];
  const run = new Replays(workload, deps);
  let turn = Promise.resolve();
  let isHeld = false;
  const going = (async () => {
    await run.makeOldSpool();
    while (!stopping.signal.aborted) {
      if (!isHeld) {
        turn = run.replayOnce();
        await turn;
      }
      await sleep(500, stopping.signal);
    }
  })();
  going.catch((error: Error) => findings.push(`replaying ended: ${error.message}`));
  return {
    async hold() {
      isHeld = true;
      await turn;
    },
    letGo() {
      isHeld = false;
    },
    outcome: () => ({
      incomplete: new Map([[node, "all but the first run" as const]]),
      nodes: [node],
      findings: run.replays === 0 ? [...findings, "nothing was replayed"] : findings,
      notes: [`the spool was sent ${run.replays} times`],
    }),
    async end() {
      stopping.abort();
      await going.catch(() => undefined);
    },
  };
}

class Replays {
  replays = 0;
  readonly #product: Workload["product"];
  readonly #natsPorts: readonly number[];
  readonly #deps: ScenarioDeps;
  readonly #credentials: string;
  readonly #recorded: Record<string, string>;

  constructor({ product, network, acknowledged }: Workload, deps: ScenarioDeps) {
    this.#product = product;
    this.#natsPorts = network.ports;
    this.#deps = deps;
    this.#recorded = acknowledged.settingsOf(node);
    this.#credentials = nodeCredentials(product, node);
  }

  /** Reads for a while with the bus away, three days ago. */
  async makeOldSpool(): Promise<void> {
    const reader = await this.#start("old-spool", [nowhere], shiftedClock("-3d"));
    await sleep(spoolMs);
    process.kill(reader.pid, "SIGKILL");
    await waitFor(() => !isAlive(reader.pid), 10_000);
  }

  /** Sends a fresh copy of the old spool: the node takes up where the copy was made. */
  async replayOnce(): Promise<void> {
    const [from, to] = ["old-spool", "old-spool-copy"].map((name) => join(this.#product.dataDir, name));
    if (from === undefined || to === undefined) return;
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
    const sender = await this.#start("old-spool-copy", this.#natsPorts, {});
    await sleep(replayMs);
    await sender.stop();
    this.replays += 1;
    this.#deps.tell(`replays: the old spool was sent for the ${this.replays}. time`);
  }

  #start(folderName: string, natsPorts: readonly number[], env: Record<string, string>): Promise<SecondNode> {
    return startSecondNode(this.#product, {
      node,
      natsPort: natsPorts,
      settings,
      folderName,
      env: { ...env, ...this.#recorded },
      credentials: this.#credentials,
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
