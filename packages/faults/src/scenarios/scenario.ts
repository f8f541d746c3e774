import type { Bus } from "../load/bus.js";
import type { Workload } from "../load/workload.js";
import type { MissingIn } from "../oracle/compare-senders.js";
import type { PointWeights, Weights } from "../plan.js";
import type { Random } from "../random.js";
import { beginClockSteps } from "./clock.js";
import { beginCluster, prepareCluster } from "./cluster.js";
import { requireFakeTime } from "./fake-time.js";
import { beginFullDisks, mountSmallDisks } from "./full-disk.js";
import { beginPoison, type PoisonTries } from "./poison.js";
import { beginReplays } from "./replays.js";
import { beginUpgrade } from "./upgrade.js";

/** What goes on beside the faults of the plan. */
export interface Disturbance {
  /** Resolves when nothing of it is under way; until `letGo`. */
  hold(): Promise<void>;
  letGo(): void;
  /** Resolves when it has done what it is for, or will not any more; the faults of the plan may be over sooner. */
  enough?(): Promise<void>;
  outcome(): {
    /** Nodes whose spools are thrown away or cannot be written. */
    incomplete: ReadonlyMap<string, MissingIn>;
    /** Its own nodes: something of each has to be in the log. */
    nodes?: readonly string[];
    /** Messages that are not what they should be, and what the bus said to them. */
    poisons?: readonly PoisonTries[];
    /** What should not have happened, a sentence each. */
    findings: readonly string[];
    /** What was done, a sentence each. */
    notes?: readonly string[];
  };
  end(): Promise<void>;
}

export interface ScenarioDeps {
  random: Random;
  now(): number;
  tell(line: string): void;
}

/** What was prepared before the product starts. */
export interface Prepared {
  /** Undoes it, after the product has stopped. */
  undo(): unknown;
  bus?: Bus;
}

export interface Scenario {
  name: string;
  /** In one line, for `--help`. */
  summary: string;
  /** How often a victim is chosen, where that is not as usual. */
  weights?: Weights;
  /** How often a point of the ingester is, likewise. */
  points?: PointWeights;
  /** Done before the product starts in a data folder that it has not used yet. */
  prepare?(dataDir: string, tell: (line: string) => void): Prepared | Promise<Prepared>;
  begin(workload: Workload, deps: ScenarioDeps): Promise<Disturbance>;
}

export const scenarios: readonly Scenario[] = [
  { name: "kills", summary: "the plan of faults alone", begin: async () => nothingMore },
  {
    name: "poison",
    summary: "one in a hundred messages of a node malformed, too large, or in another's name",
    points: { "set a dead letter aside": 6, "split a cut": 6, "read a message again": 4 },
    begin: beginPoison,
  },
  {
    name: "replays",
    summary: "a spool of three days ago is sent, and a copy of it again and again",
    prepare: withFakeTime,
    begin: beginReplays,
  },
  {
    name: "clock",
    summary: "the clock of a node steps back and forth by seconds, minutes and days (package faketime)",
    prepare: withFakeTime,
    begin: beginClockSteps,
  },
  {
    name: "full-disk",
    summary: "the disk of the streams, of ClickHouse or of a spool is full for some seconds (as root)",
    points: { "set broken parts aside": 4 },
    prepare: mountSmallDisks,
    begin: beginFullDisks,
  },
  {
    name: "cluster",
    summary: "the bus is three servers with three copies of each stream, and most kills are of the one that leads",
    weights: { "nats-server": 30 },
    prepare: prepareCluster,
    begin: beginCluster,
  },
  {
    name: "upgrade",
    summary: "the product is stopped or killed with a backlog and restarted as a version with one migration more",
    begin: beginUpgrade,
  },
];

async function withFakeTime(_dataDir: string, tell: (line: string) => void): Promise<Prepared> {
  await requireFakeTime(tell);
  return { undo: () => undefined };
}

const nothingMore: Disturbance = {
  hold: async () => undefined,
  letGo: () => undefined,
  outcome: () => ({ incomplete: new Map(), findings: [] }),
  end: async () => undefined,
};

export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
