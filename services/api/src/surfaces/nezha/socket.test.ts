import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createLogger } from "@statwire/runtime";
import { afterEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { drain } from "../../http/drain.js";
import { serveUpgrades } from "../../http/upgrades.js";
import { nezhaSocket } from "./socket.js";

const clients: WebSocket[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.terminate();
});

it("takes no clients while the service stops", async () => {
  const { server, socket, url } = await serve();
  socket.close();
  expect(await opening(url)).toBe(503);
  expect(await drained(server)).toBe("drained");
});

it("takes no client whose token is looked up while the service begins to stop", async () => {
  const { server, socket, url } = await serve({ whenAsked: () => socket.close() });
  expect(await opening(url)).toBe(503);
  expect(await drained(server)).toBe("drained");
});

it("cuts clients that do not answer its goodbye", async () => {
  const { server, socket, url } = await serve();
  expect(await opening(url)).toBe(101);
  // What it reads no more it does not answer.
  clients[0]?.pause();
  socket.close();
  expect(await drained(server)).toBe("drained");
});

async function serve({ whenAsked = () => {} } = {}) {
  const server = createServer();
  const socket = nezhaSocket({
    numbered: { list: async () => [], numberOf: () => undefined },
    controlPlane: () => undefined,
    credentials: {
      checkApiKey: () => {
        whenAsked();
        return true;
      },
      workspace: "default",
      tokens: {} as never,
    },
    guestView: false,
    clientsMax: 10,
    now: Date.now,
    log: createLogger({ service: "test", level: "silent" }),
  });
  serveUpgrades([server], [socket]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, socket, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws` };
}

/** The status that a handshake is answered with. */
function opening(url: string): Promise<number | undefined> {
  const client = new WebSocket(url, { headers: { Authorization: "key" } });
  clients.push(client);
  client.on("error", () => undefined);
  return new Promise((resolve) => {
    client.on("open", () => resolve(101));
    client.on("unexpected-response", (_request, response) => resolve(response.statusCode));
  });
}

/** What the listeners of a service that stops are given 10 s for. */
async function drained(server: Server): Promise<string> {
  const ended = drain([server], { delayMs: 0, timeoutMs: 0, sleep: async () => undefined }).then(() => "drained");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("still open"), 4_000);
  });
  return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
