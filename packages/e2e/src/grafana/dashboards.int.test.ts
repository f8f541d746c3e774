import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { setUp } from "@statwire/cli";
import { startPrivateClickhouse } from "@statwire/embedded-stack/testing";
import { closeHour, connectHistory, migrate } from "@statwire/history-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText } from "../repository/repository-files.js";
import { dashboards, type Panel } from "./dashboards.js";
import { expandQuery, type View } from "./macros.js";
import { hourMs, lastReadingMs, seedReadings } from "./readings.js";

const directory = mkdtempSync(join(tmpdir(), "statwire-grafana-"));
const secret = (file: string) => readFileSync(join(directory, file), "utf8").trim();
let clickhouse: Awaited<ReturnType<typeof startPrivateClickhouse>> | undefined;
/** The user of the data source, with the rights that the installation gives it. */
let grafana: ClickHouseClient | undefined;

beforeAll(async () => {
  await setUp({
    directory,
    node: { workspace: "default", node: "node-1" },
    bus: { listen: "127.0.0.1:4222", storeDir: directory },
    redisAddress: "127.0.0.1:6379",
    owners: [],
  });
  const users = readText("deploy/clickhouse/users.xml");
  clickhouse = await startPrivateClickhouse({
    xml: users.replace("/secrets/clickhouse/", `${directory}/clickhouse/`),
    password: secret("ingester/clickhouse-password"),
  });
  const { url, username, password } = clickhouse.server;
  const history = connectHistory({ url, username, password, database: "statwire" });
  await migrate(history);
  await seedReadings(history);
  await closeHour(history, { hourMs, version: 1 });
  await history.close();
  grafana = createClient({
    url,
    username: "grafana",
    password: secret("grafana/clickhouse-password"),
    database: "statwire",
    log: { level: ClickHouseLogLevel.OFF },
  });
});

afterAll(async () => {
  await grafana?.close();
  await clickhouse?.discard();
  rmSync(directory, { recursive: true });
});

describe.each(dashboards())("$file", ({ dashboard }) => {
  const all = dashboard.templating.list.filter(({ includeAll }) => includeAll).map(({ name }) => name);
  const views: [string, View["variables"]][] = [
    ["one node", { workspace: ["default"], node: ["node-1"] }],
    ...(all.includes("node")
      ? [["all nodes", { workspace: ["default"], node: ["$__all"] }] as [string, View["variables"]]]
      : []),
  ];
  const cases = dashboard.panels.flatMap((panel) =>
    panel.targets.flatMap((target) =>
      views.map(([view, variables]) => ({ title: panel.title, panel, target, view, variables })),
    ),
  );

  it.each(dashboard.templating.list)("offers values of the variable $name", async ({ name, query }) => {
    const { rows } = await ask(query, { workspace: ["default"] });
    const found = rows.map((row) => Object.values(row)[0]);
    expect(found).toEqual(name === "workspace" ? ["default"] : ["node-1", "node-2"]);
  });

  it.each(cases)("$title has something to show for $view", async ({ panel, target, variables }) => {
    const { rows, columns } = await ask(target.rawSql, variables);
    expect(rows.length).toBeGreaterThan(0);
    expect(missingOf(panel, columns)).toEqual([]);
    if (panel.type === "timeseries")
      expect(
        rows.some((row) => Object.values(row).some(isPositive)),
        "all is zero",
      ).toBe(true);
  });
});

describe("the user of the data source", () => {
  it.each([
    ["INSERT INTO host_cpu (node) VALUES ('x')", /Not enough privileges/],
    ["DROP TABLE host_cpu", /Not enough privileges/],
    ["SELECT * FROM url('http://127.0.0.1:1/', 'TSV', 'a String')", /Not enough privileges/],
    ["SELECT * FROM file('/etc/passwd', 'LineAsString')", /Not enough privileges/],
    ["SELECT * FROM system.users", /Not enough privileges/],
    ["SELECT 1 SETTINGS max_execution_time = 3600", /should.*be (greater|less)|max_execution_time/i],
  ])("may not %s", async (query, reason) => {
    await expect(
      reader()
        .query({ query })
        .then((result) => result.text()),
    ).rejects.toThrow(reason);
  });
});

function reader(): ClickHouseClient {
  if (grafana === undefined) throw new Error("not connected");
  return grafana;
}

interface Answer {
  rows: Record<string, unknown>[];
  columns: { name: string; type: string }[];
}

async function ask(sql: string, variables: View["variables"]): Promise<Answer> {
  const view = { fromMs: hourMs, toMs: lastReadingMs + 120_000, intervalMs: 30_000, variables };
  // Closes are of the day on which they were made, however old the readings are.
  const query = expandQuery(sql, /FROM v_rollup_closes/.test(sql) ? { ...view, toMs: Date.now() + 60_000 } : view);
  const result = await reader().query({ query, format: "JSON" });
  const { data, meta = [] } = await result.json<Record<string, unknown>>();
  return { rows: data, columns: meta };
}

/** What a panel cannot be drawn without. */
function missingOf(panel: Panel, columns: Answer["columns"]): string[] {
  const isTime = ({ type }: { type: string }) => /^DateTime/.test(type);
  const isNumber = ({ type }: { type: string }) => /^(Nullable\()?(U?Int|Float)\d+/.test(type);
  const needsTime = panel.type === "timeseries" || panel.type === "state-timeline";
  return [
    ...(needsTime && !(columns[0]?.name === "time" && isTime(columns[0])) ? ["a column time at the front"] : []),
    ...(panel.type !== "table" && !columns.some(isNumber) ? ["a number"] : []),
    ...(needsTime !== (panel.targets[0]?.queryType === "timeseries") ? ["the type of its query"] : []),
  ];
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && value > 0;
}
