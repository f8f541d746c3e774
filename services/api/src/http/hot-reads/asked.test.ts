import type { IncomingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { askedOf } from "./asked.js";

const headers = { "x-api-key": "key", host: "here", "user-agent": "test" };

function ask(url: string, given: IncomingHttpHeaders = headers, method = "GET", socket = new Socket()) {
  return askedOf({ method, url, headers: given, socket });
}

it.each([
  ["/stats", { hotPath: "/stats", path: "/stats" }],
  ["/stats?node=web-1.example", { hotPath: "/stats", path: "/stats", node: "web-1.example" }],
  ["/stats/cpu", { hotPath: "/stats/cpu", path: "/stats/cpu" }],
  ["/stats/memory?node=a", { hotPath: "/stats/memory", path: "/stats/memory", node: "a" }],
  ["/status", { hotPath: "/status", path: "/status" }],
  ["/metrics/cpu_usage", { hotPath: "/metrics/{metric_name}", path: "/metrics/cpu_usage", metric: "cpu_usage" }],
  ["/cron_tasks?node=b", { hotPath: "/cron_tasks", path: "/cron_tasks", node: "b" }],
  ["/api/v2/nodes/web-1", { hotPath: "/api/v2/nodes/{node}", path: "/api/v2/nodes/web-1", node: "web-1" }],
])("understands %s", (url, asked) => {
  expect(ask(url)).toEqual({ node: undefined, metric: undefined, ...asked, url, credential: "key" });
});

it("understands a bare token where Nezha's clients send one, and nothing beside it", () => {
  for (const url of ["/api/v1/server/list", "/api/v1/server/details"] as const) {
    expect(ask(url, { authorization: "token" })).toEqual({ hotPath: url, url, path: url, credential: "token" });
    expect(ask(url, { authorization: "token", cookie: "a=b" })).toBeUndefined();
    expect(ask(url, { "x-api-key": "key" })).toBeUndefined();
    expect(ask(`${url}?id=1`, { authorization: "token" })).toBeUndefined();
  }
});

it("understands who asks for health without a credential, but over TLS, where that is another path", () => {
  expect(ask("/health", {})).toEqual({ hotPath: "/health", url: "/health", path: "/health" });
  expect(ask("/health", {}, "GET", Object.assign(new Socket(), { encrypted: true }))).toBeUndefined();
  expect(ask("/health", { authorization: "Bearer x" })).toBeUndefined();
});

it.each([
  ...["/stats/", "/stats?", "/stats?node=", "/stats?node=a&node=b", "/stats?node=a%62", "/stats?limit=1"],
  ...["/stats/disks", "/stats/history?limit=5", "/stats/network?interface=lo", "/status/", "/health?x=1", "/health/"],
  ...["/metrics", "/metrics/", "/metrics/cpu_usage/", "/metrics/CPU_usage", "/cron_tasks?apikey=key"],
  ...["/stats?node=a#b", "//stats", "/STATS", "http://here/stats", "/api/v2/nodes", "/api/v2/nodes/"],
  ...["/api/v2/nodes/a/logs", "/api/v2/nodes/a?at=-1h", "/api/v2/nodes/a%20b", "/api/v2/nodes/ä", ""],
])("leaves %s to Express", (url) => expect(ask(url)).toBeUndefined());

it("leaves other methods, other credentials, conditions and bodies to Express", () => {
  const others = [
    { "if-none-match": "*" },
    { authorization: "Bearer x" },
    { cookie: "a=b" },
    { "content-length": "0" },
  ];
  for (const other of others) expect(ask("/stats", { ...headers, ...other })).toBeUndefined();
  expect(ask("/stats", headers, "HEAD")).toBeUndefined();
  expect(ask("/stats", { host: "here" })).toBeUndefined();
});
