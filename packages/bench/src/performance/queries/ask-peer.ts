import { levels, type Quantiles } from "./ask.js";
import { peerMetric, type Range } from "./peer-data.js";
import type { PeerServer } from "./peers.js";

/** Vectors of the HTTP API that both peers have: labels, and [Unix seconds, number as text]. */
interface Vector {
  status: string;
  error?: string;
  data: { result: { metric: Record<string, string>; value: [number, string] }[] };
}

/** The best form each has for three quantiles at once: VictoriaMetrics a function for it, Prometheus one for each. */
const quantileQueries = {
  VictoriaMetrics: (window: string) => `quantiles_over_time("phi", ${levels.join(", ")}, ${peerMetric}${window})`,
  Prometheus: (window: string) =>
    levels
      .map((level) => `label_replace(quantile_over_time(${level}, ${peerMetric}${window}), "phi", "${level}", "", "")`)
      .join(" or "),
};

export type PeerKind = keyof typeof quantileQueries;

/** Quantiles of each node over a range, not taken from a cache of answers. */
export async function askPeer(peer: PeerServer, kind: PeerKind, range: Range): Promise<Quantiles> {
  const found = new Map<string, number[]>();
  for (const { metric, value } of await query(peer, quantileQueries[kind](windowOf(range)), range)) {
    const node = metric.node ?? "";
    const values = found.get(node) ?? [];
    found.set(node, values);
    values[levels.findIndex((level) => String(level) === metric.phi)] = Number(value[1]);
  }
  return found;
}

/** How many readings of the metric it has in the range. */
export async function countReadings(peer: PeerServer, range: Range): Promise<number> {
  const [sum] = await query(peer, `sum(count_over_time(${peerMetric}${windowOf(range)}))`, range);
  return Number(sum?.value[1] ?? 0);
}

function windowOf({ fromMs, toMs }: Range): string {
  return `[${(toMs - fromMs) / 1_000}s]`;
}

/** As of a second before the end: their ranges leave out the beginning and hold the end, ours the other way round. */
async function query({ url }: PeerServer, text: string, { toMs }: Range): Promise<Vector["data"]["result"]> {
  const parameters = new URLSearchParams({ query: text, time: String(toMs / 1_000 - 1), nocache: "1" });
  const response = await fetch(`${url}/api/v1/query?${parameters}`);
  const answer = (await response.json()) as Vector;
  if (answer.status !== "success") throw new Error(`${text}: ${answer.error}`);
  return answer.data.result;
}
