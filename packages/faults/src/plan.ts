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

/** The awaits of the ingester that its own fault points name (`services/ingester/src/fault-points.ts`), by how often they pass. */
const ingesterPoints = [
  { name: "open a cut", weight: 4, passesMax: 3 },
  { name: "insert", weight: 6, passesMax: 3 },
  { name: "commit", weight: 3, passesMax: 2 },
  { name: "take over", weight: 1, passesMax: 1 },
  { name: "finish an open cut", weight: 2, passesMax: 1 },
] as const;

export type Fault = { gapMs: number } & (
  | { kind: "kill"; victim: Victim }
  /** The ingester kills itself at a pass of one of its awaits. */
  | { kind: "kill-at"; victim: "ingester"; order: string }
  | { kind: "stop"; victim: Victim; forMs: number }
  /** Of the second node: nothing crosses, and nobody is told. */
  | { kind: "cut"; victim: "far"; forMs: number }
  /** Of the second node: everything crosses, late and little by little. */
  | { kind: "slow"; victim: "far"; forMs: number; latencyMs: number; bytesPerSecond: number }
);

/** How often a victim is chosen, where that differs from `victims`. */
export type Weights = Partial<Record<Victim, number>>;

/** Milliseconds between two kills. */
const gap = { least: 800, most: 2_400 };

/** Every fault of a run, in order: `kills` kills, with stopped processes and a cut or slow network between them. */
export function planFaults({ kills, seed, weights = {} }: { kills: number; seed: number; weights?: Weights }): Fault[] {
  const random = seededRandom(seed);
  const among = victims.map(({ name, weight }) => ({ name, weight: weights[name] ?? weight }));
  const faults: Fault[] = [];
  for (let killed = 0; killed < kills; killed += 1) {
    if (random() < 0.12) faults.push(disturbance(random, among));
    faults.push(kill(random, among));
  }
  return faults;
}

type Weighted = readonly { name: Victim; weight: number }[];

function kill(random: Random, among: Weighted): Fault {
  const gapMs = wholeBetween(random, gap.least, gap.most);
  const victim = weighted(random, among).name;
  if (victim !== "ingester" || random() < 0.4) return { gapMs, kind: "kill", victim };
  const { name, passesMax } = weighted(random, ingesterPoints);
  const side = random() < 0.5 ? "before" : "after";
  return { gapMs, kind: "kill-at", victim, order: `${side} ${name} ${wholeBetween(random, 1, passesMax)}` };
}

function disturbance(random: Random, among: Weighted): Fault {
  const gapMs = wholeBetween(random, 200, 800);
  const forMs = wholeBetween(random, 500, 4_000);
  const which = random();
  if (which < 0.2) return { gapMs, kind: "cut", victim: "far", forMs };
  if (which < 0.4) {
    // Less than the node sends at once, and not so little that it never comes to an end.
    const slowness = {
      latencyMs: wholeBetween(random, 50, 1_500),
      bytesPerSecond: wholeBetween(random, 2_000, 40_000),
    };
    return { gapMs, kind: "slow", victim: "far", forMs: forMs * 2, ...slowness };
  }
  return { gapMs, kind: "stop", victim: weighted(random, among).name, forMs };
}
