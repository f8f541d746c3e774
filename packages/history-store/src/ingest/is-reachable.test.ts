import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { connectHistory } from "../connect.js";
import { isReachable } from "./is-reachable.js";

it("tells a server that listens from one that does not", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const history = connectHistory({ url: `http://127.0.0.1:${port}`, database: "d", username: "u", password: "" });
  expect(await isReachable(history, 5_000)).toBe(true);
  server.close();
  await once(server, "close");
  expect(await isReachable(history, 5_000)).toBe(false);
  await history.close();
});
