import { once } from "node:events";
import { createServer, connect as openSocket, type Socket } from "node:net";

/** A way to a server that the test can shut: new and open connections end at once. */
export interface Gate {
  port: number;
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

export async function startGate(target: URL): Promise<Gate> {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((inside) => {
    if (!isOpen) {
      inside.destroy();
      return;
    }
    const outside = openSocket(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const shut = () => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    shut,
    open() {
      isOpen = true;
    },
    async close() {
      shut();
      server.close();
      await once(server, "close");
    },
  };
}
