import type { IncomingMessage, RequestListener } from "node:http";
import type { Logger } from "@statwire/runtime";
import { tellOfClose } from "../queued-answers.js";
import { historyPatience, readsHistory } from "./history-reads.js";
import { type AdmissionCounts, noRefusals } from "./metrics.js";
import { type Patience, type PlaceLimits, Places, type Refusal } from "./places.js";
import { pathOf, type Refuser } from "./refuser.js";

export interface AdmissionOptions {
  limits: PlaceLimits;
  /** How many reads of the history are worked on at once (`readsHistory`), beside the others; those that wait have a queue of their own. */
  historyReadsMax: number;
  refuse: Refuser;
  /** How often it is looked at what runs and waits (`Places`). */
  lookEveryMs: number;
  /** For which share of the time since it was asked last this process had nothing to do, 0 to 1. */
  idleShare(): number;
  /** A clock that only goes forward. */
  nowMs(): number;
  log: Logger;
}

/** What is asked whether this service lives: overload must not make somebody end it. */
const healthPaths: ReadonlySet<string> = new Set([
  ...["/livez", "/readyz", "/health", "/dashpad/health", "/api/v1/health", "/api/health"],
]);
/** So many of them at once pass by the others; beyond that they are requests as any. */
const healthRunningMax = 4;

/** For what this process answers by its own work. Four keep it busy while each waits for Redis twice. */
const ownPatience: Patience = {
  burstWaitMsMax: 100,
  overloadWaitMsMax: 5,
  nextWaitMsMax: 5,
  standingMsMax: Number.POSITIVE_INFINITY,
  looksMax: 8,
  runningMin: 4,
};

/** An overload is told of at its beginning and once nothing was refused for so long. */
const calmMs = 5_000;

/**
 * Stands in front of everything that answers requests and decides, before anything is read or looked up, which are answered, which wait
 * and which are refused (`Places`). What is upgraded to a WebSocket does not come here; a stream of events counts as one
 * that is open.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #places: Places;
  readonly #historyPlaces: Places;
  readonly #refused = noRefusals();
  #started = 0;
  #healthRunning = 0;
  #looking: NodeJS.Timeout | undefined;
  #overload: { sinceMs: number; lastMs: number; refused: number } | undefined;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    const opened = { now: 0 };
    this.#places = new Places(options.limits, ownPatience, opened);
    const historyLimits = { ...options.limits, runningMax: options.historyReadsMax };
    this.#historyPlaces = new Places(historyLimits, historyPatience, opened);
  }

  /** What was counted so far, and how many there are right now. */
  counts(): AdmissionCounts {
    const { open } = this.#places;
    const { running, waiting } = this.#busy();
    return { started: this.#started, refused: this.#refused, running, waiting, open };
  }

  /** A listener that hands on to another what may be answered. */
  inFrontOf(handle: RequestListener): RequestListener {
    const { refuse, nowMs } = this.#options;
    return (request, response) => {
      tellOfClose(request, response);
      if (this.#healthRunning < healthRunningMax && isHealth(request)) {
        this.#healthRunning += 1;
        response.once("close", () => {
          this.#healthRunning -= 1;
        });
        return handle(request, response);
      }
      const applicant = {
        start: () => {
          this.#started += 1;
          handle(request, response);
        },
        refuse: (why: Refusal) => {
          this.#count(why);
          refuse(request, response);
        },
      };
      const places = readsHistory(request) ? this.#historyPlaces : this.#places;
      const leave = places.apply(applicant, nowMs());
      if (leave === undefined) return;
      // More than one call does nothing: `once` would take a wrapper and a removal for each request.
      response.on("close", () => leave(nowMs()));
      this.#looking ??= setTimeout(this.#look, this.#options.lookEveryMs);
    };
  }

  /** Goes on while there is something to look at: an idle process sleeps. */
  readonly #look = () => {
    const nowMs = this.#options.nowMs();
    const idleShare = this.#options.idleShare();
    this.#places.look(nowMs, idleShare);
    this.#historyPlaces.look(nowMs, idleShare);
    this.#tellOfCalm(nowMs);
    const { running, waiting } = this.#busy();
    this.#looking =
      running + waiting > 0 || this.#overload !== undefined
        ? setTimeout(this.#look, this.#options.lookEveryMs)
        : undefined;
  };

  #busy(): { running: number; waiting: number } {
    const [own, history] = [this.#places, this.#historyPlaces];
    return { running: own.running + history.running, waiting: own.waiting + history.waiting };
  }

  #count(why: Refusal): void {
    const { log, nowMs } = this.#options;
    this.#refused[why] += 1;
    const lastMs = nowMs();
    if (this.#overload === undefined) {
      this.#overload = { sinceMs: lastMs, lastMs, refused: 1 };
      log.warn(
        { why, ...this.#options.limits, historyReadsMax: this.#options.historyReadsMax },
        "overloaded: requests are refused",
      );
      this.#looking ??= setTimeout(this.#look, this.#options.lookEveryMs);
      return;
    }
    this.#overload.lastMs = lastMs;
    this.#overload.refused += 1;
  }

  #tellOfCalm(nowMs: number): void {
    if (this.#overload === undefined || nowMs - this.#overload.lastMs < calmMs) return;
    const { sinceMs, lastMs, refused } = this.#overload;
    this.#overload = undefined;
    this.#options.log.info({ refused, forMs: Math.round(lastMs - sinceMs) }, "no longer overloaded");
  }
}

function isHealth({ url }: IncomingMessage): boolean {
  return healthPaths.has(pathOf(url ?? "/"));
}
