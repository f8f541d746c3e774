import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Request, RequestHandler, Response } from "express";
import { describe, expect, it } from "vitest";
import { inOrder } from "./routing/in-order.js";
import { securityHeaders, workedOut } from "./security-headers.js";

interface Asked {
  method: string;
  path: string;
  origin?: string;
}

/** What is put on an answer, by name, and whether it goes on from there. */
function answered(handler: RequestHandler, { method, path, origin }: Asked): unknown {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, path });
  if (origin !== undefined) request.headers.origin = origin;
  const response = new ServerResponse(request);
  let goesOn = false;
  handler(request as unknown as Request, response as unknown as Response, () => {
    goesOn = true;
  });
  return { goesOn, status: response.statusCode, headers: response.getHeaders() };
}

const paths = [
  "/stats",
  "/metrics",
  "/api/v2/nodes",
  "/api/v1/tags",
  "/api/projects",
  "/api/v1/server/list",
  "/docs",
  "/x",
];
const methods = ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"];
const page = "https://pages.example";

describe("headers that were worked out before", () => {
  it.each([[["*"]], [[page]], [[]]])("are those of each request where DashPad's pages are of %j", (dashPadOrigins) => {
    const [before, each] = [securityHeaders(dashPadOrigins), inOrder(workedOut(dashPadOrigins))];
    for (const path of [...paths, ...paths]) {
      for (const method of methods) {
        for (const origin of [{}, { origin: page }, { origin: "https://others.example" }]) {
          const asked = { method, path, ...origin };
          expect({ asked, ...Object(answered(before, asked)) }).toEqual({ asked, ...Object(answered(each, asked)) });
        }
      }
    }
  });

  it("keep browsers from doing what this API never needs", () => {
    expect(answered(securityHeaders(["*"]), { method: "GET", path: "/stats" })).toMatchObject({
      goesOn: true,
      headers: {
        "access-control-allow-origin": "*",
        "cache-control": "no-store",
        "content-security-policy": expect.stringContaining("default-src 'none'"),
        "x-content-type-options": "nosniff",
      },
    });
  });
});
