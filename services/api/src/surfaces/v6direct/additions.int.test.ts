import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { NodeInfo, RefreshResponse } from "./dto.js";

const K = { "X-API-Key": testKey };

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("router-1");
  await api.report("router-2");
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("what V6Direct's original lacks", () => {
  it("?node= chooses the node on every path; an unknown one is 404", async () => {
    for (const path of ["", "/cpu", "/memory", "/network", "/history", "/node"]) {
      expect((await api.get(`/stats${path}?node=router-2`, K)).status).toBe(200);
      const unknown = await api.get(`/stats${path}?node=nope`, K);
      expect(unknown.status).toBe(404);
      expect(unknown.body).toEqual({ detail: "Node 'nope' not found." });
    }
    expect((await api.get<NodeInfo>("/stats/node?node=router-2", K)).body.hostname).toBe("router-2");
    expect((await api.get<NodeInfo>("/stats/node?node=", K)).body.hostname).toBe("router-1");
    expect((await api.post("/stats/refresh?node=nope", "{}", K)).status).toBe(404);
  });

  it("a refresh of a node without a collector is 503 with the reason", async () => {
    const response = await api.post("/stats/refresh?node=router-2", "{}", K);
    expect(response.status).toBe(503);
    expect(response.body).toEqual({
      detail: "The collector of node 'router-2' does not answer: it is not connected.",
    });
  });

  it("a browser gets a page at /, curl the JSON", async () => {
    const browser = await api.get("/", { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(browser.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(browser.text).toContain('href="/docs"');
    expect((await api.get("/", { Accept: "*/*" })).headers.get("content-type")).toContain("application/json");
  });

  it("a body over 64 KiB is 413", async () => {
    const response = await api.post<RefreshResponse>(
      "/stats/refresh",
      JSON.stringify({ reason: "x".repeat(70_000) }),
      K,
    );
    expect(response.status).toBe(413);
    expect(response.body).toEqual({ detail: "The body may have up to 65536 bytes." });
  });
});
