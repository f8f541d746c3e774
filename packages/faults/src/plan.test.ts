import { expect, it } from "vitest";
import { ingesterPoints, links, planFaults, victims } from "./plan.js";
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
  const onLinks = faults.flatMap((fault) => (fault.kind === "cut" || fault.kind === "slow" ? [fault.link] : []));
  for (const { name } of links) expect(onLinks, name).toContain(name);
  for (const kind of ["kill-at", "stop", "cut", "slow"]) expect(faults.some((fault) => fault.kind === kind)).toBe(true);
});

it("chooses victims as often as a scenario says", () => {
  const weights = { ingester: 0, far: 0, "nats-server": 100 };
  const faults = planFaults({ kills: 200, seed: 1, weights });
  const victimsOf = faults.flatMap((fault) => ("link" in fault ? [] : [fault.victim]));
  expect(victimsOf.filter((victim) => victim === "nats-server").length).toBeGreaterThan(160);
  expect(victimsOf).not.toContain("ingester");
});

/** Of a service, which nothing imports: what it is compared with is its source. */
const source = "../../../services/ingester/src/fault-points.ts";

it("knows exactly the points that the ingester has", async () => {
  const { faultPoints } = (await import(/* @vite-ignore */ source)) as { faultPoints: readonly string[] };
  expect(ingesterPoints.map(({ name }) => name).sort()).toEqual([...faultPoints].sort());
});

it("draws every point of some weight, and the others as often as a scenario says", () => {
  const drawn = (points: Parameters<typeof planFaults>[0]["points"]) =>
    new Set(
      planFaults({ kills: 1_500, seed: 2, points: points ?? {} }).flatMap((fault) =>
        fault.kind === "kill-at" ? [fault.point] : [],
      ),
    );
  expect([...drawn({})].sort()).toEqual(
    ingesterPoints.flatMap(({ name, weight }) => (weight > 0 ? [name] : [])).sort(),
  );
  expect(drawn({ "split a cut": 3 })).toContain("split a cut");
});

it("has the ingester end first where its successor comes to a point of the start", () => {
  const faults = planFaults({ kills: 300, seed: 1 });
  const orders = faults.flatMap((fault) => (fault.kind === "kill-at" && fault.orders.length > 1 ? [fault.orders] : []));
  expect(orders.length).toBeGreaterThan(3);
  for (const [first, second] of orders) {
    expect(first).toMatch(/^(before|after) (insert|open a cut) 1$/);
    expect(second).toMatch(/^(before|after) .+ [1-4]$/);
  }
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
