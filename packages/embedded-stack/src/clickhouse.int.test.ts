import { createClient } from "@clickhouse/client";
import { expect, it, onTestFinished } from "vitest";
import { startPrivateClickhouse } from "./testing/index.js";

it("keeps room free on its disk for what it has begun", async () => {
  const clickhouse = await startPrivateClickhouse();
  onTestFinished(() => clickhouse.discard());
  const { url, username, password } = clickhouse.server;
  const client = createClient({ url, username, password });
  onTestFinished(() => client.close());
  const query = "SELECT keep_free_space AS bytes FROM system.disks WHERE name = 'default'";
  const disks = await (await client.query({ query, format: "JSONEachRow" })).json<{ bytes: string }>();
  expect(disks.map(({ bytes }) => Number(bytes))).toEqual([128 * 1024 ** 2]);
}, 30_000);
