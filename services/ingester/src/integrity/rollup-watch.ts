import {
  type ClosedRollup,
  comparableRollups,
  type History,
  type NodeDifference,
  repairDay,
  repairHour,
  repairMonth,
  runsOfHours,
  type Suspect,
  suspectedRollups,
  type Verdict,
  verifyDay,
  verifyHours,
  verifyMonth,
} from "@statwire/history-store";
import { type Checks, checked, nextRollups, uncheckedCount } from "./next-rollups.js";

/** What a look at closed hours, days and months has found, or done about it: of one node in one of them. */
export interface RollupEvent {
  event: "RollupMismatchFound" | "RollupRepaired";
  level: Suspect["level"];
  /** The version that was stored, or the one of the close that repaired it. */
  version: number;
  difference: NodeDifference;
}

export interface RollupWatchDeps {
  history: History;
  /** Everything up to it is in the tables. */
  committedSeq(): number;
  /** Resolves when all that is being inserted at the call is visible. */
  settled(): Promise<void>;
  /** Puts an event into the log; repeats that until it is stored. */
  report(event: RollupEvent): Promise<void>;
  now(): number;
  signal: AbortSignal;
}

const dayMs = 86_400_000;
/** One day and one month are compared in a pass, beside the hours. */
const daysInPass = 1;
const monthsInPass = 1;

const repairs = { "1h": repairHour, "1d": repairDay, "1mo": repairMonth };
/** So many are suspected at once; others wait for the next pass. */
const suspectsInPass = 48;
/** Nodes of one hour that are told of; all of them are repaired. */
const reportsMax = 100;
/** What is left after that waits for the next pass: making room in a stream that fills up must not wait long for this one. */
const passMaxMs = 15_000;
/** Suspicions of so long ago may still wait for an ingester. */
const suspectedSinceMs = 7 * dayMs;

/**
 * Compares closed hours with their raw data, days with their hours, and months with their days, a few in each pass: what was suspected, what was
 * closed since the last comparison, then everything again in turn. What differs is reported, closed again, compared
 * again, and reported as repaired. What differs even then is left alone in that version. Only who closes hours may run
 * it, and not while it does so.
 */
