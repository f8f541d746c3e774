/** How much is taken on at once. */
export interface PlaceLimits {
  /** Worked on at once. More than a few do not make the answers more, they make each later. */
  runningMax: number;
  /** Wait for that at once. */
  waitingMax: number;
  /** Not answered yet at once: those that run, those that wait, and those that wait for something else than this process. */
  openMax: number;
}

/** A wait that a burst may cause: a page that asks for many things at once gets all of them. */
export const burstWaitMsMax = 100;
/**
 * What is waited while too much comes anyway, and then no more wait than run: a short wait serves as many, and all of them sooner.
 * Whoever is refused in the end should be refused at once, which costs less.
 */
export const overloadWaitMsMax = 5;
/** For so long after a refusal too much is taken to be coming. */
export const overloadMs = 100;
/**
 * After so many looks that found this process with time to spare, what runs is taken to wait for another part of the system (a query,
 * a collector's answer, a slow client), which must not keep others from being served. While there is no time to spare, what
 * is late is so because of the others that run.
 */
export const looksMax = 8;

/** With more than this share of the time idle, this process is not what those that run wait for. */
const idleShareToSpare = 0.2;
/**
 * While something is refused, fewer and fewer run as long as this process has less than that idle: those that keep it busy serve as many
 * as more would, and sooner. So many are enough to keep it busy while each waits for Redis twice.
 */
const idleShareBusy = 0.02;
const runningMin = 4;

/** Why something is refused. */
export type Refusal = "too-many-open" | "too-many-waiting" | "waited-too-long";

/** What asks for a place. */
export interface Applicant {
  start(): void;
  refuse(why: Refusal): void;
}

interface Place {
  applicant: Applicant;
  cameMs: number;
  state: "waiting" | "started" | "gone";
  /** How many looks had found time to spare when it started. */
  startedAtLook: number;
}

/**
 * Who is worked on, who waits and who is refused, when more may come than can be done: a few run, a few wait in the order of their
 * coming, the rest are refused at once. The wait is bounded as in "Fail at Scale" (B. Maurer, ACM Queue 13/8, 2015), after CoDel
 * (RFC 8289): long for a burst, short while the overload lasts; here it is refusals that tell one from the other. Knows no clock.
 */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #waiting = new Set<Place>();
  /** How many of those that run started after each of the last looks, by its number modulo `looksMax`. */
  readonly #startedAt: number[] = Array.from({ length: looksMax }, () => 0);
  /** How many may run now. */
  #places: number;
  #running = 0;
  #open = 0;
  #looks = 0;
  #refusedMs = Number.NEGATIVE_INFINITY;

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
    this.#places = limits.runningMax;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  get open(): number {
    return this.#open;
  }

  /**
   * Starts an applicant, lets it wait or refuses it, which it is told by a call now or later. Answers what to call once when it is
   * over or has given up; undefined when it was refused at once.
   */
  apply(applicant: Applicant, nowMs: number): ((nowMs: number) => void) | undefined {
    this.#dropLate(nowMs);
    const { waitingMax, openMax } = this.#limits;
    const mayRun = this.#running < this.#places;
    if (this.#open >= openMax) return this.#refuse(applicant, "too-many-open", nowMs);
    const mayWait = this.#waiting.size < (this.#isOverloaded(nowMs) ? Math.min(this.#places, waitingMax) : waitingMax);
    if (!mayRun && !mayWait) return this.#refuse(applicant, "too-many-waiting", nowMs);
    const place: Place = { applicant, cameMs: nowMs, state: "waiting", startedAtLook: 0 };
    this.#open += 1;
    if (mayRun) this.#start(place);
    else this.#waiting.add(place);
    return (overMs) => this.#leave(place, overMs);
  }

  /**
   * To be called every few milliseconds while anything runs or waits, with the share of the time since then for which this process had
   * nothing to do: refuses what has waited too long, judges how many may run, and see `looksMax`.
   */
  look(nowMs: number, idleShare: number): void {
    if (idleShare > idleShareToSpare) this.#age();
    const change = this.#isOverloaded(nowMs) && idleShare < idleShareBusy ? -1 : 1;
    const { runningMax } = this.#limits;
    this.#places = Math.min(runningMax, Math.max(runningMin, this.#places + change));
    this.#fill(nowMs);
  }

  #age(): void {
    this.#looks += 1;
    const oldest = this.#looks % looksMax;
    this.#running -= this.#startedAt[oldest] ?? 0;
    this.#startedAt[oldest] = 0;
  }

  #leave(place: Place, nowMs: number): void {
    if (place.state === "gone") return;
    if (place.state === "waiting") this.#waiting.delete(place);
    else if (this.#looks - place.startedAtLook < looksMax) this.#count(place.startedAtLook, -1);
    place.state = "gone";
    this.#open -= 1;
    this.#fill(nowMs);
  }

  #count(startedAtLook: number, change: 1 | -1): void {
    const slot = startedAtLook % looksMax;
    this.#startedAt[slot] = (this.#startedAt[slot] ?? 0) + change;
    this.#running += change;
  }

  #fill(nowMs: number): void {
    this.#dropLate(nowMs);
    for (const place of this.#waiting) {
      if (this.#running >= this.#places) return;
      this.#waiting.delete(place);
      this.#start(place);
    }
  }

  #start(place: Place): void {
    place.state = "started";
    place.startedAtLook = this.#looks;
    this.#count(this.#looks, 1);
    place.applicant.start();
  }

  #dropLate(nowMs: number): void {
    for (const place of this.#waiting) {
      const waitMsMax = this.#isOverloaded(nowMs) ? overloadWaitMsMax : burstWaitMsMax;
      if (nowMs - place.cameMs <= waitMsMax) return;
      this.#waiting.delete(place);
      this.#open -= 1;
      place.state = "gone";
      this.#refuse(place.applicant, "waited-too-long", nowMs);
    }
  }

  #isOverloaded(nowMs: number): boolean {
    return nowMs - this.#refusedMs < overloadMs;
  }

  #refuse(applicant: Applicant, why: Refusal, nowMs: number): undefined {
    this.#refusedMs = nowMs;
    applicant.refuse(why);
    return undefined;
  }
}
