import type { Server } from "node:http";
import express, { type Response } from "express";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenHttp, portOf } from "../listeners.js";
import { sendJson } from "./send-json.js";

interface Said {
  status: number;
  value: unknown;
  type?: string;
}

let said: Said = { status: 200, value: {} };
let server: Server;
let url: string;

beforeAll(async () => {
  const app = express();
  app.set("etag", false);
  const answer = (send: (response: Response) => void) => (_request: unknown, response: Response) => {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("ETag", '"7"');
    if (said.type !== undefined) response.setHeader("Content-Type", said.type);
    send(response);
  };
  app.all(
    "/express",
    answer((response) => response.status(said.status).json(said.value)),
  );
  app.all(
    "/ours",
    answer((response) => sendJson(response, said.status, said.value)),
  );
  server = await listenHttp({ handle: app }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  url = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => server.close());

async function ask(path: string, init: RequestInit) {
  const response = await fetch(url + path, init);
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers, bytes: Buffer.from(await response.arrayBuffer()).toString("hex") };
}

/** What both answer. */
async function expectSame(what: Said, init: RequestInit = {}) {
  said = what;
  const ours = await ask("/ours", init);
  expect(ours).toEqual(await ask("/express", init));
  return ours;
}

it("any value is answered as Express does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ noUnicodeString: false }), async (value) => {
      const { bytes } = await expectSame({ status: 200, value });
      expect(Buffer.from(bytes, "hex").toString()).toBe(JSON.stringify(value));
    }),
    { numRuns: 60 },
  );
});

it.each<[string, Said, RequestInit, number]>([
  ["HEAD", { status: 200, value: { a: "ä" } }, { method: "HEAD" }, 200],
  ["another status", { status: 201, value: { a: 1 } }, {}, 201],
  ["a status without a body", { status: 204, value: { a: 1 } }, {}, 204],
  ["a type that is set", { status: 200, value: { a: 1 }, type: "application/problem+json" }, {}, 200],
  // Of itself `fetch` asks for no cached answer when there is a condition.
  [
    "what the client has",
    { status: 200, value: { a: 1 } },
    { headers: { "If-None-Match": '"7"', "Cache-Control": "max-age=0" } },
    304,
  ],
  ["what has changed", { status: 200, value: { a: 1 } }, { headers: { "If-None-Match": '"6"' } }, 200],
  ["a date", { status: 200, value: { a: 1 } }, { headers: { "If-Modified-Since": new Date(0).toUTCString() } }, 200],
  ["much", { status: 200, value: "é".repeat(100_000) }, {}, 200],
])("%s is answered as Express does", async (_name, what, init, status) => {
  expect((await expectSame(what, init)).status).toBe(status);
});
