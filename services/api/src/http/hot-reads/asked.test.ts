import { expect, it } from "vitest";
import { askedOf } from "./asked.js";

const headers = { "x-api-key": "key", host: "here", "user-agent": "test" };

it.each([
  ["/stats", { hotPath: "/stats", path: "/stats", node: undefined }],
  ["/stats?node=web-1.example", { hotPath: "/stats", path: "/stats", node: "web-1.example" }],
  ["/stats/cpu", { hotPath: "/stats/cpu", path: "/stats/cpu", node: undefined }],
  ["/api/v2/nodes/web-1", { hotPath: "/api/v2/nodes/{node}", path: "/api/v2/nodes/web-1", node: "web-1" }],
])("understands %s", (url, asked) => {
  expect(askedOf({ method: "GET", url, headers })).toEqual({ ...asked, url, apiKey: "key" });
});

it.each([
  ...[
    "/stats/",
    "/stats?",
    "/stats?node=",
    "/stats?node=a&node=b",
    "/stats?node=a%62",
    "/stats?limit=1",
    "/stats/memory",
  ],
  ...[
    "/stats?node=a#b",
    "//stats",
    "/STATS",
    "http://here/stats",
    "/api/v2/nodes",
    "/api/v2/nodes/",
    "/api/v2/nodes/a/logs",
  ],
  ...["/api/v2/nodes/a?at=-1h", "/api/v2/nodes/a%20b", "/api/v2/nodes/ä", ""],
])("leaves %s to Express", (url) => expect(askedOf({ method: "GET", url, headers })).toBeUndefined());

it("leaves other methods, other credentials, conditions and bodies to Express", () => {
  const others = [
    { "if-none-match": "*" },
    { authorization: "Bearer x" },
    { cookie: "a=b" },
    { "content-length": "0" },
  ];
  for (const other of others) {
    expect(askedOf({ method: "GET", url: "/stats", headers: { ...headers, ...other } })).toBeUndefined();
  }
  expect(askedOf({ method: "HEAD", url: "/stats", headers })).toBeUndefined();
  expect(askedOf({ method: "GET", url: "/stats", headers: { host: "here" } })).toBeUndefined();
});
