import { describe, expect, it } from "vitest";
import { initialProgress, missingBefore, resume, type StreamExtent } from "./consumer-position.js";

const stream: StreamExtent = { created: "2026-01-01", firstSequence: 11, lastSequence: 100 };

describe("resume", () => {
  it("begins where it was told, and says what the stream no longer has", () => {
    expect(resume(initialProgress({ sequence: 20 }), stream)).toEqual({
      progress: { start: { sequence: 20 }, created: "2026-01-01", lastSequence: 19 },
      from: { sequence: 20 },
    });
    expect(resume(initialProgress({ sequence: 5 }), stream)).toMatchObject({
      from: { sequence: 5 },
      gap: { reason: "purged", first: 5, last: 10 },
    });
  });

  it("misses nothing when it wants whatever there is", () => {
    expect(resume(initialProgress({ sequence: 1 }), stream).gap).toBeUndefined();
    expect(resume(initialProgress({ timeMs: 5 }), stream)).toMatchObject({ from: { timeMs: 5 } });
    expect(resume(initialProgress({ timeMs: 5 }), stream).gap).toBeUndefined();
  });

  it("goes on after the last message it got", () => {
    const progress = { start: { timeMs: 5 }, created: "2026-01-01", lastSequence: 50 };
    expect(resume(progress, stream)).toEqual({ progress, from: { sequence: 51 } });
  });

  it("says that the stream was created again, and reads the new one from its beginning", () => {
    const progress = { start: { sequence: 1 }, created: "2025-12-31", lastSequence: 50 };
    expect(resume(progress, stream)).toEqual({
      progress: { start: { sequence: 1 }, created: "2026-01-01", lastSequence: 0 },
      from: { sequence: 1 },
      gap: { reason: "recreated", first: 51, last: 50 },
    });
  });

  it("says that the stream's end is gone, and goes on with what gets those sequences next", () => {
    const progress = { start: { sequence: 1 }, created: "2026-01-01", lastSequence: 120 };
    expect(resume(progress, stream)).toMatchObject({
      progress: { lastSequence: 100 },
      from: { sequence: 101 },
      gap: { reason: "truncated", first: 101, last: 120 },
    });
  });

  it("begins the snapshot again while it is incomplete, and follows after it", () => {
    const begun = resume(initialProgress({ lastPerSubject: true }), stream);
    expect(begun).toMatchObject({ from: { lastPerSubject: true }, progress: { snapshotEnd: 100 } });
    const within = { ...begun.progress, lastSequence: 60 };
    expect(resume(within, { ...stream, lastSequence: 130 }).from).toEqual({ lastPerSubject: true });
    const beyond = { ...begun.progress, lastSequence: 100 };
    expect(resume(beyond, { ...stream, lastSequence: 130 }).from).toEqual({ sequence: 101 });
  });
});

describe("missingBefore", () => {
  it("is the range between two messages", () => {
    expect(missingBefore(7, 8)).toBeUndefined();
    expect(missingBefore(7, 10)).toEqual({ reason: "purged", first: 8, last: 9 });
    expect(missingBefore(0, 10)).toBeUndefined();
  });
});
