import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { Answer } from "../answer.js";
import { apiKeyCheck } from "../api-key.js";
import type { Caller } from "../authentication.js";
import { ProblemError } from "../problem.js";
import { authenticated } from "./authenticated.js";

const key = "the-key";
const read = ["node:read"];
/** A token's text, for which it is not known whether it is good. */
const token = `sw_${"A".repeat(43)}`;

interface Outcome {
  next: unknown[][];
  user?: Caller | undefined;
}

/** What becomes of a request with these headers; a rejection is what a router hands to its errors. */
async function run(
  security: Record<string, string[]>[],
  headers: Record<string, string>,
  { isAnswered = false } = {},
): Promise<Outcome> {
  const tokens = { control: () => undefined, uses: undefined, now: () => 0 };
  const context = { checkApiKey: apiKeyCheck(key), workspace: "default", tokens, keyInQuery: true };
  const request = {
    ...{ method: "GET", path: "/", query: {}, app: { locals: { statwire: context } } },
    get: (name: string) => headers[name],
  } as unknown as Request & { user?: Caller };
  const next: unknown[][] = [];
  const response = { writableEnded: isAnswered } as Response;
  await authenticated(security)(request, response, (...said: unknown[]) => void next.push(said));
  return { next, user: request.user };
}

const failureOf = (security: Record<string, string[]>[], headers: Record<string, string>) =>
  run(security, headers).then(
    () => undefined,
    (error: unknown) => error,
  );

const native: Record<string, string[]>[] = [{ ApiKey: read }, { Bearer: read }, { Session: read }];
const dashPad: Record<string, string[]>[] = [{ DashPadKey: read }, { BearerAuth: read }, { APIKeyQuery: read }];

describe("who has what one of the schemes asks for", () => {
  it.each([
    [[{ APIKeyHeader: read }], { "x-api-key": key }],
    [native, { "x-api-key": key }],
    [native, { authorization: `Bearer ${key}` }],
    [native, { "x-api-key": "wrong", authorization: `Bearer ${key}` }],
    [dashPad, { "x-api-key": key, authorization: "Bearer wrong" }],
    [[{ NezhaToken: read }], { authorization: key }],
    // Which tokens are good is not known now, which does not matter to who has the key.
    [native, { "x-api-key": token, authorization: `Bearer ${key}` }],
  ])("is let through once, and noted: %j %j", async (security, headers) => {
    const { next, user } = await run(security as Record<string, string[]>[], headers);
    expect(next).toEqual([[]]);
    expect(user).toMatchObject({ limitKey: "api-key", principal: { isAdministrator: true } });
  });

  it("goes no further where it is answered already", async () => {
    expect((await run(native, { "x-api-key": key }, { isAnswered: true })).next).toEqual([]);
  });
});

describe("whoever has not", () => {
  it.each([
    [[{ APIKeyHeader: read }], {}, 403, undefined],
    [[{ APIKeyHeader: read }], { "x-api-key": "wrong" }, 403, undefined],
    [dashPad, {}, 401, undefined],
    [dashPad, { "x-api-key": "wrong", authorization: "Bearer wrong" }, 401, undefined],
    [[{ NezhaToken: read }], { authorization: `Bearer ${key}` }, 200, 403],
  ])("gets the answer of the surface: %j %j", async (security, headers, status, code) => {
    const failure = await failureOf(security as Record<string, string[]>[], headers);
    expect(failure).toBeInstanceOf(Answer);
    const { status: answered, body } = failure as Answer;
    expect([answered, (body as { code?: number }).code]).toEqual([status, code]);
  });

  it("gets a problem at Statwire's own paths, in other words where a credential was sent", async () => {
    const [missing, wrong] = [await failureOf(native, {}), await failureOf(native, { "x-api-key": "wrong" })];
    for (const one of [missing, wrong]) expect(one).toMatchObject({ code: "unauthorized", status: 401 });
    expect((missing as ProblemError).message).toMatch(/^Send the API key/);
    expect((wrong as ProblemError).message).toMatch(/is not valid/);
  });

  it("is told what is said of a credential rather than that another is missing or wrong", async () => {
    for (const security of [native, [...native].reverse(), dashPad]) {
      const failure = await failureOf(security, { "x-api-key": token, authorization: "Bearer wrong" });
      expect(failure).toBeInstanceOf(ProblemError);
      expect(failure).toMatchObject({ code: "unavailable" });
    }
  });
});

it("a scheme or a need that does not exist, and two schemes at once, end the start", () => {
  expect(() => authenticated([{ Nothing: read }])).toThrow("unknown security scheme Nothing");
  expect(() => authenticated([{ toString: read }])).toThrow("unknown security scheme toString");
  expect(() => authenticated([{ ApiKey: [] }])).toThrow("does not say what it needs");
  expect(() => authenticated([{ ApiKey: ["node:fly"] }])).toThrow("does not say what it needs");
  expect(() => authenticated([{ ApiKey: read, Bearer: read }])).toThrow("together with another scheme");
});
