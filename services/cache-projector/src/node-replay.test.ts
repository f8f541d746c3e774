import { encodeFrames, encodeHostSampled, type Module } from "@statwire/events";
import {
  familyName,
  foldHeadline,
  type HeadlineHistory,
  isLater,
  type NodeEvent,
  type Position,
  toHeadline,
} from "@statwire/snapshot-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage } from "./decode.js";
import { NodeReplay } from "./node-replay.js";
import { baseModules } from "./testing/fleet.js";

const startMs = 1_700_000_010_000;
const node = { workspace: "default", node: "alpha", lane: "live", family: "host" } as const;
const subject = "telemetry.v1.default.alpha.live.host";
const nothing: HeadlineHistory = { headlines: [] };

const events = fc
  .array(
    fc.record({
      bootId: fc.integer({ min: 1, max: 2 }),
      sequence: fc.integer({ min: 0, max: 60 }),
      seconds: fc.integer({ min: -10, max: 3_600 }),
      requested: fc.nat(9).map((draw) => draw === 0),
      clearsHistory: fc.nat(19).map((draw) => draw === 0),
      modules: fc.subarray(["cpu", "memory", "swap", "network"] satisfies Module[]),
      damage: fc.constantFrom("none", "none", "none", "none", "none", "cut off", "no time"),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ bootId, sequence, seconds, requested, clearsHistory, modules, damage }) => {
      const read = baseModules(sequence);
      const bytes = encodeHostSampled({
        bootId: BigInt(bootId),
        sequence: BigInt(sequence),
        observedAtMs: damage === "no time" ? 0n : BigInt(startMs + seconds * 1e3),
        requested,
        clearsHistory,
        ...Object.fromEntries(modules.map((module) => [module, read[module]])),
      });
      return damage === "cut off" ? bytes.subarray(0, bytes.length - 1) : bytes;
    }),
  );

/** Some messages of one to three events each. */
const messages = fc.tuple(events, fc.integer({ min: 1, max: 3 })).map(([all, size]) => {
  const some: Uint8Array[] = [];
  const sound = all.filter((bytes) => bytes.length > 0);
  for (let at = 0; at < sound.length; at += size) some.push(encodeFrames(sound.slice(at, at + size)));
  return some.map((payload) => ({ subject, payload, headers: undefined }));
});

/** Where each part and the family stand after these events, from where they stood. */
function positionsAfter(all: readonly NodeEvent[], before: ReadonlyMap<string, Position>) {
  const positions = new Map(before);
  for (const { bootId, sequence, family, modules } of all) {
    for (const part of [...Object.keys(modules), familyName(family)]) {
      const known = positions.get(part);
      if (known === undefined || isLater({ bootId, sequence }, known)) positions.set(part, { bootId, sequence });
    }
  }
  return positions;
}

describe("the replay of a node", () => {
  it("ends as decoding and folding every event does, whatever the store has already", () => {
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(), (all, historyUpTo, partsUpTo) => {
        const decode = (some: typeof all) => some.flatMap((message) => decodeMessage(message).events);
        const fold = (history: HeadlineHistory, some: typeof all) =>
          decode(some).reduce(
            (folded, event) => foldHeadline(folded, { ...event, headline: toHeadline(event) }),
            history,
          );
        const stored = fold(nothing, all.slice(0, historyUpTo % (all.length + 1)));
        const applied = positionsAfter(decode(all.slice(0, partsUpTo % (all.length + 1))), new Map());

        const replay = new NodeReplay(node, stored, applied);
        const problems: string[] = [];
        for (const message of all) replay.fold(message, (reason) => problems.push(reason));
        expect(replay.history).toEqual(fold(stored, all));
        expect(problems).toHaveLength(all.reduce((sum, message) => sum + decodeMessage(message).problems.length, 0));
        const missing = replay.takeMissing();
        expect(positionsAfter(missing, applied)).toEqual(positionsAfter(decode(all), applied));
        expect(replay.takeMissing()).toEqual([]);
      }),
    );
  });

  it("keeps no event of which the store has everything, and little of many that replace each other", () => {
    const eventBytes = (sequence: number) =>
      encodeHostSampled({ bootId: 1n, sequence: BigInt(sequence), observedAtMs: BigInt(startMs), ...baseModules(1) });
    const applied = new Map(["cpu", "memory"].map((part) => [part, { bootId: 1, sequence: 50 }]));
    const replay = new NodeReplay(node, nothing, applied);
    for (let sequence = 1; sequence <= 40; sequence += 1) {
      replay.fold({ payload: encodeFrames([eventBytes(sequence)]), headers: undefined }, () => undefined);
    }
    const [only, ...others] = replay.takeMissing();
    expect(others).toEqual([]);
    expect(only).toMatchObject({ sequence: 40, modules: { swap: { intervalMs: 4_000 } } });
  });
});
