/** What a rollup tells of one series: in stored units, as the columns of `metric_1h`. */
export interface SeriesNumbers {
  n: number;
  total: number;
  lo: number;
  hi: number;
  last: number;
  increase: number;
  seconds: number;
  /** How many values the bucket counts hold, and a hash of them, in decimal. */
  bucketed: number;
  buckets: string;
}

/** A series whose stored rollup is not what its source gives now. */
export interface SeriesDifference {
  /** Start of the hour or day, Unix milliseconds. */
  startMs: number;
  workspace: string;
  node: string;
  metric: string;
  attribute: string;
  /** Undefined: no such row. */
  stored: SeriesNumbers | undefined;
  computed: SeriesNumbers | undefined;
}

/** The differing series of one node in one hour or day, and some of them. */
export interface NodeDifference {
  startMs: number;
  workspace: string;
  node: string;
  series: number;
  /** The highest version of a differing row that is stored; 0 when none is. */
  storedVersion: number;
  /** Metric and attribute of rows that are stored though nothing gives them. */
  surplus: [metric: string, attribute: string][];
  examples: SeriesDifference[];
}

/** Series that are shown of each node and table. */
const examplesMax = 5;
const surplusMax = 10_000;
/** Nodes and hours that one statement answers; what is beyond is found once these are repaired. */
export const nodeDifferencesMax = 1_000;

/** The hash is of types that both sides have, or equal numbers would differ in it. */
const numbers = `toUInt64(n) AS n, total, lo, hi, increase, seconds, toUInt64(arraySum(counts)) AS bucketed,
    cityHash64(CAST(buckets, 'Array(Int16)'), CAST(counts, 'Array(UInt64)')) AS hash, last`;

/**
 * SQL that compares stored rollups with computed ones, series by series, and gives a row per hour (or day) and node
 * that differs. Counts, bounds, last values and buckets must be equal. Sums may differ in the order of their additions: by 1e-9 of
 * what n values of the greatest magnitude would add up to.
 * @param time the column that holds the start
 * @param stored SQL of `workspace, node, metric, attribute`, the time column, the columns of a rollup and `version`
 * @param computed the same without `version`
 */
export function differenceQuery(time: string, stored: string, computed: string): string {
  const names = ["workspace", "node", "metric", "attribute"];
  const key = [...names, time].join(", ");
  const texted = [...names.map((name) => `toString(${name}) AS ${name}`), time].join(", ");
  const side = (wanted: number) =>
    `(anyIf((n, total, lo, hi, increase, seconds, bucketed, hash, last), side = ${wanted}) AS side${wanted})`;
  return `
    SELECT toUnixTimestamp(${time}) AS start, workspace, node, toUInt32(count()) AS series,
        max(version) AS storedVersion,
        groupArrayIf(${surplusMax})((metric, attribute), NOT hasComputed) AS surplus,
        groupArray(${examplesMax})((metric, attribute, hasStored, hasComputed, ${texts("side0")}, ${texts("side1")})) AS examples
    FROM (
        SELECT ${key}, max(version) AS version, max(side = 0) AS hasStored, max(side = 1) AS hasComputed,
            ${side(0)}, ${side(1)}
        FROM (
            SELECT ${texted}, ${numbers}, version, 0 AS side FROM (${stored})
            UNION ALL
            SELECT ${texted}, ${numbers}, toUInt64(0) AS version, 1 AS side FROM (${computed})
        )
        GROUP BY ${key}
        HAVING NOT (hasStored AND hasComputed AND ${areEqual})
    )
    GROUP BY ${time}, workspace, node
    ORDER BY start, workspace, node
    LIMIT ${nodeDifferencesMax}`;
}

/** 64-bit numbers do not survive JSON, and infinities are not in it. */
function texts(tuple: string): string {
  return `[${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `toString(${tuple}.${at})`).join(", ")}]`;
}

const isNear = (at: number, scale: string) => `abs(side0.${at} - side1.${at}) <= 1e-9 * (${scale})`;
const areEqual = [
  "side0.1 = side1.1",
  isNear(2, "1e-6 + side0.1 * greatest(abs(side0.3), abs(side0.4))"),
  "side0.3 = side1.3",
  "side0.4 = side1.4",
  isNear(5, "1e-6 + abs(side0.5)"),
  isNear(6, "1e-6 + abs(side0.6)"),
  "side0.7 = side1.7",
  "side0.8 = side1.8",
  "side0.9 = side1.9",
].join(" AND ");

/** A row of `differenceQuery`. */
export interface DifferenceRow {
  start: number;
  workspace: string;
  node: string;
  series: number;
  storedVersion: number;
  surplus: [metric: string, attribute: string][];
  examples: [
    metric: string,
    attribute: string,
    hasStored: number,
    hasComputed: number,
    stored: string[],
    computed: string[],
  ][];
}

/** What a row of `differenceQuery` says. */
export function toNodeDifference({ start, examples, ...row }: DifferenceRow): NodeDifference {
  const startMs = start * 1000;
  const { workspace, node } = row;
  return {
    ...row,
    startMs,
    examples: examples.map(([metric, attribute, hasStored, hasComputed, stored, computed]) => ({
      startMs,
      workspace,
      node,
      metric,
      attribute,
      stored: hasStored === 1 ? toNumbers(stored) : undefined,
      computed: hasComputed === 1 ? toNumbers(computed) : undefined,
    })),
  };
}

function toNumbers([n, total, lo, hi, increase, seconds, bucketed, buckets, last]: readonly string[]): SeriesNumbers {
  return {
    n: Number(n),
    total: Number(total),
    lo: Number(lo),
    hi: Number(hi),
    last: Number(last),
    increase: Number(increase),
    seconds: Number(seconds),
    bucketed: Number(bucketed),
    buckets: buckets ?? "0",
  };
}
