import { execFile } from "node:child_process";
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import type { History } from "@statwire/history-store";
import { requirePeer } from "../peer.js";
import type { PeerServer } from "./peers.js";

/** The metric as the peers have it. */
export const peerMetric = "cpu_utilization";

export interface Range {
  fromMs: number;
  toMs: number;
}

const run = promisify(execFile);

/** Every reading of the range, in the unit of the metric, one node after the other. */
const READINGS = `
  SELECT node, utilization_e4 / 1e4 AS value, toUnixTimestamp64Milli(ts) AS ms FROM host_cpu
  WHERE ts >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND ts < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  ORDER BY node, ts`;

/** The form of https://docs.victoriametrics.com/victoriametrics/#how-to-import-data-in-json-line-format: one line a series. */
const JSON_LINES = `
  SELECT map('__name__', '${peerMetric}', 'node', toString(node)) AS metric, groupArray(value) AS values, groupArray(ms) AS timestamps
  FROM (${READINGS}) GROUP BY node ORDER BY node FORMAT JSONEachRow`;

/** OpenMetrics text (https://prometheus.io/docs/specs/om/open_metrics_spec/): one line a reading, times in seconds. */
const OPEN_METRICS = `
  SELECT concat('${peerMetric}{node="', node, '"} ', toString(value), ' ', toString(intDiv(ms, 1000)))
  FROM (${READINGS}) FORMAT TSVRaw`;

/** Gives VictoriaMetrics the readings that the history holds, and has its parts merged, as ours are. */
export async function fillVictoriaMetrics(history: History, { url }: PeerServer, range: Range): Promise<void> {
  const body = Readable.toWeb(await exported(history, JSON_LINES, range));
  await post(`${url}/api/v1/import`, { body: body as ReadableStream, duplex: "half" });
  await post(`${url}/internal/force_flush`);
  await post(`${url}/internal/force_merge`);
}

/**
 * Writes the readings that the history holds as blocks of a day with promtool, for Prometheus to start with; the folder
 * of them. Prometheus merges them into larger ones by itself.
 */
export async function writePrometheusBlocks(
  history: History,
  range: Range,
  { folder, signal, tell }: { folder: string; signal: AbortSignal; tell(line: string): void },
): Promise<string> {
  const { path } = await requirePeer("promtool", tell);
  const data = join(folder, "prometheus");
  const text = join(folder, "readings.om");
  mkdirSync(data, { recursive: true });
  await pipeline(openMetrics(await exported(history, OPEN_METRICS, range)), createWriteStream(text), { signal });
  const words = ["tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=24h", "--quiet", text, data];
  await run(path, words, { signal });
  rmSync(text);
  writeFileSync(join(folder, "prometheus.yml"), "global: {}\n");
  return data;
}

async function* openMetrics(lines: Readable): AsyncGenerator<Buffer | string> {
  yield `# TYPE ${peerMetric} gauge\n`;
  yield* lines as AsyncIterable<Buffer>;
  yield "# EOF\n";
}

async function exported({ client }: History, query: string, range: Range): Promise<Readable> {
  const { stream } = await client.exec({
    query,
    query_params: { ...range },
    clickhouse_settings: { max_threads: 1 },
  });
  return stream as Readable;
}

async function post(url: string, init: RequestInit & { duplex?: "half" } = {}): Promise<void> {
  const response = await fetch(url, { method: "POST", ...init });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}
