import { connect } from "node:net";
import { expect, it } from "vitest";
import { listenHttp, portOf } from "./listeners.js";

it("an answer that its client does not read is given up", async () => {
  const closed: string[] = [];
  const server = await listenHttp(
    {
      handle: (request, response) => {
        response.on("close", () => closed.push(request.url ?? ""));
        response.end(Buffer.alloc(64 * 1024 ** 2));
      },
    },
    { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" },
  );
  expect(server.timeout).toBe(180_000);
  server.timeout = 50;
  const client = connect({ port: portOf(server), host: "127.0.0.1" }).on("error", () => undefined);
  client.pause().write("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
  await expect.poll(() => closed).toEqual(["/large"]);
  client.destroy();
  server.close();
});
