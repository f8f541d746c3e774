/** One chart of a Netdata agent: raw values of its dimensions, in the unit in which they were collected. */
export interface Chart {
  /** Unix milliseconds of the collection, by the agent's clock. */
  collectedAtMs: number;
  values: ReadonlyMap<string, number>;
}

/** By the chart's identifier: `system.cpu`, `disk.sda`. */
export type Charts = ReadonlyMap<string, Chart>;

/** Far more than the charts that are asked for. */
const chartsMax = 20_000;

/**
 * Charts of `/api/v1/allmetrics?format=prometheus&source=as-collected` (learn.netdata.cloud, "Using Netdata with
 * Prometheus"): counters are the kernel's own, so they go on where another source left off.
 * @throws Error when it is none.
 */
export function parseCharts(text: string): Charts {
  const charts = new Map<string, { collectedAtMs: number; values: Map<string, number> }>();
  for (const line of text.split("\n")) {
    const sample = parseSample(line);
    if (sample === undefined) continue;
    let chart = charts.get(sample.chart);
    if (chart === undefined) {
      if (charts.size === chartsMax) throw new Error(`the answer has more than ${chartsMax} charts`);
      chart = { collectedAtMs: sample.collectedAtMs, values: new Map() };
      charts.set(sample.chart, chart);
    }
    chart.values.set(sample.dimension, sample.value);
  }
  if (charts.size === 0) throw new Error(`the answer holds no metrics: ${JSON.stringify(text.slice(0, 40))}`);
  return charts;
}

const sampleLine = /^netdata_(\w+)\{(.*)\} (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) (\d+)$/i;
const chartLabel = /(?:^|,)chart="([^"]+)"/;
const dimensionLabel = /(?:^|,)dimension="([^"]+)"/;

function parseSample(line: string) {
  const [, metric = "", labels = "", value = "", time = ""] = sampleLine.exec(line) ?? [];
  const chart = chartLabel.exec(labels)?.[1];
  if (chart === undefined) return undefined;
  // Where the dimensions of a chart differ in their units, each has a metric of its own that ends in its name.
  const dimension = dimensionLabel.exec(labels)?.[1] ?? metric.replace(/_total$/, "").replace(/^.*_/, "");
  return { chart, dimension, value: Number(value), collectedAtMs: Number(time) };
}
