import { randomUUID } from "node:crypto";
import { type ControlPlane, installation } from "@statwire/control-plane";
import { encodeFrames, encodeSignInRecorded, signInEventHeaders, signInsSubject } from "@statwire/events";
import { retryForever, sleep } from "@statwire/runtime";
import type { SignInEvent } from "./sign-in-event.js";
import { toActor, userOf } from "./users.js";

/** What is published of one event. */
export interface SignInMessage {
  subject: string;
  headers: Record<string, string>;
  payload: Uint8Array;
}

export interface SignInLogDeps {
  /** Stores one message, once by its `ce-id`; rejects while the log is away. */
  publish(message: SignInMessage): Promise<void>;
  control(): ControlPlane | undefined;
  /** The workspace that is served: its members' events are its own, others' those of the installation. */
  workspace: string;
  log: { info(fields: object, text: string): void; warn(fields: object, text: string): void };
  now(): number;
  /** What may wait for the log, in events; beyond it new ones are counted and given up. */
  waitingMax?: number;
}

const defaultWaitingMax = 10_000;

/**
 * Puts what happens to sign-ins on the bus, one after the other. Whoever signs in never waits for it: events wait in memory while
 * the log is away, so many and no more, and those that are given up are told of by an event `lost` with their number. What waits
 * is lost with the process; each is a line of the API's log, too.
 */
export class SignInLog {
  readonly #deps: SignInLogDeps;
  readonly #waiting: SignInMessage[] = [];
  readonly #ended = new AbortController();
  #lost = 0;
  #publishing: Promise<void> | undefined;

  constructor(deps: SignInLogDeps) {
    this.#deps = deps;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  record(event: SignInEvent): void {
    const { log, waitingMax = defaultWaitingMax } = this.#deps;
    log.info(event, "sign-in");
    if (this.#waiting.length >= waitingMax) {
      if (this.#lost === 0) log.warn({ waitingMax }, "sign-ins wait for the log: further ones are only counted");
      this.#lost += 1;
      return;
    }
    this.#waiting.push(this.#toMessage(event));
    this.#publishing ??= this.#publishAll().finally(() => {
      this.#publishing = undefined;
    });
  }

  /** Waits a little for what is on its way. */
  async close(withinMs: number): Promise<void> {
    await Promise.race([this.#publishing, sleep(withinMs)]);
    this.#ended.abort();
  }

  async #publishAll(): Promise<void> {
    const { publish, log } = this.#deps;
    const { signal } = this.#ended;
    for (let next = this.#waiting[0]; next !== undefined && !signal.aborted; next = this.#waiting[0]) {
      const message = next;
      const onFailure = (error: unknown, attempt: number) => {
        if (attempt === 1) log.warn({ err: error }, "a sign-in is not in the log yet");
      };
      await retryForever(() => publish(message), { signal, onFailure, maxMs: 2_000 }).catch(() => undefined);
      this.#waiting.shift();
      this.#tellOfLost();
    }
  }

  /** Once there is room again. */
  #tellOfLost(): void {
    const { waitingMax = defaultWaitingMax, now } = this.#deps;
    if (this.#lost === 0 || this.#waiting.length >= waitingMax) return;
    const count = this.#lost;
    this.#lost = 0;
    const lost = { action: "lost", requestId: "", address: "", atMs: now() } as const;
    this.#waiting.push(this.#toMessage(lost, count));
  }

  #toMessage(
    event: Omit<SignInEvent, "action"> & { action: SignInEvent["action"] | "lost" },
    count = 1,
  ): SignInMessage {
    const { control, workspace: served } = this.#deps;
    const { action, userId = "", method = "", address, requestId, atMs } = event;
    const known = control();
    const user = known && userOf(known, userId);
    const isMember = user !== undefined && known?.named(served, "membership", "user_id", userId) !== undefined;
    const workspace = isMember ? served : installation;
    const id = randomUUID();
    return {
      subject: signInsSubject(workspace),
      headers: signInEventHeaders({ workspace, id, userId, atMs }),
      payload: encodeFrames([
        encodeSignInRecorded({
          ...{ atMs: BigInt(atMs), id, action, userId, method, address, requestId, count },
          userName: user === undefined ? "" : toActor(user).name,
        }),
      ]),
    };
  }
}
