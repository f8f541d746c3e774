import { expect, it } from "vitest";
import { HoldError, HoldTime } from "./hold-time.js";

it("is held as long as it is renewed in time, and not with less than a margin left", () => {
  let nowMs = 0;
  const time = new HoldTime(() => nowMs);
  time.renewed(45_000);
  time.require(15_000);
  nowMs = 30_000;
  time.require();
  expect(() => time.require(15_000)).toThrow(HoldError);
  time.renewed(75_000);
  time.require(15_000);
  nowMs = 75_000;
  expect(() => time.require()).toThrow("ran out before it was renewed");
});

it("is not held any more when it was renewed too late: somebody may have stored in between", () => {
  let nowMs = 0;
  const time = new HoldTime(() => nowMs);
  time.renewed(45_000);
  nowMs = 60_000;
  time.renewed(105_000);
  expect(() => time.require()).toThrow(HoldError);
});
