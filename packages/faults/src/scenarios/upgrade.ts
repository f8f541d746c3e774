import { join } from "node:path";
import { openCutRecord, streamState } from "@statwire/event-log";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { pidOf, signal, whyNotReady } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import { makeNewerVersion } from "./newer-version.js";
import type { Disturbance, ScenarioDeps } from "./scenario.js";

const stream = "TELEMETRY";
/** In turn. */
const ways = ["stopped", "killed"] as const;
const upgradesMax = 4;
const limits = { enoughMs: 300_000, readyMs: 300_000, migratingMs: 60_000 };
const pause = { beforeMs: 12_000, backlogMs: 4_000 };

/**
 * Stops the product, or kills every process of it, while a backlog waits in the log, and starts a newer version of it on
 * the same data. After a kill the ingester of the newer version is killed as well, while it migrates.
 */
export async function beginUpgrade(workload: Workload, deps: ScenarioDeps): Promise<Disturbance> {
  const stopping = new AbortController();
  const upgrades = new Upgrades(workload, deps);
  const findings: string[] = [];
  let turn = Promise.resolve();
  let isHeld = false;
  const going = (async () => {
    while (upgrades.notes.length < upgradesMax) {
      await sleep(pause.beforeMs, stopping.signal);
      if (stopping.signal.aborted) return;
      if (isHeld) continue;
      turn = upgrades.upgrade(ways[upgrades.notes.length % ways.length] ?? "stopped");
      await turn;
    }
  })();
  going.catch((error: Error) => findings.push(`an upgrade failed: ${error.message}`));
  return {
    async hold() {
      isHeld = true;
      await turn.catch(() => undefined);
    },
    letGo() {
      isHeld = false;
    },
    async enough() {
      const isEnough = () => upgrades.notes.length >= ways.length || findings.length > 0;
      await waitFor(isEnough, limits.enoughMs).catch(() => undefined);
    },
    outcome: () => ({
      incomplete: new Map(),
      findings: upgrades.notes.length < ways.length ? [...findings, "there was not an upgrade of each kind"] : findings,
      notes: upgrades.notes,
    }),
    async end() {
      stopping.abort();
      await going.catch(() => undefined);
    },
  };
}

class Upgrades {
  readonly notes: string[] = [];
  readonly #workload: Workload;
  readonly #deps: ScenarioDeps;
  #folder: string | undefined;

  constructor(workload: Workload, deps: ScenarioDeps) {
    this.#workload = workload;
    this.#deps = deps;
  }

  async upgrade(way: (typeof ways)[number]): Promise<void> {
    const { tell, now } = this.#deps;
    const folder = join(this.#workload.product.dataDir, `version-${this.notes.length + 1}`);
    const newer = await makeNewerVersion(folder, this.#folder);
    this.#folder = folder;
    signal(pidOf(this.#workload, "ingester"), "SIGSTOP");
    await sleep(pause.backlogMs);
    const waiting = await this.#backlog().catch(() => undefined);
    const sinceMs = now();
    const starting = this.#workload.startAgain({ isKilled: way === "killed", main: newer.main });
    if (way === "killed") await this.#killWhileMigrating(newer.migration, starting);
    await starting;
    let reason: string | undefined;
    const isReady = async () => {
      reason = await whyNotReady(this.#workload);
      return reason === undefined && (await this.#migrations()).includes(newer.migration);
    };
    await waitFor(isReady, limits.readyMs, () => `not ready with migration ${newer.migration}: ${reason}`);
    const note =
      `${way} with ${waiting ?? "unknown"} messages waiting, ` +
      `ready with migration ${newer.migration} after ${((now() - sinceMs) / 1000).toFixed(0)} s`;
    this.notes.push(note);
    tell(`upgrade: ${note}`);
  }

  /** As soon as the first statement of the migration has been carried out; the whole of it has to be done again. */
  async #killWhileMigrating(migration: number, starting: Promise<void>): Promise<void> {
    let isStarted = false;
    const done = () => {
      isStarted = true;
    };
    starting.then(done, done);
    const isMigrating = async () => isStarted || (await this.#hasColumn(`fault_note_${migration}`));
    await waitFor(isMigrating, limits.migratingMs).catch(() => undefined);
    const pid = pidOf(this.#workload, "ingester");
    signal(pid, "SIGKILL");
    const isDone = (await this.#migrations().catch((): number[] => [])).includes(migration);
    this.#deps.tell(`upgrade: the ingester was killed ${isDone ? "after" : "within"} migration ${migration}`);
  }

  async #backlog(): Promise<number> {
    const { log } = this.#workload;
    const { record } = await openCutRecord(log, stream).load();
    return (await streamState(log, stream)).lastSequence - record.committed;
  }

  async #migrations(): Promise<number[]> {
    const query = "SELECT version FROM schema_migrations FINAL";
    const result = await this.#workload.history.query({ query, format: "JSONEachRow" });
    return (await result.json<{ version: number }>()).map(({ version }) => version);
  }

  async #hasColumn(name: string): Promise<boolean> {
    const query = "SELECT 1 FROM system.columns WHERE database = currentDatabase() AND name = {name:String}";
    const options = { query, query_params: { name }, format: "JSONEachRow" } as const;
    try {
      return (await (await this.#workload.history.query(options)).json()).length > 0;
    } catch {
      return false; // it is being started
    }
  }
}
