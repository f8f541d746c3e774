import { readFileSync } from "node:fs";
import { createClient } from "@clickhouse/client";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startClickhouse } from "./clickhouse.js";
import type { BusUser } from "./nats/permissions.js";
import { anyFreePort } from "./ports.js";
import { startPrivateStack } from "./testing/index.js";

let stack: Awaited<ReturnType<typeof startPrivateStack>>;

beforeAll(async () => {
  stack = await startPrivateStack();
});

afterAll(() => stack.discard());

describe("the bus", () => {
  beforeAll(async () => {
    const owner = await connectAs("ingester");
    const create = {
      name: "TELEMETRY",
      subjects: ["telemetry.>"],
      allow_direct: true,
      retention: "limits",
      storage: "file",
    };
    const answer = await owner.request("$JS.API.STREAM.CREATE.TELEMETRY", JSON.stringify(create));
    expect(answer.json()).toMatchObject({ config: { name: "TELEMETRY" } });
    await owner.close();
  });

  it("lets a collector publish and read its own node's subjects and nothing else", async () => {
    const collector = await connectAs("collector");
    expect((await collector.request("telemetry.v1.default.node-1.live.host", "x")).json()).toMatchObject({ seq: 1 });
    const own = await collector.request("$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.default.node-1.live.host");
    expect(own.string()).toBe("x");
    const refused = [
      "telemetry.v1.default.node-2.live.host",
      "telemetry.v1.other.node-1.live.host",
      "$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.default.node-2.live.host",
      "$JS.API.STREAM.MSG.GET.TELEMETRY",
      "$JS.API.STREAM.DELETE.TELEMETRY",
      "$JS.API.STREAM.CREATE.OTHER",
    ];
    for (const subject of refused) await expect(collector.request(subject, "x")).rejects.toThrow(/permission/i);
    await collector.close();
  });

  it.each<[BusUser, string]>([
    ["cache-projector", "telemetry.v1.default.node-1.live.host"],
    ["cache-projector", "$JS.API.STREAM.PURGE.TELEMETRY"],
    ["api", "telemetry.v1.default.node-1.live.host"],
    ["api", "$JS.API.STREAM.INFO.TELEMETRY"],
    ["consumer", "telemetry.v1.default.node-1.live.host"],
    ["consumer", "commands.v1.default.node-1.refresh"],
    ["ingester", "commands.v1.default.node-1.refresh"],
    ["ingester", "$JS.API.STREAM.DELETE.TELEMETRY"],
  ])("refuses %s to publish %s", async (user, subject) => {
    const connection = await connectAs(user);
    await expect(connection.request(subject, "x")).rejects.toThrow(/permission/i);
    await connection.close();
  });

  it("carries a command to a collector and its one answer back", async () => {
    const collector = await connectAs("collector");
    collector.subscribe("commands.v1.default.node-1.refresh", {
      callback: (_error, message) => {
        message.respond("done");
      },
    });
    await collector.flush();
    const api = await connectAs("api");
    expect((await api.request("commands.v1.default.node-1.refresh", "{}")).string()).toBe("done");
    await Promise.all([api.close(), collector.close()]);
  });

  it("refuses whoever has no credential", async () => {
    await expect(connect({ servers: stack.nats.url, reconnect: false })).rejects.toThrow(/authorization/i);
  });
});

describe("ClickHouse", () => {
  it("knows the writer, gives the reader no writes and the engine's own user nothing", async () => {
    const { url, username, password } = stack.clickhouse;
    const writer = createClient({ url, username, password });
    await writer.command({ query: "CREATE TABLE t (n UInt8) ENGINE = MergeTree ORDER BY n" });
    await writer.insert({ table: "t", values: [{ n: 7 }], format: "JSONEachRow" });
    const readerPassword = readFileSync(`${stack.dataDir}/secrets/clickhouse-grafana-password`, "utf8").trim();
    const reader = createClient({ url, username: "grafana", password: readerPassword });
    expect(await (await reader.query({ query: "SELECT n FROM t", format: "JSONEachRow" })).json()).toEqual([{ n: 7 }]);
    await expect(reader.command({ query: "DROP TABLE t" })).rejects.toThrow(/readonly/i);
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

function connectAs(user: BusUser) {
  const creds = new Uint8Array(readFileSync(stack.nats.credentialsFile(user)));
  return connect({ servers: stack.nats.url, authenticator: credsAuthenticator(creds), inboxPrefix: `_INBOX_${user}` });
}
