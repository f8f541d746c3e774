import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, representativeOf } from "./buckets.js";

const magnitudes = fc.double({ min: 1e-6, max: 1e22, noNaN: true });
const values = fc.oneof(
  magnitudes,
  magnitudes.map((value) => -value),
  fc.constant(0),
  fc.integer(),
);

describe("buckets", () => {
  it("has known buckets", () => {
    expect([0, 1, -1, 1.02, 10_000, -10_000].map(bucketOf)).toEqual([0, 700, -700, 700 + 1, 1161, -1161]);
    expect(bucketOf(8e-7)).toBe(0);
    expect(bucketOf(9e-7)).toBeGreaterThan(0);
  });

  it("stands for every value within one percent", () => {
    fc.assert(
      fc.property(values, (value) => {
        const representative = representativeOf(bucketOf(value));
        expect(Math.abs(representative - value)).toBeLessThanOrEqual(Math.abs(value) * 0.01 * (1 + 1e-9));
      }),
    );
  });

  it("sorts as the values do, mirrored at zero", () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        if (one <= other) expect(bucketOf(one)).toBeLessThanOrEqual(bucketOf(other));
        expect(bucketOf(-one) + bucketOf(one)).toBe(0);
      }),
    );
  });

  it("fits sixteen bits whatever the value", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.abs(bucketOf(value))).toBeLessThanOrEqual(32_767);
      }),
    );
  });
});
