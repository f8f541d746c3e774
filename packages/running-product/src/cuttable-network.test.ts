import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { openNetwork } from "./cuttable-network.js";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it("passes bytes, holds them while it is cut, and passes them when it is healed", async () => {
  const echo = createServer((socket) => socket.pipe(socket));
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  closers.push(() => echo.close());
  const { port: target } = echo.address() as { port: number };
  const network = await openNetwork(target);
  closers.push(() => network.close());

  const before = await client(network.port);
  before.socket.write("one");
  await expect.poll(() => before.heard()).toBe("one");
  network.cut();
  const during = await client(network.port);
  before.socket.write("two");
  during.socket.write("new");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([before.heard(), during.heard(), network.crossedBytes()]).toEqual(["one", "", 3]);
  network.heal();
  await expect.poll(() => before.heard()).toBe("onetwo");
  await expect.poll(() => during.heard()).toBe("new");
});

async function client(port: number): Promise<{ socket: Socket; heard(): string }> {
  const socket = connect({ port, host: "127.0.0.1" });
  let heard = "";
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
  });
  await once(socket, "connect");
  closers.push(() => socket.destroy());
  return { socket, heard: () => heard };
}
