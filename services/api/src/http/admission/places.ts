/** How much is taken on at once. */
export interface PlaceLimits {
  /** Worked on at once. More than a few do not make the answers more, they make each later. */
  runningMax: number;
  /** Wait for that at once. */
  waitingMax: number;
  /** Not answered yet at once: those that run, those that wait, and those that wait for something else than this process. */
  openMax: number;
}

/** How long is waited, and for whom. */
export interface Patience {
  /** A wait that a burst may cause: a page that asks for many things at once gets all of them. */
  burstWaitMsMax: number;
  /**
   * What is waited while too much comes anyway, and then no more wait than run: a short wait serves as many, and all of them sooner.
   * Whoever is refused in the end should be refused at once, which costs less.
   */
  overloadWaitMsMax: number;
  /** The same for those that are as few as run, whose turn is next. */
  nextWaitMsMax: number;
  /** Too much is taken to be coming, too, when somebody has been waiting for so long without a break: a burst is over by then. */
  standingMsMax: number;
  /**
   * After so many looks that found this process with time to spare, what runs is taken to wait for another part of the system (a query,
   * a collector's answer, a slow client), which must not keep others from being served. While there is no time to spare, what
   * is late is so because of the others that run.
   */
  looksMax: number;
  /**
   * While something is refused, fewer and fewer run as long as this process is busy, so many at least: those that keep it busy serve as
   * many as more would, and sooner.
   */
  runningMin: number;
}

/** For so long after a refusal too much is taken to be coming. */
export const overloadMs = 100;

/** With more than this share of the time idle, this process is not what those that run wait for. */
const idleShareToSpare = 0.2;
/** With less than this share of the time idle, it is what they wait for; see `Patience.runningMin`. */
const idleShareBusy = 0.02;

/** Why something is refused. */
export type Refusal = "too-many-open" | "too-many-waiting" | "waited-too-long";

/** What asks for a place. */
export interface Applicant {
  start(): void;
  refuse(why: Refusal): void;
}

/** How many are open now. */
interface Opened {
  now: number;
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
 * (RFC 8289): long for a burst, short while the overload lasts; here it is refusals that tell one from the other, and where it is
 * wanted a queue that stands. Knows no clock.
 */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #patience: Patience;
  readonly #opened: Opened;
  readonly #waiting = new Set<Place>();
  /** How many of those that run started after each of the last looks, by its number modulo `looksMax`. */
  readonly #startedAt: number[];
  /** How many may run now. */
  #places: number;
  #running = 0;
  #looks = 0;
  #refusedMs = Number.NEGATIVE_INFINITY;
  /** Since when there has always been somebody that waits; of no meaning while there is nobody. */
  #standingSinceMs = 0;

  /** Places that share `opened` have one `openMax`. */
  constructor(limits: PlaceLimits, patience: Patience, opened: Opened = { now: 0 }) {
    this.#limits = limits;
    this.#patience = patience;
    this.#opened = opened;
    this.#startedAt = Array.from({ length: patience.looksMax }, () => 0);
    this.#places = limits.runningMax;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Together with those of other places that share it. */
  get open(): number {
    return this.#opened.now;
  }

  /**
   * Starts an applicant, lets it wait or refuses it, which it is told by a call now or later. Answers what to call once when it is
   * over or has given up; undefined when it was refused at once.
   */
  apply(applicant: Applicant, nowMs: number): ((nowMs: number) => void) | undefined {
    this.#dropLate(nowMs);
    const { waitingMax, openMax } = this.#limits;
    const mayRun = this.#running < this.#places;
    if (this.#opened.now >= openMax) return this.#refuse(applicant, "too-many-open", nowMs);
    const mayWait = this.#waiting.size < (this.#isOverloaded(nowMs) ? Math.min(this.#places, waitingMax) : waitingMax);
    if (!mayRun && !mayWait) return this.#refuse(applicant, "too-many-waiting", nowMs);
    const place: Place = { applicant, cameMs: nowMs, state: "waiting", startedAtLook: 0 };
    this.#opened.now += 1;
    if (mayRun) this.#start(place);
    else this.#wait(place);
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
    const { runningMin } = this.#patience;
    this.#places = Math.min(runningMax, Math.max(runningMin, this.#places + change));
    this.#fill(nowMs);
  }

  #age(): void {
    this.#looks += 1;
    const oldest = this.#looks % this.#patience.looksMax;
    this.#running -= this.#startedAt[oldest] ?? 0;
    this.#startedAt[oldest] = 0;
  }

  #leave(place: Place, nowMs: number): void {
    if (place.state === "gone") return;
    if (place.state === "waiting") this.#waiting.delete(place);
    else if (this.#looks - place.startedAtLook < this.#patience.looksMax) this.#count(place.startedAtLook, -1);
    place.state = "gone";
    this.#opened.now -= 1;
    this.#fill(nowMs);
  }

  #count(startedAtLook: number, change: 1 | -1): void {
    const slot = startedAtLook % this.#patience.looksMax;
    this.#startedAt[slot] = (this.#startedAt[slot] ?? 0) + change;
    this.#running += change;
  }

  #wait(place: Place): void {
    if (this.#waiting.size === 0) this.#standingSinceMs = place.cameMs;
    this.#waiting.add(place);
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
      if (nowMs - place.cameMs <= this.#waitMsMax(nowMs)) return;
      this.#waiting.delete(place);
      this.#opened.now -= 1;
      place.state = "gone";
      this.#refuse(place.applicant, "waited-too-long", nowMs);
    }
  }

  #waitMsMax(nowMs: number): number {
    const { burstWaitMsMax, overloadWaitMsMax, nextWaitMsMax } = this.#patience;
    if (!this.#isOverloaded(nowMs)) return burstWaitMsMax;
    return this.#waiting.size > this.#places ? overloadWaitMsMax : nextWaitMsMax;
  }

  #isOverloaded(nowMs: number): boolean {
    if (nowMs - this.#refusedMs < overloadMs) return true;
    return this.#waiting.size > 0 && nowMs - this.#standingSinceMs > this.#patience.standingMsMax;
  }

  #refuse(applicant: Applicant, why: Refusal, nowMs: number): undefined {
    this.#refusedMs = nowMs;
    applicant.refuse(why);
    return undefined;
  }
}
