import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { call } from "../testing/call.js";

let server: Server;
let url: string;
const asked: unknown[] = [];

beforeEach(async () => {
  server = createServer((request, response) => {
    const key = request.headers["x-api-key"];
    asked.push([request.method, request.url]);
    const link = { url: "http://x/account#first-administrator=y", token: "y", expires_at: "2026-01-31T12:00:00.000Z" };
    response.writeHead(key === "right" ? 200 : 401, { "Content-Type": "application/json" });
    response.end(JSON.stringify(key === "right" ? link : { detail: "The key is not valid." }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());

it("prints the link that the API gives to the installation's key", async () => {
  const { code, printed } = await call(["user", "first-link", "--url", url], { API_KEY: "right" });
  expect([code, printed]).toEqual([0, "http://x/account#first-administrator=y"]);
  expect(asked).toEqual([["POST", "/api/v2/auth/first-administrator/link"]]);
});

it("says why there is none", async () => {
  const wrong = await call(["user", "first-link", "--url", url], { API_KEY: "wrong" });
  expect([wrong.code, wrong.told]).toEqual([1, expect.stringContaining("link: The key is not valid.")]);
  const away = await call(["user", "first-link", "--url", "http://127.0.0.1:9"], { API_KEY: "right" });
  expect([away.code, away.told]).toEqual([1, expect.stringContaining("does not answer")]);
  const none = await call(["user", "first-link"], { STATWIRE_DATA_DIR: "/nowhere" });
  expect([none.code, none.told]).toEqual([1, expect.stringContaining("/nowhere/secrets/api-key is not there")]);
});
