import type { Metric, MetricTable } from "@statwire/events";
import { bucketExpression } from "./buckets.js";
import { attributeExpression, type RawRange, readingOf, readingsQuery, seriesKey } from "./readings.js";

/**
 * A query for the rows of `metric_1h` (all but the version) that the raw data of a range of hours gives, for metrics
 * of one typed table, in one pass over its rows. Closing an hour stores what it gives; reading an hour that is not
 * closed yet uses it as it is.
 */
export function hourlyRowsQuery(table: MetricTable, metrics: readonly Metric[], range: RawRange): string {
  const key = seriesKey(metrics);
  return `
    SELECT
        workspace, node, hour,
        m.1 AS metric, ${attributeExpression(metrics, "m.2")} AS attribute,
        m.3 AS n, m.4 AS total, m.5 AS lo, m.6 AS hi, m.7 AS last, m.8 AS increase, m.9 AS seconds,
        mapKeys(m.10) AS buckets, mapValues(m.10) AS counts
    FROM (
        SELECT ${key}, toStartOfHour(toDateTime(ts, 'UTC')) AS hour, arrayJoin([${metrics.map(aggregates).join(", ")}]) AS m
        FROM (${readingsQuery(table, metrics, range)})
        WHERE ts >= ${range.from}
        GROUP BY ${key}, hour
    )
    WHERE n > 0`;
}

/** (name, fixed attribute value, n, total, lo, hi, last, increase, seconds, bucket counts) of one metric. */
function aggregates(metric: Metric): string {
  const { exists, value, grown, elapsed } = readingOf(metric);
  const buckets = metric.quantiles
    ? `CAST(sumMapIf(map(${bucketExpression(value)}, toUInt32(1)), ${exists}), 'Map(Int16, UInt32)')`
    : "CAST(map(), 'Map(Int16, UInt32)')";
  return `(
    '${metric.name}', '${metric.fixed?.value ?? ""}', toUInt32(countIf(${exists})),
    toFloat64(sumIf(${value}, ${exists})), toFloat64(minIf(${value}, ${exists})), toFloat64(maxIf(${value}, ${exists})),
    toFloat64(argMaxIf(${value}, ts, ${exists})),
    toFloat64(sumIf(${grown}, ${exists})), toFloat64(sumIf(${elapsed}, ${exists})), ${buckets})`;
}