export class RollupWatch {
  readonly #deps: RollupWatchDeps;
  readonly #levels = new Map<Suspect["level"], Level>([
    ["1h", { checks: new Map(), closed: [] }],
    ["1d", { checks: new Map(), closed: [] }],
    ["1mo", { checks: new Map(), closed: [] }],
  ]);
  /** When each was suspected last, of those that were looked at since. */
  readonly #answered = new Map<string, number>();
  /** What a close did not make right, by level and start, with the version that differs. */
  readonly #unrepaired = new Map<string, number>();

  constructor(deps: RollupWatchDeps) {
    this.#deps = deps;
  }

  /** Hours, days and months that still differ after they were closed again. */
  get unrepaired(): readonly string[] {
    return [...this.#unrepaired.keys()];
  }

  /** Hours that have not been compared in the version that they have. */
  get uncheckedHours(): number {
    const { closed, checks } = this.#level("1h");
    return uncheckedCount(closed, checks);
  }

  /**
   * One look, and what follows from it.
   * @param hoursMax how many hours are compared beside the suspected ones
   * @returns what was reported, and how many rows of rollups were compared
   * @throws when the history does not answer; the next pass does what this one has not.
   */
  async pass(hoursMax: number): Promise<{ events: RollupEvent[]; series: number }> {
    const { history, now, signal } = this.#deps;
    const nowMs = now();
    const suspects = await this.#suspects(nowMs);
    const range = { fromMs: 0, toMs: nowMs, withUnrecorded: suspects.length > 0 };
    const comparable = await comparableRollups(history, range, nowMs);
    this.#level("1h").closed = comparable.hours;
    this.#level("1d").closed = comparable.days;
    this.#level("1mo").closed = comparable.months;
    const events: RollupEvent[] = [];
    let series = 0;
    const taken = new Set<string>();
    const take = async (level: Suspect["level"], rollups: readonly ClosedRollup[]) => {
      const verdict = await this.#verify(level, rollups);
      series += verdict.series;
      events.push(...(await this.#repair(level, rollups, verdict)));
      const { checks, closed } = this.#level(level);
      this.#level(level).checks = checked(checks, closed, rollups, nowMs);
      for (const { startMs } of rollups) taken.add(`${level} ${startMs}`);
    };
    const isTime = () => !signal.aborted && now() - nowMs < passMaxMs;
    for (const run of this.#due("1h", suspects, hoursMax)) if (isTime()) await take("1h", run);
    // A day waits while hours of it may have to be closed into it.
    const days = events.length === 0 ? this.#due("1d", suspects, hoursMax === 0 ? 0 : daysInPass) : [];
    for (const run of days) if (isTime()) await take("1d", run);
    // And so does a month.
    const months = events.length === 0 ? this.#due("1mo", suspects, hoursMax === 0 ? 0 : monthsInPass) : [];
    for (const run of months) if (isTime()) await take("1mo", run);
    const isKnown = ({ level, startMs }: Suspect) => this.#level(level).closed.some((one) => one.startMs === startMs);
    for (const { level, startMs, suspectedAtMs } of suspects) {
      const key = `${level} ${startMs}`;
      if (taken.has(key) || !isKnown({ level, startMs })) this.#answered.set(key, suspectedAtMs);
    }
    return { events, series };
  }

  #level(level: Suspect["level"]): Level {
    const found = this.#levels.get(level);
    if (found === undefined) throw new Error(`no level ${level}`);
    return found;
  }

  async #suspects(nowMs: number): Promise<(Suspect & { suspectedAtMs: number })[]> {
    const all = await suspectedRollups(this.#deps.history, nowMs - suspectedSinceMs);
    return all
      .filter(({ level, startMs, suspectedAtMs }) => (this.#answered.get(`${level} ${startMs}`) ?? 0) < suspectedAtMs)
      .slice(0, suspectsInPass);
  }

  /** Runs of hours that are compared with one statement a table, or single days and months: suspected ones first. */
  #due(level: Suspect["level"], suspects: readonly Suspect[], countMax: number): ClosedRollup[][] {
    const { closed, checks } = this.#level(level);
    const suspected = new Set(suspects.filter((one) => one.level === level).map(({ startMs }) => startMs));
    const first = closed.filter(({ startMs }) => suspected.has(startMs));
    const rest = closed.filter(({ startMs }) => !suspected.has(startMs));
    const length = level === "1h" ? Math.max(1, countMax) : 1;
    return [...runsOfHours(first, length), ...runsOfHours(nextRollups(rest, checks, countMax), length)];
  }

  #verify(level: Suspect["level"], rollups: readonly ClosedRollup[]): Promise<Verdict> {
    const { history, settled } = this.#deps;
    const [first] = rollups;
    if (level === "1h" || first === undefined) return verifyHours(history, rollups, { settled });
    return level === "1d" ? verifyDay(history, first) : verifyMonth(history, first);
  }

  async #repair(level: Suspect["level"], rollups: readonly ClosedRollup[], { differences }: Verdict) {
    const events: RollupEvent[] = [];
    for (const rollup of rollups) {
      const key = `${level} ${new Date(rollup.startMs).toISOString()}`;
      const ofThis = differences.filter(({ startMs }) => startMs === rollup.startMs);
      if (ofThis.length === 0) this.#unrepaired.delete(key);
      // Tried in this version, in vain: told once, and not for ever.
      if (ofThis.length === 0 || this.#unrepaired.get(key) === rollup.version) continue;
      events.push(...(await this.#told("RollupMismatchFound", level, rollup.version, ofThis)));
      const repair = { differences: ofThis, committedSeq: this.#deps.committedSeq() };
      const version = await repairs[level](this.#deps.history, rollup, repair);
      const left = await this.#verify(level, [{ ...rollup, version }]);
      const isLeft = new Set(left.differences.map(nameOf));
      if (isLeft.size > 0) this.#unrepaired.set(key, version);
      const repaired = ofThis.filter((one) => !isLeft.has(nameOf(one)));
      events.push(...(await this.#told("RollupRepaired", level, version, repaired)));
    }
    return events;
  }

  async #told(
    event: RollupEvent["event"],
    level: Suspect["level"],
    version: number,
    differences: readonly NodeDifference[],
  ): Promise<RollupEvent[]> {
    const events = differences.map((difference): RollupEvent => ({ event, level, version, difference }));
    for (const one of events.slice(0, reportsMax)) await this.#deps.report(one);
    return events;
  }
}

interface Level {
  checks: Checks;
  closed: ClosedRollup[];
}

function nameOf({ workspace, node }: NodeDifference): string {
  return JSON.stringify([workspace, node]);
}
