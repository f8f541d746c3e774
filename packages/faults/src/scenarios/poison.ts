import { type EventLog, openLane } from "@statwire/event-log";
import { cloudEventHeaders, encodeFrames, encodeHostSampled, streams, telemetrySubject } from "@statwire/events";
import { sleep } from "@statwire/runtime";
import { nodes, type Workload } from "../load/workload.js";
import { type Random, wholeBetween } from "../random.js";
import type { Disturbance, ScenarioDeps } from "./scenario.js";

const workspace = "default";
const node = "poison-1";
const family = "host";
const intervalMs = 25;
/** One in a hundred, as the issue of every sender with a fault: not so many that the ingester takes it for its own. */
const poisonShare = 0.01;
/** Larger than the log takes (768 KiB). */
const oversizedBytes = 800 * 1024;
/** A run that no node has: what is forged is known by it. */
const forgedBootId = 7n;

/** What is wrong with a message, in turn. `stays`: it has to be kept as a dead letter. */
const poisons: readonly { stays: boolean; payload: (good: Uint8Array, random: Random) => Uint8Array }[] = [
  // No frames at all: a length that the rest does not have.
  { stays: true, payload: (_good, random) => Uint8Array.of(200, 1, wholeBetween(random, 0, 255)) },
  { stays: true, payload: (good) => good.subarray(0, good.length - 3) },
  // A frame of no protobuf: a tag that does not end. Only the history store can tell.
  { stays: true, payload: () => encodeFrames([new Uint8Array(12).fill(0xff)]) },
];

/** A node that sends nonsense between its events, tries what is too large, and speaks in the name of others. */
export async function beginPoison(workload: Workload, deps: ScenarioDeps): Promise<Disturbance> {
  const log = await workload.connectAsNode(node);
  const bootId = BigInt(deps.now());
  const stopping = new AbortController();
  const counts = { letters: 0, tried: 0 };
  const findings: string[] = [];
  let isHeld = false;
  let underWay: Promise<unknown> = Promise.resolve();
  const lane = openLane(log, { stream: streams.TELEMETRY.name, subject: subjectOf(node) });
  const acknowledged: string[] = [];
  workload.acknowledged.also(() => acknowledged);
  const send = (payload: Uint8Array, sequence: number) =>
    publishUntilStored(lane, payload, headersOf(bootId, sequence, deps.now()), stopping.signal);

  const sending = (async () => {
    for (let sequence = 1; !stopping.signal.aborted; ) {
      await sleep(intervalMs, stopping.signal);
      if (isHeld) continue;
      const good = payloadOf(bootId, sequence, deps);
      if (deps.random() < poisonShare) {
        counts.tried += 1;
        underWay = poisonOnce(counts.tried);
        await underWay;
      }
      if (stopping.signal.aborted) return;
      underWay = send(good, sequence).then(
        (stored) => stored && acknowledged.push(`${node} ${family} ${bootId} ${sequence}`),
      );
      await underWay;
      sequence += 1;
    }
  })();
  sending.catch((error: Error) => findings.push(`the sender of poison ended: ${error.message}`));

  async function poisonOnce(number: number): Promise<void> {
    const poison = poisons[number % (poisons.length + 2)];
    const good = payloadOf(bootId, number, deps);
    if (poison !== undefined) {
      if (await send(poison.payload(good, deps.random), number)) counts.letters += 1;
    } else if (number % (poisons.length + 2) === poisons.length) {
      if (await isTaken(log, subjectOf(node), new Uint8Array(oversizedBytes))) {
        findings.push(`a message of ${oversizedBytes} bytes was taken`);
      }
    } else if (await isTaken(log, subjectOf(nodes.near), payloadOf(forgedBootId, number, deps))) {
      findings.push(`${node} has published for ${nodes.near}`);
    }
  }

  return {
    async hold() {
      isHeld = true;
      await underWay;
    },
    letGo() {
      isHeld = false;
    },
    outcome: () => ({
      incomplete: new Map(),
      nodes: [node],
      deadLetters: counts.letters,
      findings,
    }),
    async end() {
      stopping.abort();
      await sending.catch(() => undefined);
      await log.close();
    },
  };
}

/** Publishes it once, whatever happens on the way: the lane knows its last message. False when we are stopped before. */
async function publishUntilStored(
  lane: ReturnType<typeof openLane>,
  payload: Uint8Array,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<boolean> {
  // Two poisons in a row may be equal, so only what was attempted is looked for.
  for (let isInDoubt = false; !signal.aborted; isInDoubt = true) {
    try {
      const last = await lane.last();
      if (isInDoubt && last !== undefined && Buffer.compare(last.payload, payload) === 0) return true;
      if ((await lane.publish(payload, headers)).kind === "stored") return true;
    } catch {
      // the log does not answer now
    }
    await sleep(100, signal);
  }
  return false;
}

/** Whether the log takes a message that it has to refuse. No answer is no. */
async function isTaken({ jetstream }: EventLog, subject: string, payload: Uint8Array): Promise<boolean> {
  try {
    await jetstream.publish(subject, payload, { timeout: 2_000 });
    return true;
  } catch {
    return false;
  }
}

function payloadOf(bootId: bigint, sequence: number, { random, now }: ScenarioDeps): Uint8Array {
  const event = {
    bootId,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(now() + (random() < poisonShare ? 86_400_000 : 0)),
    load: { intervalMs, oneMinuteE2: wholeBetween(random, 0, 800) },
  };
  return encodeFrames([encodeHostSampled(event)]);
}

function headersOf(bootId: bigint, sequence: number, observedAtMs: number): Record<string, string> {
  const event = { workspace, node, family, bootId, firstSequence: BigInt(sequence), observedAtMs };
  return cloudEventHeaders(event);
}

function subjectOf(of: string): string {
  return telemetrySubject({ workspace, node: of, lane: "backlog", family });
}
