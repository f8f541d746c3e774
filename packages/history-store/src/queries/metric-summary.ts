import type { History } from "../connect.js";
import { metricSeries, type SeriesRequest } from "./metric-series.js";

/** One series with its statistics over the whole range, in the order they were asked for. */
export interface SeriesSummary {
  node: string;
  attribute: string;
  values: readonly (number | null)[];
}

/** Statistics of each series of a metric over a whole range. Errors: as `metricSeries`. */
export async function metricSummary(
  history: History,
  request: Omit<SeriesRequest, "stepMs">,
  nowMs: number,
): Promise<SeriesSummary[]> {
  const { series } = await metricSeries(history, { ...request, stepMs: request.toMs - request.fromMs }, nowMs);
  return series.map(({ node, attribute, summary }) => ({ node, attribute, values: summary }));
}
