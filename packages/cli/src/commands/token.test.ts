import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "../testing/call.js";

const served = {
  ...{ id: "t1", label: "CI", display: "sw_abcde...wxyz", access: "read-only", role: "owner", scopes: ["node:read"] },
  ...{ project_ids: null, expires_at: null, uses_max: 5 },
};
const answers: Record<string, object | undefined> = {
  "GET /api/v2/projects?filter=key%3Dshop": { items: [{ id: "p1", key: "shop" }] },
  "GET /api/v2/projects?filter=key%3Dnone": { items: [] },
  "POST /api/v2/tokens": { ...served, token: "sw_secret" },
  "GET /api/v2/tokens?limit=500": { items: [served], next_cursor: null },
  "GET /api/v2/tokens/t1/usage": { use_count: 3, last_used_at: "2026-01-31T12:00:00.000Z" },
  "POST /api/v2/tokens/t1/rotate": { ...served, token: "sw_other" },
  "DELETE /api/v2/tokens/t1": {},
};

let server: Server;
let url: string;
let asked: { what: string; body: unknown; ifMatch: string | undefined }[] = [];

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const what = `${request.method} ${request.url}`;
    asked.push({ what, body: text === "" ? undefined : JSON.parse(text), ifMatch: request.headers["if-match"] });
    response.writeHead(answers[what] === undefined ? 404 : 200, { "Content-Type": "application/json" });
    response.end(JSON.stringify(answers[what] ?? { detail: "there is no such thing" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());

const token = (...words: string[]) => call(["token", ...words, "--url", url], { API_KEY: "key" });

describe("token create", () => {
  it("asks for what its options say, and prints the token alone", async () => {
    const options = ["--scope", "node:read", "--project", "shop", "--expires-in", "30d", "--uses", "5"];
    const { code, printed, told } = await token("create", "CI", ...options);
    expect([code, printed, told]).toEqual([0, "sw_secret", "token t1; it is not shown again"]);
    const [, made] = asked;
    const { expires_at: expiresAt, ...body } = (made?.body ?? {}) as { expires_at: string };
    expect([made?.what, body]).toEqual([
      "POST /api/v2/tokens",
      {
        ...{ label: "CI", access: "read-only", scopes: ["node:read"], project_ids: ["p1"], uses_max: 5 },
        format: "statwire",
      },
    ]);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
  });

  it.each([
    [["create"], 2, "LABEL is required"],
    [["create", "CI", "--format", "odd"], 2, "--format: expected one of"],
    [["create", "CI", "--expires-in", "soon"], 2, "--expires-in: expected 15m"],
    [["create", "CI", "--uses", "0"], 2, "--uses: expected a whole number"],
    [["create", "CI", "--project", "none"], 1, 'there is no project "none"'],
    [["rotate", "t1", "--overlap", "8d"], 2, "--overlap: at most 7d"],
    [["revoke", "t2"], 1, "there is no such thing"],
  ])("%j says what is wrong", async (words, code, message) => {
    expect(await token(...words)).toMatchObject({ code, told: expect.stringContaining(message) });
  });
});

it("token list says what each may do and how often it was used", async () => {
  const { printed } = await token("list");
  expect(printed.split("\n")[1]?.split(/ {2,}/)).toEqual([
    ...["t1", "CI", "sw_abcde...wxyz", "read-only", "owner", "node:read", "all", "never", "3 of 5"],
    "2026-01-31T12:00:00.000Z",
  ]);
  const json = JSON.parse((await token("list", "--json")).printed) as object[];
  expect(json).toEqual([{ ...served, use_count: 3, last_used_at: "2026-01-31T12:00:00.000Z" }]);
});

it("token rotate prints the new one alone", async () => {
  expect(await token("rotate", "t1", "--overlap", "1h")).toMatchObject({ code: 0, printed: "sw_other" });
  expect(asked[0]?.body).toEqual({ overlap_seconds: 3_600 });
});

it("token revoke ends it whatever its revision is", async () => {
  expect(await token("revoke", "t1")).toMatchObject({ code: 0, printed: "t1 is revoked" });
  expect(asked[0]?.ifMatch).toBe("*");
});
