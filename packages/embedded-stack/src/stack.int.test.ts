import { readFileSync } from "node:fs";
import { createClient } from "@clickhouse/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startClickhouse } from "./clickhouse.js";
import { anyFreePort } from "./ports.js";
import { startPrivateStack } from "./testing/index.js";

let stack: Awaited<ReturnType<typeof startPrivateStack>>;

beforeAll(async () => {
  stack = await startPrivateStack();
});

afterAll(() => stack.discard());

describe("ClickHouse", () => {
  it("knows the writer, gives the reader no writes and the engine's own user nothing", async () => {
    const { url, username, password } = stack.clickhouse;
    const writer = createClient({ url, username, password });
    await writer.command({ query: "CREATE TABLE t (n UInt8) ENGINE = MergeTree ORDER BY n" });
    await writer.insert({ table: "t", values: [{ n: 7 }], format: "JSONEachRow" });
    const readerPassword = readFileSync(`${stack.dataDir}/secrets/clickhouse-grafana-password`, "utf8").trim();
    const reader = createClient({ url, username: "grafana", password: readerPassword });
    expect(await (await reader.query({ query: "SELECT n FROM t", format: "JSONEachRow" })).json()).toEqual([{ n: 7 }]);
    await expect(reader.command({ query: "DROP TABLE t" })).rejects.toThrow(/not enough privileges/i);
    const nobody = createClient({ url });
    for (const query of ["SELECT n FROM t", "DROP TABLE t", "CREATE DATABASE d"]) {
      await expect(nobody.query({ query })).rejects.toThrow(/not enough privileges|ACCESS_DENIED/i);
    }
    await expect(createClient({ url, username, password: "wrong" }).command({ query: "SELECT 1" })).rejects.toThrow(
      /password/i,
    );
    await Promise.all([writer.close(), reader.close(), nobody.close()]);
  });

  it("has every acknowledged row after kill -9", async () => {
    const { url, username, password, process } = stack.clickhouse;
    const before = createClient({ url, username, password });
    await before.command({ query: "CREATE TABLE kept (n UInt32) ENGINE = MergeTree ORDER BY n" });
    await before.command({ query: "INSERT INTO kept SELECT number FROM numbers(1000)" });
    await before.close();
    process.kill("SIGKILL");
    await process.exited;
    const again = await startClickhouse({
      dataDir: stack.dataDir,
      httpPort: await anyFreePort(),
      tcpPort: await anyFreePort(),
    });
    const after = createClient({ url: again.url, username, password });
    const rows = await (
      await after.query({ query: "SELECT toUInt32(count()) AS n FROM kept", format: "JSONEachRow" })
    ).json();
    expect(rows).toEqual([{ n: 1000 }]);
    await after.close();
    await again.process.stop();
  });
});
