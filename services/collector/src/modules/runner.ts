import { type Module, modules } from "@statwire/events";
import { openModule } from "./index.js";
import type { ModuleContext, ModuleReader, Reading, Readings } from "./module.js";

/** A module that takes longer than this has failed; it is not asked again until it has come to an end. */
const answerWithinMs = 3000;

const errorLengthMax = 200;

interface ModuleState {
  reader?: ModuleReader<Module>;
  busy: boolean;
  durationUs: number;
  failures: number;
  error: string;
}

/** Runs modules so that each has a timing, a failure count and an error text, and none stops another. */
export class ModuleRunner {
  readonly #context: ModuleContext;
  readonly #monotonicMs: () => number;
  readonly #states = new Map<Module, ModuleState>();

  constructor(context: ModuleContext, monotonicMs: () => number) {
    this.#context = context;
    this.#monotonicMs = monotonicMs;
  }

  /** Reads these modules. One that failed or has no source on this host is missing from the result. */
  async run(names: readonly Module[]): Promise<Readings> {
    this.#context.files.beginTick();
    // The fast ones have been read when this line is done, in one go.
    const said = await Promise.all(names.map((name) => this.#read(name)));
    return Object.fromEntries(names.map((name, index) => [name, said[index]])) as Readings;
  }

  /** Counts a failure of a module whose reading turned out to be unusable. */
  fail(name: Module, error: unknown): void {
    this.#failed(this.#state(name), error);
  }

  /** How each module that has been read fares. */
  health(): Reading<"collector">["modules"] {
    return modules
      .filter((name) => this.#states.has(name))
      .map((name) => {
        const { durationUs, failures, error } = this.#state(name);
        return { module: name, durationUs, failures: BigInt(failures), failing: error !== "", error, source: "direct" };
      });
  }

  /** Not asynchronous for a module that is not. */
  #read(name: Module): unknown | Promise<unknown> {
    const state = this.#state(name);
    if (state.busy) return this.#failed(state, new Error("still busy with the reading before"));
    const startMs = this.#monotonicMs();
    const done = () => {
      state.busy = false;
      state.durationUs = Math.round((this.#monotonicMs() - startMs) * 1000);
    };
    try {
      state.reader ??= openModule[name](this.#context) as ModuleReader<Module>;
      const reading = state.reader.sample(startMs);
      if (!(reading instanceof Promise)) {
        done();
        state.error = "";
        return reading;
      }
      state.busy = true;
      return this.#finish(state, reading.finally(done));
    } catch (error) {
      done();
      return this.#failed(state, error);
    }
  }

  async #finish(state: ModuleState, reading: Promise<unknown>): Promise<unknown> {
    try {
      const value = await within(answerWithinMs, reading);
      state.error = "";
      return value;
    } catch (error) {
      return this.#failed(state, error);
    }
  }

  #failed(state: ModuleState, error: unknown): undefined {
    state.failures += 1;
    state.error = (error instanceof Error ? error.message : String(error)).slice(0, errorLengthMax) || "failed";
    return undefined;
  }

  #state(name: Module): ModuleState {
    let state = this.#states.get(name);
    if (state === undefined) {
      state = { busy: false, durationUs: 0, failures: 0, error: "" };
      this.#states.set(name, state);
    }
    return state;
  }
}

async function within<T>(limitMs: number, reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([reading, timeout]).finally(() => clearTimeout(timer));
}
