import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { MetricSeries } from "./dto-metrics.js";
import { toCsv } from "./to-csv.js";

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

it("leaves out versions and completeness, and every operation that answers with it says so", () => {
  const closed = { version: 7, closed_at: null, restated: false };
  const points = [{ time: "t1", values: { avg: 0.5 }, closed }];
  const result: MetricSeries = {
    ...{ node: "a", metric: "x", unit: "1", kind: "gauge", from: "", to: "", step_seconds: 60, source: "hourly" },
    closed: { ...closed, until: "t2" },
    completeness: { expected: 2, received: 1, ratio: 0.5 },
    stats: ["avg"],
    series: [{ attribute: "", attributes: {}, summary: { avg: 1 }, points }],
  };
  expect(toCsv([result])).toBe("time,node,metric,attribute,unit,avg\r\nt1,a,x,,1,0.5\r\n");

  const document = JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as {
    paths: Record<string, Record<string, { description: string; responses: Record<string, { content?: object }> }>>;
  };
  const asCsv = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ responses }) => Object.keys(responses["200"]?.content ?? {}).includes("text/csv"));
  expect(asCsv).toHaveLength(2);
  for (const { description } of asCsv) expect(description).toMatch(/CSV .*\s*.*neither versions nor\s+completeness/);
});
