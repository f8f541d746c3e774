import { expect, it } from "vitest";
import { CommittedTime } from "./committed-time.js";

it("follows what is committed, not what is under way", () => {
  const time = new CommittedTime();
  expect(time.of(0)).toBe(0);
  time.opened({ first: 1, last: 10 }, 1_000);
  time.opened({ first: 11, last: 20 }, 2_000);
  expect(time.of(5)).toBe(0);
  expect(time.of(10)).toBe(1_000);
  // A part of the second cut is committed, not the whole.
  expect(time.of(15)).toBe(1_000);
  expect(time.of(20)).toBe(2_000);
  expect(time.of(20)).toBe(2_000);
});
