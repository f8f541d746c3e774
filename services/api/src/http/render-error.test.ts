import { createLogger } from "@statwire/runtime";
import express from "express";
import { expect, it } from "vitest";
import { Answer } from "./answer.js";
import { listenHttp, portOf } from "./listeners.js";
import { renderErrors } from "./render-error.js";
import { requestIds } from "./request-id.js";

it.each([
  ["/metrics", { detail: "Internal server error", type: "server_error" }],
  ["/scheduler/status", { detail: "Internal server error", type: "server_error" }],
  ["/stats", { detail: expect.stringContaining("could not be answered") }],
  ["/api/projects", { error: expect.stringContaining("could not be answered") }],
  ["/api/v2/nodes", expect.objectContaining({ code: "internal-error", request_id: "id-1" })],
])("a failure of ours at %s has the shape of its surface, and says nothing of the inside", async (path, body) => {
  const lines: string[] = [];
  const log = createLogger({ service: "api", level: "error" }, { write: (line) => void lines.push(line) });
  const app = express();
  app.use(
    requestIds(() => "id-1"),
    () => {
      throw new Error("secret of the inside");
    },
    renderErrors(log),
  );
  const server = await listenHttp({ handle: app }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  const response = await fetch(`http://127.0.0.1:${portOf(server)}${path}`, { headers: { Connection: "close" } });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual(body);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ msg: "request failed", path, requestId: "id-1" }),
  ]);
  server.closeAllConnections();
  server.close();
});

it("an answer that cannot be written becomes a failure of ours, and no page of Express", async () => {
  const lines: string[] = [];
  const log = createLogger({ service: "api", level: "error" }, { write: (line) => void lines.push(line) });
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const app = express();
  app.use(
    requestIds(() => "id-1"),
    () => {
      throw new Answer(422, circular);
    },
    renderErrors(log),
  );
  const server = await listenHttp({ handle: app }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  const response = await fetch(`http://127.0.0.1:${portOf(server)}/stats`, { headers: { Connection: "close" } });
  expect([response.status, await response.json()]).toEqual([500, { detail: expect.stringContaining("request_id") }]);
  expect(lines).toHaveLength(1);
  server.closeAllConnections();
  server.close();
});
