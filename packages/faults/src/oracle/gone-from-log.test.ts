import {
  encodeEventsDropped,
  encodeFrames,
  encodeHostSampled,
  encodeIntegrityReported,
  encodeLogLinesRead,
} from "@statwire/events";
import { expect, it } from "vitest";
import { goneFromLog } from "./gone-from-log.js";
import { Truth } from "./truth.js";

const gap = { family: "host", bootId: 5n, firstSequence: 2n, lastSequence: 2n, afterMs: 1n, beforeMs: 2n };
/** A reading, one with a number that nobody has, lines, what was given up and what was found, and a revision. */
const messages = [
  ["TELEMETRY", "telemetry.v1.default.n.live.host", encodeHostSampled({ bootId: 5n, sequence: 1n, observedAtMs: 1n })],
  ["TELEMETRY", "telemetry.v1.default.n.live.host", encodeHostSampled({ bootId: 5n, sequence: 0n, observedAtMs: 1n })],
  ["LOGS", "logs.v1.default.n.work", encodeLogLinesRead({ bootId: 5n, sequence: 1n, firstLine: 1n })],
  ["INTEGRITY", "integrity.v1.default.n.dropped", encodeEventsDropped({ family: "host", bootId: 5n, count: 1n })],
  ["INTEGRITY", "integrity.v1.default.n", encodeIntegrityReported({ observedAtMs: 1n, gapDetected: gap })],
  ["KV_config", "$KV.config.default.tag.one", new Uint8Array(9)],
] as const;

function truthWithout(...gone: number[]): Truth {
  const truth = new Truth();
  for (const [index, [stream, subject, event]] of messages.entries()) {
    if (gone.includes(index)) continue;
    truth.take(stream, { subject, sequence: index + 1, storedAtMs: 1_000, data: encodeFrames([event]) });
  }
  return truth;
}

it("misses whatever the log had, but for revisions", () => {
  const whole = truthWithout();
  expect(whole.quarantined.size).toBe(1);
  expect(goneFromLog(whole, truthWithout())).toEqual([]);
  expect(goneFromLog(whole, truthWithout(5))).toEqual([]);
  expect(goneFromLog(whole, truthWithout(0, 1, 2, 3, 4))).toEqual([
    "n host 5 1 has left the log",
    "n host 5 0 has left the log",
    "n log/work 5 1 has left the log",
    "n dropped/host 5 0 has left the log",
    "INTEGRITY 4 has left the log",
    "INTEGRITY 5 has left the log",
  ]);
});
