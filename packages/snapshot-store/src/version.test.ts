import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Position, positionMax } from "./snapshot.js";
import { isLater, versionOf } from "./version.js";

const positions: fc.Arbitrary<Position> = fc.record({
  bootId: fc.integer({ min: 1, max: positionMax }),
  sequence: fc.integer({ min: 1, max: positionMax }),
});

describe("versionOf", () => {
  it("writes both sums in sixteen digits", () => {
    expect(versionOf([])).toBe("0000000000000000.0000000000000000");
    expect(
      versionOf([
        { bootId: 1_700_000_000_000, sequence: 9 },
        { bootId: 1_700_000_000_001, sequence: 3 },
      ]),
    ).toBe("0003400000000001.0000000000000012");
  });

  it("grows whenever one of up to twenty-eight parts is replaced by a later one", () => {
    fc.assert(
      fc.property(fc.array(positions, { minLength: 1, maxLength: 28 }), fc.nat(27), positions, (parts, at, next) => {
        const index = at % parts.length;
        fc.pre(isLater(next, parts[index] ?? next));
        expect(versionOf(parts.with(index, next)) > versionOf(parts)).toBe(true);
      }),
    );
  });

  it("grows with every new part, and stays exact at the bounds", () => {
    const highest = { bootId: positionMax, sequence: positionMax };
    const parts = Array.from({ length: 27 }, () => highest);
    expect(versionOf([...parts, { bootId: 1, sequence: 1 }]) > versionOf(parts)).toBe(true);
    expect(versionOf([...parts, highest])).toBe("7881299347898368.7881299347898368");
  });
});
