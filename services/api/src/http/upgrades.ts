import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/** A path that speaks WebSocket. */
export interface UpgradeRoute {
  path: string;
  /** Takes the connection over, or refuses it with `refuseUpgrade`. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says goodbye to its clients. */
  close(): void;
}

const reasons: Record<401 | 404 | 503, string> = {
  401: "Unauthorized",
  404: "Not Found",
  503: "Service Unavailable",
};

/** Hands WebSocket handshakes of the listeners to the route of their path; refuses those of no route. */
export function serveUpgrades(servers: readonly Server[], routes: readonly UpgradeRoute[]): void {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  for (const server of servers) {
    server.on("upgrade", (request, socket, head) => {
      // A connection that breaks before it is taken over is nobody's failure.
      socket.on("error", () => socket.destroy());
      const route = byPath.get((request.url ?? "").split("?", 1)[0] ?? "");
      if (route === undefined) return refuseUpgrade(socket, 404, { detail: "Not Found" });
      route.accept(request, socket, head);
    });
  }
}

/** Answers a handshake with an error and closes the connection. */
export function refuseUpgrade(socket: Duplex, status: 401 | 404 | 503, body: object): void {
  const text = JSON.stringify(body);
  // Node has let go of it, with all limits on time: a client that never ends its own half would keep it for ever.
  socket.once("finish", () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status} ${reasons[status]}`,
      "Connection: close",
      "Content-Type: application/json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(text)}`,
      "",
      text,
    ].join("\r\n"),
  );
}
