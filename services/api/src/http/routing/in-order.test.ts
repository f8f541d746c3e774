import type { Request, RequestHandler, Response } from "express";
import { describe, expect, it } from "vitest";
import { inOrder } from "./in-order.js";

/** What the handlers did, and what came after them. */
function run(...handlers: RequestHandler[]): Promise<unknown> {
  return new Promise((resolve) => {
    inOrder(handlers)({} as Request, {} as Response, (error?: unknown) => resolve(error ?? "next"));
  });
}

const failure = new Error("as tested");
const unreachable: RequestHandler = () => {
  throw new Error("must not run");
};

describe("handlers in order", () => {
  it("run one after the other, and then what comes after them", async () => {
    const ran: string[] = [];
    const first: RequestHandler = (_request, _response, next) => {
      ran.push("first");
      setImmediate(next);
    };
    const second: RequestHandler = async (_request, _response, next) => {
      ran.push("second");
      next();
    };
    expect(await run(first, second)).toBe("next");
    expect(ran).toEqual(["first", "second"]);
    expect(await run()).toBe("next");
  });

  it.each<[string, RequestHandler]>([
    ["handed to next", (_request, _response, next) => next(failure)],
    [
      "thrown",
      () => {
        throw failure;
      },
    ],
    ["rejected", () => Promise.reject(failure)],
  ])("end with what is %s", async (_how, fail) => {
    expect(await run((_request, _response, next) => next(), fail, unreachable)).toBe(failure);
  });

  it("end with an error where a handler is rejected with nothing", async () => {
    expect(await run(() => Promise.reject(undefined), unreachable)).toBeInstanceOf(Error);
  });

  it("end without what comes after them where one of them answers", async () => {
    const answered = await new Promise((resolve) => {
      const answer: RequestHandler = () => void setImmediate(resolve, "answered");
      inOrder([answer, unreachable])({} as Request, {} as Response, () => resolve("next"));
    });
    expect(answered).toBe("answered");
  });
});
