import type { History } from "@statwire/history-store";

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const intervalMs = 10_000;
export const workspace = "default";

/** What is written for each node: one gauge, or the two counters of one interface. */
export type Subject = "cpu" | "network";

export interface Day {
  /** Its beginning (UTC), Unix milliseconds. */
  startMs: number;
  nodes: number;
  seed: number;
}

export function nodeName(index: number): string {
  return `load-${String(index).padStart(4, "0")}`;
}

/** Names of the first nodes. */
export function nodeNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => nodeName(index));
}

/**
 * Writes a day of readings every 10 s of every node into a typed table. They are drawn inside the server, from a hash of
 * seed, node and time, so that they are repeatable; their distribution is that of `HostLoad`:
 *
 * - processor utilization: 0.3, a day's sine of 0.12 with a phase of the node's own, and a walk (normal steps of 0.02,
 *   drawn back by 2 % a reading: its own deviation is 0.1), limited to 0–1 and stored to 4 digits;
 * - bytes of the interface `eth0`: counters whose rate is log-normal (σ = 1) around a level of the node's own, itself
 *   log-normal around 250 000 and 180 000 a second. They start again at zero at midnight, as after a restart.
 */
export async function writeDay({ client }: History, subject: Subject, { startMs, nodes, seed }: Day): Promise<void> {
  await client.command({
    query: statements[subject],
    query_params: { start: startMs, nodes, seed, ticks: dayMs / intervalMs, interval: intervalMs },
    // The rows come one node after the other, in the order of time, in which the sums over them are made.
    clickhouse_settings: { async_insert: 0, max_threads: 1, deduplicate_insert_select: "disable", ...oneBlock },
  });
}

const oneBlock = {
  max_insert_block_size: "10000000",
  min_insert_block_size_rows: "10000000",
  min_insert_block_size_bytes: "4000000000",
};

/** A number between 0 and 1, both excluded, that follows from the node, the reading and `what`. */
function uniform(what: number, tick = "tick"): string {
  return `(bitShiftRight(cityHash64({seed:UInt32}, {start:Int64}, node_number, ${tick}, ${what}), 11) + 0.5) / 9007199254740992`;
}

/** Normal with mean 0 and deviation 1, after G. E. P. Box and M. E. Muller (1958). */
function normal(what: number, tick = "tick"): string {
  return `sqrt(-2 * log(${uniform(what, tick)})) * cos(2 * pi() * ${uniform(what + 1, tick)})`;
}

const TICKS = `
  SELECT intDiv(number, {ticks:UInt32}) AS node_number, number % {ticks:UInt32} AS tick,
      concat('load-', leftPad(toString(node_number), 4, '0')) AS node,
      {start:Int64} + tick * {interval:Int64} AS ms
  FROM numbers({nodes:UInt64} * {ticks:UInt64})`;

/** The share of a walk that is left after one reading. */
const kept = 0.98;
/** The same as the half-life of the average, in readings, whose weights are (1 − kept) times those of the walk. */
const halfLife = Math.log(0.5) / Math.log(kept);

const WALKS = `
  SELECT node, node_number, tick, ms,
      exponentialMovingAverage(${halfLife})(${normal(1)}, toFloat64(tick))
          OVER (PARTITION BY node ORDER BY tick ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) / ${1 - kept} AS walk
  FROM (${TICKS})`;

/** Of one node the same every day. */
const phase = "(cityHash64({seed:UInt32}, node_number) % 1000) / 1000";

const GROWTHS = ["receive", "transmit"].map((name, index) => {
  const perSecond = [250_000, 180_000][index];
  const level = `exp(${normal(20 + index * 2, "0").replaceAll("{start:Int64}", "0")})`;
  return `${perSecond} * ${level} * exp(${normal(10 + index * 2)}) * {interval:Int64} / 1000 AS ${name}`;
});

const statements: Record<Subject, string> = {
  cpu: `
    INSERT INTO host_cpu (workspace, node, ts, utilization_e4)
    SELECT '${workspace}', node, fromUnixTimestamp64Milli(ms, 'UTC'),
        toInt32(round(1e4 * least(1, greatest(0, 0.3 + 0.12 * sin(2 * pi() * (ms / ${dayMs} + ${phase})) + 0.02 * walk))))
    FROM (${WALKS})`,
  network: `
    INSERT INTO host_network (workspace, node, interface, ts, receive_bytes, transmit_bytes)
    SELECT '${workspace}', node, 'eth0', fromUnixTimestamp64Milli(ms, 'UTC'),
        toInt64(sum(receive) OVER w), toInt64(sum(transmit) OVER w)
    FROM (SELECT node, tick, ms, ${GROWTHS.join(", ")} FROM (${TICKS}))
    WINDOW w AS (PARTITION BY node ORDER BY tick ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
};
