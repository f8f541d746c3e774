import { type Random, seededRandom, weighted, wholeBetween } from "./random.js";

/** What can be killed or stopped. `far` is the collector of the second node. */
export const victims = [
  { name: "ingester", weight: 4 },
  { name: "clickhouse", weight: 2 },
  { name: "nats-server", weight: 2 },
  { name: "redis-server", weight: 2 },
  { name: "cache-projector", weight: 2 },
  { name: "collector", weight: 2 },
  { name: "far", weight: 2 },
  { name: "api", weight: 1 },
] as const;

export type Victim = (typeof victims)[number]["name"];

/**
 * The awaits of the ingester that its own fault points name (`services/ingester/src/fault-points.ts`). `first` is where it
 * has to end so that its successor comes to the point. Those of weight 0 are come to only where something is done for it:
 * scenarios draw them.
 */
export const ingesterPoints = [
  { name: "next batch", weight: 1, passesMax: 4 },
  { name: "open a cut", weight: 4, passesMax: 3 },
  { name: "insert", weight: 6, passesMax: 3 },
  { name: "commit", weight: 3, passesMax: 2 },
  { name: "beat", weight: 1, passesMax: 4 },
  { name: "close", weight: 2, passesMax: 2 },
  { name: "take over", weight: 2, passesMax: 4, first: "before open a cut 1" },
  { name: "read an open cut again", weight: 2, passesMax: 1, first: "after insert 1" },
  { name: "finish an open cut", weight: 2, passesMax: 1, first: "after insert 1" },
  { name: "look when the store was started", weight: 1, passesMax: 1, first: "after insert 1" },
  { name: "settle an insert", weight: 3, passesMax: 1, first: "after insert 1" },
  { name: "look for refused writes", weight: 1, passesMax: 3 },
  { name: "record a hold", weight: 1, passesMax: 1 },
  { name: "give the stream back", weight: 1, passesMax: 2 },
  // Of messages that nobody can read.
  { name: "set a dead letter aside", weight: 0, passesMax: 1 },
  { name: "split a cut", weight: 0, passesMax: 1 },
  { name: "read a message again", weight: 0, passesMax: 1 },
  { name: "withdraw a forged message", weight: 0, passesMax: 1 },
  // Of a disk that was full.
  { name: "set broken parts aside", weight: 0, passesMax: 1 },
  // Of a log that has lost its end, which no process's death does.
  { name: "start over", weight: 0, passesMax: 1 },
] as const;

export type PointName = (typeof ingesterPoints)[number]["name"];

/** What can be cut or slow; a fault of it waits for `victim`, which uses it, like any other. */
export const links = [
  { name: "second node → bus", victim: "far", to: "bus" },
  { name: "ingester → ClickHouse", victim: "ingester", to: "clickhouse" },
  { name: "ingester → bus", victim: "ingester", to: "bus" },
  { name: "cache-projector → bus", victim: "cache-projector", to: "bus" },
  { name: "cache-projector → Redis", victim: "cache-projector", to: "redis" },
  { name: "api → bus", victim: "api", to: "bus" },
] as const satisfies readonly { name: string; victim: Victim; to: "bus" | "clickhouse" | "redis" }[];

export type LinkName = (typeof links)[number]["name"];

export type Fault = { gapMs: number } & (
  | { kind: "kill"; victim: Victim }
  /** The ingester kills itself at a pass of one of its awaits; with two orders, its successor does so at the second. */
  | { kind: "kill-at"; victim: "ingester"; point: PointName; orders: readonly string[] }
  | { kind: "stop"; victim: Victim; forMs: number }
  /** Of a link: nothing crosses, and nobody is told. */
  | { kind: "cut"; victim: Victim; link: LinkName; forMs: number }
  /** Of a link: everything crosses, late and little by little. */
  | { kind: "slow"; victim: Victim; link: LinkName; forMs: number; latencyMs: number; bytesPerSecond: number }
);

/** How often a victim is chosen, where that differs from `victims`. */
export type Weights = Partial<Record<Victim, number>>;
/** How often a point is, likewise. */
export type PointWeights = Partial<Record<PointName, number>>;

export interface PlanOptions {
  kills: number;
  seed: number;
  weights?: Weights;
  points?: PointWeights;
}

/** Milliseconds between two kills. */
const gap = { least: 800, most: 2_400 };

/** Every fault of a run, in order: `kills` kills, with stopped processes and a cut or slow network between them. */
export function planFaults({ kills, seed, weights = {}, points = {} }: PlanOptions): Fault[] {
  const random = seededRandom(seed);
  const among = victims.map(({ name, weight }) => ({ name, weight: weights[name] ?? weight }));
  const pointsAmong = ingesterPoints.map((point) => ({ ...point, weight: points[point.name] ?? point.weight }));
  const faults: Fault[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    if (random() < 0.15) faults.push(disturbance(random, among));
    faults.push(kill(random, among, pointsAmong));
  }
  return faults;
}

type Weighted = readonly { name: Victim; weight: number }[];
type WeightedPoints = readonly { name: PointName; weight: number; passesMax: number; first?: string }[];

function kill(random: Random, among: Weighted, pointsAmong: WeightedPoints): Fault {
  const gapMs = wholeBetween(random, gap.least, gap.most);
  const victim = weighted(random, among).name;
  if (victim !== "ingester" || random() < 0.4) return { gapMs, kind: "kill", victim };
  const { name, passesMax, first } = weighted(random, pointsAmong);
  const side = random() < 0.5 ? "before" : "after";
  const order = `${side} ${name} ${wholeBetween(random, 1, passesMax)}`;
  return { gapMs, kind: "kill-at", victim, point: name, orders: first === undefined ? [order] : [first, order] };
}

function disturbance(random: Random, among: Weighted): Fault {
  const gapMs = wholeBetween(random, 200, 800);
  const forMs = wholeBetween(random, 500, 4_000);
  const which = random();
  const { name: link, victim } = links[wholeBetween(random, 0, links.length - 1)] ?? links[0];
  if (which < 0.3) return { gapMs, kind: "cut", victim, link, forMs };
  if (which < 0.6) {
    // Less than a node sends at once, and not so little that it never comes to an end.
    const slowness = {
      latencyMs: wholeBetween(random, 50, 1_500),
      bytesPerSecond: wholeBetween(random, 2_000, 40_000),
    };
    return { gapMs, kind: "slow", victim, link, forMs: forMs * 2, ...slowness };
  }
  return { gapMs, kind: "stop", victim: weighted(random, among).name, forMs };
}
