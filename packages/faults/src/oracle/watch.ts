import { openCutRecord } from "@statwire/event-log";
import { sleep } from "@statwire/runtime";
import { snapshotParts } from "@statwire/snapshot-store";
import { pidOf } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import { type Counted, type Look, violations } from "./invariants.js";
import { endOf } from "./quiet-point.js";
import { readOn } from "./read-truth.js";
import type { Truth } from "./truth.js";

/** Looks at the product all the time, whatever is done to it. */
export interface Watch {
  /** How often everything could be seen: not while a server is away. */
  looks(): number;
  /** What must never be, a sentence each. */
  findings(): readonly string[];
  /** Resolves when no look is under way; the truth is the caller's until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  end(): Promise<void>;
}

const everyMs = 2_000;
/** After so many nothing new is to be learnt. */
const findingsMax = 20;
const stream = "TELEMETRY";

/** Begins to watch; it reads the truth on by itself. */
export function startWatch(workload: Workload, truth: Truth): Watch {
  const stopping = new AbortController();
  const findings: string[] = [];
  let looks = 0;
  let isPaused = false;
  let underWay: Promise<void> = Promise.resolve();
  let before: Seen | undefined;
  const lookOnce = async () => {
    const seen = await look(workload, truth, before).catch(() => undefined);
    if (seen === undefined) return;
    looks += 1;
    const snapshots = seen.redisPid === before?.redisPid ? (before?.snapshots ?? new Map()) : new Map();
    const found = violations(seen, before && { ...before, snapshots });
    if (findings.length < findingsMax) findings.push(...found);
    before = seen;
  };
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(everyMs, stopping.signal);
      if (isPaused || stopping.signal.aborted) continue;
      underWay = lookOnce();
      await underWay;
    }
  })();
  return {
    looks: () => looks,
    findings: () => findings,
    async pause() {
      isPaused = true;
      await underWay;
    },
    resume() {
      isPaused = false;
    },
    async end() {
      stopping.abort();
      await going;
    },
  };
}

interface Seen extends Look {
  /** Of the record that says what is committed. */
  revision: number;
  redisPid: number | undefined;
}

/** Undefined when what is there cannot be seen, or only an old copy of it. Rejects when a server does not answer. */
async function look(workload: Workload, truth: Truth, before: Seen | undefined): Promise<Seen | undefined> {
  const redisPid = pidOf(workload, "redis-server");
  const { record, revision } = await openCutRecord(workload.log, stream).load();
  // A member of a cluster may answer that has not heard of the newest record yet.
  if (before !== undefined && revision < before.revision) return undefined;
  const { committed } = record;
  await readOn(workload.product, truth, await endOf(workload));
  if (truth.position[stream] < committed) return undefined;
  const closed = await countsOf(workload, CLOSED);
  const raw = await countsOf(workload, RAW);
  const overfullHours = [...closed]
    .filter(([hour, count]) => count > (raw.get(hour) ?? 0))
    .map(([hour, count]) => `hour ${hour} is closed with ${count} readings, raw has ${raw.get(hour) ?? 0}`);
  const history = await historyUpTo(workload, committed);
  const snapshots = await partsOf(workload);
  // Of another life of Redis than the one it began in: of none.
  const isOfOneLife = pidOf(workload, "redis-server") === redisPid;
  return {
    committed,
    revision,
    redisPid,
    log: countUpTo(truth, committed),
    history,
    overfullHours,
    snapshots: isOfOneLife ? snapshots : new Map(),
  };
}

function countUpTo({ events, quarantined }: Truth, committed: number): Counted {
  const counted = { events: 0, sequences: 0n };
  for (const among of [events, quarantined]) {
    for (const places of among.values()) {
      for (const place of places) {
        const sequence = Number(place.slice(0, place.indexOf("/")));
        if (sequence > committed) continue;
        counted.events += 1;
        counted.sequences += BigInt(sequence);
      }
    }
  }
  return counted;
}

async function historyUpTo({ history }: Workload, committed: number): Promise<Look["history"]> {
  const answer = await history.query({ query: STORED, query_params: { committed }, format: "JSONEachRow" });
  const [row] = await answer.json<Record<"events" | "sequences" | "identities" | "places", string>>();
  const { events = 0, sequences = 0, identities = 0, places = 0 } = row ?? {};
  return {
    events: Number(events),
    sequences: BigInt(sequences),
    identities: Number(identities),
    places: Number(places),
  };
}

async function countsOf({ history }: Workload, query: string): Promise<Map<string, number>> {
  const answer = await history.query({ query, format: "JSONEachRow" });
  return new Map((await answer.json<{ key: string; n: string }>()).map(({ key, n }) => [key, Number(n)]));
}

async function partsOf({ snapshots }: Workload): Promise<Look["snapshots"]> {
  const nodes = await snapshotParts(snapshots).catch(() => new Map());
  return new Map(
    [...nodes].flatMap(([node, parts]) => [...parts].map(([part, at]) => [`${node} ${part}`, at] as const)),
  );
}

const STORED = `
  SELECT count() AS events, toString(sum(event_seq)) AS sequences, uniqExact(event_seq, event_index) AS places,
    uniqExact(node, family, boot_id, sequence, observed) AS identities
  FROM (
    SELECT node, family, boot_id, sequence, event_seq, event_index, toUnixTimestamp64Milli(observed_at) AS observed
    FROM host_events WHERE workspace = 'default' AND event_seq <= {committed:UInt64}
    UNION ALL
    SELECT node, family, boot_id, sequence, event_seq, event_index, observed_at_ms AS observed
    FROM quarantined_events WHERE workspace = 'default' AND event_seq <= {committed:UInt64})`;

const CLOSED = `
  SELECT concat(node, ' ', toString(toUnixTimestamp(hour))) AS key, argMax(n, version) AS n
  FROM metric_1h WHERE workspace = 'default' AND metric = 'system.cpu.utilization' AND attribute = ''
  GROUP BY node, hour`;

const RAW = `
  SELECT concat(node, ' ', toString(toUnixTimestamp(toStartOfHour(ts)))) AS key, count() AS n
  FROM host_cpu WHERE workspace = 'default' GROUP BY key`;
