import { historyOf, type Product, startProduct, waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { Fleet } from "../../pressure/fleet.js";
import { connectBenchLog } from "../bench-log.js";
import { openRedisLines } from "../redis-client.js";
import type { Row, RowContext, RowResult } from "../row.js";
import { percentile } from "../statistics.js";
import { Awaited } from "./awaited.js";

const nodes = 1_000;
const readingsPerSecond = nodes / 10;
const length = {
  full: { warmSeconds: 20, roundSeconds: 24, rounds: 5 },
  quick: { warmSeconds: 12, roundSeconds: 10, rounds: 2 },
};
const pollMs = 50;
const settleWithinMs = 30_000;

/** Rows that came since the last look. Inserts may become visible out of order, so the looks overlap. */
const NEW_ROWS = `
  SELECT node, toUInt32(sequence) AS sequence, toUInt32(event_seq) AS eventSeq
  FROM host_events WHERE event_seq > {after:UInt64} AND family = 'host' AND startsWith(node, 'sim-')`;
const overlap = 500;

/** How long a reading takes from when it is taken until readers of either store see it, in the whole product. */
export const latency: Row = {
  name: "latency",
  summary: "reading → Redis and reading → ClickHouse visible, 1 000 nodes every 10 s",
  async run(context) {
    const undo: (() => unknown)[] = [];
    try {
      const product = await startProduct();
      undo.push(() => product.discard());
      const log = await connectBenchLog(product);
      undo.push(() => log.close());
      const sight = { round: 0, redis: new Awaited(), history: new Awaited() };
      const fleet = new Fleet(log, Date.now(), ({ node, sequence, observedAtMs }) => {
        sight.redis.send(node, observedAtMs, sight.round);
        sight.history.send(`${node} ${sequence}`, observedAtMs, sight.round);
      });
      undo.push(() => fleet.stop());
      const notices = await watchRedis(product, sight.redis);
      undo.push(() => notices.close());
      const looks = watchHistory(product, sight.history);
      undo.push(() => looks.stop());
      return await measure(context, { fleet, sight, looks });
    } finally {
      for (const act of undo.reverse()) await act();
    }
  },
};

interface Sight {
  /** Of what is sent now; 0 while everything gets warm. */
  round: number;
  redis: Awaited;
  history: Awaited;
}

async function measure(
  { quick, signal, tell }: RowContext,
  { fleet, sight, looks }: { fleet: Fleet; sight: Sight; looks: Looks },
): Promise<RowResult> {
  const { warmSeconds, roundSeconds, rounds } = quick ? length.quick : length.full;
  fleet.load(nodes, readingsPerSecond);
  await sleep(warmSeconds * 1e3, signal);
  for (sight.round = 1; sight.round <= rounds; sight.round += 1) {
    tell(`round ${sight.round} of ${rounds}`);
    await sleep(roundSeconds * 1e3, signal);
    signal.throwIfAborted();
  }
  fleet.rest();
  const { redis, history } = sight;
  const unseen = () => `not seen: ${redis.unseen} readings in Redis, ${history.unseen} in ClickHouse`;
  await waitFor(() => redis.unseen + history.unseen === 0, settleWithinMs, unseen);
  if (redis.overtaken > 0)
    throw new Error(`${redis.overtaken} readings were not in Redis when their node's next was taken`);
  const shares = (awaited: Awaited, share: number) =>
    Array.from({ length: rounds }, (_, index) => percentile(awaited.latencies(index + 1), share));
  const readings = Array.from({ length: rounds }, (_, index) => redis.latencies(index + 1).length);
  const others = (awaited: Awaited) =>
    [0.5, 0.95, 1].map(
      (share) =>
        `p${share * 100} ${shares(awaited, share)
          .map((value) => value.toFixed(0))
          .join(" ")}`,
    );
  return {
    comparisons: [
      { what: "reading → Redis, p99", unit: "ms", ours: shares(redis, 0.99), target: { atMost: 50 } },
      { what: "reading → ClickHouse visible, p99", unit: "ms", ours: shares(history, 0.99), target: { atMost: 1_500 } },
    ],
    notes: [
      `${readings.join(", ")} readings in the rounds, each seen in both stores; refused ${fleet.counts.refused}, of unknown outcome ${fleet.counts.unknown}`,
      `Redis: ${others(redis).join("; ")} ms, seen by keyspace notices, no polling; ClickHouse: ${others(history).join("; ")} ms, seen when a look had answered that had it`,
      `looks at ClickHouse ${pollMs} ms apart, ${looks.medianMs().toFixed(0)} ms each (median): so much is in its figures at most`,
    ],
  };
}

/** Redis tells of each change of a node's snapshot when it is made. */
async function watchRedis(product: Product, awaited: Awaited): Promise<{ close(): void }> {
  const client = await openRedisLines(product, (line) => {
    const node = /^__keyspace@0__:.*:node:default:(sim-\d+)$/.exec(line)?.[1];
    if (node !== undefined) awaited.see(node, Date.now());
  });
  client.send("CONFIG SET notify-keyspace-events Kh");
  client.send("PSUBSCRIBE __keyspace@0__:*:node:default:sim-*");
  return client;
}

interface Looks {
  medianMs(): number;
  stop(): Promise<void>;
}

/** Looks at the history again and again; a row counts as seen when the answer is there. */
function watchHistory(product: Product, awaited: Awaited): Looks {
  const history = historyOf(product);
  const stopped = new AbortController();
  const tookMs: number[] = [];
  const lookForever = async () => {
    let last = 0;
    while (!stopped.signal.aborted) {
      const startedAtMs = performance.now();
      const query_params = { after: Math.max(0, last - overlap) };
      const result = await history.query({ query: NEW_ROWS, query_params, format: "JSONEachRow" });
      const rows = await result.json<{ node: string; sequence: number; eventSeq: number }>();
      tookMs.push(performance.now() - startedAtMs);
      for (const { node, sequence, eventSeq } of rows) {
        awaited.see(`${node} ${sequence}`, Date.now());
        last = Math.max(last, eventSeq);
      }
      await sleep(pollMs, stopped.signal);
    }
  };
  // A look that fails leaves readings unseen, which fails the row.
  const looking = lookForever().catch(() => undefined);
  return {
    medianMs: () => percentile(tookMs, 0.5),
    async stop() {
      stopped.abort();
      await looking;
      await history.close();
    },
  };
}
