import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPrivateStack } from "./index.js";
import "./coordinates.js";

/** Starts the three servers once for all integration tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startPrivateStack();
  project.provide("stack", {
    natsUrl: stack.nats.url,
    busKeysDir: join(stack.dataDir, "nats/keys"),
    systemCredentialsFile: stack.nats.systemCredentialsFile,
    redisUrl: stack.redis.url,
    clickhouseUrl: stack.clickhouse.url,
    clickhouseUsername: stack.clickhouse.username,
    clickhousePassword: stack.clickhouse.password,
  });
  return () => stack.discard();
}
