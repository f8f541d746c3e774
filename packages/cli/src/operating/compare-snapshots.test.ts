import type { NodeParts } from "@statwire/snapshot-store";
import { expect, it } from "vitest";
import { compareSnapshots, isWhole } from "./compare-snapshots.js";

const part = (bootId: number, sequence: number, digest = "a") => ({ bootId, sequence, digest });
const snapshots = (nodes: Record<string, Record<string, ReturnType<typeof part>>>) =>
  new Map<string, NodeParts>(Object.entries(nodes).map(([key, parts]) => [key, new Map(Object.entries(parts))]));

it("takes what is the same or newer for whole", () => {
  const before = snapshots({ one: { cpu: part(1, 5), load: part(1, 9) } });
  const after = snapshots({ one: { cpu: part(1, 5), load: part(2, 1, "b"), swap: part(1, 1) }, two: {} });
  const comparison = compareSnapshots(before, after);
  expect(comparison).toMatchObject({ nodesBefore: 1, nodesAfter: 2, partsEqual: 1, partsNewer: 1 });
  expect(isWhole(comparison)).toBe(true);
});

it.each([
  ["nodesMissing", { two: {} }, ["one"]],
  ["partsMissing", { one: {} }, 1],
  ["partsOlder", { one: { cpu: part(1, 4) } }, 1],
  ["partsOlder", { one: { cpu: part(0, 9) } }, 1],
  ["partsChanged", { one: { cpu: part(1, 5, "b") } }, 1],
] as const)("finds %s", (name, after, value) => {
  const comparison = compareSnapshots(snapshots({ one: { cpu: part(1, 5) } }), snapshots(after));
  expect(comparison[name]).toEqual(value);
  expect(isWhole(comparison)).toBe(false);
});
