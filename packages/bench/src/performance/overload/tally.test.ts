import { expect, it } from "vitest";
import { answersOf, emptyTally, faultsOf } from "./tally.js";

it("finds no fault in answers and in refusals that say when to come back", () => {
  const tally = { ...emptyTally(), answered: { 200: 5, 429: 2, 503: 40 } };
  expect([answersOf(tally), faultsOf(tally)]).toEqual([47, 0]);
});

it("counts every other status, every failure and every silent refusal as a fault", () => {
  const tally = { ...emptyTally(), answered: { 200: 5, 401: 1, 500: 2, 503: 40 }, failed: 10, withoutRetryAfter: 100 };
  expect(faultsOf(tally)).toBe(113);
});
