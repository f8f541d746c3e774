import { existsSync } from "node:fs";
import {
  type EngineContainer,
  type EngineDetails,
  parseContainerDetails,
  parseContainerList,
} from "./engine-answers.js";
import { type AskEngine, openEngineClient } from "./engine-client.js";

export interface KnownContainer extends EngineContainer, EngineDetails {
  runtime: "docker" | "podman";
}

/** An engine answers within this, or it has failed. Several are asked at the same time. */
const answerMs = 2000;

/**
 * Podman has no daemon: systemd starts one for every question. It is asked when the control groups have changed, and
 * otherwise only this often.
 */
const podmanEveryMs = 60_000;

/** A container is described anew when its state changes, and this often, because restarts do not show in the list. */
const detailsEveryMs = 60_000;
const detailsAtOnce = 4;
const detailsMax = 100;

export interface EnginesOptions {
  /** Below it a socket is looked for that is not at its own path. */
  fileRoot: string;
  ask?: AskEngine;
}

interface EngineState {
  askedAtMs: number;
  groups: string;
  containers: EngineContainer[];
  details: Map<string, { key: string; atMs: number; details: EngineDetails }>;
}

/**
 * Asks the engines behind these sockets what containers they have. An engine that is not there is passed over; undefined
 * when none is. @throws Error naming the socket of an engine that is there and gives no usable answer.
 */
export class Engines {
  readonly #options: EnginesOptions;
  readonly #ask: AskEngine;
  readonly #states = new Map<string, EngineState>();

  constructor(options: EnginesOptions) {
    this.#options = options;
    this.#ask = options.ask ?? openEngineClient(answerMs);
  }

  /** `groups` changes whenever a container has started or ended, as far as control groups show it. */
  async read(sockets: readonly string[], groups: string, nowMs: number): Promise<KnownContainer[] | undefined> {
    const said = await Promise.all(sockets.map((socket) => this.#readEngine(socket, groups, nowMs)));
    const there = said.filter((containers) => containers !== undefined);
    return there.length === 0 ? undefined : there.flat();
  }

  async #readEngine(socket: string, groups: string, nowMs: number): Promise<KnownContainer[] | undefined> {
    const path = this.#locate(socket);
    if (path === undefined) return undefined;
    const runtime = /podman/.test(socket) ? "podman" : "docker";
    const before = this.#states.get(path);
    const holds =
      runtime === "podman" && before?.groups === groups && nowMs - before.askedAtMs < podmanEveryMs
        ? before
        : undefined;
    const state = holds ?? (await this.#list(path, groups, nowMs));
    if (state === undefined) return undefined;
    if (holds === undefined) await this.#describe(path, state, nowMs);
    const unknown: EngineDetails = { startedAtMs: undefined, restarts: undefined };
    return state.containers.map((container) => ({
      ...container,
      ...(state.details.get(container.id)?.details ?? unknown),
      runtime,
    }));
  }

  #locate(socket: string): string | undefined {
    const { fileRoot } = this.#options;
    return [socket, ...(fileRoot === "/" ? [] : [`${fileRoot}${socket}`])].find((path) => existsSync(path));
  }

  async #list(path: string, groups: string, nowMs: number): Promise<EngineState | undefined> {
    const answer = await this.#ask(path, "/containers/json?all=1");
    if (!answer.ok) {
      if (answer.unreachable) return undefined;
      throw new Error(`${path}: ${answer.reason}`);
    }
    const containers = parseContainerList(answer.json);
    const state = { askedAtMs: nowMs, groups, containers, details: this.#states.get(path)?.details ?? new Map() };
    this.#states.set(path, state);
    return state;
  }

  /** Describes those whose description is missing or old; one that cannot be described now is asked again next time. */
  async #describe(path: string, { containers, details }: EngineState, nowMs: number): Promise<void> {
    const present = new Set(containers.map(({ id }) => id));
    for (const id of details.keys()) if (!present.has(id)) details.delete(id);
    const due = containers
      .filter(({ id, state, health }) => {
        const known = details.get(id);
        return known === undefined || known.key !== `${state} ${health}` || nowMs - known.atMs >= detailsEveryMs;
      })
      .slice(0, detailsMax);
    const ask = async ({ id, state, health }: EngineContainer) => {
      const answer = await this.#ask(path, `/containers/${encodeURIComponent(id)}/json`);
      if (answer.ok)
        details.set(id, { key: `${state} ${health}`, atMs: nowMs, details: parseContainerDetails(answer.json) });
    };
    for (let at = 0; at < due.length; at += detailsAtOnce) {
      await Promise.all(due.slice(at, at + detailsAtOnce).map(ask));
    }
  }
}
