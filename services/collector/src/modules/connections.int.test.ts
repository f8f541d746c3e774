import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openConnections } from "./connections.js";

const sockets: Socket[] = [];
const server = createServer((socket) => sockets.push(socket));
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

it("counts this machine's own sockets", async () => {
  const fixture = fixtureContext("container");
  const connections = openConnections({ ...fixture, host: { ...fixture.host, networkRoot: "/proc/net" } });
  const count = async (state: string) =>
    (await connections.sample(0))?.items.find((item) => item.transport === "tcp" && item.state === state)?.count ?? 0;
  const [listening, established] = [await count("listen"), await count("established")];
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  for (let at = 0; at < 200; at += 1) {
    const socket = connect(address.port, "127.0.0.1");
    sockets.push(socket);
    await once(socket, "connect");
  }
  // Two ends each; others on this machine come and go meanwhile.
  expect(Math.abs((await count("established")) - established - 400)).toBeLessThan(100);
  expect((await count("listen")) - listening).toBeGreaterThan(-20);
});
