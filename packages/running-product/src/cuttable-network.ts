import { connect, createServer, type Server, type Socket } from "node:net";
import { Direction, type Way } from "./network-direction.js";

/** How a bad network is: applies to each direction of each connection. */
export interface Slowness {
  /** From one end to the other, milliseconds. */
  latencyMs: number;
  bytesPerSecond: number;
}

/** A way to a server on loopback that can be cut or slow as a network is: nobody is told. */
export interface CuttableNetwork {
  port: number;
  /** From now on nothing crosses, in either direction; new connections open and stay silent. */
  cut(): void;
  /** From now on what crosses takes its time. */
  slowDown(slowness: Slowness): void;
  /** As at the beginning: what was under way arrives, and so does what comes. */
  heal(): void;
  /** Bytes that have crossed towards the server. */
  crossedBytes(): number;
  close(): Promise<void>;
}

/** Opens a way to `targetPort`. */
export async function openNetwork(targetPort: number): Promise<CuttableNetwork> {
  const pairs = new Set<{ sockets: [Socket, Socket]; directions: [Direction, Direction] }>();
  const way: Way = { isCut: false, slowness: undefined };
  let crossedBytes = 0;
  const server = createServer((client) => {
    const upstream = connect({ port: targetPort, host: "127.0.0.1" });
    const up = new Direction(client, upstream, way, (bytes) => {
      crossedBytes += bytes;
    });
    const pair = {
      sockets: [client, upstream] as [Socket, Socket],
      directions: [up, new Direction(upstream, client, way)] as [Direction, Direction],
    };
    pairs.add(pair);
    for (const socket of pair.sockets)
      socket.once("close", () => pair.sockets.every(({ destroyed }) => destroyed) && pairs.delete(pair));
  });
  const port = await listen(server);
  const changed = () => {
    for (const { directions } of pairs) for (const direction of directions) direction.wayChanged();
  };
  return {
    port,
    cut() {
      way.isCut = true;
      changed();
    },
    slowDown(slowness) {
      way.slowness = slowness;
    },
    heal() {
      way.isCut = false;
      way.slowness = undefined;
      changed();
    },
    crossedBytes: () => crossedBytes,
    async close() {
      for (const { sockets } of pairs) for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
