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
