import type { QueryRequest } from "@statwire/events";
import type { Queried } from "../../nodes/query-module.js";
import type { QueriedMetric } from "./dto.js";
import { dashPadUnavailable, notFound, sourceUnavailable } from "./errors.js";
import { isMetricName, metrics } from "./metric-table.js";
import { readView, type ViewSources } from "./read-view.js";
import { toQueriedMetric } from "./to-metrics.js";

export interface QuerySources extends ViewSources {
  query(node: string, request: QueryRequest): Promise<Queried>;
}

/** What a collector can read from. */
const sourceNames: ReadonlySet<string> = new Set(["direct", "netdata", "systeminformation"]);

/**
 * Has a node read one metric from one source now, whatever the order of its sources. Errors: 404 for an unknown source,
 * metric or node, and for a source that has no such metric there; 503 when the collector does not answer.
 */
export async function queryMetric(
  sources: QuerySources,
  { source, name, node }: { source: string; name: string; node: string | undefined },
): Promise<QueriedMetric> {
  if (!sourceNames.has(source)) throw notFound("Source", source);
  if (!isMetricName(name)) throw notFound("Metric", name);
  const view = await readView(sources, node);
  const queried = await sources.query(view.snapshot.node, { module: metrics[name].module, source });
  switch (queried.kind) {
    case "unknown-source":
      throw notFound("Source", source);
    case "unavailable":
      throw sourceUnavailable(source, name, queried.reason);
    case "unreachable":
      throw dashPadUnavailable(queried.reason);
    case "read": {
      const metric = toQueriedMetric(view, { name, source }, queried);
      if (metric === undefined) throw sourceUnavailable(source, name, "the reading does not hold it");
      return metric;
    }
  }
}
