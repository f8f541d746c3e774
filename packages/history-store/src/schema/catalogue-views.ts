import { metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { bucketRepresentative } from "../rollups/buckets.js";

/**
 * Renews `v_metric_1h` and `v_metric_1d`: the closed hours and days in each metric's own unit. Unlike the other
 * stable views they follow the metric catalogue, which grows without a migration.
 */
export async function replaceCatalogueViews({ client }: History): Promise<void> {
  await client.command({ query: viewStatement("v_metric_1h", "metric_1h", "hour") });
  await client.command({ query: viewStatement("v_metric_1d", "metric_1d", "day") });
}

function viewStatement(view: string, table: string, timeColumn: string): string {
  return `
    CREATE OR REPLACE VIEW ${view} AS
    WITH
        ${transform((metric) => String(metric.scale), "1.")} AS scale,
        arrayReduce('quantilesExactWeighted(0.5, 0.95, 0.99)',
            arrayMap(b -> ${bucketRepresentative("b")}, buckets), counts) AS quantiles
    SELECT
        workspace, node, metric, attribute, ${timeColumn} AS time,
        ${transform((metric) => `'${metric.unit}'`, "''")} AS unit,
        n AS count,
        total * scale AS sum,
        total * scale / n AS average,
        lo * scale AS minimum,
        hi * scale AS maximum,
        last * scale AS last,
        increase * scale AS increase,
        seconds,
        if(empty(buckets), NULL, quantiles[1] * scale) AS p50,
        if(empty(buckets), NULL, quantiles[2] * scale) AS p95,
        if(empty(buckets), NULL, quantiles[3] * scale) AS p99,
        version
    FROM ${table} FINAL`;
}

/** An SQL expression that looks a property of the catalogue up by metric name. Names and units hold no quotes. */
function transform(property: (metric: (typeof metrics)[number]) => string, otherwise: string): string {
  const byName = new Map(metrics.map((metric) => [metric.name, property(metric)]));
  const names = [...byName.keys()].map((name) => `'${name}'`).join(", ");
  return `transform(toString(metric), [${names}], [${[...byName.values()].join(", ")}], ${otherwise})`;
}
