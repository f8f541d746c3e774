import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readText } from "../repository/repository-files.js";
import { type DatasourceReference, dashboards } from "./dashboards.js";

const provisioned = parse(readText("deploy/grafana/provisioning/datasources/statwire.yaml")) as {
  datasources: (DatasourceReference & { jsonData: { username: string }; secureJsonData: { password: string } })[];
};
const [datasource] = provisioned.datasources;
const all = dashboards();

it("reads as the user who may do nothing else, with a password out of a file", () => {
  expect(datasource?.jsonData.username).toBe("grafana");
  expect(datasource?.secureJsonData.password).toBe("$__file{/secrets/grafana/clickhouse-password}");
});

it("has a dashboard of the fleet, a node, uptime and the pipeline, each with an id of its own", () => {
  expect(all.map(({ dashboard }) => dashboard.uid).sort()).toEqual(
    ["fleet", "node", "pipeline", "uptime"].map((name) => `statwire-${name}`),
  );
});

describe.each(all)("$file", ({ dashboard }) => {
  const { panels, templating } = dashboard;
  const queries = [
    ...templating.list.map(({ name, query }) => ({ name: `variable ${name}`, query })),
    ...panels.flatMap(({ title, targets }) => targets.map(({ rawSql }) => ({ name: title, query: rawSql }))),
  ];

  it("asks the provisioned data source alone", () => {
    const asked = [
      ...templating.list.map((variable) => variable.datasource),
      ...panels.flatMap((panel) => [panel.datasource, ...panel.targets.map((target) => target.datasource)]),
    ];
    for (const reference of asked) expect(reference).toEqual({ type: datasource?.type, uid: datasource?.uid });
  });

  it("reads nothing but stable views", () => {
    for (const { name, query } of queries) {
      const sources = [...query.matchAll(/\b(?:FROM|JOIN)\s+(\S+)/gi)].map(([, source]) => source);
      expect(sources.length, name).toBeGreaterThan(0);
      expect(
        sources.filter((source) => !/^v_\w+$/.test(source ?? "") && !source?.startsWith("(")),
        name,
      ).toEqual([]);
    }
  });

  it("keeps every query of readings inside the time range and the workspace", () => {
    for (const { title, targets } of panels) {
      for (const { rawSql } of targets) {
        if (/FROM v_nodes/.test(rawSql)) continue;
        expect(rawSql, title).toContain("$__timeFilter(");
        if (!/FROM v_rollup_closes/.test(rawSql))
          expect(rawSql, title).toMatch(/\.workspace IN \(\$\{workspace:singlequote\}\)/);
      }
    }
  });

  it("gives every panel a number, a title and a place of its own", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ title }) => title === "")).toEqual([]);
    const overlapping = panels.filter((panel) =>
      panels.some((other) => {
        const [a, b] = [panel.gridPos, other.gridPos];
        return panel !== other && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
      }),
    );
    expect(overlapping.map(({ title }) => title)).toEqual([]);
    expect(panels.every(({ gridPos }) => gridPos.x + gridPos.w <= 24)).toBe(true);
  });
});
