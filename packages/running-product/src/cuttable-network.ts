import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server on loopback that can be cut as a network is: nothing arrives any more, and nobody is told. */
export interface CuttableNetwork {
  port: number;
  /** From now on nothing crosses, in either direction; new connections open and stay silent. */
  cut(): void;
  /** What was under way arrives, and so does what comes. */
  heal(): void;
  /** Bytes that have crossed towards the server. */
  crossedBytes(): number;
  close(): Promise<void>;
}

type Pair = readonly [client: Socket, upstream: Socket];

/** Opens a way to `targetPort`. */
export async function openNetwork(targetPort: number): Promise<CuttableNetwork> {
  const pairs = new Set<Pair>();
  const state = { isCut: false, crossedBytes: 0 };
  const server = createServer((client) => {
    const pair: Pair = [client, connect({ port: targetPort, host: "127.0.0.1" })];
    pairs.add(pair);
    pass(client, pair[1], state, (bytes) => {
      state.crossedBytes += bytes;
    });
    pass(pair[1], client, state, () => undefined);
    pair[1].once("close", () => client.destroyed && pairs.delete(pair));
    client.once("close", () => pair[1].destroyed && pairs.delete(pair));
  });
  const port = await listen(server);
  return {
    port,
    cut() {
      state.isCut = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    heal() {
      state.isCut = false;
      for (const pair of pairs) {
        const isOver = pair.some((socket) => socket.destroyed);
        for (const socket of pair) isOver ? socket.destroy() : socket.resume();
      }
    },
    crossedBytes: () => state.crossedBytes,
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One direction. That a side has closed is a packet, too, and does not cross a cut. */
function pass(from: Socket, to: Socket, state: { isCut: boolean }, onPassed: (bytes: number) => void): void {
  from.on("data", (chunk: Buffer) => {
    onPassed(chunk.length);
    if (!to.write(chunk)) from.pause();
  });
  to.on("drain", () => state.isCut || from.resume());
  from.on("close", () => state.isCut || to.destroy());
  from.on("error", () => from.destroy());
  if (state.isCut) from.pause();
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
