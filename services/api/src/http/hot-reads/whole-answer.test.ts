import type { RequestListener, Server } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listenHttp, portOf } from "../listeners.js";
import { constantHead, sendWhole } from "./whole-answer.js";

const head = constantHead(["x-one", "1", "X-Two", "two; a=b", "Content-Type", "application/json; charset=utf-8"]);
const further = [
  ["X-Request-Id", "id-1"],
  ["RateLimit", '"native"; r=1; t=2'],
] as const;
const bodies = [
  ...["", "{}", '{"name":"größer € 😀"}', "a".repeat(12_000), "b".repeat(60_000), "ü".repeat(40_000)],
  "c".repeat(300_000),
].map((text) => Buffer.from(text));

/** What became of the answers of a server. */
const events = { whole: [] as string[], plain: [] as string[] };
let whole: Server;
let plain: Server;

/** Answers with the body whose number is the path, by one of both ways. */
function answering(kind: "whole" | "plain", send: (...args: Parameters<typeof sendWhole>) => void): RequestListener {
  return (request, response) => {
    response.on("finish", () => events[kind].push("finish"));
    response.on("close", () => events[kind].push("close"));
    const body = bodies[Number(request.url?.slice(1))];
    if (body !== undefined) setImmediate(() => send(response, head, further, body));
  };
}

beforeAll(async () => {
  const address = { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" };
  whole = await listenHttp({ handle: answering("whole", sendWhole) }, address);
  const byNode: typeof sendWhole = (response, { headers }, more, body) => {
    response.writeHead(200, [...headers, ...more.flat(), "Content-Length", String(body.length)]).end(body);
  };
  plain = await listenHttp({ handle: answering("plain", byNode) }, address);
});

afterAll(() => {
  whole.close();
  plain.close();
});

describe("a whole answer", () => {
  it.each(bodies.map((_, index) => index))("is the bytes that Node would send: body %i", async (index) => {
    const request = `GET /${index} HTTP/1.1\r\nHost: a\r\n\r\n`;
    const sent = await talk(whole, request, 1);
    expect(sent).toBe(await talk(plain, request, 1));
    expect(sent).toContain(`\r\nContent-Length: ${bodies[index]?.length}\r\n`);
    expect(sent.endsWith(`Keep-Alive: timeout=65\r\n\r\n${bodies[index]?.toString("latin1")}`)).toBe(true);
  });

  it.each([
    "GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET /2 HTTP/1.0\r\n\r\n",
    "GET /2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    "GET /6 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  ])("says as Node whether the connection stays: %j", async (request) => {
    expect(await talk(whole, request, 1)).toBe(await talk(plain, request, 1));
  });

  it("comes in the order of the requests, whole to a client that reads late", async () => {
    const paths = fc.array(fc.nat(bodies.length - 2), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(paths, async (asked) => {
        const requests = asked.map((index) => `GET /${index} HTTP/1.1\r\nHost: a\r\n\r\n`).join("");
        const sent = await talk(whole, requests, asked.length, { readsLate: true });
        expect(sent).toBe(await talk(plain, requests, asked.length));
      }),
      { numRuns: 20 },
    );
  });

  it("stays what it was while its client does not read, whatever others are answered", async () => {
    const asked = 250;
    const slow = connect(portOf(whole), "127.0.0.1").setEncoding("latin1").pause();
    let received = "";
    for (let request = 0; request < asked; request += 1) {
      slow.write("GET /4 HTTP/1.1\r\nHost: a\r\n\r\n");
      expect(await talk(whole, "GET /3 HTTP/1.1\r\nHost: a\r\n\r\n", 1)).toMatch(/a{12000}$/);
    }
    // More than the system takes for a client that reads nothing.
    slow.on("data", (chunk: string) => {
      received += chunk;
      if (received.length === asked * (received.indexOf("bbb") + 60_000)) slow.end();
    });
    slow.resume();
    await new Promise((resolve) => slow.once("close", resolve));
    expect(wholeAnswers(received)).toBe(asked);
    expect(received.match(/\r\n\r\nb{60000}/g)).toHaveLength(asked);
  });

  it("ends once, as that of Node does", async () => {
    events.whole.length = 0;
    events.plain.length = 0;
    for (const server of [whole, plain]) {
      await talk(server, "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /6 HTTP/1.1\r\nHost: a\r\n\r\n", 2);
    }
    await expect.poll(() => events.whole).toEqual(["finish", "close", "finish", "close"]);
    expect(events.plain).toEqual(events.whole);
  });

  it("to a client that is gone harms nobody", async () => {
    const socket = connect(portOf(whole), "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write("GET /6 HTTP/1.1\r\nHost: a\r\n\r\n", () => socket.resetAndDestroy());
    await new Promise((resolve) => socket.once("close", resolve));
    expect(await talk(whole, "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n", 1)).toContain("200 OK");
  });
});

/** Sends requests on one connection and answers what comes back until so many answers are there, without their dates. */
function talk(server: Server, requests: string, answers: number, { readsLate = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(portOf(server), "127.0.0.1");
    let received = "";
    socket.setEncoding("latin1");
    if (readsLate) socket.pause();
    socket.write(requests, () => setTimeout(() => socket.resume(), 5));
    socket.on("data", (chunk: string) => {
      received += chunk;
      if (wholeAnswers(received) === answers) socket.end();
    });
    socket.on("close", () => resolve(received.replaceAll(/Date: .{29}\r\n/g, "Date\r\n")));
    socket.on("error", reject);
  });
}

/** How many whole answers these are; -1 when the last one is cut. */
function wholeAnswers(received: string): number {
  let at = 0;
  let count = 0;
  while (at < received.length) {
    const headEnd = received.indexOf("\r\n\r\n", at);
    if (headEnd === -1) return -1;
    at = headEnd + 4 + Number(/Content-Length: (\d+)/.exec(received.slice(at, headEnd))?.[1]);
    count += 1;
  }
  return at === received.length ? count : -1;
}
