import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { firstAdministratorLink } from "./first-link.js";

let server: Server | undefined;

afterEach(() => server?.close());

/** An API that answers so, one after the other. */
async function answering(...answers: [status: number, body: object][]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const listening = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers["x-api-key"]}`);
    const [status, body] = answers[Math.min(asked.length, answers.length) - 1] ?? [500, {}];
    const retry = status === 503 ? { "Retry-After": "2" } : {};
    response.writeHead(status, { "Content-Type": "application/json", ...retry }).end(JSON.stringify(body));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, asked };
}

it("asks with the key, again while the configuration is not known", async () => {
  const api = await answering([503, {}], [200, { url: "http://x/account#first-administrator=y" }]);
  expect(await firstAdministratorLink(api.url, "key")).toBe("http://x/account#first-administrator=y");
  expect(api.asked).toEqual(Array.from({ length: 2 }, () => "POST /api/v2/auth/first-administrator/link key"));
});

it("has none when there is a user, and asks once", async () => {
  const api = await answering([409, { code: "conflict" }]);
  expect(await firstAdministratorLink(api.url, "key")).toBeUndefined();
  expect(api.asked).toHaveLength(1);
});

it("has none, at once, when nobody answers", async () => {
  expect(await firstAdministratorLink("http://127.0.0.1:9", "key")).toBeUndefined();
});
