import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "@statwire/runtime";
import { type WebSocket, WebSocketServer } from "ws";
import type { CheckApiKey } from "../../http/api-key.js";
import { refuseUpgrade, type UpgradeRoute } from "../../http/upgrades.js";
import type { NumberedNodes } from "../../nodes/numbered-nodes.js";
import type { NezhaFrame } from "./dto.js";
import { toSocketServer } from "./to-server.js";

export interface NezhaSocketDeps {
  nodes: Pick<NumberedNodes, "list">;
  checkApiKey: CheckApiKey;
  /** Whether a visitor without a token may watch. */
  guestView: boolean;
  clientsMax: number;
  now(): number;
  log: Logger;
}

const frameEveryMs = 2_000;
/** A ping follows every so many frames. */
const framesPerPing = 4;
/** A client that has so much unread is gone, or too slow. */
const unreadBytesMax = 4 * 1024 ** 2;

/**
 * `/ws` of Nezha: every two seconds a frame with all servers, made once for all clients. Clients only listen. Holds no
 * timer while nobody watches.
 */
export function nezhaSocket(deps: NezhaSocketDeps): UpgradeRoute {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });
  const watchers = new Watchers(deps);
  return {
    path: "/ws",
    accept(request, socket, head) {
      const refusal = refusalOf(deps, watchers.size, request);
      if (refusal !== undefined) return refuseUpgrade(socket, refusal.status, refusal.body);
      server.handleUpgrade(request, socket as Duplex, head, (client) => watchers.add(client));
    },
    close: () => watchers.close(),
  };
}

function refusalOf(
  { checkApiKey, guestView, clientsMax }: NezhaSocketDeps,
  clients: number,
  request: IncomingMessage,
): { status: 401 | 503; body: object } | undefined {
  const token = request.headers.authorization;
  const isKnown = token !== undefined && checkApiKey(token);
  if (!isKnown && !guestView) return { status: 401, body: { code: 403, message: "访问此接口需要认证" } };
  if (clients >= clientsMax) return { status: 503, body: { code: 503, message: "Too many clients." } };
  return undefined;
}

class Watchers {
  readonly #deps: NezhaSocketDeps;
  readonly #clients = new Set<WebSocket>();
  #timer: NodeJS.Timeout | undefined;
  #frames = 0;
  #busy = false;

  constructor(deps: NezhaSocketDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return this.#clients.size;
  }

  add(client: WebSocket): void {
    this.#clients.add(client);
    client.on("close", () => this.#remove(client));
    client.on("error", () => client.terminate());
    this.#timer ??= setInterval(() => void this.#tick(), frameEveryMs);
    // The first frame comes at once.
    void this.#render().then((frame) => frame !== undefined && this.#send(client, frame));
  }

  close(): void {
    for (const client of this.#clients) client.close(1001, "the server stops");
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #remove(client: WebSocket): void {
    this.#clients.delete(client);
    if (this.#clients.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #tick(): Promise<void> {
    // The stores are slower than two seconds: the next tick has newer data anyway.
    if (this.#busy) return;
    this.#busy = true;
    const frame = await this.#render();
    this.#busy = false;
    if (frame === undefined) return;
    this.#frames += 1;
    for (const client of this.#clients) {
      this.#send(client, frame);
      if (this.#frames % framesPerPing === 0 && client.readyState === client.OPEN) client.ping();
    }
  }

  async #render(): Promise<string | undefined> {
    try {
      const servers = (await this.#deps.nodes.list()).map(toSocketServer);
      // Display indexes are all alike, so the order by id is the whole order.
      const frame: NezhaFrame = { now: this.#deps.now(), servers };
      return JSON.stringify(frame);
    } catch (error) {
      this.#deps.log.warn({ reason: String(error) }, "servers cannot be pushed now");
      return undefined;
    }
  }

  #send(client: WebSocket, frame: string): void {
    if (client.readyState !== client.OPEN) return;
    if (client.bufferedAmount > unreadBytesMax) client.terminate();
    else client.send(frame);
  }
}
