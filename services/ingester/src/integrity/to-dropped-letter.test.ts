import { encodeFrames, encodeHostSampled, readEvents } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { toDroppedLetter } from "./to-dropped-letter.js";

const subject = "telemetry.v1.default.web=2E1.live.host";
const maximum = 2n ** 63n - 1n;

describe("a dead letter that is given up", () => {
  it("names the runs of numbers of its events", () => {
    const sampled = [
      { bootId: 1n, sequence: 7n, observedAtMs: 1_000n },
      { bootId: 1n, sequence: 8n, observedAtMs: 2_000n },
      { bootId: 2n, sequence: 9n, observedAtMs: 3_000n },
    ];
    const told = toDroppedLetter(
      letter({ payload: encodeFrames(sampled.map(encodeHostSampled)) }),
      9_000,
      "dead-letters-full",
    );
    expect(told?.subject).toBe("integrity.v1.default.web=2E1.dropped.letter.4711");
    const common = { observedAtMs: "9000", family: "host", reason: "dead-letters-full" };
    expect(said(told?.payload)).toEqual([
      {
        ...{ ...common, bootId: "1", firstSequence: "7", lastSequence: "8", count: "2" },
        ...{ firstObservedAtMs: "1000", lastObservedAtMs: "2000" },
      },
      {
        ...{ ...common, bootId: "2", firstSequence: "9", lastSequence: "9", count: "1" },
        ...{ firstObservedAtMs: "3000", lastObservedAtMs: "3000" },
      },
    ]);
  });

  it("says how many there are when they have no end, and survives any time", () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      encodeHostSampled({ bootId: 1n, sequence: BigInt(2 * index + 1) }),
    );
    expect(said(toDroppedLetter(letter({ payload: encodeFrames(many) }), 9_000, "dead-letters-old")?.payload)).toEqual([
      { observedAtMs: "9000", family: "host", count: "300", reason: "dead-letters-old" },
    ]);
    const odd = encodeHostSampled({ bootId: 1n, sequence: 1n, observedAtMs: maximum });
    const [event] = said(toDroppedLetter(letter({ payload: encodeFrames([odd]) }), 9_000, "dead-letters-old")?.payload);
    expect(event).not.toHaveProperty("firstObservedAtMs");
  });

  it("is nobody's when the log answered with it, or no kind of event has its subject", () => {
    expect(toDroppedLetter(letter({ isLogAnswer: true }), 9_000, "dead-letters-full")).toBeUndefined();
    expect(
      toDroppedLetter(
        letter({ originalSubject: "telemetry.v1.default.web-1.live.unheard-of" }),
        9_000,
        "dead-letters-full",
      ),
    ).toBeUndefined();
  });
});

function letter(of: Partial<Parameters<typeof toDroppedLetter>[0]>) {
  return {
    ...{ sequence: 4_711, consumer: "ingester", originalStream: "TELEMETRY", originalSubject: subject },
    ...{ originalSequence: 12, reason: "refused", failedAtMs: 1, payload: new Uint8Array(), originalHeaders: {} },
    ...{ isLogAnswer: false, ...of },
  };
}

function said(payload: Uint8Array = new Uint8Array()) {
  const read = readEvents("dropped", payload);
  if (!read.ok) throw new Error(read.reason);
  return read.events.map(({ json }) => json);
}
