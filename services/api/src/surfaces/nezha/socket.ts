import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { mayUseNodes } from "@statwire/control-plane";
import type { Logger } from "@statwire/runtime";
import { type WebSocket, WebSocketServer } from "ws";
import { nodeReach, projectLimitOf } from "../../authorization/node-reach.js";
import { type Caller, type Credentials, identifyProgram } from "../../http/authentication.js";
import { ProblemError } from "../../http/problem.js";
import { refuseUpgrade, type UpgradeRoute } from "../../http/upgrades.js";
import type { NumberedNode } from "../../nodes/numbered-nodes.js";
import type { NezhaFrame } from "./dto.js";
import { type ServerSources, serversOf, type Viewer } from "./read-servers.js";
import { toSocketServer } from "./to-server.js";

export interface NezhaSocketDeps extends ServerSources {
  credentials: Credentials;
  /** Whether a visitor without a token may watch. */
  guestView: boolean;
  clientsMax: number;
  now(): number;
  log: Logger;
}

const frameEveryMs = 2_000;
/** A ping follows every so many frames. */
const framesPerPing = 4;
/** A client whose token ends is left within so long. */
const askEveryMs = 500;
/** So long a client that is told goodbye may take to answer. */
const goodbyeMs = 2_000;
/** A client that has so much unread is gone, or too slow. */
const unreadBytesMax = 4 * 1024 ** 2;

/**
 * `/ws` of Nezha: every two seconds a frame with all servers that a client may know of, made once for all clients alike. Clients only
 * listen. Holds no timer while nobody watches.
 */
export function nezhaSocket(deps: NezhaSocketDeps): UpgradeRoute {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const watchers = new Watchers(deps);
  let isClosed = false;
  return {
    path: "/ws",
    accept(request, socket, head) {
      void admit(deps, request).then((admitted) => {
        const busy = isClosed ? stopping : watchers.size >= deps.clientsMax ? tooManyClients : undefined;
        const refusal = "status" in admitted ? admitted : busy;
        if (refusal !== undefined) return refuseUpgrade(socket, refusal.status, refusal.body);
        const { caller } = admitted as Admitted;
        server.handleUpgrade(request, socket as Duplex, head, (client) => watchers.add(client, caller));
      });
    },
    // Those that come back at once find the listeners still open: one that was taken would be left by nobody.
    close: () => {
      isClosed = true;
      watchers.close();
    },
  };
}

interface Refusal {
  status: 401 | 503;
  body: object;
}

/** Who may watch; a guest is no caller. */
interface Admitted {
  caller: Caller | undefined;
}

const tooManyClients: Refusal = { status: 503, body: { code: 503, message: "Too many clients." } };
const stopping: Refusal = { status: 503, body: { code: 503, message: "This server is stopping." } };

async function admit(
  { credentials, guestView }: NezhaSocketDeps,
  request: IncomingMessage,
): Promise<Admitted | Refusal> {
  const token = request.headers.authorization;
  try {
    const caller = token === undefined ? undefined : await identifyProgram(credentials, token);
    const ask = { verb: "read", workspace: credentials.workspace } as const;
    if (caller !== undefined && mayUseNodes(caller.principal, ask) === "allowed") return { caller };
  } catch (error) {
    const isAway = error instanceof ProblemError;
    return {
      status: 503,
      body: { code: 503, message: isAway ? error.message : "It cannot be told now whose token it is." },
    };
  }
  if (guestView) return { caller: undefined };
  return { status: 401, body: { code: 403, message: "访问此接口需要认证" } };
}

interface Watcher {
  caller: Caller | undefined;
  /** What its frames depend on, as a key of theirs. */
  sight: string;
}

class Watchers {
  readonly #deps: NezhaSocketDeps;
  readonly #clients = new Map<WebSocket, Watcher>();
  #timers: NodeJS.Timeout[] = [];
  #frames = 0;
  #busy = false;

  constructor(deps: NezhaSocketDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#clients.size;
  }

