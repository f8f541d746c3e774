import { describe, expect, it } from "vitest";
import { snakeCased } from "./snake-case.js";

describe("snakeCased", () => {
  it("names, instants and intervals as JSON has them, all the way down", () => {
    const state = {
      baseIntervalMs: 4_000,
      items: [{ sinceMs: 0, startedAtMs: 1_795_000_000_123, cpuSomeAverage10s: 0.5, user: "me" }],
    };
    const converted: {
      base_interval_seconds: number;
      items: { since: string; started_at: string; cpu_some_average10s: number; user: string }[];
    } = snakeCased(state);
    expect(converted).toEqual({
      base_interval_seconds: 4,
      items: [
        {
          since: "1970-01-01T00:00:00.000Z",
          started_at: "2026-11-18T11:06:40.123Z",
          cpu_some_average10s: 0.5,
          user: "me",
        },
      ],
    });
  });

  it("leaves out what is absent", () => {
    const state: { nextRunAtMs?: number; name: string } = { name: "backup" };
    expect(snakeCased(state)).toEqual({ name: "backup" });
  });

  it("holds instants that no calendar has at its ends", () => {
    expect(snakeCased({ sinceMs: 2 ** 63 }).since).toBe("+275760-09-13T00:00:00.000Z");
    expect(snakeCased({ sinceMs: -(2 ** 63) }).since).toBe("-271821-04-20T00:00:00.000Z");
  });
});
