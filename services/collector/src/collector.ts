import { isDeepStrictEqual } from "node:util";
import { type Family, isSurvey, type Module, type SamplingAction, type SpooledReading } from "@statwire/events";
import { Announcement } from "./announcement.js";
import { type Configuration, toConfiguration } from "./configuration.js";
import { configurationEvent, type EventIdentity, hostEvent, inventoryEvent } from "./events.js";
import { differs, type Inventory } from "./inventory/inventory.js";
import type { HeldReading } from "./lanes/held-reading.js";
import type { ReachedLine } from "./lanes/reached-lines.js";
import type { Log } from "./log.js";
import type { HostReading } from "./modules/module.js";
import type { RunNumber } from "./run-number.js";
import { decideSampling, type SamplingStep } from "./sampling.js";
import { type Cadence, cadences, clockBehindMs, delayToNextTick, dueAt } from "./schedule.js";
import type { CollectorSettings } from "./settings-file.js";
import { comparingModules } from "./sources/direct.js";

export interface CollectorDeps {
  runNumber: RunNumber;
  runModules(modules: readonly Module[]): Promise<HostReading>;
  /** Opens every module anew before it is read next. */
  reopenModules(): void;
  /** A module said something that no event can hold. */
  refuseReading(module: Module, error: unknown): void;
  readInventory(): Inventory;
  publish(reading: SpooledReading, onSettled?: HeldReading["onSettled"]): void;
  /** Families of earlier runs whose backlog waits for any live event of this run. */
  unfenced(): Family[];
  /** What an event of a family and run is to say of how far the others are stored. */
  takeReached(carrier: { family: Family; bootId: number }): ReachedLine[];
  /** Unix milliseconds. */
  nowMs(): number;
  log: Log;
}

/** One reading of every module but the surveys, between ticks. */
export interface FullReading {
  bootId: number;
  observedAtMs: number;
  sequences: Record<Family, number>;
}

interface Marks {
  requested: boolean;
  clearsHistory: boolean;
}

export interface FullReadingOptions extends Marks {
  onSettled?: HeldReading["onSettled"];
}

const unmarked: Marks = { requested: false, clearsHistory: false };

/** Inventory and settings are compared this often. */
const announcements: Cadence[] = [
  { family: "inventory", intervalMs: 60_000, modules: [] },
  { family: "configuration", intervalMs: 60_000, modules: [] },
];

/** Between opening the modules and the first reading: utilization and rates need two looks some time apart. */
const primeMs = 500;

/** A restart replies when the modules have been read, or after this long. */
const restartedWithinMs = 1500;

/** Reads the modules when they are due and hands each reading on. Never waits for what becomes of it. */
export class Collector {
  sampledEvents = 0;
  tickDelayMs = 0;
  readonly #deps: CollectorDeps;
  #settings: CollectorSettings;
  #cadences: Cadence[];
  /** Unix milliseconds of each family's newest reading. */
  readonly #last = new Map<Family, number>();
  /** Families being read right now: a tick leaves them out. */
  readonly #reading = new Map<Family, Promise<unknown>>();
  readonly #inventory = new Announcement<Inventory>(differs);
  readonly #configuration = new Announcement<Configuration>((one, other) => !isDeepStrictEqual(one, other));
  #sampling = true;
  /** Everything was read once, or is being read. */
  #started = false;
  #timer: NodeJS.Timeout | undefined;
  #clockBehind = false;
  #stopped = false;

  constructor(deps: CollectorDeps, settings: CollectorSettings) {
    this.#deps = deps;
    this.#settings = settings;
    this.#cadences = cadences(settings);
  }

  get settings(): CollectorSettings {
    return this.#settings;
  }

