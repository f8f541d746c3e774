import { createTestDatabase, createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { connectHistory, type History, migrate } from "@statwire/history-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../doctor/finding.js";
import { startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

let bus: TestBus;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let history: History;
let environment: Record<string, string>;
/** Where no service listens. */
const nobody = { OPS_PORT_BASE: "1", TLS_DIR: "/nowhere" };

beforeAll(async () => {
  [bus, database] = await Promise.all([startBus(), createTestDatabase()]);
  history = connectHistory(database);
  const { url, keyPrefix } = createTestKeyPrefix();
  environment = {
    ...bus.environment,
    ...nobody,
    REDIS_URL: url,
    REDIS_KEY_PREFIX: keyPrefix,
    CLICKHOUSE_URL: database.url,
    CLICKHOUSE_DATABASE: database.database,
    CLICKHOUSE_USER: database.username,
    CLICKHOUSE_PASSWORD: database.password,
  };
});

afterAll(async () => {
  await history.close();
  await Promise.all([bus.discard(), database.close()]);
});

async function doctor(change: Record<string, string> = {}) {
  const { code, printed } = await call(["doctor", "--json"], { ...environment, ...change });
  const findings = JSON.parse(printed) as Finding[];
  for (const { status, remedy } of findings) expect(remedy === undefined).toBe(status === "ok");
  return { code, of: (check: string) => findings.find((finding) => finding.check === check) };
}

describe("statwire doctor", () => {
  it("finds what is missing of a new installation", async () => {
    const { of } = await doctor();
    expect(of("version of NATS")?.status).toBe("ok");
    expect(of("version of Redis")?.status).toBe("ok");
    expect(of("version of ClickHouse")?.status).toBe("ok");
    expect(of("stream TELEMETRY")).toMatchObject({ status: "ok", text: "0 B of 64.0 MiB (0.0 %)" });
    expect(of("history of TELEMETRY")).toMatchObject({ status: "warn", text: "was never ingested" });
    expect(of("tables")).toMatchObject({ status: "warn", text: expect.stringMatching(/^lack landing, /) });
    expect(of("snapshots")).toMatchObject({ status: "warn", text: "are not filled" });
    expect(of("ingester")?.status).toBe("warn");
    expect(of("certificate")?.status).toBe("warn");
    expect(of("dead letters")).toEqual({ check: "dead letters", status: "ok", text: "none" });
  });

  it("sees tables that forget inserts or keep rows for another time than is set", async () => {
    await migrate(history);
    const good = await doctor();
    expect([good.of("tables"), good.of("retention"), good.of("deduplication windows")]).toMatchObject([
      { status: "ok" },
      { status: "ok" },
      { status: "ok" },
    ]);
    expect(good.of("parts of tables")?.status).toBe("ok");
    const other = await doctor({ RETENTION_RAW_DAYS: "21" });
    expect(other.code).toBe(1);
    expect(other.of("retention")).toMatchObject({
      status: "fail",
      text: expect.stringContaining("keeps 14 d, set 21 d"),
    });
    await history.client.command({
      query: "ALTER TABLE host_cpu MODIFY SETTING non_replicated_deduplication_window = 10",
    });
    expect((await doctor()).of("deduplication windows")).toMatchObject({
      status: "fail",
      text: expect.stringContaining("host_cpu (10)"),
    });
  });

  it("goes on when servers are away, and says which", async () => {
    const away = {
      NATS_URL: "nats://127.0.0.1:1",
      REDIS_URL: "redis://127.0.0.1:1",
      CLICKHOUSE_URL: "http://127.0.0.1:1",
    };
    const { code, of } = await doctor(away);
    expect(code).toBe(1);
    for (const server of ["NATS", "Redis", "ClickHouse"]) {
      expect(of(server)).toMatchObject({ status: "fail", text: expect.stringContaining("127.0.0.1:1 cannot be used") });
    }
  });
});
