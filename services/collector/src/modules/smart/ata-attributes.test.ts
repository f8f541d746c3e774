import { expect, it } from "vitest";
import { attributeHealth } from "./ata-attributes.js";

const attribute = (id: number, normalized: number, raw: number) => ({ id, normalized, raw });

it("takes from raw values the bits that hold the count, and lets makers use the others", () => {
  const health = attributeHealth([
    // Minutes in the upper bits.
    attribute(9, 50, 48_610 + 5 * 2 ** 24),
    // Lowest and highest temperature behind the present one.
    attribute(194, 115, 35 + 17 * 2 ** 16 + 2 ** 32 * 45),
    attribute(5, 100, 19 + 3 * 2 ** 16),
  ]);
  expect(health).toMatchObject({ powerOnHours: 48_610, celsius: 35, reallocatedSectors: 19 });
});

it("reads frost, and the other attribute of temperature where the first is missing", () => {
  expect(attributeHealth([attribute(194, 100, 0xfb)]).celsius).toBe(-5);
  expect(attributeHealth([attribute(190, 60, 40)]).celsius).toBe(40);
  expect(attributeHealth([])).toEqual({
    celsius: undefined,
    powerOnHours: undefined,
    powerCycles: undefined,
    reallocatedSectors: undefined,
    pendingSectors: undefined,
    uncorrectableErrors: undefined,
    endurancePercent: undefined,
  });
});
