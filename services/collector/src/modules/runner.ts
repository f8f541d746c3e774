import { type Module, modules } from "@statwire/events";
import type { Source, SourceName } from "../sources/source.js";
import { Attempt } from "./attempt.js";
import type { HostReading, Reading, Readings } from "./module.js";

export interface RunnerDeps {
  sources: readonly Source[];
  /** In which order the sources of a module are tried. */
  order(module: Module): readonly SourceName[];
  /** Called before the modules of a tick are read. */
  beginTick(): void;
  /** A clock that never steps. */
  monotonicMs(): number;
}

interface Answer {
  source: SourceName;
  reading: unknown;
}

interface ModuleState {
  /** How each source that was asked fares. */
  attempts: Map<SourceName, Attempt>;
  /** Whose reading was the last. */
  used: SourceName | undefined;
  failing: boolean;
  failures: number;
  durationUs: number;
}

const errorLengthMax = 200;

/**
 * Runs modules so that each has a timing, a failure count and an error text, and none stops another. A module is read
 * from the first of its sources that gives a reading. One that does not is asked again after a pause, first again.
 */
export class ModuleRunner {
  readonly #deps: RunnerDeps;
  readonly #sources: ReadonlyMap<SourceName, Source>;
  readonly #states = new Map<Module, ModuleState>();

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    this.#sources = new Map(deps.sources.map((source) => [source.name, source]));
  }

  /** Reads these modules. One that failed or has no source on this host is missing from the result. */
  async run(names: readonly Module[]): Promise<HostReading> {
    this.#deps.beginTick();
    // The fast ones have been read when this line is done, in one go and without a promise each.
    const said: (Answer | undefined | Promise<Answer | undefined>)[] = [];
    let isLate = false;
    for (const name of names) {
      const answer = this.#read(name);
      isLate ||= answer instanceof Promise;
      said.push(answer);
    }
    const answers = isLate ? await Promise.all(said) : said;
    const readings: Record<string, unknown> = {};
    const sources: HostReading["sources"] = {};
    names.forEach((name, index) => {
      const answer = answers[index] as Answer | undefined;
      readings[name] = answer?.reading;
      if (answer !== undefined && answer.source !== "direct") sources[name] = answer.source;
    });
    return { readings: readings as Readings, sources };
  }

  /** Counts a failure of a module whose reading turned out to be unusable. */
  fail(name: Module, error: unknown): void {
    const state = this.#state(name);
    this.#attempt(state, state.used ?? "direct").fail(error, this.#deps.monotonicMs());
    state.failures += 1;
    state.failing = true;
  }

  /** How each module that has been read fares. Errors are shown while another source stands in, too. */
  health(): Reading<"collector">["modules"] {
    return modules.flatMap((name) => {
      const state = this.#states.get(name);
      if (state === undefined) return [];
      const { durationUs, failures, failing, used } = state;
      const order = this.#deps.order(name);
      const source = used ?? order[0] ?? "";
      return [
        { module: name, durationUs, failures: BigInt(failures), failing, error: errorText(state, order), source },
      ];
    });
  }

  /** Asks every source again that is pausing: the settings may have mended it. */
  endPauses(): void {
    for (const attempt of this.#attempts()) attempt.pausesUntilMs = 0;
  }

  /** Opens every module anew, but for those that are being read right now. */
  reopen(): void {
    for (const [name, state] of this.#states) {
      for (const [source, attempt] of state.attempts) {
        attempt.pausesUntilMs = 0;
        if (!attempt.busy) this.#sources.get(source)?.forget?.(name);
      }
    }
  }

  close(): void {
    for (const source of this.#sources.values()) source.close();
  }

  /** Not asynchronous for a module whose first source is not. */
  #read(name: Module): Answer | undefined | Promise<Answer | undefined> {
    const state = this.#state(name);
    const startMs = this.#deps.monotonicMs();
    const answer = this.#ask(name, state, this.#candidates(name, state, startMs), startMs);
    if (!(answer instanceof Promise)) return this.#conclude(name, state, startMs, answer);
    return answer.then((late) => this.#conclude(name, state, startMs, late));
  }

  /** The sources to be tried now. */
  #candidates(name: Module, state: ModuleState, nowMs: number): readonly Source[] {
    const candidates: Source[] = [];
    let pausing: Source | undefined;
    for (const sourceName of this.#deps.order(name)) {
      const source = this.#sources.get(sourceName);
      if (source === undefined || !source.modules.has(name)) continue;
      const pauses = nowMs < (state.attempts.get(sourceName)?.pausesUntilMs ?? 0);
      if (!pauses) candidates.push(source);
      else if (sourceName === "direct") pausing = source;
    }
    // Reading files that are broken costs no time, so that is tried rather than nothing at all.
    if (pausing !== undefined) candidates.push(pausing);
    return candidates;
  }

  /** The first answer of these sources. */
  #ask(
    name: Module,
    state: ModuleState,
    candidates: readonly Source[],
    startMs: number,
  ): Answer | undefined | Promise<Answer | undefined> {
    for (const [index, source] of candidates.entries()) {
      const reading = this.#attempt(state, source.name).read(source, name, startMs);
      if (reading instanceof Promise) {
        return reading.then((late) =>
          late === undefined
            ? this.#ask(name, state, candidates.slice(index + 1), startMs)
            : { source: source.name, reading: late },
        );
      }
      if (reading !== undefined) return { source: source.name, reading };
    }
    return undefined;
  }

  #conclude(name: Module, state: ModuleState, startMs: number, answer: Answer | undefined): Answer | undefined {
    state.durationUs = Math.round((this.#deps.monotonicMs() - startMs) * 1000);
    let failed = false;
    for (const attempt of state.attempts.values()) if (attempt.failedAtMs === startMs) failed = true;
    if (failed) state.failures += 1;
    state.failing = answer === undefined && failed;
    if (answer !== undefined && answer.source !== state.used) {
      if (state.used !== undefined) this.#sources.get(state.used)?.forget?.(name);
      state.used = answer.source;
    }
    return answer;
  }

  #attempts(): Attempt[] {
    return [...this.#states.values()].flatMap(({ attempts }) => [...attempts.values()]);
  }

  #state(name: Module): ModuleState {
    let state = this.#states.get(name);
    if (state === undefined) {
      state = { attempts: new Map(), used: undefined, failing: false, failures: 0, durationUs: 0 };
      this.#states.set(name, state);
    }
    return state;
  }

  #attempt(state: ModuleState, source: SourceName): Attempt {
    let attempt = state.attempts.get(source);
    if (attempt === undefined) {
      attempt = new Attempt(source);
      state.attempts.set(source, attempt);
    }
    return attempt;
  }
}

/** Each source with its error, all of them within the bounds. */
function errorText({ attempts }: ModuleState, order: readonly SourceName[]): string {
  const errors = order.flatMap((source) => {
    const error = attempts.get(source)?.error ?? "";
    return error === "" ? [] : [`${source}: ${error}`];
  });
  const each = Math.floor((errorLengthMax - 2 * (errors.length - 1)) / errors.length);
  return errors.map((error) => error.slice(0, each)).join("; ");
}
