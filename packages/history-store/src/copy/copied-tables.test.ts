import { expect, it } from "vitest";
import { readMigrations } from "../schema/migration-files.js";
import { tablesOf } from "./copied-tables.js";

it("knows the tables that migrations create", async () => {
  const created = tablesOf((await readMigrations()).flatMap(({ statements }) => statements));
  for (const table of [
    "landing_host",
    "host_cpu",
    "host_events",
    "metric_1h",
    "rollup_closes",
    "log_lines",
    "known_nodes",
  ]) {
    expect(created).toContain(table);
  }
  expect([...created].filter((name) => name.startsWith("mv_") || name.startsWith("v_"))).toEqual([]);
});
