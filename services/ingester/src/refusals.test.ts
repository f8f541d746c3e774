import { describe, expect, it } from "vitest";
import { RefusalMeter, TooManyRefusedError } from "./refusals.js";

describe("RefusalMeter", () => {
  it("bears a hundred refused messages and stops at the next, whether or not their batch is done", () => {
    const meter = new RefusalMeter();
    for (let count = 0; count < 100; count += 1) meter.refused();
    expect(() => meter.refused()).toThrow(TooManyRefusedError);
  });

  it("forgets with the messages that come after", () => {
    const meter = new RefusalMeter();
    for (let round = 0; round < 50; round += 1) {
      for (let count = 0; count < 40; count += 1) meter.refused();
      meter.seen(10_000);
    }
    expect(() => meter.refused()).not.toThrow();
  });

  it("stops at a steady two percent", () => {
    const meter = new RefusalMeter();
    const steady = () => {
      for (let round = 0; round < 1_000; round += 1) {
        for (let count = 0; count < 2; count += 1) meter.refused();
        meter.seen(100);
      }
    };
    expect(steady).toThrow(TooManyRefusedError);
  });
});
