import { type ModuleReadings, type NodeSnapshot, type Position, versionOf } from "@statwire/snapshot-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSnapshots } from "./merge-snapshots.js";

const position = fc.record({ bootId: fc.integer({ min: 1, max: 3 }), sequence: fc.integer({ min: 1, max: 9 }) });
const positions = fc.dictionary(fc.constantFrom("cpu", "load", "memory", "sensors"), position, { minKeys: 1 });

describe("merging what was served with what is read", () => {
  it("keeps of every module the later reading", () => {
    fc.assert(
      fc.property(positions, positions, (served, read) => {
        const merged = positionsOf(mergeSnapshots(toSnapshot(served), toSnapshot(read)));
        for (const module of new Set([...Object.keys(served), ...Object.keys(read)])) {
          const known = [served[module], read[module]].filter((candidate) => candidate !== undefined);
          known.sort((one, other) => one.bootId - other.bootId || one.sequence - other.sequence);
          expect(merged[module]).toEqual(known.at(-1));
        }
      }),
    );
  });

  it("never goes back, whatever is read in whatever order", () => {
    fc.assert(
      fc.property(fc.array(positions, { minLength: 2 }), (reads) => {
        let served: NodeSnapshot | undefined;
        for (const read of reads) {
          const next = mergeSnapshots(served, toSnapshot(read));
          if (served !== undefined) expect(next.version >= served.version).toBe(true);
          served = next;
        }
      }),
    );
  });

  it("keeps the inventory and the configuration when the other source has none", () => {
    const served = {
      ...toSnapshot({ cpu: { bootId: 1, sequence: 1 } }),
      inventory: reading({ bootId: 1, sequence: 1 }),
      configuration: reading({ bootId: 1, sequence: 4 }),
    };
    const read = toSnapshot({ cpu: { bootId: 1, sequence: 2 } });
    const merged = mergeSnapshots(served as unknown as NodeSnapshot, read);
    expect(merged.inventory).toEqual(served.inventory);
    expect(merged.configuration).toEqual(served.configuration);
    expect(merged.version).toBe(versionOf([2, 1, 4].map((sequence) => ({ bootId: 1, sequence }))));
    expect(positionsOf(merged).cpu).toEqual({ bootId: 1, sequence: 2 });
  });
});

function toSnapshot(places: Record<string, Position>): NodeSnapshot {
  const modules = Object.fromEntries(Object.entries(places).map(([module, place]) => [module, reading(place)]));
  return {
    workspace: "default",
    node: "web-1",
    version: versionOf(Object.values(places)),
    seenAtMs: 1_000,
    modules: modules as ModuleReadings,
    families: {},
  };
}

function reading(place: Position) {
  return { ...place, observedAtMs: 1_000, intervalMs: 4_000, source: "direct", state: {} };
}

function positionsOf({ modules }: NodeSnapshot): Record<string, Position> {
  const entries = Object.entries(modules).map(([module, { bootId, sequence }]) => [module, { bootId, sequence }]);
  return Object.fromEntries(entries);
}
