import type { History } from "../connect.js";
import { metricSeries } from "./metric-series.js";
import type { SelectionRequest } from "./series-selection.js";

/** One series of a metric by what tells it apart. */
export interface SeriesIdentity {
  node: string;
  attribute: string;
}

/** Which series of a metric have readings in a range: its cores, devices, mountpoints … Errors: as `metricSeries`. */
export async function seriesAttributes(
  history: History,
  request: SelectionRequest & { fromMs: number; toMs: number },
  nowMs: number,
): Promise<SeriesIdentity[]> {
  const stepMs = request.toMs - request.fromMs;
  const { series } = await metricSeries(history, { ...request, stepMs, stats: [{ kind: "count" }] }, nowMs);
  return series.map(({ node, attribute }) => ({ node, attribute }));
}