  /** Reads everything once, then whenever it is due. */
  async start(): Promise<void> {
    const enabled = this.#cadences.flatMap((cadence) => cadence.modules);
    await this.#deps.runModules(enabled.filter((module) => comparingModules.has(module)));
    await new Promise((resolve) => setTimeout(resolve, primeMs));
    if (this.#stopped) return;
    this.#started = true;
    // Not waited for: what is slow must not hold the first ticks of the others.
    void this.readAll(unmarked);
    this.#readSurveys();
    for (const { family } of announcements) this.#announce(family, this.#deps.nowMs());
    this.#fence();
    this.#arm();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /**
   * Takes other settings from the next tick on. A module that moves to another family would begin there with a lower
   * sequence number than its last reading had, and readers would take it for older: a new run number comes before both.
   */
  apply(settings: CollectorSettings): void {
    const before = familyByModule(this.#cadences);
    this.#settings = settings;
    this.#cadences = cadences(settings);
    const moved = [...familyByModule(this.#cadences)].some(([name, family]) => (before.get(name) ?? family) !== family);
    if (moved) this.#deps.runNumber.raiseAbove(this.#deps.runNumber.bootId);
    this.#announce("configuration", this.#laterThanLast(["configuration"]));
    this.#fence();
    this.#arm();
  }

  /**
   * Stops or starts the ticks of the modules; logs, inventory, settings and commands go on. What was being read when
   * sampling stopped is not published. Resolves when it is so.
   */
  async controlSampling(action: SamplingAction): Promise<SamplingStep> {
    const step = decideSampling(this.#sampling, action);
    if (!step.changed) return step;
    this.#sampling = step.running;
    if (step.reopens) {
      this.#deps.reopenModules();
      this.#readSurveys();
      await Promise.race([this.readAll(unmarked), new Promise((resolve) => setTimeout(resolve, restartedWithinMs))]);
    } else if (step.running) {
      // The next tick of each is the next one on its grid, not the last one that was missed.
      const nowMs = this.#deps.nowMs();
      for (const { family } of this.#cadences) this.#last.set(family, Math.max(nowMs, this.#last.get(family) ?? 0));
    }
    this.#announce("configuration", this.#laterThanLast(["configuration"]), { always: true });
    this.#arm();
    return step;
  }

  /**
   * Reads every module but the surveys now, whether due or not, also while sampling is stopped. Surveys have slow clocks
   * because they cost more than whoever waits for a refresh should wait.
   */
  async readAll({ onSettled, ...marks }: FullReadingOptions): Promise<FullReading> {
    const wanted = this.#cadences.filter(({ modules }) => !modules.every(isSurvey));
    await Promise.all(wanted.map(({ family }) => this.#reading.get(family)));
    // One time for all families, later than the last of each, also when the clock was set back.
    const observedAtMs = this.#laterThanLast(wanted.map(({ family }) => family));
    const sequences: Record<Family, number> = {};
    const read = wanted.map(async (cadence) => {
      const sequence = await this.#exclusively(cadence, observedAtMs, marks, onSettled);
      if (sequence !== undefined) sequences[cadence.family] = sequence;
    });
    await Promise.all(read);
    return { bootId: this.#deps.runNumber.bootId, observedAtMs, sequences };
  }

  #readSurveys(): void {
    for (const cadence of this.#cadences.filter(({ modules }) => modules.every(isSurvey))) {
      const { family } = cadence;
      if (!this.#reading.has(family)) void this.#exclusively(cadence, this.#laterThanLast([family]));
    }
  }

  #arm(): void {
    clearTimeout(this.#timer);
    // Before the first reading every tick of the past would be due, up to an interval ago.
    if (this.#stopped || !this.#started) return;
    this.#timer = setTimeout(() => this.#tick(), delayToNextTick(this.#ticking(), this.#deps.nowMs()));
  }

  #tick(): void {
    const nowMs = this.#deps.nowMs();
    this.#watchClock(nowMs);
    for (const { cadence, observedAtMs } of dueAt(this.#ticking(), this.#last, nowMs)) {
      if (cadence.family === "host") this.tickDelayMs = nowMs - observedAtMs;
      if (announcements.includes(cadence)) this.#announce(cadence.family, observedAtMs);
      else if (!this.#reading.has(cadence.family)) void this.#exclusively(cadence, observedAtMs);
    }
    this.#arm();
  }

  #ticking(): Cadence[] {
    return this.#sampling ? [...this.#cadences, ...announcements] : announcements;
  }

  /** Now, or later when the clock was set back: a family's times only grow. */
  #laterThanLast(families: readonly Family[]): number {
    return Math.max(this.#deps.nowMs(), ...families.map((family) => (this.#last.get(family) ?? 0) + 1));
  }

  /** Reads one family, which meanwhile is not read a second time; its sequence number when there was something to say. */
  #exclusively(
    cadence: Cadence,
    observedAtMs: number,
    marks = unmarked,
    onSettled?: HeldReading["onSettled"],
  ): Promise<number | undefined> {
    this.#last.set(cadence.family, observedAtMs);
    const reading = this.#read(cadence, observedAtMs, marks, onSettled).finally(() =>
      this.#reading.delete(cadence.family),
    );
    this.#reading.set(cadence.family, reading);
    return reading;
  }

  async #read(
    { family, modules: names }: Cadence,
    observedAtMs: number,
    marks: Marks,
    onSettled: HeldReading["onSettled"],
  ): Promise<number | undefined> {
    const reading = await this.#deps.runModules(names);
    if (this.#stopped || !(this.#sampling || marks.requested)) return undefined;
    const silent = names.every((name) => reading.readings[name] === undefined);
    if (silent && !this.#deps.unfenced().includes(family)) return undefined;
    return this.#publishHost(family, observedAtMs, reading, marks, onSettled);
  }

  #publishHost(
    family: Family,
    observedAtMs: number,
    reading: HostReading,
    marks: Marks,
    onSettled?: HeldReading["onSettled"],
  ): number {
    const intervalMs = (module: Module) => this.#settings.modules[module].intervalMs;
    return this.#publish(
      family,
      observedAtMs,
      (identity) => {
        const reached = this.#deps.takeReached({ family, bootId: identity.bootId });
        return hostEvent({ ...identity, ...reading, intervalMs, ...marks, reached }, this.#deps.refuseReading);
      },
      onSettled,
    );
  }

  /** Publishes the inventory or the settings when that is due. */
  #announce(family: Family, observedAtMs: number, { always = false } = {}): void {
    this.#last.set(family, observedAtMs);
    if (family === "inventory") {
      const inventory = this.#deps.readInventory();
      if (!this.#inventory.isDue(inventory, observedAtMs)) return;
      this.#publish(family, observedAtMs, (identity) => inventoryEvent(identity, inventory));
    } else {
      const configuration = toConfiguration(this.#settings, this.#sampling);
      if (!this.#configuration.isDue(configuration, observedAtMs) && !always) return;
      this.#publish(family, observedAtMs, (identity) => configurationEvent(identity, configuration));
    }
  }

  /**
   * A family that is not read any more may have readings in the spool, which wait for a live event of this run. It gets
   * one that says nothing of any module.
   */
  #fence(): void {
    const read = new Set([...announcements, ...this.#cadences].map(({ family }) => family));
    for (const family of this.#deps.unfenced().filter((family) => !read.has(family))) {
      this.#publishHost(family, this.#deps.nowMs(), { readings: {}, sources: {} }, unmarked);
    }
  }

  #publish(
    family: Family,
    observedAtMs: number,
    encode: (identity: EventIdentity) => Uint8Array,
    onSettled?: HeldReading["onSettled"],
  ): number {
    const identity = {
      bootId: this.#deps.runNumber.bootId,
      sequence: this.#deps.runNumber.next(family),
      observedAtMs,
    };
    this.sampledEvents += 1;
    this.#deps.publish({ family, ...identity, event: encode(identity) }, onSettled);
    return identity.sequence;
  }

  /** Says once that the clock was set back, and once that it has caught up. */
  #watchClock(nowMs: number): void {
    const behindMs = clockBehindMs(this.#last, nowMs);
    const behind = behindMs > 1000;
    if (behind && !this.#clockBehind) {
      this.#deps.log.warn({ behindMs }, "clock set back, reading resumes when it has caught up");
    }
    if (!behind && this.#clockBehind) this.#deps.log.info({}, "clock has caught up, reading again");
    this.#clockBehind = behind;
  }
}

function familyByModule(of: readonly Cadence[]): Map<Cadence["modules"][number], Family> {
  return new Map(of.flatMap(({ family, modules }) => modules.map((name) => [name, family] as const)));
}
