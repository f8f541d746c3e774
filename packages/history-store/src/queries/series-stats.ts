import { bucketRepresentative } from "../rollups/buckets.js";

/** What can be asked of a series over a step. Of a counter all but `increase` are of its rate per second. */
export type SeriesStat =
  | { kind: "avg" | "min" | "max" | "last" | "sum" | "count" | "rate" | "increase" }
  /** `quantile` is between 0 and 1, exclusive. */
  | { kind: "quantile"; quantile: number };

type PlainKind = Exclude<SeriesStat["kind"], "quantile">;

/** Over rows of `value`, `ts`, `grown` and `elapsed`: one row a reading. */
const ofReadings: Record<PlainKind, string> = {
  avg: "sum(value) / count()",
  min: "min(value)",
  max: "max(value)",
  last: "argMax(value, ts)",
  sum: "sum(value)",
  count: "count()",
  rate: "sum(grown) / sum(elapsed)",
  increase: "sum(grown)",
};

/** Over rows of `metric_1h` or `metric_1d`, their time in `at`. */
const ofRollups: Record<PlainKind, string> = {
  avg: "sum(total) / sum(n)",
  min: "min(lo)",
  max: "max(hi)",
  last: "argMax(last, at)",
  sum: "sum(total)",
  count: "sum(n)",
  rate: "sum(increase) / sum(seconds)",
  increase: "sum(increase)",
};

/** SQL for each statistic over readings; quantiles are exact. */
export function readingStats(stats: readonly SeriesStat[]): string[] {
  return statExpressions(stats, ofReadings, (levels, index) => `quantilesExactWeighted(${levels})(value, 1)[${index}]`);
}

/** SQL for each statistic over rollup rows; quantiles come from the bucket counts, within 1 %. */
export function rollupStats(stats: readonly SeriesStat[]): string[] {
  const values = `arrayMap(b -> ${bucketRepresentative("b")}, buckets)`;
  return statExpressions(stats, ofRollups, (levels, index) => {
    const quantile = `quantilesExactWeightedArray(${levels})(${values}, counts)[${index}]`;
    return `if(sum(length(counts)) = 0, NULL, ${quantile})`;
  });
}

/**
 * Both kinds of quantile follow one rank rule, the smallest value that at least the given share of values does not
 * exceed, so that a series does not jump where its source changes. (`quantilesExact` takes the next value up: of two
 * values its median is the larger.) Never the bare `quantile`: it samples.
 */
function statExpressions(
  stats: readonly SeriesStat[],
  plain: Record<PlainKind, string>,
  quantile: (levels: string, index: number) => string,
): string[] {
  const levels = stats.flatMap((stat) => (stat.kind === "quantile" ? [checkedLevel(stat.quantile)] : []));
  let index = 0;
  return stats.map((stat) => {
    if (stat.kind !== "quantile") return plain[stat.kind];
    index += 1;
    return quantile(levels.join(", "), index);
  });
}

function checkedLevel(quantile: number): string {
  if (!(quantile > 0 && quantile < 1)) throw new RangeError(`quantile ${quantile} is not between 0 and 1`);
  return quantile.toFixed(9);
}
