import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { getText } from "./http-get.js";

const opened: { close(): void; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
    server.closeAllConnections?.();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (base: string, changes: object = {}) =>
  getText({ base, path: "/api/v1/info?a=b", timeoutMs: 500, bytesMax: 1000, ...changes });

describe("asking an agent", () => {
  it("gives the body, below the path of a proxy and with the credentials of the address", async () => {
    const seen: (string | undefined)[] = [];
    const base = await serve((request: IncomingMessage, response: ServerResponse) => {
      seen.push(request.url, request.headers.authorization);
      response.end("metrics");
    });
    const withUser = base.replace("http://", "http://me:p%40ss@");
    expect(await get(`${withUser}/netdata/`)).toBe("metrics");
    expect(seen).toEqual(["/netdata/api/v1/info?a=b", `Basic ${Buffer.from("me:p@ss").toString("base64")}`]);
  });

  it("follows no redirect", async () => {
    let asked = 0;
    const elsewhere = await serve((_, response) => {
      asked += 1;
      response.end("secret");
    });
    const base = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
    await expect(get(base)).rejects.toThrow("HTTP 302 (redirects are not followed)");
    expect(asked).toBe(0);
  });

  it("gives up on a body that is too long, before it has come to its end", async () => {
    const base = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(400)), 5);
      response.on("close", () => clearInterval(timer));
    });
    await expect(get(base, { timeoutMs: 5000 })).rejects.toThrow("the answer is longer than 1000 bytes");
  });

  it("gives up on an answer that drips", async () => {
    const base = await serve((_, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    });
    await expect(get(base)).rejects.toThrow("no answer within 500 ms");
  });

  it("says what else is wrong, without the credentials", async () => {
    const silent = await serve(() => {});
    await expect(get(silent)).rejects.toThrow("no answer within 500 ms");
    const broken = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
    });
    await expect(get(broken)).rejects.toThrow(/aborted|ECONNRESET/);
    const nothing = await serve((_, response) => response.writeHead(404).end());
    await expect(get(nothing)).rejects.toThrow(/^HTTP 404$/);
    const noHttp = createSocketServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
    opened.push(noHttp);
    await new Promise<void>((resolve) => noHttp.listen(0, "127.0.0.1", resolve));
    const { port } = noHttp.address() as AddressInfo;
    await expect(get(`http://me:secret@127.0.0.1:${port}`)).rejects.toThrow(/^Parse Error/);
    noHttp.close();
    const refused = get(`http://me:secret@localhost:${port}`);
    await expect(refused).rejects.toThrow("ECONNREFUSED");
    await expect(refused).rejects.not.toThrow("secret");
  });
});
