import { backoffMs, sleep } from "@statwire/runtime";
import { type Exit, type ProcessDefinition, type RunningProcess, startProcess } from "../processes.js";

/** A child that ran at least this long had a sound start, whatever ended it then: its next restart is quick again. */
const soundRunMs = 10_000;
const restartDelay = { baseMs: 500, maxMs: 15_000 };

export interface SupervisorDeps {
  tell(line: string): void;
  random(): number;
  now(): number;
}

interface Child {
  running: RunningProcess;
  watching: Promise<void>;
}

/** Keeps children running: one that ends is started again, with growing delays, and a line says so. */
export class Supervisor {
  readonly #deps: SupervisorDeps;
  readonly #children: Child[] = [];
  /** Every process that runs, those included that are not ready yet. */
  readonly #processes = new Set<RunningProcess>();
  readonly #stopping = new AbortController();

  constructor(deps: SupervisorDeps) {
    this.#deps = deps;
  }

  /** Whether anything runs that has to be stopped. */
  isBusy(): boolean {
    return this.#processes.size > 0;
  }

  isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Starts a process that `stop` will find, from its first moment on. */
  readonly start = async (definition: ProcessDefinition): Promise<RunningProcess> => {
    this.#stopping.signal.throwIfAborted();
    const running = await startProcess(definition);
    this.#processes.add(running);
    void running.exited.then(() => this.#processes.delete(running));
    if (this.#stopping.signal.aborted) await running.stop();
    return running;
  };

  /** Takes over a child that was started with `start` above; the argument of that name starts it again. */
  watch(running: RunningProcess, start: () => Promise<RunningProcess>): void {
    const child: Child = { running, watching: Promise.resolve() };
    child.watching = this.#keep(child, start);
    this.#children.push(child);
  }

  /** Stops all processes of which the names match, at once, and waits for them. Nothing is started any more. */
  async stop(timeoutMs: number, matches: (name: string) => boolean = () => true): Promise<void> {
    this.#stopping.abort(new Error("stopping"));
    await Promise.all([...this.#processes].filter(({ name }) => matches(name)).map((one) => one.stop(timeoutMs)));
    await Promise.all(this.#children.filter(({ running }) => matches(running.name)).map(({ watching }) => watching));
  }

  async #keep(child: Child, start: () => Promise<RunningProcess>): Promise<void> {
    let attempt = 0;
    while (!this.#stopping.signal.aborted) {
      const startedAt = this.#deps.now();
      const exit = await child.running.exited;
      if (this.#stopping.signal.aborted) return;
      attempt = this.#deps.now() - startedAt > soundRunMs ? 1 : attempt + 1;
      await this.#startAgain(child, start, attempt, exit);
    }
  }

  async #startAgain(child: Child, start: () => Promise<RunningProcess>, attempt: number, exit: Exit): Promise<void> {
    const { name, logFile } = child.running;
    const delayMs = backoffMs(attempt, { ...restartDelay, random: this.#deps.random() });
    const cause = exit.signal === null ? `exit code ${exit.code}` : exit.signal;
    this.#deps.tell(`${name} ended (${cause}); restart in ${(delayMs / 1000).toFixed(1)} s. Its log: ${logFile}`);
    await sleep(delayMs, this.#stopping.signal);
    if (this.#stopping.signal.aborted) return;
    try {
      child.running = await start();
      if (!this.#stopping.signal.aborted) this.#deps.tell(`${name} is running again`);
    } catch (error) {
      // Its process has ended, so the loop comes back here with a longer delay.
      if (!this.#stopping.signal.aborted) this.#deps.tell(`${name} did not start: ${(error as Error).message}`);
    }
  }
}
