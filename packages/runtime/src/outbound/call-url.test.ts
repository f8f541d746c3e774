import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseNetwork } from "./address.js";
import { callUrl, type OutboundCall, type OutboundDeps } from "./call-url.js";

/** Stands for the internet: a loopback address that the policy of these tests has opened. */
const outside = "127.0.0.2";
const open = parseNetwork(outside);

let site: Server;
let inner: Server;
let innerCalls: string[] = [];
let siteCalls: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = [];

beforeAll(async () => {
  site = await listen(outside, answerAsSite);
  inner = await listen("127.0.0.1", (request, response) => {
    innerCalls.push(request.url ?? "");
    response.end("secret of the inside");
  });
});

afterAll(() => {
  for (const server of [site, inner]) {
    server.closeAllConnections();
    server.close();
  }
});

describe("a call of a URL that a user named", () => {
  it("is answered with status, headers and body", async () => {
    const result = await call({ url: `${siteUrl()}/echo`, method: "POST", body: Buffer.from("hello") });
    expect(result).toMatchObject({ ok: true, status: 200, headers: { "x-site": "yes" } });
    expect(result.ok && result.body.toString()).toBe("hello");
  });

  it.each([
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "0",
    "localhost",
  ])("does not reach us as %s", async (host) => {
    innerCalls = [];
    const result = await call({ url: `http://${host}:${portOf(inner)}/` }, { resolve: async () => ["127.0.0.1"] });
    expect(result).toMatchObject({ ok: false, code: "denied" });
    expect(innerCalls).toEqual([]);
  });

  it.each([
    "file:///etc/passwd",
    "gopher://127.0.0.2/",
    "http://user:word@127.0.0.2/",
    "//127.0.0.2/",
    "http://",
    "data:,x",
  ])("%s is not called", async (url) => expect(await call({ url })).toMatchObject({ ok: false, code: "invalid-url" }));

  it("is denied when one of many addresses of a name is inside", async () => {
    const resolve = async () => [outside, "10.0.0.1"];
    expect(await call({ url: `http://many.test:${portOf(site)}/` }, { resolve })).toMatchObject({
      code: "denied",
      reason: "the address may not be called (private)",
    });
  });

  it("goes to the address that was judged, though the name means another one a moment later", async () => {
    innerCalls = [];
    const answers = [[outside], ["127.0.0.1"], ["127.0.0.1"]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    const url = `http://changing.test:${portOf(site)}/echo`;
    expect(await call({ url }, { resolve })).toMatchObject({ ok: true, status: 200 });
    expect(asked).toBe(1);
    expect(siteCalls.at(-1)?.headers.host).toBe(`changing.test:${portOf(site)}`);
    expect(await call({ url }, { resolve })).toMatchObject({ ok: false, code: "denied" });
    expect(innerCalls).toEqual([]);
  });

  it("does not reach our own servers where their network is open", async () => {
    const policy = { ...policyOf(), ownServers: [{ address: outside, port: portOf(site) }] };
    expect(await call({ url: `${siteUrl()}/echo` }, { policy })).toMatchObject({
      reason: "the address may not be called (own-server)",
    });
  });

  it.each([
    ["a name without addresses", async () => []],
    ["a resolver that fails", () => Promise.reject(new Error("SERVFAIL at 10.0.0.53"))],
  ])("%s is unresolved", async (_name, resolve: () => Promise<string[]>) => {
    expect(await call({ url: "http://nowhere.test/" }, { resolve })).toEqual({
      ok: false,
      code: "unresolved",
      reason: "the name has no address",
    });
  });
});

describe("headers that a user named", () => {
  it.each<[string, string]>([
    ["X-A", "a\r\nX-B: b"],
    ["X-A", "\0"],
    ["X-A", "\u{1f4a5}"],
    ["X A", "a"],
    ["", "a"],
  ])("%j: %j is refused", async (name, value) => {
    expect(await call({ url: `${siteUrl()}/echo`, headers: { [name]: value } })).toMatchObject({
      code: "invalid-header",
    });
  });

  it("do not say to whom a request goes, nor where it ends", async () => {
    const headers = { Host: "inside.test", "Transfer-Encoding": "chunked", "Content-Length": "1", "X-Kept": "yes" };
    siteCalls = [];
    await call({ url: `${siteUrl()}/echo`, method: "POST", headers, body: Buffer.from("hello") });
    expect(siteCalls).toMatchObject([
      { body: "hello", headers: { "x-kept": "yes", host: `${outside}:${portOf(site)}` } },
    ]);
  });
});

describe("a redirect", () => {
  it.each(["127.0.0.1", "localhost", "[::1]", "169.254.169.254"])("to %s is judged like a first call", async (host) => {
    innerCalls = [];
    const target = encodeURIComponent(`http://${host}:${portOf(inner)}/`);
    const result = await call({ url: `${siteUrl()}/to/${target}` }, { resolve: async () => ["127.0.0.1"] });
    expect(result).toMatchObject({ ok: false, code: "denied" });
    expect(innerCalls).toEqual([]);
  });

  it("to a name is resolved anew, and that answer is judged", async () => {
    innerCalls = [];
    const target = encodeURIComponent(`http://same.test:${portOf(inner)}/`);
    const answers = [[outside], ["127.0.0.1"]];
    const resolve = async () => answers.shift() ?? [];
    const result = await call({ url: `http://same.test:${portOf(site)}/to/${target}` }, { resolve });
    expect([result.ok, innerCalls]).toEqual([false, []]);
  });

  it("is followed a few times, and no more", async () => {
    expect(await call({ url: `${siteUrl()}/hops/3` })).toMatchObject({ ok: true, url: `${siteUrl()}/hops/0` });
    expect(await call({ url: `${siteUrl()}/hops/4` })).toMatchObject({ ok: false, code: "too-many-redirects" });
  });

  it("to another host carries no credentials, and a POST becomes a GET where HTTP says so", async () => {
    const headers = {
      Authorization: "Bearer secret",
      Cookie: "a=secret",
      "X-API-Key": "secret",
      "Content-Type": "text/plain",
    };
    const target = encodeURIComponent(`http://other.test:${portOf(site)}/echo`);
    const post = { method: "POST", headers, body: Buffer.from("hello") } as const;
    siteCalls = [];
    await call({ ...post, url: `${siteUrl()}/to/${target}` }, { resolve: async () => [outside] });
    expect(siteCalls.map(({ method, body }) => [method, body])).toEqual([
      ["POST", "hello"],
      ["GET", ""],
    ]);
    expect(JSON.stringify(siteCalls[1])).not.toContain("secret");
    siteCalls = [];
    await call({ ...post, url: `${siteUrl()}/keep/${target}` }, { resolve: async () => [outside] });
    expect([siteCalls[1]?.method, siteCalls[1]?.body]).toEqual(["POST", "hello"]);
    expect(JSON.stringify(siteCalls[1])).not.toContain("secret");
  });
});

describe("the limits of a call", () => {
  it("an endless answer ends at its size", async () => {
    expect(await call({ url: `${siteUrl()}/endless` })).toMatchObject({ ok: false, code: "too-large" });
  });

  it.each(["/silent", "/dripping"])("%s ends at its time", async (path) => {
    const limits = { timeMs: 300, bytesMax: 10_000, redirectsMax: 3 };
    expect(await call({ url: siteUrl() + path }, { limits })).toMatchObject({ ok: false, code: "timeout" });
  });

  it("what is no answer ends at once", async () => {
    expect(await call({ url: `${siteUrl()}/other-protocol` })).toMatchObject({ ok: false, code: "unreachable" });
    expect(await call({ url: `${siteUrl()}/hang-up` })).toMatchObject({ ok: false, code: "unreachable" });
  });

  it("so does a resolver that never answers", async () => {
    const limits = { timeMs: 100, bytesMax: 10_000, redirectsMax: 3 };
    const resolve = () => new Promise<string[]>(() => {});
    expect(await call({ url: "http://slow.test/" }, { limits, resolve })).toMatchObject({ code: "timeout" });
  });
});

function call(given: Partial<OutboundCall> & { url: string }, more: Partial<OutboundDeps> = {}) {
  const limits = { timeMs: 10_000, bytesMax: 10_000, redirectsMax: 3 };
  const deps: OutboundDeps = { policy: policyOf(), limits, resolve: async () => [], ...more };
  return callUrl(deps, { method: "GET", headers: {}, ...given });
}

function policyOf(): OutboundDeps["policy"] {
  return { privateAllowed: false, allowed: open === undefined ? [] : [open], ownServers: [] };
}

const answerAsSite: RequestListener = (request, response) => {
  const [, kind, rest = ""] = (request.url ?? "").split("/");
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString();
    siteCalls.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
    response.setHeader("X-Site", "yes");
    if (kind === "to") response.writeHead(302, { Location: decodeURIComponent(rest) }).end();
    else if (kind === "keep") response.writeHead(307, { Location: decodeURIComponent(rest) }).end();
    else if (kind === "hops" && rest !== "0") response.writeHead(301, { Location: `/hops/${Number(rest) - 1}` }).end();
    else if (kind === "other-protocol")
      request.socket.end("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
    else if (kind === "hang-up") request.socket.destroy();
    else if (kind === "dripping") response.write("a");
    else if (kind === "endless") response.end(Buffer.alloc(1_000_000));
    else if (kind !== "silent") response.end(body);
  });
};

function siteUrl(): string {
  return `http://${outside}:${portOf(site)}`;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(host: string, handler: RequestListener): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve) => server.listen(0, host, () => resolve(server)));
}
