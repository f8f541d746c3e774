import { anyFreePort } from "@statwire/embedded-stack";
import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectHistory } from "@statwire/history-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "../testing/call.js";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let environment: Record<string, string>;

beforeAll(async () => {
  test = await createTestDatabase();
  environment = {
    CLICKHOUSE_URL: test.url,
    CLICKHOUSE_DATABASE: test.database,
    CLICKHOUSE_USER: test.username,
    CLICKHOUSE_PASSWORD: test.password,
    RETENTION_RAW_DAYS: "21",
  };
});

afterAll(() => test.close());

describe("statwire migrate", () => {
  it("creates the tables with the retention that is set, and then has nothing to do", async () => {
    const first = await call(["migrate"], environment);
    expect(first).toMatchObject({ code: 0, printed: expect.stringContaining(`${test.database}: applied landing, `) });
    expect(await engineOf("host_cpu")).toContain("toIntervalDay(21)");
    expect(await call(["migrate"], environment)).toMatchObject({ code: 0, printed: `${test.database} is up to date` });
  });

  it("leaves a database that is in use to the ingester, unless told otherwise", async () => {
    await query("ALTER TABLE schema_migrations DELETE WHERE version = 6 SETTINGS mutations_sync = 1");
    const left = await call(["migrate"], environment);
    expect(left).toMatchObject({ code: 0, printed: `${test.database} is in use; left to the ingester: stable_views` });
    const all = await call(["migrate", "--all"], environment);
    expect(all).toMatchObject({ code: 0, printed: `${test.database}: applied stable_views` });
  });

  it("says what the server says", async () => {
    const refused = await call(["migrate"], { ...environment, CLICKHOUSE_PASSWORD: "wrong" });
    expect(refused).toMatchObject({ code: 1, told: expect.stringContaining("Authentication failed") });
  });

  it("gives up on a server that is not there when its time is over", async () => {
    const url = `http://127.0.0.1:${await anyFreePort()}`;
    const startedAt = Date.now();
    const away = await call(["migrate", "--timeout", "1"], { ...environment, CLICKHOUSE_URL: url });
    expect(away).toMatchObject({ code: 1, told: expect.stringContaining(`${url} does not answer`) });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });
});

async function query(sql: string): Promise<void> {
  const history = connectHistory(test);
  await history.client.command({ query: sql });
  await history.close();
}

async function engineOf(table: string): Promise<string> {
  const history = connectHistory(test);
  const query = "SELECT engine_full FROM system.tables WHERE database = currentDatabase() AND name = {table:String}";
  const result = await history.client.query({ query, query_params: { table }, format: "JSONEachRow" });
  const [row] = await result.json<{ engine_full: string }>();
  await history.close();
  return row?.engine_full ?? "";
}
