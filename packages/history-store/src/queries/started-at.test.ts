import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { connectHistory } from "../connect.js";
import { startedAtMs } from "./started-at.js";

it("gives up a server that accepts and says nothing, as one that is stopped does", async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => void sockets.push(socket.resume()));
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const history = connectHistory({ url: `http://127.0.0.1:${port}`, database: "d", username: "u", password: "" });
  onTestFinished(async () => {
    await history.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  await expect(startedAtMs(history, 100)).rejects.toThrow(/abort/i);
  // Not kept for the next question, which would wait behind it.
  await expect.poll(() => sockets.every((socket) => socket.readableEnded || socket.destroyed)).toBe(true);
});
