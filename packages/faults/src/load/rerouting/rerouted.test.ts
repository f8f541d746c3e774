import { expect, it } from "vitest";
import { rerouted } from "./rerouted.js";

const reroutes = { ingester: { "4222": 1, "4223": 2, "8123": 3 }, api: {} };
const env = {
  NATS_URL: "nats://127.0.0.1:4222,nats://127.0.0.1:4223",
  CLICKHOUSE_URL: "http://127.0.0.1:8123",
  REDIS_URL: "redis://:81234222@127.0.0.1:6379/0",
  PATH: "/bin:4222",
};

it("changes the ports of a service's own servers, and of nobody else's", () => {
  expect(rerouted(reroutes, "/x/services/ingester/dist/main.js", env)).toEqual({
    NATS_URL: "nats://127.0.0.1:1,nats://127.0.0.1:2",
    CLICKHOUSE_URL: "http://127.0.0.1:3",
    REDIS_URL: env.REDIS_URL,
  });
  expect(rerouted(reroutes, "/x/services/collector/dist/main.js", env)).toEqual({});
  expect(rerouted(reroutes, "/x/packages/embedded-stack/dist/main.js", env)).toEqual({});
  expect(rerouted(reroutes, "/x/services/api/dist/main.js", { NATS_URL: "" })).toEqual({});
});
