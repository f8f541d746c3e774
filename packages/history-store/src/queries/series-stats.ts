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

/** Over rows of `metric_1h`, `metric_1d` or `metric_1mo`, their time in `at`. */
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

/** SQL for the statistics over readings, see `statColumns`; quantiles are exact: numbers as they were ranked. */
export function readingStats(stats: readonly SeriesStat[]): string[] {
  return statColumns(stats, ofReadings, (levels) => `quantilesExact(${lowered(levels)})(ranked)`);
}

/**
 * `quantilesExact` takes the value at rank ⌊level × n⌋, counted from 0; a level lower by this much makes it ⌈level × n⌉ − 1,
 * for levels of up to six digits and ten million readings a series. It selects where `quantilesExactWeighted`, which has
 * that rule by itself, fills a hash table: that takes 720 ms of the processor for a week of 100 nodes every 10 s, this 350 to 450.
 * That rule is of the product as it is rounded, too: 0.07 × 100 is more than 7, and the eighth value would be taken.
 */
const rankStep = 1e-13;

function lowered(levels: readonly number[]): string {
  return levels.map((level) => (level - rankStep).toFixed(14)).join(", ");
}

/**
 * SQL for the statistics over rollup rows, see `statColumns`; quantiles come from the bucket counts, within 1 %, and are
 * told as buckets, none without counts. Buckets sort as their values do: the one that is found, not each that is counted,
 * is turned into its value, and by the reader: written out in the statement that took the server 15 ms, half of an answer.
 */
export function rollupStats(stats: readonly SeriesStat[]): string[] {
  return statColumns(stats, ofRollups, (levels) => {
    const quantiles = `quantilesExactWeightedArray(${lowered(levels)})(buckets, counts)`;
    return `if(sum(length(counts)) = 0, [], ${quantiles})`;
  });
}

/** What a column of a statistic holds: a number, or those of all quantiles. */
export type StatColumn = number | null | readonly number[];

/**
 * A column for each statistic but the quantiles, in their order; then, if any is asked for, one for all of them. Both
 * kinds of quantile follow one rank rule, the smallest value that at least the given share of values does not exceed, so
 * that a series does not jump where its source changes. Never the bare `quantile`: it samples.
 */
function statColumns(
  stats: readonly SeriesStat[],
  plain: Record<PlainKind, string>,
  quantiles: (levels: readonly number[]) => string,
): string[] {
  const levels = stats.flatMap((stat) => (stat.kind === "quantile" ? [checkedLevel(stat.quantile)] : []));
  const columns = stats.flatMap((stat) => (stat.kind === "quantile" ? [] : [plain[stat.kind]]));
  return levels.length === 0 ? columns : [...columns, quantiles(levels)];
}

/** The statistics in the order they were asked for, out of their columns. `ofRanked` gives the value of a quantile as it is told. */
export function statValues(
  stats: readonly SeriesStat[],
  columns: readonly StatColumn[],
  ofRanked: (ranked: number) => number,
): (number | null)[] {
  const plain = columns.filter((column) => typeof column === "number" || column === null).values();
  const ranked = (columns.find((column) => typeof column === "object" && column !== null) ?? []).values();
  return stats.map(({ kind }) => {
    if (kind !== "quantile") return plain.next().value ?? null;
    const { value } = ranked.next();
    return value === undefined ? null : ofRanked(value);
  });
}

function checkedLevel(quantile: number): number {
  if (!(quantile > 0 && quantile < 1)) throw new RangeError(`quantile ${quantile} is not between 0 and 1`);
  return quantile;
}