  add(client: WebSocket, caller: Caller | undefined): void {
    const watcher = { caller, sight: sightKeyOf(caller, this.#deps.credentials.workspace) };
    this.#clients.set(client, watcher);
    client.on("close", () => this.#remove(client));
    client.on("error", () => client.terminate());
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => void this.#tick(), frameEveryMs),
        setInterval(() => this.#leaveEnded(), askEveryMs),
      ];
    }
    // The first frame comes at once.
    void this.#render().then((frameOf) => frameOf !== undefined && this.#send(client, frameOf(watcher)));
  }

  close(): void {
    for (const client of this.#clients.keys()) leave(client, 1001, "the server stops");
    this.#stop();
  }

  #remove(client: WebSocket): void {
    this.#clients.delete(client);
    if (this.#clients.size === 0) this.#stop();
  }

  #stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  #leaveEnded(): void {
    for (const [client, { caller }] of this.#clients) {
      if (caller?.isStillGood?.() === false) leave(client, 1008, "the token has ended");
    }
  }

  async #tick(): Promise<void> {
    // The stores are slower than two seconds: the next tick has newer data anyway.
    if (this.#busy) return;
    this.#busy = true;
    const frameOf = await this.#render();
    this.#busy = false;
    if (frameOf === undefined) return;
    this.#frames += 1;
    for (const [client, watcher] of this.#clients) {
      this.#send(client, frameOf(watcher));
      if (this.#frames % framesPerPing === 0 && client.readyState === client.OPEN) client.ping();
    }
  }

  /** The frames of this moment: one for all who may know of the same, made when it is asked for. */
  async #render(): Promise<((watcher: Watcher) => string) | undefined> {
    try {
      const nodes = await this.#deps.numbered.list();
      const now = this.#deps.now();
      const frames = new Map<string, string>();
      return (watcher) => {
        const frame = frames.get(watcher.sight) ?? this.#frameOf(nodes, now, watcher);
        frames.set(watcher.sight, frame);
        return frame;
      };
    } catch (error) {
      this.#deps.log.warn({ reason: String(error) }, "servers cannot be pushed now");
      return undefined;
    }
  }

  #frameOf(nodes: readonly NumberedNode[], now: number, { caller }: Watcher): string {
    const { controlPlane, credentials } = this.#deps;
    const { workspace } = credentials;
    const projectIds = projectLimitOf(caller?.principal, workspace);
    const isInReach = projectIds === null ? () => true : nodeReach(controlPlane, workspace, projectIds);
    const viewer: Viewer =
      caller === undefined ? { guest: true, workspace } : { principal: caller.principal, workspace };
    const servers = serversOf(
      this.#deps,
      nodes.filter(({ node }) => isInReach(node)),
      viewer,
    );
    const shown = servers.map(toSocketServer);
    const frame: NezhaFrame = { now, servers: shown.sort(byDisplayIndex) };
    return JSON.stringify(frame);
  }

  #send(client: WebSocket, frame: string): void {
    if (client.readyState !== client.OPEN) return;
    if (client.bufferedAmount > unreadBytesMax) client.terminate();
    else client.send(frame);
  }
}

/** Says goodbye to a client, once, and cuts it when it does not answer. */
function leave(client: WebSocket, code: number, reason: string): void {
  if (client.readyState !== client.OPEN) return;
  client.close(code, reason);
  setTimeout(() => client.terminate(), goodbyeMs).unref();
}

/** Two who have the same key may know of the same servers. */
function sightKeyOf(caller: Caller | undefined, workspace: string): string {
  if (caller === undefined) return "guest";
  return JSON.stringify([projectLimitOf(caller.principal, workspace), caller.principal.scopes]);
}

/** The highest first; those that are alike stay in the order of their ids. */
function byDisplayIndex(one: { DisplayIndex: number }, other: { DisplayIndex: number }): number {
  return other.DisplayIndex - one.DisplayIndex;
}
