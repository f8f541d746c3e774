import { expect, test } from "vitest";
import { Awaited } from "./awaited.js";

test("the first sight counts, in the round in which it was sent", () => {
  const awaited = new Awaited();
  awaited.send("a", 1_000, 0);
  awaited.send("b", 1_500, 1);
  awaited.see("a", 1_020);
  awaited.see("a", 1_700);
  awaited.see("b", 1_507);
  awaited.see("c", 1_507);
  expect(awaited.latencies(0)).toEqual([20]);
  expect(awaited.latencies(1)).toEqual([7]);
  expect(awaited.unseen).toBe(0);
});

test("what is not seen is counted, and what was sent again before it was seen", () => {
  const awaited = new Awaited();
  awaited.send("a", 1_000, 0);
  awaited.send("a", 2_000, 0);
  awaited.send("b", 2_000, 0);
  expect(awaited).toMatchObject({ unseen: 2, overtaken: 1 });
  awaited.see("a", 2_010);
  expect(awaited.latencies(0)).toEqual([10]);
});
