import { expect, it } from "vitest";
import { encodeHostSampled, encodeLogLinesRead } from "./codec.js";
import { encodeFrames } from "./frames.js";
import { readEvents } from "./read-events.js";

it("reads every event of a payload with its identity and its own bytes", () => {
  const cpu = { intervalMs: 4_000, utilizationE4: 1_250, userMs: 12n };
  const host = (sequence: bigint) => encodeHostSampled({ bootId: 7n, sequence, observedAtMs: 1_000n, cpu });
  const read = readEvents("host", encodeFrames([host(1n), host(2n)]));
  expect(read.ok && read.events.map(({ bootId, sequence, observedAtMs }) => [bootId, sequence, observedAtMs])).toEqual([
    [7n, 1n, 1_000],
    [7n, 2n, 1_000],
  ]);
  expect(read.ok && read.events[1]?.bytes).toEqual(host(2n));
  expect(read.ok && read.events[0]?.json).toMatchObject({ sequence: "1", cpu: { utilizationE4: 1_250, userMs: "12" } });
});

it("reads lines of logs", () => {
  const event = encodeLogLinesRead({ bootId: 1n, sequence: 3n, log: "syslog", firstLine: 9n, lines: [{ text: "x" }] });
  expect(readEvents("log", encodeFrames([event]))).toMatchObject({
    ok: true,
    events: [{ sequence: 3n, json: { log: "syslog", firstLine: "9", lines: [{ text: "x" }] } }],
  });
});

it.each([
  ["no frames", new Uint8Array([5, 1])],
  ["no event within its frame", new Uint8Array([1, 0x0a])],
  ["nothing", new Uint8Array()],
])("says why there is %s", (_, payload) => {
  expect(readEvents("host", payload)).toMatchObject({ ok: false, reason: expect.any(String) });
});
