import {
  cloudEventHeaders,
  encodeFrames,
  encodeHostSampled,
  integritySubject,
  logSubject,
  telemetrySubject,
} from "@statwire/events";
import { nodes } from "../load/workload.js";

export const workspace = "default";
export const node = "poison-1";
export const family = "host";
export const ownSubject = subjectOf(workspace, node);

/**
 * What has to become of a poison: the bus refuses it, it is a dead letter, it is stored apart because its own numbers cannot
 * be, or it is stored like any other, because what is wrong with it says nothing.
 */
export type End = "refused" | "letter" | "apart" | "stored";

/** A message as it is published; `expectedSequence` is what it says its subject's last message is. */
export interface Poison {
  subject: string;
  payload: Uint8Array;
  headers: Record<string, string>;
  expectedSequence?: number;
}

/** What a poison is made of: the event that the node would have sent, and the how-manieth attempt of its kind this is. */
export interface Good {
  bootId: bigint;
  sequence: number;
  atMs: number;
  payload: Uint8Array;
  attempt: number;
}

/** What an event tells of how far other lines were stored. */
type Reached = { family: string; bootId: bigint; sequence: bigint; observedAtMs: bigint }[];

/** Larger than the log takes (768 KiB). */
const oversizedBytes = 800 * 1024;
const largest = 2n ** 64n - 1n;

/** Every kind of poison, in turn. */
export const poisonKinds = {
  // No frames at all: a length that the rest does not have.
  malformed: { end: "letter", make: (good) => own(good, Uint8Array.of(200, 1, good.attempt % 256)) },
  truncated: { end: "letter", make: (good) => own(good, good.payload.subarray(0, good.payload.length - 3)) },
  // A frame of no protobuf: a tag that does not end. Only the history store can tell.
  "no protobuf": { end: "letter", make: (good) => own(good, encodeFrames([new Uint8Array(12).fill(0xff)])) },
  "unknown type": {
    end: "letter",
    make: (good) => ({
      subject: ownSubject.replace(/host$/, "nonsense"),
      payload: good.payload,
      headers: { ...headersOf(good), "ce-type": "com.example.nonsense.v1", "ce-subject": "nonsense" },
    }),
  },
  oversized: { end: "refused", make: (good) => own(good, new Uint8Array(oversizedBytes)) },
  "forged node": { end: "refused", make: (good) => ({ ...own(good), subject: subjectOf(workspace, nodes.near) }) },
  "forged workspace": { end: "refused", make: (good) => ({ ...own(good), subject: subjectOf("other", node) }) },
  "forged subject": {
    end: "refused",
    make: (good) => ({ ...own(good), subject: forbidden[good.attempt % forbidden.length] ?? "" }),
  },
  "wrong sequence": { end: "refused", make: (good) => ({ ...own(good), expectedSequence: 1_000_000_000 }) },
  "number 0": { end: "apart", make: (good) => own(good, payloadOf({ ...good, sequence: 0n })) },
  "huge numbers": {
    end: "apart",
    make: (good) => own(good, payloadOf({ ...good, bootId: largest - BigInt(good.attempt), sequence: largest })),
  },
  // A reading that tells of lines that there cannot be: nobody may wait for them, or be hindered by them.
  "made-up lines": { end: "stored", make: (good) => own(good, readingOf(good, madeUpLines(good))) },
  "wrong header id": {
    end: "stored",
    make: (good) => ({ ...own(good), headers: headersOf({ ...good, bootId: 7n, sequence: 1_000_000 }) }),
  },
} as const satisfies Record<string, { end: End; make(good: Good): Poison }>;

export type PoisonKind = keyof typeof poisonKinds;
export const poisonNames = Object.keys(poisonKinds) as PoisonKind[];

/** Subjects that are for services alone, or of another node. */
const forbidden = [
  integritySubject({ workspace, node }),
  logSubject({ workspace, node: nodes.far, log: "work" }),
  "deadletters.v1.TELEMETRY.ingester",
  "$KV.ingest.cuts.TELEMETRY",
  "$JS.API.STREAM.PURGE.TELEMETRY",
];

/** Of other runs and numbers with each attempt, so that none is known from the one before. */
function madeUpLines({ attempt, atMs }: Good): Reached {
  const names = ["", "\r\n", "host.\r\nx", "host.nonsense", "log/", `log/${"x".repeat(256)}`, "x".repeat(1_000)];
  return names.map((name) => {
    const bootId = name.startsWith("log/") ? 0n : BigInt(attempt + 1);
    return { family: name, bootId, sequence: BigInt(attempt + 1), observedAtMs: BigInt(atMs) };
  });
}

function readingOf({ bootId, sequence, atMs }: Good, reached: Reached): Uint8Array {
  return payloadOf({ bootId, sequence: BigInt(sequence), atMs }, reached);
}

/** A reading of the load alone. */
export function payloadOf(
  { bootId, sequence, atMs }: { bootId: bigint; sequence: bigint; atMs: number },
  reached: Reached = [],
): Uint8Array {
  const load = { intervalMs: 25, oneMinuteE2: Number(sequence % 800n) };
  return encodeFrames([encodeHostSampled({ bootId, sequence, observedAtMs: BigInt(atMs), load, reached })]);
}

export function headersOf({ bootId, sequence, atMs }: Pick<Good, "bootId" | "sequence" | "atMs">) {
  const firstSequence = BigInt(sequence);
  return cloudEventHeaders({ workspace, node, family, bootId, firstSequence, observedAtMs: atMs });
}

function own(good: Good, payload: Uint8Array = good.payload): Poison {
  return { subject: ownSubject, payload, headers: headersOf(good) };
}

function subjectOf(ofWorkspace: string, ofNode: string): string {
  return telemetrySubject({ workspace: ofWorkspace, node: ofNode, lane: "backlog", family });
}
