import { expect, it } from "vitest";
import { planFaults, victims } from "./plan.js";
import { seededRandom, weighted, wholeBetween } from "./random.js";

it("makes the same plan of the same seed, and another of another", () => {
  expect(planFaults({ kills: 50, seed: 7 })).toEqual(planFaults({ kills: 50, seed: 7 }));
  expect(planFaults({ kills: 50, seed: 7 })).not.toEqual(planFaults({ kills: 50, seed: 8 }));
});

it("plans as many kills as it is told, of every victim, one in less than two seconds, and other faults between them", () => {
  const faults = planFaults({ kills: 300, seed: 1 });
  const kills = faults.filter(({ kind }) => kind.startsWith("kill"));
  expect(kills).toHaveLength(300);
  for (const { name } of victims) expect(kills.filter(({ victim }) => victim === name).length).toBeGreaterThan(5);
  const seconds = faults.reduce((sum, { gapMs }) => sum + gapMs, 0) / 1000;
  expect(seconds).toBeGreaterThan(420);
  expect(seconds).toBeLessThan(560);
  for (const kind of ["kill-at", "stop", "cut", "slow"]) expect(faults.some((fault) => fault.kind === kind)).toBe(true);
});

it("chooses victims as often as a scenario says", () => {
  const weights = { ingester: 0, far: 0, "nats-server": 100 };
  const victimsOf = planFaults({ kills: 200, seed: 1, weights }).map(({ victim }) => victim);
  expect(victimsOf.filter((victim) => victim === "nats-server").length).toBeGreaterThan(160);
  expect(victimsOf).not.toContain("ingester");
});

it("begins a longer plan as a shorter one of the same seed", () => {
  const short = planFaults({ kills: 12, seed: 3 });
  expect(planFaults({ kills: 100, seed: 3 }).slice(0, short.length)).toEqual(short);
});

it("draws whole numbers within their bounds and items by their weight", () => {
  const random = seededRandom(5);
  const drawn = Array.from({ length: 3_000 }, () => wholeBetween(random, 1, 3));
  expect(new Set(drawn)).toEqual(new Set([1, 2, 3]));
  const items = Array.from({ length: 4_000 }, () => weighted(random, [{ weight: 1 }, { weight: 3 }]).weight);
  const heavy = items.filter((weight) => weight === 3).length;
  expect(heavy).toBeGreaterThan(2_800);
  expect(heavy).toBeLessThan(3_200);
});
