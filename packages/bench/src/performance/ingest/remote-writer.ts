import { connect, type Socket } from "node:net";
import type { Readings } from "./readings.js";
import { encodeLabels, WriteRequest } from "./write-request.js";

/** How readings are divided into requests. */
export interface RequestShape {
  /** Consecutive readings of a node in one request. */
  ticks: number;
  nodes: number;
}

/** As a node sends them that has nobody to gather them with those of others: each snapshot by itself. */
export const liveShape: RequestShape = { ticks: 1, nodes: 1 };

/** As few labels for as many numbers as one would send: 11 800 samples of a 59-number snapshot. */
export const bulkShape: RequestShape = { ticks: 10, nodes: 20 };

/** So many senders, each with a connection that is kept and one request under way. */
export const connections = 8;

/** Sends readings by remote-write; resolves when each request was answered as stored. @returns how many requests */
export async function writeRemotely(port: number, readings: Readings, shape: RequestShape): Promise<number> {
  const bodies = requestBodies(readings, shape);
  const send = async () => {
    const connection = await RemoteConnection.open(port);
    let sent = 0;
    try {
      for (let next = bodies.next(); !next.done; next = bodies.next(), sent += 1) await connection.post(next.value);
    } finally {
      connection.close();
    }
    return sent;
  };
  const counts = await Promise.all(Array.from({ length: connections }, send));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The bodies, in the order of time: made one by one as they are sent. */
export function* requestBodies(readings: Readings, shape: RequestShape): Generator<Uint8Array> {
  const labels = Array.from({ length: readings.nodes }, (_, node) => labelsOfNode(readings, node));
  const request = new WriteRequest();
  for (let tick = 0; tick < readings.ticks; tick += shape.ticks) {
    const ticks = Math.min(shape.ticks, readings.ticks - tick);
    for (let first = 0; first < readings.nodes; first += shape.nodes) {
      for (let node = first; node < Math.min(first + shape.nodes, readings.nodes); node += 1) {
        for (const [series, encoded] of (labels[node] ?? []).entries()) {
          const samples = Array.from({ length: ticks }, (_, later) => ({
            value: readings.value(tick + later, node, series),
            atMs: readings.atMs(tick + later),
          }));
          request.append(encoded, samples);
        }
      }
      yield request.take();
    }
  }
}

/** Name and attributes of the catalogue as Prometheus spells them, and the node; no label for the workspace. */
function labelsOfNode({ series }: Readings, node: number): Uint8Array[] {
  return series.map(({ metric, entity }) =>
    encodeLabels({
      __name__: underscored(metric.name),
      node: `load-${String(node).padStart(4, "0")}`,
      ...(metric.entity === undefined ? {} : { [underscored(metric.entity.key)]: entity ?? "" }),
      ...(metric.fixed === undefined ? {} : { [underscored(metric.fixed.key)]: metric.fixed.value }),
    }),
  );
}

function underscored(name: string): string {
  return name.replace(/[^a-zA-Z0-9_]/g, "_");
}

/** HTTP on a bare socket: the sender has the same two cores, and Node's client costs more than the server. */
class RemoteConnection {
  readonly #socket: Socket;
  readonly #port: number;
  #answer = "";
  #settle: { resolve(): void; reject(error: Error): void } | undefined;

  private constructor(socket: Socket, port: number) {
    this.#socket = socket;
    this.#port = port;
    socket.on("data", (chunk: Buffer) => this.#heard(chunk.toString("latin1")));
    socket.on("error", (error) => this.#settle?.reject(error));
    socket.on("close", () => this.#settle?.reject(new Error("remote-write: the connection was closed")));
  }

  static open(port: number): Promise<RemoteConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      socket.once("error", reject);
      socket.once("connect", () => resolve(new RemoteConnection(socket, port)));
    });
  }

  /** One at a time. @throws when it is not answered with 204. */
  post(body: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      const head =
        `POST /api/v1/write HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nContent-Type: application/x-protobuf\r\n` +
        `Content-Encoding: snappy\r\nX-Prometheus-Remote-Write-Version: 0.1.0\r\nContent-Length: ${body.length}\r\n\r\n`;
      this.#socket.cork();
      this.#socket.write(head, "latin1");
      this.#socket.write(body);
      this.#socket.uncork();
    });
  }

  close(): void {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  /** 204 has no body, so it ends with its headers. */
  #heard(text: string): void {
    this.#answer += text;
    if (!this.#answer.includes("\r\n\r\n")) return;
    const answer = this.#answer;
    this.#answer = "";
    if (answer.startsWith("HTTP/1.1 204 ")) this.#settle?.resolve();
    else this.#settle?.reject(new Error(`remote-write: ${answer.slice(0, 300)}`));
  }
}
