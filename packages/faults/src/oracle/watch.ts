import { sleep } from "@statwire/runtime";
import { pidOf } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import type { Victim } from "../plan.js";
import { missingInLog } from "./compare-acknowledged.js";
import { aheadOfLog, hourViolations, type Snapshots, setBack, streamViolations } from "./invariants.js";
import { type Committed, committedOf, hoursOf, latestOf, rowsUpTo, snapshotsOf, storedUpTo } from "./look.js";
import { endOf, readOn } from "./read-truth.js";
import { type Truth, type TruthStream, truthStreams } from "./truth.js";
import { isUnreachable } from "./unreachable.js";

/** How often each part could be seen: not while a server that it takes is away. */
export interface Looks {
  /** What senders were told against the log. */
  acknowledged: number;
  /** Every stream's rows against the log. */
  streams: number;
  hours: number;
  snapshots: number;
}

/** Looks at the product all the time, whatever is done to it. */
export interface Watch {
  looks(): Looks;
  /** What must never be, a sentence each. */
  findings(): readonly string[];
  /** Resolves when no look is under way; the truth is the caller's until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  end(): Promise<void>;
}

const everyMs = 2_000;
/** After so many nothing new is to be learnt. */
const findingsMax = 20;
/** A member of a cluster that led until now may not have heard of the log's end: it is asked so often. */
const endsAsked = 3;

/** Begins to watch; it reads the truth on by itself. */
export function startWatch(workload: Workload, truth: Truth): Watch {
  const stopping = new AbortController();
  const watcher = new Watcher(workload, truth);
  let isPaused = false;
  let underWay: Promise<void> = Promise.resolve();
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, stopping.signal);
      if (isPaused || stopping.signal.aborted) continue;
      underWay = watcher.look();
      await underWay;
    }
  })();
  return {
    looks: () => watcher.looks,
    findings: () => watcher.findings,
    async pause() {
      isPaused = true;
      await underWay;
    },
    resume() {
      isPaused = false;
    },
    async end() {
      stopping.abort();
      await going;
    },
  };
}

/** One look after the other, and what of an earlier one the next is compared with. */
class Watcher {
  readonly looks: Looks = { acknowledged: 0, streams: 0, hours: 0, snapshots: 0 };
  readonly findings: string[] = [];
  readonly #workload: Workload;
  readonly #truth: Truth;
  #committed: Partial<Record<TruthStream, Committed>> = {};
  #snapshots: { redisPid: number | undefined; parts: Snapshots } = { redisPid: undefined, parts: new Map() };

  constructor(workload: Workload, truth: Truth) {
    this.#workload = workload;
    this.#truth = truth;
  }

  /** Each part by itself, so that a server that is away hides nothing of the others. */
  async look(): Promise<void> {
    // Before the log: what they are of has to be in it.
    const parts = await this.#part(["redis-server"], () => this.#lookAtSnapshots());
    const isRead = await this.#part(["nats-server"], () => this.#lookAtLog());
    if (isRead !== undefined && parts !== undefined) this.#say(aheadOfLog(parts, latestOf(this.#truth)));
    if (isRead !== undefined) await this.#part(["clickhouse"], () => this.#lookAtStreams(isRead));
    await this.#part(["clickhouse"], async () => {
      const { closed, raw } = await hoursOf(this.#workload);
      this.looks.hours += 1;
      this.#say(hourViolations(closed, raw));
    });
  }

  async #lookAtSnapshots(): Promise<Snapshots | undefined> {
    const redisPid = pidOf(this.#workload, "redis-server");
    const parts = await snapshotsOf(this.#workload);
    // Of another life of Redis than the one it began in: of none.
    if (redisPid === undefined || pidOf(this.#workload, "redis-server") !== redisPid) return undefined;
    const before = this.#snapshots;
    this.#snapshots = { redisPid, parts };
    this.looks.snapshots += 1;
    if (before.redisPid === redisPid) this.#say(setBack(parts, before.parts));
    return parts;
  }

  /** What is committed, after reading the log on; everything that senders were told before has to be in it. */
  async #lookAtLog(): Promise<Record<TruthStream, Committed>> {
    const acknowledged = this.#workload.acknowledged.now();
    const committed = await committedOf(this.#workload);
    let missing: string[] = [];
    for (let asked = 1; asked <= endsAsked; asked += 1) {
      if (asked > 1) await sleep(everyMs / 4);
      await readOn(this.#workload, this.#truth, await endOf(this.#workload));
      missing = missingInLog(acknowledged, this.#truth);
      if (missing.length === 0) break;
    }
    this.looks.acknowledged += 1;
    this.#say(missing.map((number) => `${number} was acknowledged and is not in the log`));
    return committed;
  }

  async #lookAtStreams(committedNow: Record<TruthStream, Committed>): Promise<void> {
    for (const stream of truthStreams) {
      const { committed, revision } = committedNow[stream];
      const before = this.#committed[stream];
      // An old answer, of a record or of the log's end, says nothing.
      if (before !== undefined && revision < before.revision) return;
      if (this.#truth.position[stream] < committed) return;
      const history = await storedUpTo(this.#workload, stream, committed);
      const log = rowsUpTo(this.#truth, stream, committed);
      this.#say(streamViolations({ stream, committed, log, history }, before));
      this.#committed[stream] = { committed, revision };
    }
    this.looks.streams += 1;
  }

  /** Undefined when a server did not answer, or was another one afterwards. Any other failure is a finding. */
  async #part<Result>(servers: readonly Victim[], act: () => Promise<Result>): Promise<Result | undefined> {
    const pids = () => servers.map((server) => pidOf(this.#workload, server)).join(" ");
    const before = pids();
    try {
      return await act();
    } catch (error) {
      if (!isUnreachable(error) && before === pids()) this.#say([`a look failed: ${String(error)}`]);
      return undefined;
    }
  }

  #say(found: readonly string[]): void {
    if (this.findings.length < findingsMax)
      this.findings.push(...found.map((text) => `in the middle of faults: ${text}`));
  }
}
