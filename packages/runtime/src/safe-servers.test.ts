import { expect, it } from "vitest";
import { allowedServers, requireSafeServers, type ServerName, serverNames } from "./safe-servers.js";
import { parseSettings, SettingsError } from "./settings.js";

const redis = ["maxmemory-policy of Redis: expected noeviction"];
const nats = ["stream TELEMETRY: is kept in memory"];

function judge(
  UNSAFE_SERVERS_ALLOWED: readonly ServerName[],
  MODE: "prod" | "dev" = "prod",
  problems = { nats, redis },
) {
  const warned: object[] = [];
  requireSafeServers(
    problems,
    { MODE, UNSAFE_SERVERS_ALLOWED },
    { warn: (fields: object) => void warned.push(fields) },
  );
  return warned;
}

it("unsafe servers are refused, unless it is said that they may be so", () => {
  expect(judge([], "prod", { nats: [], redis: [] })).toEqual([]);
  expect(() => judge([])).toThrow(SettingsError);
  expect(() => judge([])).toThrow(/memory\n.*noeviction\n.*UNSAFE_SERVERS_ALLOWED: nats,redis goes on/);
  expect(judge(serverNames)).toEqual([{ problems: [...nats, ...redis] }]);
  expect(judge([], "dev")).toEqual([{ problems: [...nats, ...redis] }]);
});

it("what is said of one server says nothing of another", () => {
  expect(() => judge(["nats", "clickhouse"])).toThrow(/:\n {2}maxmemory.*\n.*: nats,clickhouse,redis goes on/);
  expect(judge(["nats"], "prod", { nats, redis: [] })).toEqual([{ problems: nats }]);
});

it.each([
  ["true", serverNames],
  ["YES", serverNames],
  ["off", []],
  ["nats", ["nats"]],
  ["Redis, clickhouse", ["redis", "clickhouse"]],
])("%s is understood", (UNSAFE_SERVERS_ALLOWED, expected) => {
  expect(parseSettings({ UNSAFE_SERVERS_ALLOWED: allowedServers }, { UNSAFE_SERVERS_ALLOWED })).toEqual({
    UNSAFE_SERVERS_ALLOWED: expected,
  });
});

it.each(["kafka", "nats,", "nats,true"])("%s is refused", (UNSAFE_SERVERS_ALLOWED) => {
  expect(() => parseSettings({ UNSAFE_SERVERS_ALLOWED: allowedServers }, { UNSAFE_SERVERS_ALLOWED })).toThrow(
    "UNSAFE_SERVERS_ALLOWED: expected true, false, or some of nats, clickhouse, redis",
  );
});
