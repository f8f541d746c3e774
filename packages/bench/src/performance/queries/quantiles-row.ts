import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Comparison, Row, RowContext, RowResult } from "../row.js";
import { askHistory, type Cost, measureCost, type Quantiles, quantilesOf, requireSameAnswers } from "./ask.js";
import { askPeer, countReadings, type PeerKind } from "./ask-peer.js";
import { fillVictoriaMetrics, type Range, writePrometheusBlocks } from "./peer-data.js";
import { type PeerServer, startPrometheus, startVictoriaMetrics } from "./peers.js";
import { dayMs, intervalMs, writeDay } from "./readings.js";
import { type HistoryServer, mergeTable, startHistoryServer } from "./server.js";

const nodes = 100;
const seed = 5;
/** The peers interpolate between two readings, ours is one of them: that is all by which they may differ. */
const differenceMax = 0.01;

export const queryQuantiles: Row = {
  name: "query-quantiles",
  summary: "p50, p95 and p99 of one metric, 100 nodes, 7 days of 10 s data: ours, VictoriaMetrics, Prometheus",
  async run(context) {
    const folder = mkdtempSync(join(tmpdir(), "statwire-bench-queries-"));
    const open: { close(): Promise<void> }[] = [];
    try {
      const server = await startHistoryServer();
      open.push(server);
      const range = await fillHistory(server, context);
      const peers = await startPeers(server, range, { ...context, folder }, (peer) => open.push({ close: peer.stop }));
      return await measure({ server, peers, range }, context);
    } finally {
      for (const one of open.reverse()) await one.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Peers {
  VictoriaMetrics: PeerServer;
  Prometheus: PeerServer;
}

interface Sides {
  server: HistoryServer;
  peers: Peers;
  range: Range;
}

/** The last whole days, each written at once. */
async function fillHistory(server: HistoryServer, { quick, signal, tell }: RowContext): Promise<Range> {
  const days = quick ? 2 : 7;
  const toMs = Math.floor(Date.now() / dayMs) * dayMs;
  const fromMs = toMs - days * dayMs;
  for (let startMs = fromMs; startMs < toMs; startMs += dayMs) {
    signal.throwIfAborted();
    await writeDay(server.history, "cpu", { startMs, nodes, seed });
  }
  await mergeTable(server.history, "host_cpu");
  tell(`${days} days of ${nodes} nodes are in the history`);
  return { fromMs, toMs };
}

async function startPeers(
  { history }: HistoryServer,
  range: Range,
  options: RowContext & { folder: string },
  started: (peer: PeerServer) => void,
): Promise<Peers> {
  const { folder, tell } = options;
  const VictoriaMetrics = await startVictoriaMetrics(folder, tell);
  started(VictoriaMetrics);
  await fillVictoriaMetrics(history, VictoriaMetrics, range);
  tell("VictoriaMetrics has them");
  const Prometheus = await startPrometheus(await writePrometheusBlocks(history, range, options), tell);
  started(Prometheus);
  tell("Prometheus has them");
  return { VictoriaMetrics, Prometheus };
}

async function measure(sides: Sides, { quick, signal, tell }: RowContext): Promise<RowResult> {
  const notes = await verify(sides);
  const rounds = { ours: [] as Cost[], VictoriaMetrics: [] as Cost[], Prometheus: [] as Cost[] };
  for (let round = 0; round < (quick ? 2 : 7); round += 1) {
    signal.throwIfAborted();
    rounds.ours.push(await measureCost(sides.server, 4, () => askHistory(sides.server, questionOf(sides.range))));
    for (const kind of ["VictoriaMetrics", "Prometheus"] as const) {
      const times = kind === "Prometheus" ? 1 : 2;
      rounds[kind].push(
        await measureCost(sides.peers[kind], times, () => askPeer(sides.peers[kind], kind, sides.range)),
      );
    }
    tell(
      `round ${round + 1}: ${JSON.stringify([rounds.ours.at(-1), rounds.VictoriaMetrics.at(-1), rounds.Prometheus.at(-1)])}`,
    );
  }
  const comparisons = (["VictoriaMetrics", "Prometheus"] as const).flatMap((name): Comparison[] => {
    const target = { atMost: name === "VictoriaMetrics" ? 0.35 : 0.05 };
    const of = (costs: readonly Cost[], value: keyof Cost) => costs.map((cost) => cost[value]);
    const compared = (value: keyof Cost) => ({
      ours: of(rounds.ours, value),
      baseline: { name, rounds: of(rounds[name], value) },
    });
    return [
      { what: `answer, against ${name}`, unit: "ms", ...compared("wallMs"), target },
      { what: `processor for it, against ${name}`, unit: "ms CPU", ...compared("cpuMs"), target },
    ];
  });
  return { comparisons, notes };
}

function questionOf(range: Range) {
  return { subject: "cpu", nodes, ...range } as const;
}

/** Both peers hold every reading, and all three answer the same; what was asked once is warm afterwards. */
async function verify({ server, peers, range }: Sides): Promise<string[]> {
  const result = await askHistory(server, questionOf(range));
  const ours = quantilesOf(result);
  const expected = (nodes * (range.toMs - range.fromMs)) / intervalMs;
  const notes = [
    `${expected} readings of one metric, drawn inside ClickHouse and exported to the peers (VictoriaMetrics by /api/v1/import, Prometheus by promtool's blocks); ` +
      "each has this metric alone, ours the table host_cpu of 12; parts merged where the server can be told to",
    `ours: metricSeries of the history store, source ${result.source}; caches warm on all sides, no side answers from a cache of answers`,
  ];
  for (const kind of ["VictoriaMetrics", "Prometheus"] as const satisfies PeerKind[]) {
    const peer = peers[kind];
    const held = await countReadings(peer, range);
    if (held !== expected) throw new Error(`${kind} holds ${held} of ${expected} readings`);
    const answers: Quantiles = await askPeer(peer, kind, range);
    const apart = requireSameAnswers(ours, answers, differenceMax);
    notes.push(`${peer.version}: all readings, answers within ${(apart * 100).toFixed(4)} % of ours`);
  }
  return notes;
}
