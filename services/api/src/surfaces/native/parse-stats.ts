import { invalidField } from "../../http/problem.js";

/** What can be asked of a series; `quantile` is between 0 and 1 exclusive. */
export type Stat =
  | { name: string; kind: "avg" | "min" | "max" | "last" | "sum" | "count" | "rate" | "increase" }
  | { name: string; kind: "quantile"; quantile: number };

const plainStats = ["avg", "min", "max", "last", "sum", "count", "rate", "increase"] as const;
const counterStats: ReadonlySet<string> = new Set(["rate", "increase"]);
const statsMax = 16;

/**
 * The statistics that `stat` names, by repetition or commas; without any the average of a gauge and the rate of a
 * counter. Errors: invalid-input naming `field`.
 */
export function parseStats(
  texts: readonly string[],
  metric: { name: string; kind: "gauge" | "counter" },
  field: string,
): Stat[] {
  const names = [...new Set(texts.flatMap((text) => text.split(",")).map((name) => name.trim()))].filter(Boolean);
  if (names.length === 0) return [metric.kind === "counter" ? plain("rate") : plain("avg")];
  if (names.length > statsMax) throw invalidField(field, `at most ${statsMax} statistics at once`);
  return names.map((name) => {
    const stat = parseStat(name);
    if (stat === undefined) {
      throw invalidField(field, `unknown statistic "${name}"; known are ${plainStats.join(", ")} and p0.1 to p99.9`);
    }
    if (metric.kind === "gauge" && counterStats.has(stat.kind)) {
      throw invalidField(field, `${name} is for counters, and ${metric.name} is a gauge`);
    }
    return stat;
  });
}

/** One statistic by its name, undefined when there is none of it: `p95`, `p99.9`, `avg`. */
export function parseStat(name: string): Stat | undefined {
  const percent = /^p(\d{1,2}(?:\.\d{1,4})?)$/.exec(name)?.[1];
  if (percent !== undefined && Number(percent) > 0) return { name, kind: "quantile", quantile: Number(percent) / 100 };
  const found = plainStats.find((candidate) => candidate === name);
  return found === undefined ? undefined : plain(found);
}

function plain(kind: (typeof plainStats)[number]): Stat {
  return { name: kind, kind };
}
