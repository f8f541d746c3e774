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

it("takes its time while it is slow, keeps the order, and loses nothing", async () => {
  const echo = createServer((socket) => socket.pipe(socket));
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  closers.push(() => echo.close());
  const network = await openNetwork((echo.address() as { port: number }).port);
  closers.push(() => network.close());
  const { socket, heard } = await client(network.port);
  const sent = "0123456789".repeat(2_000);
  network.slowDown({ latencyMs: 100, bytesPerSecond: 50_000 });
  const startedMs = performance.now();
  for (let at = 0; at < sent.length; at += 1_000) socket.write(sent.slice(at, at + 1_000));
  await expect.poll(() => heard().length, { timeout: 5_000 }).toBe(sent.length);
  // There and back twice 100 ms, and 20 kB at 50 kB/s.
  expect(performance.now() - startedMs).toBeGreaterThan(600);
  expect(heard()).toBe(sent);

  socket.write("under way when it was cut");
  await new Promise((resolve) => setTimeout(resolve, 20));
  network.cut();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(heard()).toBe(sent);
  network.heal();
  await expect.poll(heard).toBe(`${sent}under way when it was cut`);
});
