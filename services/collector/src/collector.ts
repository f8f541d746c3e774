import type { Family, Module } from "@statwire/events";
import { hostEvent, inventoryEvent } from "./events.js";
import { differs, type Inventory } from "./inventory/inventory.js";
import type { HeldReading } from "./lanes/held-reading.js";
import type { Log } from "./log.js";
import type { Readings } from "./modules/module.js";
import type { RunNumber } from "./run-number.js";
import { type Cadence, cadences, clockBehindMs, delayToNextTick, dueAt } from "./schedule.js";
import type { CollectorSettings } from "./settings-file.js";
import type { SpooledReading } from "./spool/record.js";

export interface CollectorDeps {
  runNumber: RunNumber;
  runModules(modules: readonly Module[]): Promise<Readings>;
  /** A module said something that no event can hold. */
  refuseReading(module: Module, error: unknown): void;
  readInventory(): Inventory;
  publish(reading: SpooledReading, onSettled?: HeldReading["onSettled"]): void;
  /** Families of earlier runs whose backlog waits for any live event of this run. */
  unfenced(): Family[];
  /** Unix milliseconds. */
  nowMs(): number;
  log: Log;
}

/** One reading of every module, between ticks. */
export interface FullReading {
  bootId: number;
  observedAtMs: number;
  sequences: Record<Family, number>;
}

export interface FullReadingOptions {
  requested: boolean;
  clearsHistory: boolean;
  onSettled?: HeldReading["onSettled"];
}

/** The inventory is compared this often and published when it differs, or when the last one is an hour old. */
const inventoryCadence: Cadence = { family: "inventory", intervalMs: 60_000, modules: [] };
const inventoryAgeMaxMs = 3_600_000;

/** Between opening the modules and the first reading: utilization and rates need two looks some time apart. */
const primeMs = 500;

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
  #inventory: { published: Inventory; atMs: number } | undefined;
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
    await this.#deps.runModules(this.#cadences.flatMap((cadence) => cadence.modules));
    await new Promise((resolve) => setTimeout(resolve, primeMs));
    await this.readAll({ requested: false, clearsHistory: false });
    if (this.#stopped) return;
    this.#observeInventory(this.#deps.nowMs());
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
    this.#fence();
    this.#arm();
  }

  /** Reads every enabled module now, whether due or not. */
  async readAll({ onSettled, ...marks }: FullReadingOptions): Promise<FullReading> {
    await Promise.all(this.#reading.values());
    const nowMs = this.#deps.nowMs();
    // One time for all families, later than the last of each, also when the clock was set back.
    const observedAtMs = Math.max(nowMs, ...this.#cadences.map(({ family }) => (this.#last.get(family) ?? 0) + 1));
    const sequences: Record<Family, number> = {};
    const read = this.#cadences.map(async (cadence) => {
      const sequence = await this.#exclusively(cadence, observedAtMs, marks, onSettled);
      if (sequence !== undefined) sequences[cadence.family] = sequence;
    });
    await Promise.all(read);
    return { bootId: this.#deps.runNumber.bootId, observedAtMs, sequences };
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const delayMs = delayToNextTick([...this.#cadences, inventoryCadence], this.#deps.nowMs());
    this.#timer = setTimeout(() => this.#tick(), delayMs);
  }

  #tick(): void {
    const nowMs = this.#deps.nowMs();
    this.#watchClock(nowMs);
    for (const { cadence, observedAtMs } of dueAt([...this.#cadences, inventoryCadence], this.#last, nowMs)) {
      if (cadence.family === "host") this.tickDelayMs = nowMs - observedAtMs;
      if (cadence === inventoryCadence) this.#observeInventory(observedAtMs);
      else if (!this.#reading.has(cadence.family)) void this.#exclusively(cadence, observedAtMs);
    }
    this.#arm();
  }

  /** Reads one family, which meanwhile is not read a second time; its sequence number when there was something to say. */
  #exclusively(
    cadence: Cadence,
    observedAtMs: number,
    marks = { requested: false, clearsHistory: false },
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
    marks: { requested: boolean; clearsHistory: boolean },
    onSettled: HeldReading["onSettled"],
  ): Promise<number | undefined> {
    const readings = await this.#deps.runModules(names);
    const silent = names.every((name) => readings[name] === undefined);
    if (this.#stopped || (silent && !this.#deps.unfenced().includes(family))) return undefined;
    return this.#publishHost(family, observedAtMs, readings, marks, onSettled);
  }

  #publishHost(
    family: Family,
    observedAtMs: number,
    readings: Readings,
    marks: { requested: boolean; clearsHistory: boolean },
    onSettled?: HeldReading["onSettled"],
  ): number {
    const intervalMs = (module: Module) => this.#settings.modules[module].intervalMs;
    return this.#publish(
      family,
      observedAtMs,
      (identity) => hostEvent({ ...identity, readings, intervalMs, ...marks }, this.#deps.refuseReading),
      onSettled,
    );
  }

  #observeInventory(observedAtMs: number): void {
    this.#last.set("inventory", observedAtMs);
    const inventory = this.#deps.readInventory();
    const before = this.#inventory;
    const old = before === undefined || observedAtMs - before.atMs >= inventoryAgeMaxMs;
    if (!old && !differs(inventory, before.published)) return;
    this.#inventory = { published: inventory, atMs: observedAtMs };
    this.#publish("inventory", observedAtMs, (identity) => inventoryEvent(identity, inventory));
  }

  /**
   * A family that is not read any more may have readings in the spool, which wait for a live event of this run. It gets
   * one that says nothing of any module.
   */
  #fence(): void {
    const read = new Set(["inventory", ...this.#cadences.map(({ family }) => family)]);
    for (const family of this.#deps.unfenced().filter((family) => !read.has(family))) {
      this.#publishHost(family, this.#deps.nowMs(), {}, { requested: false, clearsHistory: false });
    }
  }

  #publish(
    family: Family,
    observedAtMs: number,
    encode: (identity: { bootId: number; sequence: number; observedAtMs: number }) => Uint8Array,
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
