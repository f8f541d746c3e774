import { type EventLog, openLane } from "@statwire/event-log";
import { cloudEventHeaders, encodeFrames, encodeHostSampled, streams, telemetrySubject } from "@statwire/events";
import { sleep } from "@statwire/runtime";
import { type Random, wholeBetween } from "../random.js";

const workspace = "default";
const family = "host";
const hourMs = 3_600_000;
/** Between two events, in the time that they are dated in and in that which passes. */
const step = { datedMs: 20_000, passedMs: 300 };
/** Of the events, these are dated into an hour that went by, and so open it again. */
const lateShare = 0.05;
/** Into one of the last so many hours. */
const lateHoursMax = 6;

/** A node that reports what it read days ago, so that hours are over, closed and touched again while the program runs. */
export interface PastPublisher {
  /** `node family run number` of every event that the log acknowledged. */
  acknowledged: string[];
  /** Resolves when nothing is under way; publishes nothing until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  /** Resolves when it has stopped; rejects with what it could not go on from. */
  stop(): Promise<void>;
}

/** Publishes with the protocol of every node: one message of a lane in flight, each after the one before it. */
export function startPastPublisher(
  log: EventLog,
  { node, bootId, fromMs, random }: { node: string; bootId: number; fromMs: number; random: Random },
): PastPublisher {
  const lanes = {
    live: openLane(log, { stream: streams.TELEMETRY.name, subject: subjectOf(node, "live") }),
    backlog: openLane(log, { stream: streams.TELEMETRY.name, subject: subjectOf(node, "backlog") }),
  };
  const acknowledged: string[] = [];
  const stopping = new AbortController();
  let isPaused = false;
  let underWay: Promise<void> = Promise.resolve();
  const publishing = (async () => {
    for (let sequence = 1; !stopping.signal.aborted; ) {
      await sleep(step.passedMs, stopping.signal);
      if (isPaused) continue;
      const isLate = random() < lateShare && sequence * step.datedMs > hourMs;
      const atMs = isLate ? lateTime(fromMs, sequence, random) : fromMs + sequence * step.datedMs;
      underWay = publishUntilStored(
        lanes[isLate ? "backlog" : "live"],
        { node, bootId, sequence, atMs, random },
        stopping.signal,
      );
      await underWay;
      if (!stopping.signal.aborted) acknowledged.push(`${node} ${family} ${bootId} ${sequence}`);
      sequence += 1;
    }
  })();
  publishing.catch(() => undefined);
  return {
    acknowledged,
    async pause() {
      isPaused = true;
      await underWay;
    },
    resume() {
      isPaused = false;
    },
    async stop() {
      stopping.abort();
      await publishing;
    },
  };
}

/** In an hour before the present one, at a millisecond that no other event has. */
function lateTime(fromMs: number, sequence: number, random: Random): number {
  const hoursGone = Math.floor((sequence * step.datedMs) / hourMs);
  const hour = wholeBetween(random, Math.max(0, hoursGone - lateHoursMax), hoursGone - 1);
  return fromMs + hour * hourMs + ((sequence * 7 + 1) % hourMs);
}

type Lane = ReturnType<typeof openLane>;

async function publishUntilStored(
  lane: Lane,
  event: { node: string; bootId: number; sequence: number; atMs: number; random: Random },
  signal: AbortSignal,
): Promise<void> {
  const { node, bootId, sequence, atMs } = event;
  const payload = encodeFrames([sampleOf(event)]);
  const headers = cloudEventHeaders({
    workspace,
    node,
    family,
    bootId: BigInt(bootId),
    firstSequence: BigInt(sequence),
    observedAtMs: atMs,
  });
  while (!signal.aborted) {
    try {
      const last = await lane.last();
      if (last !== undefined && Buffer.compare(last.payload, payload) === 0) return;
      if ((await lane.publish(payload, headers)).kind === "stored") return;
    } catch {
      // the log does not answer now
    }
    await sleep(100, signal);
  }
}

function sampleOf({
  bootId,
  sequence,
  atMs,
  random,
}: {
  bootId: number;
  sequence: number;
  atMs: number;
  random: Random;
}): Uint8Array {
  const intervalMs = step.datedMs;
  const counter = (perStep: number) => BigInt(sequence * perStep + wholeBetween(random, 0, perStep - 1));
  return encodeHostSampled({
    bootId: BigInt(bootId),
    sequence: BigInt(sequence),
    observedAtMs: BigInt(atMs),
    cpu: {
      intervalMs,
      utilizationE4: wholeBetween(random, 0, 10_000),
      contextSwitches: counter(5_000),
      cores: [0, 1].map((number) => ({ number, utilizationE4: wholeBetween(random, 0, 10_000) })),
    },
    load: { intervalMs, oneMinuteE2: wholeBetween(random, 0, 800) },
    memory: { intervalMs, totalBytes: 8_000_000_000n, usedBytes: BigInt(wholeBetween(random, 1e9, 8e9)) },
    network: { intervalMs, items: [{ name: "eth0", receiveBytes: counter(90_000), transmitBytes: counter(40_000) }] },
  });
}

function subjectOf(node: string, lane: "live" | "backlog"): string {
  return telemetrySubject({ workspace, node, lane, family });
}
