import { connect, type Socket } from "node:net";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { listenHttp, portOf } from "./listeners.js";
import { ownMessages } from "./messages.js";
import { refuseUpgrade, serveUpgrades } from "./upgrades.js";

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe("a request that offers another protocol than WebSocket", () => {
  it.each(["h2c", "TLS/1.0", "h2c, IRC/6.9"])("is answered as one that offers %s not at all", async (protocol) => {
    const { port } = await serve();
    const offer = `Upgrade: ${protocol}\r\nConnection: Upgrade, HTTP2-Settings, close\r\nHTTP2-Settings: AAMAAABk\r\n`;
    const { answer } = open(port, `POST /echo HTTP/1.1\r\nHost: a\r\n${offer}Content-Length: 5\r\n\r\nhello`);
    const [head = "", body] = (await answer).split("\r\n\r\n");
    expect([head.split("\r\n")[0], body]).toEqual(["HTTP/1.1 200 OK", "POST /echo hello"]);
  });

  it("leaves the connection to the requests after it", async () => {
    const { port } = await serve();
    const { answer, socket } = open(
      port,
      "GET /one HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
    );
    // Who offers a protocol cannot know before the answer which one the connection has.
    socket.once("data", () => socket.write("GET /two HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
    expect((await answer).match(/GET \/\w+/g)).toEqual(["GET /one", "GET /two"]);
  });
});

describe("a WebSocket handshake", () => {
  it.each(["websocket", "WebSocket", "h2c, websocket"])(
    "that offers %s is handed to the route of its path",
    async (protocol) => {
      const { port } = await serve();
      const { answer } = open(port, handshake("/ws", protocol));
      expect((await answer).split("\r\n")[0]).toBe("HTTP/1.1 401 Unauthorized");
    },
  );

  it("that is refused has no connection afterwards, whatever its client does", async () => {
    const { port, connections } = await serve();
    const { answer, socket } = open(port, handshake("/nowhere", "websocket"));
    expect((await answer).split("\r\n")[0]).toBe("HTTP/1.1 404 Not Found");
    await expect.poll(connections).toBe(0);
    expect(socket.writableEnded).toBe(false);
  });
});

/** An application that tells what it is asked; its one path for WebSockets refuses everybody. */
async function serve() {
  const app = express();
  app.use(express.text({ type: () => true }), ({ method, path, body }, response) => {
    response.send(`${method} ${path} ${body ?? ""}`);
  });
  const messages = ownMessages(app);
  const address = { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" };
  const server = await listenHttp({ handle: app, messages }, address);
  closers.push(() => server.close());
  serveUpgrades([server], [{ path: "/ws", accept: (_, socket) => refuseUpgrade(socket, 401, {}), close: () => {} }]);
  const connections = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  return { port: portOf(server), connections };
}

function handshake(path: string, protocol: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: a\r\nUpgrade: ${protocol}\r\nConnection: Upgrade\r\n\r\n`;
}

/** Sends a text, and reads until the server has ended; the client itself never ends. */
function open(port: number, text: string): { socket: Socket; answer: Promise<string> } {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  closers.push(() => socket.destroy());
  socket.write(text);
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    answer += part;
  });
  return { socket, answer: new Promise((resolve) => socket.on("end", () => resolve(answer))) };
}
