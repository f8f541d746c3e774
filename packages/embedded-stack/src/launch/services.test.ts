import { readFileSync } from "node:fs";
import { parseSettings } from "@statwire/runtime";
import { expect, it } from "vitest";
import { serviceEnvironment, services } from "./services.js";
import { launchSettings } from "./settings.js";

const nats = { NATS_URL: "nats://bus.example:4222" };
const clickhouse = { CLICKHOUSE_URL: "http://history.example:8123" };
const redis = { REDIS_URL: "redis://cache.example:6379" };

/** What each service is told of servers that may lose data, and what of it is left to the operator's environment. */
function told(environment: Record<string, string>): (string | undefined)[] {
  const settings = parseSettings(launchSettings, environment);
  const servers = {
    natsUrl: "",
    credentialsFile: () => undefined,
    redisUrl: "",
    clickhouse: { url: "", username: "", password: "" },
  };
  const apiKey = { text: "of-a-test" };
  return [...new Set(services.map((row) => serviceEnvironment(row, settings, servers, apiKey).UNSAFE_SERVERS_ALLOWED))];
}

it.each([
  ["all are embedded", {}, "nats,clickhouse"],
  ["the embedded NATS is durable", { EMBEDDED_NATS_DURABLE: "true" }, "clickhouse"],
  ["NATS is the operator's", nats, "clickhouse"],
  ["ClickHouse is the operator's", clickhouse, "nats"],
  ["Redis is the operator's", redis, "nats,clickhouse"],
  ["all are the operator's", { ...nats, ...clickhouse, ...redis }, ""],
])("services go on with unsafe servers of our own alone: %s", (_, environment, expected) => {
  expect(told(environment)).toEqual([expected]);
});

it.each(["true", "false", "redis"])("what the operator has set of it stands: %s", (UNSAFE_SERVERS_ALLOWED) => {
  expect(told({ UNSAFE_SERVERS_ALLOWED })).toEqual([undefined]);
});

it.each([
  ["docker-compose.yml", ["ingester", "cache-projector", "collector", "api"]],
  ["deploy/kubernetes/services.yaml", ["ingester", "cache-projector", "api"]],
])("%s gives Node the same options", (file, names) => {
  const text = readFileSync(new URL(`../../../../${file}`, import.meta.url), "utf8");
  const commands = text
    .split("\n")
    .flatMap((line) => (/^ *command: /.test(line) ? [line.replaceAll(/[ "]/g, "")] : []));
  for (const { name, nodeOptions = [] } of services.filter((row) => names.includes(row.name))) {
    const words = ["node", ...nodeOptions, `services/${name}/dist/main.js`];
    expect(commands).toContain(`command:[${words.join(",")}]`);
  }
});

it("has the API alone started with an option of Node's", () => {
  expect(services.flatMap(({ name, nodeOptions }) => (nodeOptions ? [[name, ...nodeOptions]] : []))).toEqual([
    ["api", "--max-semi-space-size=32"],
  ]);
});
