/** One chart of a Netdata agent: raw values of its dimensions, in the unit in which they were collected. */
export interface Chart {
  /** Unix milliseconds of the collection, by the agent's clock. */
  collectedAtMs: number;
  values: ReadonlyMap<string, number>;
}

/** By the chart's identifier: `system.cpu`, `disk.sda`. */
export type Charts = ReadonlyMap<string, Chart>;

/** What an agent said. */
export interface Answer {
  /** Unix milliseconds, by the agent's clock. */
  answeredAtMs: number;
  charts: Charts;
}

/** Far more than the charts that are asked for. */
const chartsMax = 20_000;

/** A chart that was not collected for so long tells nothing of now. */
const ageMaxMs = 60_000;

/**
 * Charts of `/api/v1/allmetrics?format=prometheus&source=as-collected` (learn.netdata.cloud, "Using Netdata with
 * Prometheus"): counters are the kernel's own, so they go on where another source left off.
 * @throws Error when it is none.
 */
export function parseAnswer(text: string): Answer {
  const charts = new Map<string, { collectedAtMs: number; values: Map<string, number> }>();
  let answeredAtMs = Number.NaN;
  for (const line of text.split("\n")) {
    const sample = parseSample(line);
    if (sample === undefined) continue;
    const { name, atMs } = sample;
    if (name === undefined) {
      answeredAtMs = atMs;
      continue;
    }
    let chart = charts.get(name);
    if (chart === undefined) {
      if (charts.size === chartsMax) throw new Error(`the answer has more than ${chartsMax} charts`);
      chart = { collectedAtMs: atMs, values: new Map() };
      charts.set(name, chart);
    }
    chart.values.set(sample.dimension, sample.value);
  }
  if (Number.isNaN(answeredAtMs)) throw new Error(`the answer holds no metrics: ${JSON.stringify(text.slice(0, 40))}`);
  return { answeredAtMs, charts };
}

/**
 * The charts that are known after an answer. An agent tells a client only what it has collected since that client asked
 * last (seen in Netdata 1.37: `system.load`, collected every five seconds, is in every second answer or so): the rest is
 * as it was. What has grown old is forgotten.
 */
export function mergeAnswer(known: Charts, { answeredAtMs, charts }: Answer): Charts {
  const merged = new Map([...known, ...charts]);
  for (const [name, { collectedAtMs }] of merged) if (answeredAtMs - collectedAtMs > ageMaxMs) merged.delete(name);
  return merged;
}

const sampleLine = /^netdata_(\w+)\{(.*)\} (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) (\d+)$/i;
const chartLabel = /(?:^|,)chart="([^"]+)"/;
const dimensionLabel = /(?:^|,)dimension="([^"]+)"/;

/** One line. The one that tells of the agent itself has no name of a chart, but the time of the answer. */
function parseSample(line: string) {
  const [, metric = "", labels = "", value = "", time = ""] = sampleLine.exec(line) ?? [];
  const name = chartLabel.exec(labels)?.[1];
  if (name === undefined && metric !== "info") return undefined;
  // Where the dimensions of a chart differ in their units, each has a metric of its own that ends in its name.
  const dimension = dimensionLabel.exec(labels)?.[1] ?? metric.replace(/_total$/, "").replace(/^.*_/, "");
  return { name, dimension, value: Number(value), atMs: Number(time) };
}
