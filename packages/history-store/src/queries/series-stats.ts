import { bucketRepresentative } from "../rollups/buckets.js";

/** What can be asked of a series over a step. Of a counter all but `increase` are of its rate per second. */
export type SeriesStat =
  | { kind: "avg" | "min" | "max" | "last" | "sum" | "count" | "rate" | "increase" }
  /** `quantile` is between 0 and 1, exclusive. */
  | { kind: "quantile"; quantile: number };

type PlainKind = Exclude<SeriesStat["kind"], "quantile">;

/** Over rows of `value`, `ranked` (the same or the integer of it), `ts`, `grown` and `seconds`: one row a reading. */
const ofReadings: Record<PlainKind, string> = {
  avg: "sum(value) / count()",
  min: "min(value)",
  max: "max(value)",
  last: "argMax(value, ts)",
  sum: "sum(value)",
  count: "count()",
  rate: "sum(grown) / sum(seconds)",
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
  const lower = (level: number) => (level - rankStep).toFixed(14);
  return statExpressions(
    stats,
    ofReadings,
    (levels, index) => `toFloat64(quantilesExact(${levels.map(lower).join(", ")})(ranked)[${index}])`,
  );
}

/**
 * `quantilesExact` takes the value at rank ⌊level × n⌋, counted from 0; a level lower by this much makes it ⌈level × n⌉ − 1,
 * for levels of up to six digits and ten million readings a series. It selects where `quantilesExactWeighted`, which has
 * that rule by itself, fills a hash table: that takes 720 ms of the processor for a week of 100 nodes every 10 s, this 350 to 450.
 */
const rankStep = 1e-13;

/** SQL for each statistic over rollup rows; quantiles come from the bucket counts, within 1 %. */
export function rollupStats(stats: readonly SeriesStat[]): string[] {
  return statExpressions(stats, ofRollups, (levels, index) => {
    // Buckets sort as their values do: the one that is found, not each that is counted, is turned into its value.
    const bucket = `quantilesExactWeightedArray(${levels.map((level) => level.toFixed(9)).join(", ")})(buckets, counts)[${index}]`;
    return `if(sum(length(counts)) = 0, NULL, ${bucketRepresentative(bucket)})`;
  });
}

/**
 * Both kinds of quantile follow one rank rule, the smallest value that at least the given share of values does not
 * exceed, so that a series does not jump where its source changes. Never the bare `quantile`: it samples.
 */
function statExpressions(
  stats: readonly SeriesStat[],
  plain: Record<PlainKind, string>,
  quantile: (levels: readonly number[], index: number) => string,
): string[] {
  const levels = stats.flatMap((stat) => (stat.kind === "quantile" ? [checkedLevel(stat.quantile)] : []));
  let index = 0;
  return stats.map((stat) => {
    if (stat.kind !== "quantile") return plain[stat.kind];
    index += 1;
    return quantile(levels, index);
  });
}

function checkedLevel(quantile: number): number {
  if (!(quantile > 0 && quantile < 1)) throw new RangeError(`quantile ${quantile} is not between 0 and 1`);
  return quantile;
}
