import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { MetricSeries } from "./dto-metrics.js";
import { toCsv } from "./to-csv.js";
import { toCsvHeaders } from "./to-csv-headers.js";

it("quotes what needs it, leaves absent values empty, and has every statistic of every metric", () => {
  const base = { unit: "1", kind: "gauge", from: "", to: "", step_seconds: 60, source: "raw" } as const;
  const results: MetricSeries[] = [
    {
      ...base,
      node: 'a,"b"',
      metric: "x",
      stats: ["avg"],
      series: [
        { attribute: "/mnt\n1", attributes: {}, summary: { avg: 1 }, points: [{ time: "t1", values: { avg: 0.5 } }] },
      ],
    },
    {
      ...base,
      node: "b",
      metric: "y",
      stats: ["avg", "p95"],
      series: [{ attribute: "", attributes: {}, summary: {}, points: [{ time: "t2", values: { avg: null, p95: 2 } }] }],
    },
  ];
  expect(toCsv(results)).toBe(
    'time,node,metric,attribute,unit,avg,p95\r\nt1,"a,""b""",x,"/mnt\n1",1,0.5,\r\nt2,b,y,,1,,2\r\n',
  );
});

it("has versions and completeness in header fields, and every operation that answers with it says so", () => {
  const closed = { version: 7, closed_at: null, restated: false };
  const points = [{ time: "t1", values: { avg: 0.5 }, closed }];
  const result: MetricSeries = {
    ...{ node: "a", metric: "x", unit: "1", kind: "gauge", from: "", to: "", step_seconds: 60, source: "hourly" },
    closed: { ...closed, until: "t2" },
    completeness: { expected: 2_000, received: 1_999, ratio: 0.9995, known_from: "t0" },
    stats: ["avg"],
    series: [{ attribute: "", attributes: {}, summary: { avg: 1 }, points }],
  };
  expect(toCsv([result])).toBe("time,node,metric,attribute,unit,avg\r\nt1,a,x,,1,0.5\r\n");
  expect(toCsvHeaders([result])).toEqual({
    "Statwire-Completeness": 'expected=2000, received=1999, ratio=0.999, known-from="t0"',
    "Statwire-Versions": 'version=7, until="t2", restated=?0',
  });
  const { closed: _, completeness: __, ...bare } = result;
  const later = { ...bare, closed: { version: 9, closed_at: "c", restated: true, until: "t3" }, as_of: "t9" };
  const unknown = { expected: 0, received: 0, ratio: null, known_from: "t5" };
  expect(toCsvHeaders([later, result, { ...result, completeness: unknown }])).toEqual({
    "Statwire-Completeness": 'expected=2000, received=1999, ratio=0.999, known-from="t5", unknown=1',
    "Statwire-Versions": 'version=9, closed-at="c", until="t3", restated=?1, as-of="t9"',
  });
  expect(toCsvHeaders([{ ...bare, completeness: unknown }])).toEqual({
    "Statwire-Completeness": 'expected=0, received=0, known-from="t5"',
  });

  const document = JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as {
    paths: Record<string, Record<string, { responses: Record<string, { content?: object; headers?: object }> }>>;
  };
  const asCsv = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => responses["200"] ?? [])
    .filter(({ content }) => Object.keys(content ?? {}).includes("text/csv"));
  expect(asCsv).toHaveLength(2);
  for (const { headers } of asCsv) {
    expect(Object.keys(headers ?? {})).toEqual(["Statwire-Completeness", "Statwire-Versions"]);
  }
});
